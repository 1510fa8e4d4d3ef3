import DocumentModel
import Query
import Screen
import Testing

@testable import Reader

/// Completing a filter, and filters under names.
@Suite struct CompletionTests {
    @Test func whatMayFollowIsShown() throws {
        let script = try Script(80, 24, Articles.three()).pressing("/sa")
        #expect(script.screen.contains("said:") && !script.screen.contains("person:"))
        #expect(!script.pressing("<esc>").screen.contains("said:"))
    }

    @Test func tabTakesTheFirstAndGoesOnToTheNext() throws {
        var script = try Script(80, 24, Articles.three()).pressing("/said:<tab>")
        #expect(script.status.hasPrefix("/said:\"Marit Solheim\" ") && script.state.list.count == 1)
        script.press("<tab>")
        #expect(script.status.hasPrefix("/said:\"Ruud Aalto\" "))
        script.press("<s-tab>")
        #expect(script.status.hasPrefix("/said:\"Marit Solheim\" "))
        script.press("<enter>")
        #expect(script.state.filterText == "said:\"Marit Solheim\"")
    }

    @Test func theOnlyFieldOpensItsValues() throws {
        let script = try Script(80, 24, Articles.three()).pressing("/sai<tab>")
        #expect(script.status.hasPrefix("/said: ") && script.screen.contains("Zoë Říha"))
    }

    @Test func tabBeforeTheAnswerWaitsForIt() throws {
        var script = try Script(80, 24, Articles.three())
        script.holdsAnswers = true
        script.press("/sai<tab>")
        script.answer()
        #expect(script.status.hasPrefix("/said:"))
    }

    @Test func aFilterIsKeptUnderANameAndOnAKey() throws {
        var script = try Script(80, 24, Articles.three()).pressing("/port<enter>Wharbour<enter>")
        #expect(script.effects.contains(.saveFilter("port", as: "harbour")))
        script.press("<esc>@")
        #expect(script.screen.contains("@harbour"))
        script.press("1")
        #expect(script.state.filterText == "@harbour" && script.state.list.count == 2)
        script.press("<esc>/@har<tab><enter>")
        #expect(script.state.list.count == 2)
        script.press("@7")
        #expect(script.status.contains("There is no saved filter 7."))
    }

    @Test func aNameThatCannotBeTypedIsRefused() throws {
        let script = try Script(80, 24, Articles.three()).pressing("/port<enter>Wtwo words<enter>")
        #expect(script.status.contains("A name has letters") && script.state.savedFilters.entries.isEmpty)
    }
}

/// Putting the annotator right.
@Suite struct CorrectingTests {
    private func key(_ ordinal: Int) -> QuotationKey { QuotationKey(article: ArticleKey(rawValue: 1), ordinal: ordinal) }

    @Test(arguments: [
        ("<enter>]cn", CorrectionRequest.notAQuotation(QuotationKey(article: ArticleKey(rawValue: 1), ordinal: 0))),
        ("<enter>]ct", .act(QuotationKey(article: ArticleKey(rawValue: 1), ordinal: 0), .thought)),
        ("Qjct", .act(QuotationKey(article: ArticleKey(rawValue: 1), ordinal: 1), .thought)),
        (
            "<enter>]csj<enter>",
            .speaker(QuotationKey(article: ArticleKey(rawValue: 1), ordinal: 0), ActorName("Ruud Aalto"))
        ),
        (
            "<enter>]csG<enter>Ada Moss<enter>",
            .speaker(QuotationKey(article: ArticleKey(rawValue: 1), ordinal: 0), ActorName("Ada Moss"))
        ),
        ("<enter>]csGk<enter>", .speaker(QuotationKey(article: ArticleKey(rawValue: 1), ordinal: 0), nil)),
        ("Pcm<enter>", .merge(ActorName("Ruud Aalto"), ActorName("Marit Solheim"))),
        ("Pcr<c-u>M. Solheim<enter>", .rename(ActorName("Marit Solheim"), to: "M. Solheim")),
    ])
    func aFewKeysPutItRight(_ keys: String, _ request: CorrectionRequest) throws {
        let script = try Script(100, 24, Articles.three()).pressing(keys)
        #expect(script.library.corrections == [request])
    }

    /// Of several who are called so, the one is meant whom the open article names.
    @Test func somebodyInAnArticleIsMeantAsTheArticleNamesThem() throws {
        let article = try Articles.three()[0].article
        let script = try Script(100, 24, Articles.three()).pressing("<enter>]cr<c-u>M. Solheim<enter>")
        let name = ActorName("Marit Solheim", in: ArticleIdentity(of: article))
        #expect(script.library.corrections == [.rename(name, to: "M. Solheim")])
    }

    /// The row before the last: whoever is called so in other articles is somebody else.
    @Test func somebodyInAnArticleIsToldFromANamesakeElsewhere() throws {
        let article = try Articles.three()[0].article
        let script = try Script(100, 24, Articles.three()).pressing("<enter>]cxGk<enter>")
        let name = ActorName("Marit Solheim", in: ArticleIdentity(of: article))
        #expect(script.library.corrections == [.split(name, name)])
    }

    @Test func theScreenStaysWhereItWasAndOneKeyUndoes() throws {
        var script = try Script(60, 20, [Articles.long(40)]).pressing("<enter>]]")
        let before = script.state.frame().lines.dropLast()
        script.press("cn")
        #expect(script.status.contains("Corrected.") && script.state.frame().lines.dropLast() == before)
        script.press("u")
        #expect(script.library.corrections.isEmpty && script.status.contains("Taken back."))
        script.press("u")
        #expect(script.status.contains("nothing to take back"))
    }

    @Test func withoutAQuotationItSaysWhatToDo() throws {
        let script = try Script(100, 24, Articles.three()).pressing("<enter>cn")
        #expect(script.library.corrections.isEmpty && script.status.contains("First go to a quotation"))
    }
}
