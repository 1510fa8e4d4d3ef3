import Query
import Testing

@Suite struct SavedFilterTests {
    static let saved = SavedFilters([
        .init(name: "week", text: "date:7d sort:title"), .init(name: "Oslo", text: "place:Oslo OR place:Bergen"),
        .init(name: "both", text: "@week @oslo"), .init(name: "nothing", text: ""), .init(name: "wrong", text: "autor:x"),
        .init(name: "one", text: "@two"), .init(name: "two", text: "@one"),
        .init(name: "Æsops-2", text: "tag:fable"),
    ])

    @Test(arguments: [
        ("@week", "date:7d sort:title"), ("@WEEK sort:date", "date:7d sort:date"), ("sort:date @week", "date:7d sort:date"),
        ("a @oslo", "a (place:Oslo OR place:Bergen)"), ("-@oslo", "-(place:Oslo OR place:Bergen)"),
        ("@both is:unread", "date:7d (place:Oslo OR place:Bergen) is:unread sort:title"), ("a OR @nothing", ""),
        ("-(@week a)", "-(date:7d a)"), ("@æsops-2", "tag:fable"), ("a@week", "a@week"), ("@", ""),
    ])
    func aNameStandsForItsFilter(_ text: String, _ printed: String) throws {
        #expect(try Filter(parsing: text, saved: Self.saved).description == printed)
    }

    @Test(
        arguments: [
            ("a @wek", 2, 4, "no filter is saved as “@wek”", "@week"),
            ("@wrong", 0, 6, "in “@wrong”: no field is called “autor”", "author:"),
            ("@one", 0, 4, "in “@one”: in “@two”: “@one” stands for itself", nil),
        ] as [(String, Int, Int, String, String?)])
    func aMistakenName(_ text: String, _ position: Int, _ length: Int, _ problem: String, _ suggestion: String?) {
        #expect(throws: FilterError.self) { try Filter(parsing: text, saved: Self.saved) }
        do throws(FilterError) {
            _ = try Filter(parsing: text, saved: Self.saved)
        } catch {
            #expect((error.position, error.length, error.problem) == (position, length, problem))
            #expect(error.suggestion == suggestion)
        }
    }

    @Test func aNameThatIsBegunDoesNotNarrow() throws {
        #expect(try Filter(parsing: "a @os", whileTyping: true, saved: Self.saved).description == "a")
        #expect(throws: FilterError.self) { try Filter(parsing: "@os a", whileTyping: true, saved: Self.saved) }
    }

    /// Each stands for two of the next: a text that would fill the memory.
    @Test func filtersThatGrowBeyondMeasureAreAMistake() {
        let names = (0..<40).map { "n\($0)" }
        let entries = zip(names, names.dropFirst()).map { SavedFilters.Entry(name: $0, text: "@\($1) @\($1)") }
        let saved = SavedFilters(entries + [.init(name: "n39", text: "a")])
        #expect(throws: FilterError.self) { try Filter(parsing: "@n0", saved: saved) }
    }

    @Test(arguments: [
        ("week", true), ("last-week_2", true), ("née", true), ("", false), ("a b", false), ("a:b", false), ("@a", false),
    ])
    func namesAreOfLettersAndDigits(_ name: String, _ isName: Bool) { #expect(SavedFilters.isName(name) == isName) }
}
