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

/// A year, a month or a day, as written in a filter.
public struct CalendarDate: Sendable, Hashable, CustomStringConvertible {
    /// The year, 1 to 9999.
    public let year: Int
    /// The month, if given.
    public let month: Int?
    /// The day of the month, if given.
    public let day: Int?

    /// A year, a month of it or a day of it; nil when there is none such.
    public init?(year: Int, month: Int? = nil, day: Int? = nil) {
        guard month != nil || day == nil, Day(year: year, month: month ?? 1, day: day ?? 1) != nil else { return nil }
        self.year = year
        self.month = month
        self.day = day
    }

    /// Its first day.
    public var firstDay: Day { Day(year: year, month: month ?? 1, day: day ?? 1) ?? Day(rawValue: 0) }

    /// Its last day.
    public var lastDay: Day {
        let month = month ?? 12
        return Day(year: year, month: month, day: day ?? Day.days(in: month, of: year)) ?? Day(rawValue: 0)
    }

    /// As in ISO 8601: `2024`, `2024-08`, `2024-08-18`.
    public var description: String {
        func padded(_ number: Int, _ width: Int) -> String {
            let digits = String(number)
            return String(repeating: "0", count: max(0, width - digits.count)) + digits
        }
        return ([padded(year, 4)] + [month, day].compactMap { $0 }.map { padded($0, 2) }).joined(separator: "-")
    }
}

/// Days to look for.
public enum DateSpan: Sendable, Hashable, CustomStringConvertible {
    /// From the first day of one date to the last of another; nil for no bound on that side.
    case range(from: CalendarDate?, to: CalendarDate?)
    /// After the last day of a date.
    case after(CalendarDate)
    /// Before the first day of a date.
    case before(CalendarDate)
    /// Today and so many days, weeks, months or years before.
    case last(Int, Unit)

    /// A length of time. The raw value is its letter in the language.
    public enum Unit: String, Sendable, Hashable, CaseIterable {
        /// Days.
        case days = "d"
        /// Weeks of seven days.
        case weeks = "w"
        /// Calendar months.
        case months = "m"
        /// Calendar years.
        case years = "y"
    }

    /// One date.
    public static func within(_ date: CalendarDate) -> DateSpan { .range(from: date, to: date) }

    /// The first and the last day, nil for no bound, when today is `today`.
    public func days(today: Day) -> (first: Day?, last: Day?) {
        switch self {
        case .range(let from, let to): return (from?.firstDay, to?.lastDay)
        case .after(let date): return (Day(rawValue: date.lastDay.rawValue + 1), nil)
        case .before(let date): return (nil, Day(rawValue: date.firstDay.rawValue - 1))
        case .last(let count, let unit):
            let count = min(count, 9_999)
            switch unit {
            case .days: return (Day(rawValue: today.rawValue - count), nil)
            case .weeks: return (Day(rawValue: today.rawValue - 7 * count), nil)
            case .months, .years:
                let now = today.components
                let months = now.year * 12 + now.month - 1 - (unit == .months ? count : 12 * count)
                guard months >= 12 else { return (nil, nil) }
                let (year, month) = (months / 12, months % 12 + 1)
                // The last of a shorter month stands for a day it does not have.
                return (Day(year: year, month: month, day: min(now.day, Day.days(in: month, of: year))), nil)
            }
        }
    }

    /// As in the language: `2022-11..2024-08`, `>2024`, `<2024-03-01`, `7d`.
    public var description: String {
        switch self {
        case .range(let from?, let to?) where from == to: from.description
        case .range(let from, let to): "\(from?.description ?? "")..\(to?.description ?? "")"
        case .after(let date): ">\(date)"
        case .before(let date): "<\(date)"
        case .last(let count, let unit): "\(count)\(unit.rawValue)"
        }
    }
}
