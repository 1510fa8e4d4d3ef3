import DocumentModel
import Query
import Screen
import Testing

@testable import Reader

/// Reasons, timelines, outlines, links, notes, and what goes out of the reader.
@Suite struct TakingTests {
    private func linked() -> AnnotatedArticle {
        let text = "See (https://port.example/a_(b)), https://port.example/x?y=1. Not http:// alone."
        let article = Article(
            id: "news/linked.md", text: text, headline: .own("Where to read on"),
            details: Details(url: "https://courier.example/2025/ports"), blocks: [Block(.paragraph, 0..<text.utf8.count)])
        return AnnotatedArticle(article, Annotation())
    }

    @Test func whyOpensWithTheSpeakerAndTheReasons() throws {
        var script = try Script(100, 24, Articles.three()).pressing("<enter>]w")
        #expect(script.screen.contains(" Why ") && script.screen.contains("said by: “Marit Solheim”"))
        script.press("]")
        #expect(script.screen.contains("said by: “Solheim”"), "it follows the quotation")
        script.press("<esc>")
        #expect(!script.screen.contains(" Why ") && script.state.place == .article)
    }

    @Test(arguments: [
        ("cue:said", "cue: “said”"), ("pronoun:he→Ada Moss", "pronoun: “he” is Ada Moss"), ("same turn", "same turn"),
    ])
    func reasonsAreSentences(_ reason: String, _ words: String) { #expect(Reason.inWords(reason) == words) }

    @Test func aPersonsPageStandsBesideTheList() throws {
        var script = try Script(120, 24, Articles.three()).pressing("P")
        #expect(script.screen.contains("docker") && script.screen.contains("3 quotations · 1 article · 2025-03-04"))
        #expect(script.screen.contains("By month") && script.screen.contains("█"))
        script.press("j")
        #expect(script.state.personPage?.summary.name == "Ruud Aalto")
        #expect(!script.pressing("<esc>").screen.contains("By month"))
    }

    @Test func aPersonsQuotationsAreATimeline() throws {
        var script = try Script(120, 24, Articles.three()).pressing("P<enter>")
        #expect(script.state.place == .quotations && script.status.contains("quotations by Marit Solheim"))
        #expect(script.state.quotations.rows.allSatisfy { $0.speaker == "Marit Solheim" })
        script.press("<enter>")
        #expect(script.state.place == .article && script.status.contains("Marit Solheim"))
        script.press("<esc><esc>")
        #expect(script.state.place == .people)
    }

    @Test func theSameWordsElsewhereShowWhatDiffers() throws {
        var script = try Script(120, 24, Articles.three()).pressing("<enter>]S")
        #expect(script.state.place == .quotations && script.status.contains("1 of 2 other reports"))
        #expect(script.screen.contains("‹"))
        script.press("<esc>")
        #expect(script.state.place == .article && script.status.contains("quotation 1 of 6"))
    }

    @Test func aComparisonLightsWhatOnlyThisReportHas() {
        let alignment = WordAlignment(
            asked: "we will talk", found: "We shall talk now",
            runs: [
                .init(.same, asked: 0..<2, found: 0..<2), .init(.changed, asked: 3..<7, found: 3..<8),
                .init(.same, asked: 8..<12, found: 9..<13), .init(.leftOut, asked: nil, found: 14..<17),
            ])
        let compared = ComparedText(alignment)
        #expect(compared.text == "We shall ‹will› talk now")
        #expect(compared.lit.map { compared.text.text(in: $0) } == ["shall", "now"])
    }

    @Test func theOutlineShowsItsPartAndEscapeTheOldPlace() throws {
        var script = try Script(60, 12, Articles.three()).pressing("<enter>")
        let before = script.screen
        script.press("O")
        #expect(script.screen.contains(" Outline ") && script.screen.contains("Across the water"))
        script.press("<esc>")
        #expect(script.screen == before)
        script.press("O<enter>")
        #expect(script.state.open?.place ?? 0 > 0)
    }

    @Test func linksAreReadAsPeopleWriteThem() throws {
        #expect(Links.all(in: linked().article.text) == ["https://port.example/a_(b)", "https://port.example/x?y=1"])
        #expect(Links.all(in: "http://a.example, http://a.example http://") == ["http://a.example"])
        let script = Script(100, 24, [linked()]).pressing("<enter>Fj<enter>")
        #expect(script.effects.contains(.browse("https://port.example/a_(b)")))
    }

    @Test func theSourceIsOpenedWhereItIsKnown() throws {
        #expect(Script(100, 24, [linked()]).pressing("o").effects.contains(.browse("https://courier.example/2025/ports")))
        let script = try Script(100, 24, [Articles.quiet()]).pressing("o")
        #expect(
            script.status.contains("not known where")
                && !script.effects.contains { if case .browse = $0 { true } else { false } })
    }

    @Test func aNoteStandsOverTheTextAndIsFoundAgain() throws {
        var script = try Script(100, 24, Articles.three()).pressing("a")
        let key = try #require(script.state.list.selectedRow?.key)
        #expect(script.effects.contains(.editNote(key)))
        script.send(.noted(key, "Ask Solheim\nabout the quay"))
        #expect(script.screen.contains("✎ Ask Solheim") && script.screen.contains("✎ about the quay"))
        script.press("/is:noted<enter>")
        #expect(script.state.list.count == 1)
        script.send(.noted(key, ""))
        #expect(!script.screen.contains("✎"))
    }

    @Test func anArticleGoesToACommand() throws {
        let script = try Script(100, 24, Articles.three()).pressing("!wc<enter>")
        let text = try Articles.harbour().article.text
        #expect(script.effects.contains(.pipe(text, to: "wc")))
        #expect(!(try Script(100, 24, Articles.three()).pressing("!wc<esc>").effects.contains(.pipe(text, to: "wc"))))
    }

    @Test(arguments: [
        ("X", ExportRequest.Rows.articles, ""), ("PX", .people, ""), ("QX", .quotations, ""),
        ("P<enter>X", .quotations, "said:\"Marit Solheim\""),
    ])
    func whatIsListedIsWrittenToAFile(_ keys: String, _ rows: ExportRequest.Rows, _ filter: String) throws {
        let script = try Script(100, 24, Articles.three()).pressing(keys + "out.csv<enter>")
        let request = ExportRequest(rows: rows, filter: try Filter(parsing: filter), path: "out.csv")
        #expect(script.effects.contains(.export(request)))
    }

    @Test(arguments: [
        ("yl", "news/harbour.md\n"), ("yc", "Hanne Brandt, “Dockers stay out”, The Courier, 2025-03-04, news/harbour.md\n"),
        ("jj}yp", "The cranes of Port Averyn stood idle on Tuesday.\n"),
    ])
    func moreCanBeCopied(_ keys: String, _ text: String) throws {
        let script = try Script(100, 8, Articles.three()).pressing("<enter>" + keys)
        #expect(script.effects.contains(.copy(text)))
    }

    @Test func theListIsOrderedAndTurnedRound() throws {
        var script = try Script(100, 24, Articles.three()).pressing("st")
        #expect(script.state.filterText == "sort:title" && script.status.contains("by title"))
        script.press("st")
        #expect(script.state.filterText == "sort:-title")
        script.press("sdsd")
        #expect(script.state.filterText == "sort:-date")
        script.press("sd")
        #expect(script.state.filters.isEmpty)
        script.press("/port<enter>sq")
        #expect(script.state.filterText == "port sort:quotes" && script.state.list.count == 2)
    }
}
