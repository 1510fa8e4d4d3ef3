import DocumentModel
import Query
import Screen
import Testing

@testable import Reader

/// The list under headings.
@Suite struct GroupTests {
    private func dated(_ count: Int) -> [AnnotatedArticle] {
        (0..<count).map { number in
            let text = "Words of article \(number)."
            let article = Article(
                id: "\(number).txt", text: text, headline: .own("Article \(number)"),
                details: Details(date: "2025-03-\(10 + number / 3)", source: number % 2 == 0 ? "Courier" : nil),
                blocks: [Block(.paragraph, 0..<text.utf8.count)])
            return AnnotatedArticle(article, Annotation())
        }
    }

    @Test func aHeadingStandsOverTheArticlesOfADay() throws {
        let script = Script(40, 10, dated(9)).pressing("vgk")
        let expected = """
             2025-03-10
            ▌● Article 0
             ● Article 1
             ● Article 2
             2025-03-11
             ● Article 3
             ● Article 4
             ● Article 5
             2025-03-12
             1 of 9             ? help   / filter
            """
        #expect(script.screen == expected, "\n\(script.screen)\n")
        #expect(script.effects.contains { if case .keepSettings(let kept) = $0 { kept.grouped } else { false } })
    }

    @Test(arguments: [3, 4, 5, 9, 24])
    func theSelectionIsAlwaysOnTheScreen(_ height: Int) throws {
        var script = Script(40, height, dated(30)).pressing("vg")
        for key in ["j", "j", "j", "j", "j", "<space>", "G", "k", "k", "b", "7j", "g"] {
            script.press(key)
            let lines = script.state.listPlan(from: script.state.list.top).lines
            #expect(lines.contains { $0.heading == nil && $0.index == script.state.list.selected }, "after \(key)")
        }
    }

    @Test func theOrderSaysWhatTheGroupsAre() throws {
        let script = Script(40, 10, dated(4)).pressing("vgso")
        #expect(script.screen.contains("Courier") && script.screen.contains("no outlet"))
    }

    @Test func storiesThatAsManyTellAreStillTwo() {
        func row(_ number: Int64, story: Int64?) -> ArticleSummary {
            ArticleSummary(
                key: ArticleKey(rawValue: number), title: "T\(number)", id: "\(number)",
                story: story.map { ArticleSummary.Story(number: $0, articles: 2) })
        }
        var list = WindowedList<ArticleSummary>()
        list.ask(0..<6, generation: 1)
        let rows = [
            row(1, story: 7), row(2, story: 7), row(3, story: 8), row(4, story: 8), row(5, story: nil), row(6, story: nil),
        ]
        _ = list.take(total: 6, first: 0, rows: rows, generation: 1)
        let plan = ArticleListPlan(list, top: 0, height: 20, layout: .oneLine, groupedBy: .story)
        let expected = [
            "2 reports of one story", nil, nil, "2 reports of one story", nil, nil, "reported once", nil, nil,
        ]
        #expect(plan.lines.map(\.heading) == expected)
    }

    @Test func theMouseTakesTheRowUnderIt() throws {
        var script = Script(40, 10, dated(9)).pressing("vg")
        script.send(.input(.mouse(.press, Position(x: 5, y: 6))))
        #expect(script.selectedTitle == "Article 4")
        script.send(.input(.mouse(.press, Position(x: 5, y: 4))))
        #expect(script.selectedTitle == "Article 4", "a heading is no row")
    }
}

/// The help, searched.
@Suite struct HelpSearchTests {
    @Test func wordsNarrowTheHelp() throws {
        var script = try Script(80, 24, Articles.three()).pressing("?/speaker w")
        #expect(script.screen.contains("why this speaker") && !script.screen.contains("a page down"))
        script.press("<enter>j<esc>")
        #expect(script.screen.contains("In the list: going places"), "first all keys again")
        script.press("<esc>")
        #expect(script.state.place == .list)
    }

    @Test func whatNoKeyDoesIsSaid() throws {
        let script = try Script(80, 24, Articles.three()).pressing("?/zebra")
        #expect(script.screen.contains("No key does this."))
        #expect(script.pressing("<esc>").screen.contains("In the list: going places"))
    }
}
