/// Some days one after the other, as a filter names them: a date, or a word that depends on which day it is.
public enum CalendarPeriod: Sendable, Hashable, CustomStringConvertible {
    /// A year, a month or a day.
    case date(CalendarDate)
    /// A day, week, month or year as seen from today.
    case word(DateWord)
    /// The last month of this name that has begun: the running one, or one of the eleven before.
    case month(MonthName)

    /// Its first and its last day, when today is `today`.
    public func days(today: Day) -> ClosedRange<Day> {
        switch self {
        case .date(let date): return date.firstDay...date.lastDay
        case .word(let word):
            let now = today.components
            let count = word.isLast ? 1 : 0
            switch word.unit {
            case .days: return today.before(count)...today.before(count)
            case .weeks:
                // 1 January 1970 was a Thursday.
                let sinceMonday = ((today.rawValue + 3) % 7 + 7) % 7
                let first = today.before(sinceMonday + 7 * count)
                return first...first.before(-6)
            case .months: return Self.month(now.year * 12 + now.month - 1 - count)
            case .years:
                let first = (now.year - count) * 12
                return Self.month(first).lowerBound...Self.month(first + 11).upperBound
            }
        case .month(let month):
            let now = today.components
            return Self.month((month.rawValue <= now.month ? now.year : now.year - 1) * 12 + month.rawValue - 1)
        }
    }

    /// The month that is so many after January of the year 0; the nearest there is.
    private static func month(_ number: Int) -> ClosedRange<Day> {
        let number = max(12, min(number, 9_999 * 12 + 11))
        let (year, month) = (number / 12, number % 12 + 1)
        let first = Day(year: year, month: month, day: 1) ?? Day(rawValue: 0)
        return first...first.before(1 - Day.days(in: month, of: year))
    }

    /// As in the language: `2024-08`, `last-week`, `march`.
    public var description: String {
        switch self {
        case .date(let date): date.description
        case .word(let word): word.rawValue
        case .month(let month): month.name.lowercased()
        }
    }

    /// The period of this name, written in any case and with spaces or hyphens between its words; nil for none.
    init?(parsing text: some StringProtocol) {
        let text = text.split { $0 == " " || $0 == "," || $0 == "\u{A0}" }.joined(separator: "-").lowercased()
        if let date = CalendarDate(parsing: text) {
            self = .date(date)
        } else if let word = DateWord(rawValue: text) {
            self = .word(word)
        } else if let month = MonthName(parsing: text) {
            self = .month(month)
        } else {
            return nil
        }
    }
}

/// A day, week, month or year as seen from today. The raw value is its name in the language.
public enum DateWord: String, Sendable, Hashable, CaseIterable {
    /// The day where the reader is.
    case today
    /// The day before.
    case yesterday
    /// The running week; weeks begin on Monday (ISO 8601).
    case thisWeek = "this-week"
    /// The week before the running one.
    case lastWeek = "last-week"
    /// The running month.
    case thisMonth = "this-month"
    /// The month before the running one.
    case lastMonth = "last-month"
    /// The running year.
    case thisYear = "this-year"
    /// The year before the running one.
    case lastYear = "last-year"

    /// How long it is.
    fileprivate var unit: DateSpan.Unit {
        switch self {
        case .today, .yesterday: .days
        case .thisWeek, .lastWeek: .weeks
        case .thisMonth, .lastMonth: .months
        case .thisYear, .lastYear: .years
        }
    }

    /// Whether it is the one before the running one.
    fileprivate var isLast: Bool {
        switch self {
        case .today, .thisWeek, .thisMonth, .thisYear: false
        case .yesterday, .lastWeek, .lastMonth, .lastYear: true
        }
    }

    /// In plain English: `last week`.
    var spoken: String { rawValue.replacing("-", with: " ") }
}

extension Day {
    /// The day so many days before.
    func before(_ days: Int) -> Day { Day(rawValue: rawValue - days) }
}
