import Query
import Testing

@Suite struct CompletionTests {
    static let saved = SavedFilters([.init(name: "week", text: "date:7d"), .init(name: "west", text: "place:Bergen")])

    static func names(_ field: Field, _ typed: String) -> [FilterSuggestion] {
        let all: [(Field, String)] = [
            (.person, "Ana Ruiz"), (.person, "Ana Berg"), (.said, "Ana Ruiz"), (.source, "Courier"), (.source, "The Anvil"),
            (.tag, "courts \"of law\""),
        ]
        return all.filter { $0.0 == field && $0.1.lowercased().hasPrefix(typed.lowercased()) }
            .map { FilterSuggestion($0.1, detail: "3 articles") }
    }

    /// `|` is the caret. What is replaced stands in ‹ ›, and the labels follow.
    @Test(arguments: [
        (
            "|", "‹›",
            "person: said: about: quote: entity: org: place: title: source: author: tag: date: is: has: sort: @week @west"
        ),
        ("sa|", "‹sa›", "said:"), ("peace sa|", "peace ‹sa›", "said:"), ("-sa|", "-‹sa›", "said:"),
        ("(SO|", "(‹SO›", "source: sort:"),
        ("sa|id:x", "‹said:›x", "said:"), ("zz|", "‹zz›", ""),
        (
            "a |", "a ‹›",
            "person: said: about: quote: entity: org: place: title: source: author: tag: date: is: has: sort: @week @west"
        ),
        ("@w|", "‹@w›", "@week @west"), ("a @wes|", "a ‹@wes›", "@west"),
        ("is:|", "is:‹›", "unread read starred noted"), ("is:un|", "is:‹un›", "unread"),
        ("is:|un", "is:‹un›", "unread read starred noted"),
        ("has:|", "has:‹›", "quote"), ("sort:-d|", "sort:‹-d›", "-date"), ("sort:re|", "sort:‹re›", "relevance"),
        ("date:last|", "date:‹last›", "last-week last-month last-year"),
        ("date:2024..la|", "date:‹2024..la›", "2024..last-week 2024..last-month 2024..last-year"),
        ("date:>ye|", "date:‹>ye›", ">yesterday"), ("date:ju|", "date:‹ju›", "june july"), ("date:7|", "date:‹7›", "7d"),
        ("person:an|", "person:‹an›", "Ana Ruiz, Ana Berg"), ("person:\"ana r|", "person:‹\"ana r›", "Ana Ruiz"),
        ("person:\"ana r|\" x", "person:‹\"ana r\"› x", "Ana Ruiz"), ("person:\"Ana Ruiz\"|", "person:‹\"Ana Ruiz\"›", ""),
        ("source:|", "source:‹›", "Courier, The Anvil"), ("\"ana|", "‹\"ana›", ""), ("nosuch:a|", "nosuch:‹a›", ""),
        ("a OR|", "a ‹OR›", ""), ("é sa|", "é ‹sa›", "said:"),
    ])
    func whatMayStandAtTheCaret(_ marked: String, _ place: String, _ labels: String) throws {
        let parts = marked.split(separator: "|", omittingEmptySubsequences: false)
        let text = parts.joined()
        let completion = FilterCompletion(of: text, caret: parts[0].utf8.count, saved: Self.saved, names: Self.names)
        let bytes = Array(text.utf8)
        func piece(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
        #expect(
            piece(0..<completion.range.lowerBound) + "‹" + piece(completion.range) + "›"
                + piece(completion.range.upperBound..<bytes.count) == place)
        let separator = labels.contains(",") ? ", " : " "
        #expect(completion.candidates.map(\.label).joined(separator: separator) == labels)
        #expect(completion.candidates.allSatisfy { !$0.detail.isEmpty })
    }

    @Test(arguments: [
        ("person:an|", "person:\"Ana Ruiz\""), ("tag:c|", "tag:\"courts \"\"of law\"\"\""), ("x sort:-d|", "x sort:-date"),
    ])
    func whatIsTakenReads(_ marked: String, _ taken: String) throws {
        let text = String(marked.dropLast())
        let completion = FilterCompletion(of: text, caret: text.utf8.count, names: Self.names)
        let candidate = try #require(completion.candidates.first)
        let result = String(decoding: Array(text.utf8)[..<completion.range.lowerBound], as: UTF8.self) + candidate.text
        #expect(result == taken)
        #expect(try Filter(parsing: result).description == taken)
    }

    /// Everything that is suggested where fields take certain words alone is a filter.
    @Test(arguments: ["date:", "date:>", "date:..", "is:", "has:", "sort:", "sort:-"])
    func everySuggestionIsAFilter(_ text: String) throws {
        let completion = FilterCompletion(of: text, caret: text.utf8.count) { _, _ in [] }
        #expect(!completion.candidates.isEmpty)
        for candidate in completion.candidates {
            let field = text.prefix { $0 != ":" } + ":"
            _ = try Filter(parsing: field + candidate.text)
        }
    }

    @Test func anyTextAndCaretCanBeAsked() {
        for text in ["", "\"", "date:\"", "-", "((", "person:-", "é👩‍👩‍👧:", "sort:--", "a:b:c", "“x"] {
            for caret in -1...text.utf8.count + 1 {
                let completion = FilterCompletion(of: text, caret: caret, saved: Self.saved, names: Self.names)
                #expect(0 <= completion.range.lowerBound && completion.range.upperBound <= text.utf8.count)
            }
        }
    }

    @Test func theLanguageIsATable() {
        let forms = FilterLanguage.forms.map(\.form).joined(separator: " ")
        for field in Field.allCases where field != .anywhere { #expect(forms.contains("\(field.rawValue):")) }
        for state in ReadingState.allCases { #expect(forms.contains("is:\(state.rawValue)")) }
    }
}
