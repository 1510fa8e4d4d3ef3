/// A line that says when an article was published.
enum PublicationDate {
    /// The date that a line is, in ISO 8601; nil for a line that is anything else or leaves the day in doubt (3/4/2022).
    ///
    /// *November 23, 2022*, *23 Nov. 2022*, *2022-11-23T10:30Z*, *Updated: Wed, Nov 23, 2022 at 10:30 AM ET*.
    static func iso(_ range: Range<Int>, _ bytes: Span<UInt8>) -> String? {
        guard range.count <= 80 else { return nil }
        var month: Int?
        var numbers: [Int] = []
        var exact: String?
        var at = range.lowerBound
        while let word = bytes.word(from: at, to: range.upperBound) {
            at = word.upperBound
            let bare = bytes.bare(word)
            if bare.isEmpty { continue }
            let text = bytes.bareWord(word)
            if let number = day(text) {
                numbers.append(number)
            } else if isCalendarDate(text) {
                guard exact == nil else { return nil }
                exact = bytes.string(in: bare)
            } else if let number = months[text] {
                guard month == nil else { return nil }
                month = number
            } else if !fillers.contains(text), !isTime(text) {
                return nil
            }
        }
        if let exact { return month == nil && numbers.isEmpty ? exact : nil }
        guard let month, numbers.count == 2 else { return nil }
        let (day, year) = numbers[0] > 31 ? (numbers[1], numbers[0]) : (numbers[0], numbers[1])
        guard 1...31 ~= day, 1500...2999 ~= year else { return nil }
        return "\(year)-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)"
    }

    /// `2022-11-23`, also with a time after `T`.
    private static func isCalendarDate(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        guard bytes.count == 10 || bytes.count > 11 && bytes.count <= 35 && bytes[10] == UInt8(ascii: "t") else {
            return false
        }
        for (index, byte) in bytes.prefix(10).enumerated() {
            guard index == 4 || index == 7 ? byte == UInt8(ascii: "-") : byte.isASCIIDigit else { return false }
        }
        guard let month = Int(text.dropFirst(5).prefix(2)), let day = Int(text.dropFirst(8).prefix(2)) else { return false }
        return 1...12 ~= month && 1...31 ~= day
    }

    /// A plain number, or an ordinal: *23*, *23rd*.
    private static func day(_ text: String) -> Int? {
        let digits = text.prefix { $0.isASCII && $0.isNumber }
        guard digits.count <= 4, ["", "st", "nd", "rd", "th"].contains(text.dropFirst(digits.count)) else { return nil }
        return Int(digits)
    }

    private static func isTime(_ text: String) -> Bool {
        let time = text.hasSuffix("am") || text.hasSuffix("pm") ? text.dropLast(2) : text[...]
        let parts = time.split(separator: ":", omittingEmptySubsequences: false)
        return parts.count <= 3 && parts.allSatisfy { 1...2 ~= $0.utf8.count && $0.utf8.allSatisfy(\.isASCIIDigit) }
    }

    private static let months: [String: Int] = {
        let names = [
            "january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul", "august aug",
            "september sept sep", "october oct", "november nov", "december dec",
        ]
        var months: [String: Int] = [:]
        for (index, line) in names.enumerated() {
            for name in line.split(separator: " ") { months[String(name)] = index + 1 }
        }
        return months
    }()

    /// Days of the week, too.
    private static let fillers: Set<String> = [
        "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "mon", "tue", "tues", "wed", "thu",
        "thur",
        "thurs", "fri", "sat", "sun", "published", "updated", "posted", "first", "last", "modified", "date", "on", "at",
        "of",
        "am", "pm", "a.m", "p.m", "utc", "gmt", "est", "edt", "et", "cst", "cdt", "pst", "pdt", "cet", "cest", "bst", "eet",
        "ist",
        "local", "time", "the", "created", "issued",
    ]
}
