import DocumentModel
import Screen
import Testing

@testable import Reader

/// The way through articles: back and forth, marks, counts, repetition.
@Suite struct JumpTests {
    @Test func theWayLeadsBackAndForthOverArticles() throws {
        var script = try Script(60, 20, [Articles.long(40), Articles.flood()]).pressing("<enter>G")
        let end = script.screen
        script.press("J]")
        #expect(script.openTitle == "The river is back in its bed")
        script.press("HH")
        #expect(script.openTitle == "A long one" && script.screen == end)
        script.press("L")
        #expect(script.openTitle == "The river is back in its bed")
        script.press("HHHHH")
        #expect(script.status.contains("This is where the way began."))
    }

    @Test func aJumpForgetsWhatLayAhead() throws {
        var script = try Script(100, 24, Articles.three()).pressing("<enter>]]]H[")
        script.press("L")
        #expect(script.status.contains("This is where the way ends."))
    }

    @Test func aMarkIsComeBackToFromAnywhere() throws {
        var script = try Script(60, 20, [Articles.long(40), Articles.flood()]).pressing("<enter><space><space>")
        let marked = script.screen
        script.press("ma")
        #expect(script.status.contains("Marked a; 'a comes back here"))
        script.press("<esc>j<enter>'")
        #expect(script.screen.contains("A long one"), "the letters in use are shown")
        script.press("a")
        #expect(script.screen == marked)
        script.press("'z")
        #expect(script.status.contains("Nothing is marked z; there are a."))
        script.press("'<esc>")
        #expect(script.screen == marked, "Esc gives the mark up and nothing else")
    }

    @Test func marksAreKeptForTheNextSession() throws {
        var script = try Script(60, 20, [Articles.long(40), Articles.flood()]).pressing("<enter><space>ma")
        script.press("<space>")
        let kept = script.library.bookmarks
        #expect(kept.map(\.letter) == ["a"] && kept.map(\.title) == ["A long one"])
        var next = try Script(60, 20, [Articles.long(40), Articles.flood()])
        next.send(.bookmarks(kept))
        next.press("j'a")
        #expect(next.openTitle == "A long one" && next.state.open?.place == kept.first?.place)
        // What was marked meanwhile is newer.
        next.press("gma")
        next.send(.bookmarks(kept))
        next.press("G'a")
        #expect(next.state.open?.place == 0)
    }

    @Test(arguments: [("5j", 5), ("12j", 12), ("3j2k", 1), ("20G", 19), ("7g", 6), ("2<space>", 20), ("99999999j", 59)])
    func aNumberSaysHowOften(_ keys: String, _ row: Int) throws {
        let script = try Script(60, 24, Articles.many(60)).pressing(keys)
        #expect(script.state.list.selected == row)
    }

    @Test func aNumberShowsUntilItIsUsedOrGivenUp() throws {
        var script = try Script(60, 24, Articles.many(60)).pressing("12")
        #expect(script.status.hasSuffix("12"))
        script.press("<esc>j")
        #expect(script.state.list.selected == 1)
    }

    @Test func aJumpIsRepeated() throws {
        let script = try Script(100, 24, Articles.three()).pressing("<enter>2].")
        #expect(script.status.contains("quotation 4 of 6"))
    }

    @Test func theNextUnreadArticleIsFound() throws {
        var script = try Script(100, 24, Articles.many(8)).pressing("<enter><esc>jr")
        script.press("R")
        #expect(script.state.list.selected == 2)
        script.press("<enter>R")
        #expect(script.state.list.selected == 3 && script.state.place == .article)
        script.press("<esc>")
        for _ in 0..<8 { script.press("R<enter><esc>") }
        script.press("R")
        #expect(script.status.contains("No unread article is listed."))
    }

    @Test func keysThatWaitShowWhatMayFollow() throws {
        let script = try Script(100, 24, Articles.three()).pressing("s")
        #expect(script.screen.contains("newest first") && script.screen.contains("most quotations first"))
        #expect(!script.pressing("<esc>").screen.contains("newest first"))
    }
}
