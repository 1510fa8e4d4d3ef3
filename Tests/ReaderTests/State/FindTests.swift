import DocumentModel
import Screen
import Testing

@testable import Reader

/// Finding words in an article.
@Suite struct FindTests {
    @Test(arguments: [
        ("The “Peace\ntalks” – Zoë’s", "peace talks", ["Peace\ntalks"]), ("Zoë Říha, ŘÍHA", "riha", ["Říha", "ŘÍHA"]),
        ("aaaa", "aa", ["aa", "aa"]), ("It's it’s", "it’s", ["It's", "it’s"]), ("x  y", "x y", ["x  y"]), ("x", "", []),
        ("“Yes” \"yes\"", "\"yes", ["“Yes", "\"yes"]), ("soft\u{AD}ware", "software", ["soft\u{AD}ware"]),
        ("e\u{301}te", "ete", ["e\u{301}te"]), ("wait…", "wait...", ["wait…"]),
    ])
    func phrasesAreFoundHoweverTheyAreWritten(_ text: String, _ phrase: String, _ found: [String]) {
        let ranges = TextSearch(text, in: 0..<text.utf8.count).ranges(of: phrase)
        #expect(ranges.map { String(text.text(in: $0)) } == found)
    }

    @Test func theFirstMatchShowsWhileOneTypes() throws {
        var script = try Script(60, 20, [Articles.long(60)]).pressing("<enter>fparagraph 41")
        #expect(script.screen.contains("Paragraph 41 ") && script.status.hasPrefix("find: paragraph 41"))
        #expect(script.status.contains("1/1"))
        script.press("<esc>")
        #expect(script.state.place == .article && script.screen.contains("A long one"))
    }

    @Test func matchesAreCountedAndGoneThrough() throws {
        var script = try Script(60, 20, [Articles.long(60)]).pressing("<enter>fparagraph<enter>")
        #expect(script.status.contains("match 1/48 · paragraph"))
        script.press("nn")
        #expect(script.status.contains("match 3/48"))
        script.press("N5n")
        #expect(script.status.contains("match 7/48"))
        script.press("<esc>")
        #expect(script.state.place == .article && !script.status.contains("match"))
        script.press("<esc>")
        #expect(script.state.place == .list)
    }

    @Test func whatIsNotThereIsSaid() throws {
        let script = try Script(60, 20, Articles.three()).pressing("<enter>fzebra<enter>")
        #expect(script.status.contains("“zebra” is not in this article.") && script.state.place == .article)
    }

    @Test func afterTheLastMatchTheNextArticleIsSearched() throws {
        var script = try Script(100, 20, Articles.three()).pressing("<enter>faveryn<enter>n")
        #expect(script.status.contains("The last match; n again goes to the next article."))
        script.press("nn")
        #expect(script.openTitle != "Dockers stay out")
    }

    @Test func theFiltersWordsAreMatchesToo() throws {
        let script = try Script(100, 20, Articles.three()).pressing("/averyn<enter><enter>n")
        #expect(script.status.contains("match 1/1 · Averyn"))
    }

    @Test func withoutAnySearchNGoesToTheNextQuotation() throws {
        let script = try Script(100, 20, Articles.three()).pressing("<enter>nn")
        #expect(script.status.contains("quotation 2 of 6"))
    }
}
