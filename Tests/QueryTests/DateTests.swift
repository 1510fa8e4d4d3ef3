import Query
import Testing

@Suite struct DateTests {
    /// Sunday, 31 March 2024.
    static let today = Day(year: 2024, month: 3, day: 31)

    @Test(arguments: [
        ("2024", "2024-01-01..2024-12-31"), ("2024-02", "2024-02-01..2024-02-29"), (">2024-02", "2024-03-01.."),
        ("<2024-02", "..2024-01-31"), (">=2024-02", "2024-02-01.."), ("<=2024-02", "..2024-02-29"),
        ("2022-11..2024-01", "2022-11-01..2024-01-31"), ("today", "2024-03-31..2024-03-31"),
        ("yesterday", "2024-03-30..2024-03-30"), ("this-week", "2024-03-25..2024-03-31"),
        ("last-week", "2024-03-18..2024-03-24"), ("this-month", "2024-03-01..2024-03-31"),
        ("last-month", "2024-02-01..2024-02-29"), ("this-year", "2024-01-01..2024-12-31"),
        ("last-year", "2023-01-01..2023-12-31"), ("march", "2024-03-01..2024-03-31"), ("april", "2023-04-01..2023-04-30"),
        ("january", "2024-01-01..2024-01-31"), (">yesterday", "2024-03-31.."), ("april..", "2023-04-01.."),
        ("december..last-month", "2023-12-01..2024-02-29"), ("7d", "2024-03-24.."), ("2w", "2024-03-17.."),
        ("1m", "2024-02-29.."), ("1y", "2023-03-31.."), ("9999y", ".."),
    ])
    func aSpanIsTheseDays(_ text: String, _ days: String) throws {
        let today = try #require(Self.today)
        guard case .published(let span) = try Filter(parsing: "date:\(text)").condition else {
            Issue.record("no date: \(text)")
            return
        }
        let (first, last) = span.days(today: today)
        #expect("\(Self.written(first))..\(Self.written(last))" == days)
    }

    @Test func aWeekBeginsOnMonday() throws {
        let monday = try #require(Day(year: 1969, month: 12, day: 29))
        for offset in 0..<7 {
            let today = Day(rawValue: monday.rawValue + offset)
            #expect(CalendarPeriod.word(.thisWeek).days(today: today) == monday...Day(rawValue: monday.rawValue + 6))
        }
    }

    @Test func daysAndDates() throws {
        for (year, month, day, number) in [
            (1970, 1, 1, 0), (2000, 2, 29, 11_016), (1969, 12, 31, -1), (2024, 8, 18, 19_953),
        ] {
            let made = try #require(Day(year: year, month: month, day: day))
            #expect(made.rawValue == number)
            #expect(made.components == (year, month, day))
        }
    }

    private static func written(_ day: Day?) -> String {
        guard let (year, month, day) = day?.components else { return "" }
        return CalendarDate(year: year, month: month, day: day)?.description ?? ""
    }
}
