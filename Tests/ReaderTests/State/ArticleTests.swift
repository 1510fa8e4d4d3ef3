import DocumentModel
import Screen
import Testing

@testable import Reader

/// Reading an article: scrolling, jumping, places, copying.
@Suite struct ArticleTests {
    private func top(_ script: Script) -> String { script.state.frame().lines[0] }

    @Test func quotationsFollowEachOtherAndThenTheNextArticle() throws {
        var script = try Script(120, 24, Articles.three()).pressing("<enter>")
        for number in 1...6 {
            script.press("]")
            #expect(script.status.hasPrefix(" quotation \(number) of 6 · "))
        }
        script.press("n")
        #expect(script.status.hasPrefix(" The last quotation; n again goes to the next article."))
        #expect(script.openTitle == "Dockers stay out")
        script.press("n")
        #expect(script.openTitle == "The river is back in its bed")
        #expect(script.status.hasPrefix(" quotation 1 of 1 · Zoë Říha"))
        #expect(script.library.read.count == 2)
        script.press("[")
        script.press("[")
        #expect(script.status.hasPrefix(" quotation 6 of 6 · Marit Solheim"), "backwards to the last one before")
    }

    @Test func anotherKeyBetweenTwoJumpsIsNoSecondPress() throws {
        let script = try Script(120, 24, Articles.three()).pressing("<enter>]]]]]]]j]")
        #expect(script.openTitle == "Dockers stay out")
    }

    @Test func theSameSpeakersQuotationsFollowEachOther() throws {
        var script = try Script(120, 24, Articles.three()).pressing("]>")
        #expect(script.status.hasPrefix(" quotation 2 of 6"))
        script.press(">")
        #expect(script.status.hasPrefix(" quotation 6 of 6"))
        script.press(">")
        #expect(script.status.hasPrefix(" No later quotation by Marit Solheim here."))
        script.press("<lt><lt>")
        #expect(script.status.hasPrefix(" quotation 1 of 6"))
    }

    @Test func namesFollowEachOther() throws {
        var script = try Script(120, 24, Articles.three()).pressing("<enter>ee")
        #expect(script.status.hasPrefix(" Tuesday"))
        script.press("E")
        #expect(script.status.hasPrefix(" Port Averyn"))
        script.press("E")
        #expect(script.status.hasPrefix(" No name above."))
    }

    @Test func aJumpCountsFromTheScreenWhenTheCursorHasLeftIt() throws {
        var script = try Script(80, 24, [Articles.long(100)]).pressing("<enter>]")
        #expect(script.status.hasPrefix(" quotation 1 of 20"))
        script.press("G[")
        #expect(script.status.hasPrefix(" quotation 19 of 20") || script.status.hasPrefix(" quotation 18 of 20"))
        script.press("g]")
        #expect(script.status.hasPrefix(" quotation 1 of 20"))
    }

    @Test func theQuotationIsAlwaysOnTheScreen() throws {
        var script = try Script(50, 8, [Articles.long(60)]).pressing("<enter>")
        for number in 1...12 {
            script.press("]")
            let frame = script.state.frame()
            let cursor = try #require(frame.cursor)
            #expect(frame.lines[cursor.y].hasPrefix("▶┃ \"This is quotation \(number * 5)"))
        }
    }

    @Test func pagesOverlapByALineAndEndAtTheEnd() throws {
        var script = try Script(60, 20, [Articles.long(40)]).pressing("<enter>")
        let second = script.state.frame().lines[18]
        script.press("<space>")
        #expect(top(script) == second)
        script.press("b")
        #expect(top(script) == "   A long one")
        script.press("Gj")
        #expect(script.status.contains("The article's end."))
        script.press("k")
        #expect(!script.status.contains("The article's end."))
    }

    @Test func paragraphsBeginAtTheTop() throws {
        var script = try Script(60, 20, [Articles.long(40)]).pressing("<enter>}")
        #expect(top(script).hasPrefix("   Paragraph 1 "))
        script.press("}}")
        #expect(top(script).hasPrefix("   Paragraph 3 "))
        script.press("j{")
        #expect(top(script).hasPrefix("   Paragraph 3 "))
        script.press("{")
        #expect(top(script).hasPrefix("   Paragraph 2 "))
        script.press("{{{{")
        #expect(top(script) == "   A long one")
    }

    @Test func thePlaceIsKeptAndComesBack() throws {
        var script = try Script(60, 20, [Articles.long(40), Articles.quiet()]).pressing("<enter><space><space>j")
        let line = top(script)
        #expect(!line.isEmpty)
        script.press("<esc>")
        #expect(script.library.places.count == 1)
        script.press("j<enter><esc>k<enter>")
        #expect(top(script) == line)
    }

    @Test func aResizeKeepsThePlaceHoweverOften() throws {
        var script = try Script(90, 30, [Articles.long(200)]).pressing("<enter><space><space><space><space>")
        let line = top(script)
        for width in stride(from: 120, to: 20, by: -7) { script.resize(width, 10 + width % 13) }
        script.resize(1, 1)
        script.resize(0, 0)
        script.resize(90, 30)
        #expect(top(script) == line)
    }

    @Test func aQuotationIsCopiedWithItsCitation() throws {
        let script = try Script(120, 24, Articles.three()).pressing("]yy")
        #expect(
            script.effects.contains(
                .copy(
                    "\"We did not leave the quay,\" … \"It was taken from us.\"\n— Marit Solheim, “Dockers stay out”, The Courier, 2025-03-04, news/harbour.md\n"
                )))
    }

    @Test func whatIsLitCanBeSwitchedOff() throws {
        var script = try Script(120, 24, Articles.three())
        #expect(script.screen.contains("┊ Ruud Aalto"))
        script.press("vq")
        #expect(!script.screen.contains("┊") && !script.screen.contains("° "))
        #expect(script.effects.contains { if case .keepSettings(let kept) = $0 { !kept.quotationsLit } else { false } })
        script.press("vq")
        #expect(script.screen.contains("┊ Ruud Aalto"))
    }

    @Test func escapeStepsBackOneAtATime() throws {
        var script = try Script(120, 24, Articles.three()).pressing("/port<enter><enter>")
        #expect(script.state.place == .article && script.state.list.count == 2)
        script.press("<esc>")
        #expect(script.state.place == .list && script.state.list.count == 2)
        script.press("<esc>")
        #expect(script.state.list.count == 3)
        script.press("<esc>")
        #expect(script.status.hasPrefix(" q ends the program.") && !script.effects.contains(.quit))
    }

    @Test(arguments: [
        ("q", true), ("<enter>q", false), ("<enter>qq", true), ("Pq", false), ("?q", false), ("<enter>ZZ", true),
    ])
    func quitGoesBackToTheListFirst(_ keys: String, _ ends: Bool) throws {
        let script = try Script(80, 24, Articles.three()).pressing(keys)
        #expect(script.effects.contains(.quit) == ends)
    }

    @Test func clickingAQuotationGoesToIt() throws {
        var script = try Script(120, 24, Articles.three())
        let row = try #require(script.state.frame().lines.firstIndex { $0.contains("dismissed") || $0.contains("pilots") })
        script.send(.input(.mouse(.press, Position(x: 90, y: row))))
        #expect(script.status.hasPrefix(" quotation 3 of 6 · Ruud Aalto"))
    }
}
