/// A day of the Gregorian calendar, counted from 1 January 1970.
public struct Day: RawRepresentable, Sendable, Hashable, Comparable {
    /// Days since 1 January 1970; negative before.
    public var rawValue: Int
    /// The day of this number.
    public init(rawValue: Int) { self.rawValue = rawValue }

    /// A calendar day; nil when there is none such.
    public init?(year: Int, month: Int, day: Int) {
        guard (1...9999).contains(year), (1...12).contains(month), day >= 1, day <= Day.days(in: month, of: year) else {
            return nil
        }
        // Days from civil, after Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms" (2013).
        let y = month <= 2 ? year - 1 : year
        let era = y / 400
        let yearOfEra = y - era * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        rawValue = era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }

    /// Its year, month and day.
    public var components: (year: Int, month: Int, day: Int) {
        let z = rawValue + 719_468
        let era = (z >= 0 ? z : z - 146_096) / 146_097
        let dayOfEra = z - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let m = (5 * dayOfYear + 2) / 153
        let month = m < 10 ? m + 3 : m - 9
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * m + 2) / 5 + 1)
    }

    /// How many days a month has.
    public static func days(in month: Int, of year: Int) -> Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    /// The earlier is the less.
    public static func < (one: Day, other: Day) -> Bool { one.rawValue < other.rawValue }
}
