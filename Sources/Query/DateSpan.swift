/// Days to look for.
public enum DateSpan: Sendable, Hashable, CustomStringConvertible {
    /// From the first day of one period to the last of another; nil for no bound on that side.
    case range(from: CalendarPeriod?, to: CalendarPeriod?)
    /// After the last day of a period.
    case after(CalendarPeriod)
    /// Before the first day of a period.
    case before(CalendarPeriod)
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

    /// One period.
    public static func within(_ period: CalendarPeriod) -> DateSpan { .range(from: period, to: period) }

    /// The first and the last day, nil for no bound, when today is `today`.
    ///
    /// An article's day is the one that its source dates it with; `today` is to be the day where the reader is.
    public func days(today: Day) -> (first: Day?, last: Day?) {
        switch self {
        case .range(let from, let to): return (from?.days(today: today).lowerBound, to?.days(today: today).upperBound)
        case .after(let period): return (period.days(today: today).upperBound.before(-1), nil)
        case .before(let period): return (nil, period.days(today: today).lowerBound.before(1))
        case .last(let count, let unit):
            let count = min(count, 9_999)
            switch unit {
            case .days: return (today.before(count), nil)
            case .weeks: return (today.before(7 * count), nil)
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

    /// As in the language: `2022-11..2024-08`, `>2024`, `<2024-03-01`, `last-week`, `7d`.
    public var description: String {
        switch self {
        case .range(let from?, let to?) where from == to: from.description
        case .range(let from, let to): "\(from?.description ?? "")..\(to?.description ?? "")"
        case .after(let period): ">\(period)"
        case .before(let period): "<\(period)"
        case .last(let count, let unit): "\(count)\(unit.rawValue)"
        }
    }
}
