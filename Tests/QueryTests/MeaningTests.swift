import DocumentModel
import Query
import Testing

@Suite struct MeaningTests {
    @Test(arguments: [
        ("", "articles", "quotations", "people"),
        ("peace", "articles with “peace…”", "quotations with “peace…”", "people in articles with “peace…”"),
        (
            "peace \"the talks\" sort:title", "articles with “peace…” and “the talks”, by title",
            "quotations with “peace…” and “the talks”, by title",
            "people in articles with “peace…” and “the talks”, by title"
        ),
        (
            "said:\"Ana Ruiz\" date:2024-03.. is:unread", "articles quoting Ana Ruiz since March 2024, unread",
            "quotations by Ana Ruiz since March 2024, unread",
            "people in articles quoting Ana Ruiz since March 2024, unread"
        ),
        (
            "is:unread person:ruiz", "articles naming ruiz…, unread", "quotations naming ruiz…, unread",
            "people in articles naming ruiz…, unread"
        ),
        (
            "said:quill -quote:\"peace\"", "articles quoting quill…, not with “peace” in a quotation",
            "quotations by quill…, not with “peace” in them",
            "people in articles quoting quill…, not with “peace” in a quotation"
        ),
        ("is:unread", "articles, unread", "quotations, unread", "people in articles, unread"),
        ("sort:-date", "articles, oldest first", "quotations, oldest first", "people, oldest first"),
    ])
    func aFilterSaysWhatItMeans(_ text: String, _ articles: String, _ quotations: String, _ people: String) throws {
        let filter = try Filter(parsing: text)
        #expect(filter.sentence(for: .articles) == articles)
        #expect(filter.sentence(for: .quotations) == quotations)
        #expect(filter.sentence(for: .people) == people)
    }

    @Test(arguments: [
        ("", ""), ("a OR b", "with “a…” or with “b…”"), ("(a OR b) c", "(with “a…” or with “b…”), with “c…”"),
        ("(a b) OR c", "(with “a…” and “b…”) or with “c…”"), ("-peace", "without “peace…”"),
        ("-has:quote", "without quotations"),
        ("date:2022-11..2024-08", "from November 2022 to August 2024"), ("date:>2024", "after 2024"),
        ("date:<2024-03-01", "before 1 March 2024"), ("date:7d", "of the last 7 days"), ("date:1m", "of the last month"),
        ("date:last-week", "of last week"), ("date:..yesterday", "until yesterday"), ("date:march", "of March"),
        ("source:courier date:2024", "from courier… of 2024"), ("is:noted", "with a note"),
        ("has:quote", "with quotations"),
        ("about:oslo title:\"b c\"", "with words about oslo…, with “b c” in the title"), ("sort:title", "by title"),
    ])
    func inAListOfArticles(_ text: String, _ meaning: String) throws {
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
}
