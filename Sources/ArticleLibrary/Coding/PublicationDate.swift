import Query

/// When an article was published, out of the date as its source gives it.
///
/// Read are ISO 8601 (`2024-08-18`, `2024-08-18T09:30:00+02:00`, `2024-08`, `2024`), RFC 5322 (`Sun, 18 Aug 2024 09:30:00
/// +0200`) and the English forms `18 August 2024` and `August 18, 2024`.
struct PublicationDate: Equatable {
    /// The day as written, in whatever time zone that was.
    var day: Day
    /// Seconds since 1970 in UTC; the day's first where no time is given.
    var instant: Int64
    /// Whether a time of day is given.
    var hasTime: Bool

    /// Nil for what is no date.
    init?(parsing text: String) {
        let words = text.split { $0.isWhitespace || $0 == "," }
        guard let first = words.first else { return nil }
        if let day = Self.isoDay(first) {
            self.day = day
            let time = first.dropFirst(10).drop { $0 == "T" || $0 == "t" }
            let seconds = Self.seconds(of: time.isEmpty ? words.dropFirst().map { $0 } : [time] + words.dropFirst())
            instant = Int64(day.rawValue) * 86_400 + (seconds ?? 0)
            hasTime = seconds != nil
            return
        }
        var year: Int?
        var month: Int?
        var number: Int?
        var rest: [Substring] = []
        for (index, word) in words.enumerated() {
            if year != nil, month != nil, number != nil {
                rest = Array(words[index...])
                break
            }
            if let value = Int(word.prefix { $0.isASCII && $0.isNumber }) {
                if number == nil, value <= 31, word.utf8.count <= 4 { number = value } else if year == nil { year = value }
            } else if month == nil {
                month = Self.month(word)
            }
        }
        guard let year, let month, let number, let day = Day(year: year, month: month, day: number) else { return nil }
        self.day = day
        let seconds = Self.seconds(of: rest)
        instant = Int64(day.rawValue) * 86_400 + (seconds ?? 0)
        hasTime = seconds != nil
    }

    private static func isoDay(_ word: Substring) -> Day? {
        let date = word.prefix { $0.isASCII && $0.isNumber || $0 == "-" || $0 == "/" }
        if date.utf8.count == 8, let number = Int(date) {
            return Day(year: number / 10_000, month: number / 100 % 100, day: number % 100)
        }
        let parts = date.split(whereSeparator: { $0 == "-" || $0 == "/" }).prefix(3).map { Int($0) ?? 0 }
        guard date.prefix(4).utf8.count == 4, Int(date.prefix(4)) != nil, !parts.isEmpty else { return nil }
        return Day(year: parts[0], month: parts.count > 1 ? parts[1] : 1, day: parts.count > 2 ? parts[2] : 1)
    }

    private static let months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]

    private static func month(_ word: Substring) -> Int? {
        months.firstIndex(of: String(word.prefix(3)).lowercased()).map { $0 + 1 }
    }

    /// Seconds since midnight UTC of `09:30:00.5+02:00`, `09:30 +0200`, `09:30Z` and the like; nil where no time stands.
    private static func seconds(of words: [Substring]) -> Int64? {
        guard let time = words.first, time.contains(":") else { return nil }
        let zoneStart = time.firstIndex { "+-Zz−".contains($0) } ?? time.endIndex
        let clock = time[..<zoneStart].split(separator: ":").map { Int64($0.prefix { $0 != "." }) ?? 0 }
        guard (2...3).contains(clock.count), (0...24).contains(clock[0]), (0...59).contains(clock[1]) else { return nil }
        let seconds = clock[0] * 3600 + clock[1] * 60 + (clock.count > 2 ? min(clock[2], 60) : 0)
        let zone = zoneStart < time.endIndex ? time[zoneStart...] : words.dropFirst().first ?? ""
        guard let sign = zone.first, "+-−".contains(sign) else { return seconds }
        let digits = zone.dropFirst().filter(\.isNumber)
        guard let value = Int64(digits.count <= 2 ? digits + "00" : digits), digits.count <= 4 else { return seconds }
        let offset = value / 100 * 3600 + value % 100 * 60
        return sign == "+" ? seconds - offset : seconds + offset
    }
}
