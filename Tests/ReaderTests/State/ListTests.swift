import DocumentModel
import Screen
import Testing

@testable import Reader

/// The list: moving in it, what it shows beside it, what it asks for.
@Suite struct ListTests {
    @Test(arguments: [
        ("", 0), ("j", 1), ("jjk", 1), ("<down><down><up>", 1), ("k", 0), ("G", 99), ("Gj", 99), ("Gg", 0),
        ("<end><home>", 0),
        ("<space>", 10), ("<space>b", 0), ("<c-d>", 5), ("<c-d><c-u>", 0), ("<pgdn><pgdn><pgup>", 10), ("JJK", 1),
    ])
    func moves(_ keys: String, _ selected: Int) throws {
        let script = try Script(80, 24, Articles.many(100)).pressing(keys)
        #expect(script.state.list.selected == selected)
        #expect(script.selectedTitle == "Article \(selected + 1)")
        #expect(script.openTitle == "Article \(selected + 1)", "the article beside follows")
    }

    @Test func untilAKeyIsPressedArticlesThatComeLeaveTheListAtItsTop() throws {
        var script = try Script(80, 24, Articles.many(3))
        script.add(try Articles.quiet())
        let newest = try Articles.quiet().article.title
        #expect(script.state.list.selected == 0 && script.selectedTitle == newest && script.openTitle == newest)
        script.press("j")
        script.add(try Articles.quiet())
        #expect(script.selectedTitle == "Article 1" && script.state.list.selected == 2)
    }

    @Test func movingInTheListReadsNothing() throws {
        let script = try Script(80, 24, Articles.many(10)).pressing("jjj")
        #expect(script.library.read.isEmpty)
    }

    @Test func enteringAnArticleReadsIt() throws {
        let script = try Script(80, 24, Articles.many(10)).pressing("j<enter>")
        #expect(script.library.read == [ArticleKey(rawValue: 2)])
        #expect(script.state.place == .article)
        #expect(script.state.list.selectedRow?.isRead == true)
    }

    @Test func onANarrowScreenAnArticleOpensOnEnterAlone() throws {
        var script = try Script(60, 20, Articles.many(10)).pressing("jj")
        #expect(script.openTitle == nil)
        script.press("<enter>")
        #expect(script.openTitle == "Article 3")
        #expect(script.state.frame().lines[0] == "   Article 3")
        script.press("<esc>")
        #expect(script.selectedTitle == "Article 3" && script.state.plan.showsList)
    }

    @Test func marksAreToggled() throws {
        var script = try Script(80, 24, Articles.many(3)).pressing("r*")
        #expect(script.library.read.count == 1 && script.library.starred.count == 1)
        script.press("r*")
        #expect(script.library.read.isEmpty && script.library.starred.isEmpty)
    }

    @Test func aMillionRowsAreAskedForAPieceAtATime() throws {
        var state = ReaderState(settings: Settings(), keyMap: .standard, themes: [], size: Size(width: 60, height: 30))
        let total = 1_000_000
        var asked = 0
        func answer(_ effects: [Effect], _ state: inout ReaderState) {
            for effect in effects {
                guard case .list(_, let rows, _, let generation) = effect else { continue }
                asked += 1
                #expect(rows.count < 1000)
                let part = rows.clamped(to: 0..<total)
                let found = part.map {
                    ArticleSummary(key: ArticleKey(rawValue: Int64($0)), title: "Row \($0)", id: "\($0)")
                }
                let event = Event.listed(
                    total: total, first: part.lowerBound, rows: found, kept: nil, generation: generation)
                answer(state.update(event), &state)
            }
        }
        answer(state.start(), &state)
        for keys in ["G", "g", "<space>", "G", "b"] {
            for key in Key.sequence(parsing: keys) ?? [] { answer(state.update(.input(.key(key))), &state) }
            #expect(state.list.selectedRow?.title == "Row \(state.list.selected)")
        }
        for _ in 0..<2000 { answer(state.update(.input(.key(Key(.character("k"))))), &state) }
        #expect(state.list.selectedRow?.title == "Row \(state.list.selected)")
        #expect(asked < 60)
        #expect(state.list.rows.count <= 4000)
    }

    @Test func theSelectionStaysOnItsArticleWhileOthersCome() throws {
        var script = try Script(80, 24, Articles.many(60)).pressing("<space><space>j")
        let title = script.selectedTitle
        let row = script.state.list.selected - script.state.list.top
        for _ in 0..<5 { script.add(try Articles.quiet()) }
        #expect(script.selectedTitle == title)
        #expect(script.state.list.selected - script.state.list.top == row, "and on its row of the screen")
        #expect(script.openTitle == title)
    }

    @Test func articlesThatComeWhileAnAnswerIsAwaitedAreAskedForOnce() throws {
        var script = try Script(80, 24, Articles.many(5)).pressing("jk")
        script.holdsAnswers = true
        for _ in 0..<10 { script.add(try Articles.quiet()) }
        #expect(script.waiting.count == 1)
        script.answer()
        #expect(script.waiting.count == 1, "the answer was out of date when it came")
        script.answer()
        #expect(script.state.list.count == 15 && script.selectedTitle == "Article 1")
    }

    @Test func theArticleInThePaneIsShownAsANewerModelHasIt() throws {
        var script = try Script(100, 24, Articles.three()).pressing("<enter>")
        let open = try #require(script.state.open)
        var renewed = open.article
        let first = try #require(renewed.annotation.quotations.first)
        script.press("]")
        let cursor = try #require(script.state.open?.cursor)
        #expect(cursor == .quotation(0))
        // Another one is found before it.
        renewed.annotation.quotations.insert(
            Quotation(spans: [0..<3], form: .indirect, cue: [], speaker: nil, reasons: []), at: 0)
        script.replace(open.key, renewed)
        #expect(script.state.open?.article == renewed)
        #expect(script.state.open?.cursor == .quotation(1) && script.state.open?.quotation?.spans == first.spans)
        #expect(script.state.open?.place == open.place)
        // What is as it was leaves the reader where it is.
        script.send(.libraryChanged)
        #expect(script.state.open?.cursor == .quotation(1))
    }

    @Test func whatIsAnnotatedAnewIsToldAbout() throws {
        var script = Script(100, 12, [])
        script.send(.annotating(left: 1234))
        #expect(script.status.hasSuffix("annotating anew, 1,234 left"))
        script.send(.annotating(left: 0))
        #expect(!script.status.contains("annotating"))
    }

    @Test func lateAnswersAreDropped() throws {
        var script = try Script(80, 24, Articles.many(9))
        script.holdsAnswers = true
        script.press("jj")
        let opens = script.waiting
        #expect(opens.count == 2)
        var library = script.library
        for effect in opens.reversed() { if let event = library.answer(effect) { script.send(event) } }
        #expect(script.openTitle == "Article 3")
        #expect(Effect.needed(of: opens) == [opens[1]])
    }

    @Test func anArticleThatIsGoneIsSaidSo() throws {
        var script = try Script(60, 20, Articles.many(3))
        script.holdsAnswers = true
        script.press("<enter>")
        guard case .open(let key, let generation) = script.waiting.first else { throw Gone() }
        script.send(.opened(key, nil, place: 0, note: nil, generation: generation))
        #expect(script.status.contains("no longer in the library"))
        #expect(script.state.place == .list)
    }

    private struct Gone: Error {}

    @Test func thePaneIsEmptyWithoutArticles() {
        let script = Script(80, 12, [])
        #expect(script.screen.contains("No articles here.") && script.screen.contains("pullquote --samples"))
    }

    @Test func anImportIsToldAbout() throws {
        var script = Script(100, 12, [])
        script.send(.imported(ImportProgress(done: 312, total: 1000, failed: 2, isRunning: true)))
        #expect(script.screen.contains("Reading articles …"))
        #expect(script.status.hasSuffix("reading 312 of 1,000, 2 failed"))
        script.send(.imported(ImportProgress(done: 1000, total: 1000, failed: 2, isRunning: false)))
        #expect(script.status.contains("2 files could not be read; the rest is here."))
    }

    @Test func errorsStayUntilAKeyAndAreCounted() throws {
        var script = try Script(100, 12, Articles.many(3))
        script.send(.notice(Notice(.error, "a.txt: cannot be read")))
        script.send(.notice(Notice(.error, "b.txt: is no text")))
        script.send(.notice(Notice(.information, "something else")))
        #expect(script.status.hasPrefix(" b.txt: is no text (and 1 more)"))
        script.press("j")
        #expect(!script.status.contains("b.txt"))
    }

    @Test func aNoticeCannotActOnTheTerminal() throws {
        var script = try Script(60, 12, Articles.many(1))
        script.send(.notice(Notice(.error, "a\u{1B}[2Jb\u{202E}c: no\n")))
        for cell in script.state.frame().cells {
            #expect(
                cell.text.unicodeScalars.allSatisfy {
                    $0.value >= 0x20 && $0 != "\u{202E}" && !(0x7F...0x9F).contains($0.value)
                })
        }
    }

    @Test func theMouseChoosesScrollsAndOpens() throws {
        var script = try Script(80, 24, Articles.many(60))
        script.send(.input(.mouse(.press, Position(x: 5, y: 6))))
        #expect(script.selectedTitle == "Article 4" && script.openTitle == "Article 4")
        script.send(.input(.mouse(.scroll(2), Position(x: 5, y: 6))))
        #expect(script.selectedTitle == "Article 6")
        script.send(.input(.mouse(.doublePress, Position(x: 5, y: 0))))
        #expect(script.state.place == .article && script.openTitle == "Article 1")
    }
}
