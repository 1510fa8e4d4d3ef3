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

extension CalendarDate {
    /// `2024`, `2024-08` or `2024-08-18`; with the month's name and the parts in the order of speech: `march-2024`,
    /// `18-august-2024`, `aug 18 2024`. Nil for anything else, and for days that no calendar has.
    init?(parsing text: some StringProtocol) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard (1...3).contains(parts.count) else { return nil }
        if let month = parts.firstIndex(where: { MonthName(parsing: $0) != nil }) {
            self.init(parts.map { String($0) }, monthAt: month)
            return
        }
        guard parts[0].utf8.count == 4, parts.dropFirst().allSatisfy({ $0.utf8.count <= 2 }) else { return nil }
        let numbers = parts.compactMap { Self.number($0) }
        guard numbers.count == parts.count else { return nil }
        self.init(
            year: numbers[0], month: numbers.count > 1 ? numbers[1] : nil, day: numbers.count > 2 ? numbers[2] : nil)
    }

    /// A date with a month's name: the number of four digits is the year, the other one the day.
    private init?(_ parts: [String], monthAt place: Int) {
        guard let month = MonthName(parsing: parts[place]) else { return nil }
        var rest = parts
        rest.remove(at: place)
        guard let year = rest.firstIndex(where: { $0.utf8.count == 4 }), let number = Self.number(rest[year]) else {
            return nil
        }
        rest.remove(at: year)
        guard let day = rest.first else {
            self.init(year: number, month: month.rawValue)
            return
        }
        guard day.utf8.count <= 2, let day = Self.number(day) else { return nil }
        self.init(year: number, month: month.rawValue, day: day)
    }

    private static func number(_ digits: some StringProtocol) -> Int? {
        digits.utf8.allSatisfy { (0x30...0x39).contains($0) } ? Int(digits) : nil
    }
}

/// A month of the year. The raw value is its number, 1 to 12.
public struct MonthName: RawRepresentable, Sendable, Hashable {
    /// 1 to 12.
    public let rawValue: Int

    /// The month of this number; nil for none.
    public init?(rawValue: Int) {
        guard (1...12).contains(rawValue) else { return nil }
        self.rawValue = rawValue
    }

    /// `March`.
    public var name: String { Self.names[rawValue - 1] }

    /// All, from January on.
    public static let all = (1...12).compactMap { MonthName(rawValue: $0) }

    private static let names = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
    ]

    /// `march`, `Mar`, `sept`: the name, or its beginning from the third letter on.
    init?(parsing text: some StringProtocol) {
        guard text.utf8.count >= 3 else { return nil }
        let lowered = text.lowercased()
        guard let index = Self.names.firstIndex(where: { $0.lowercased().hasPrefix(lowered) }) else { return nil }
        rawValue = index + 1
    }
}
