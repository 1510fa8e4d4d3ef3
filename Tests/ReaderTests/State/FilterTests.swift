import DocumentModel
import Query
import Screen
import Testing

@testable import Reader

/// Filtering: typing, undoing, by person.
@Suite struct FilterTests {
    @Test func everyKeyNarrowsTheList() throws {
        var script = try Script(120, 24, Articles.three())
        var counts: [Int] = []
        for key in ["/", "p", "o", "r", "t"] {
            script.press(key)
            counts.append(script.state.list.count)
        }
        #expect(counts == [3, 2, 2, 2, 2])
        #expect(script.status.hasPrefix("/port") && script.status.hasSuffix("2 articles"))
        #expect(script.state.frame().showsCursor && script.state.frame().cursor == Position(x: 5, y: 23))
        script.press("<enter>")
        #expect(script.status.hasPrefix(" 1 of 2 · with “port…”"))
    }

    @Test func escapeGivesEverythingBackWithThePlaceKept() throws {
        var script = try Script(80, 24, Articles.many(60)).pressing("<space><space>jj<enter>")
        let before = script.screen
        script.press("/solheim")
        #expect(script.state.list.count == 20)
        script.press("<esc>")
        #expect(script.screen == before)
        #expect(script.state.place == .article)
    }

    @Test func aKeptFilterIsUndoneWithThePlaceKept() throws {
        var script = try Script(80, 24, Articles.many(60)).pressing("<space><space>jj")
        let selected = script.selectedTitle
        let top = script.state.list.top
        script.press("/solheim<enter>jjj")
        #expect(script.selectedTitle == "Article 12")
        script.press("<esc>")
        #expect(script.selectedTitle == selected && script.state.list.top == top && script.state.list.count == 60)
    }

    @Test func aMistakeIsShownAtItsPlaceAndTheListStays() throws {
        var script = try Script(100, 24, Articles.three()).pressing("/port zork")
        let list = script.state.list.rows
        script.press(":x")
        #expect(script.state.list.rows == list)
        let above = script.state.frame().lines[20...22].joined(separator: "\n")
        #expect(above.contains("zork"))
        script.press("<enter>")
        #expect(script.state.place == .prompt, "Enter does not keep a mistake")
        script.press("<c-w>")
        #expect(!script.state.frame().lines[20...22].joined().contains("zork"))
    }

    @Test(arguments: [(40, 12), (24, 10), (20, 5), (12, 4), (1, 1)])
    func aLongMistakeTakesTheRowsItNeeds(_ width: Int, _ height: Int) throws {
        let script = try Script(width, height, Articles.three()).pressing("/xx:(")
        guard case .prompt(let prompt) = script.state.overlay else { return }
        let message = try #require(prompt.mistake?.message)
        let above = script.state.frame().lines.dropLast().suffix(7).filter { !$0.contains("▾") }
        let shown = above.joined(separator: " ").split(separator: " ")
        let words = message.split(separator: " ")
        if width >= 40 { #expect(words.allSatisfy { shown.contains($0) }, "\(above)") }
    }

    @Test func theLineIsEdited() throws {
        var script = try Script(80, 24, Articles.three()).pressing("/qorst<left><left><backspace>")
        #expect(script.status.hasPrefix("/qost"))
        script.press("<home><del>p<right>r<end><c-h><c-h><c-h>")
        #expect(script.status.hasPrefix("/po"))
        script.press("<c-u>")
        #expect(script.state.list.count == 3)
        script.press("<backspace>")
        #expect(script.state.place == .list, "there is nothing left to delete")
    }

    @Test func pastedTextIsOneLine() throws {
        var script = try Script(80, 24, Articles.three()).pressing("/")
        script.send(.input(.paste("po\u{1B}[31mrt\nx")))
        #expect(script.status.hasPrefix("/po[31mrt x"))
    }

    @Test func earlierFiltersComeBack() throws {
        var script = try Script(80, 24, Articles.three()).pressing("/river<enter><esc>/port<enter><esc>/<up>")
        #expect(script.status.hasPrefix("/port"))
        script.press("<up>")
        #expect(script.status.hasPrefix("/river"))
        script.press("<down><down>")
        #expect(script.status.hasPrefix("/ ") || script.status == "/")
    }

    @Test func aKeptFilterIsThereToNarrowFurther() throws {
        let script = try Script(80, 24, Articles.three()).pressing("/port<enter>/")
        #expect(script.status.hasPrefix("/port "))
    }

    @Test func anEmptyLineTakesTheFilterAway() throws {
        let script = try Script(80, 24, Articles.three()).pressing("/river<enter>/<c-u><enter>")
        #expect(script.state.list.count == 3 && script.state.filters.isEmpty)
    }

    @Test func whoSpeaksIsFilteredByAndTheArticleStays() throws {
        var script = try Script(120, 24, Articles.three()).pressing("]p")
        #expect(script.state.filterText == "said:\"Marit Solheim\"")
        #expect(script.state.list.count == 1 && script.state.place == .article)
        #expect(script.openTitle == "Dockers stay out")
        // Another person takes that one's place.
        script.press("]]p")
        #expect(script.state.filterText == "said:\"Ruud Aalto\"" && script.state.filters.count == 1)
        script.press("<esc><esc>")
        #expect(script.state.list.count == 3)
    }

    @Test func aNameUnderTheCursorIsFilteredBy() throws {
        let script = try Script(120, 24, Articles.three()).pressing("<enter>ep")
        #expect(script.state.filterText == "place:\"Port Averyn\"")
        #expect(script.state.list.count == 2)
    }

    @Test func thePeopleNarrowTheFilteredList() throws {
        var script = try Script(120, 24, Articles.three()).pressing("/port<enter>P")
        #expect(script.state.place == .people)
        #expect(script.state.people.rows.map(\.name) == ["Marit Solheim", "Ruud Aalto", "Port Averyn", "Valdrian Ports"])
        script.press("p")
        #expect(script.state.place == .list && script.state.filterText == "port person:\"Marit Solheim\"")
        #expect(script.state.list.count == 1)
        script.press("<esc>")
        #expect(script.state.filterText == "port")
    }

    @Test func quotationsOpenTheirArticles() throws {
        var script = try Script(120, 24, Articles.three()).pressing("Qjjjjjj")
        #expect(script.openTitle == "The river is back in its bed", "shown beside the list")
        #expect(script.library.read.isEmpty)
        script.press("kkk<enter>")
        #expect(script.state.place == .article && script.status.hasPrefix(" quotation 4 of 6 · Ruud Aalto"))
        script.press("<esc>")
        #expect(script.state.place == .quotations)
        script.press("<esc>")
        #expect(script.state.place == .list)
    }

    @Test func matchesAreLitWithoutRegardToCaseAndAccents() throws {
        let text = "Zoë ŘÍHA, ríhová und Harihan"
        let lit = LitWords(of: try .init(parsing: "riha"))
        #expect(lit.ranges(in: text, 0..<text.utf8.count).map { text.text(in: $0) } == ["ŘÍHA"])
        let prefix = LitWords(of: try .init(parsing: "RIH -zoe"))
        #expect(prefix.ranges(in: text, 0..<text.utf8.count).map { text.text(in: $0) } == ["ŘÍHA", "ríhová"])
        let phrase = LitWords(of: try .init(parsing: "\"zoe riha\""))
        #expect(phrase.ranges(in: text, 0..<text.utf8.count).map { text.text(in: $0) } == ["Zoë ŘÍHA"])
    }

    @Test func aPersonIsLitUnderEverySpelling() throws {
        let article = try Articles.harbour()
        let lit = LitWords(of: try .init(parsing: "said:\"Marit Solheim\""))
        #expect(lit.actors(in: article.annotation).count == 1)
    }

    @Test(arguments: [
        // The list under a new filter is not there: what is chosen from it waits, typing and leaving do not.
        ("/dam<enter>", "<enter>", true), ("/dam<enter>", "j", true), ("/dam<enter>", "]", true), ("/dam", "x", false),
        ("/dam<enter>", "<esc>", false), ("/dam<enter>", "?", false), ("P", "p", true), ("P", "q", false),
        // The list is there, and only the article beside it is not.
        ("j", "j", false), ("j", "]", true), ("j<enter>", "<space>", true), ("", "j", false),
    ])
    func keysTypedAheadWait(_ keys: String, _ next: String, _ waits: Bool) throws {
        var script = try Script(120, 30, Articles.many(20))
        script.holdsAnswers = true
        script.press(keys)
        let key = try #require(Key(parsing: next))
        #expect(script.state.awaitsAnswer(before: .key(key)) == waits)
        script.answer()
        script.answer()
        #expect(!script.state.awaitsAnswer(before: .key(key)))
    }
}
