import DocumentModel
import Screen
import Testing

@testable import Reader

@Suite struct LineBreakingTests {
    private func lines(_ text: String, _ width: Int) -> [String] {
        LineBreaking.lines(of: BlockText(text, 0..<text.utf8.count), in: text, width: width).map { runs in
            runs.enumerated().map {
                // A line end inside a run is drawn as the blank it stands for.
                ($0 > 0 && $1.followsSpace ? " " : "") + TextWidth.cleaned(String(text.text(in: $1.range)))
            }.joined()
        }
    }

    @Test(arguments: [
        ("", 10, [""]),
        ("one", 10, ["one"]),
        ("one two three", 7, ["one two", "three"]),
        // The source's own line ends are none; an opening mark stays with its word.
        ("He told \"\nwe are\nready\" to all", 40, ["He told \"we are ready\" to all"]),
        // Even lines rather than full ones.
        ("aaa bb cc ddddd", 6, ["aaa", "bb cc", "ddddd"]),
        // A dash never begins a line.
        ("it was so – and more", 11, ["it was so –", "and more"]),
        // Compounds part after a hyphen, addresses after a slash, and anything where it must.
        ("the state-owned news outlet", 12, ["the state-", "owned news", "outlet"]),
        (
            "see https://example.org/news/2024/item.html now", 22,
            ["see", "https://example.org/", "news/2024/item.html", "now"]
        ),
        ("abcdefghijkl", 5, ["abcde", "fghij", "kl"]),
        ("at https://a.example/long-words-here", 33, ["at", "https://a.example/long-words-here"]),
        // Wide characters are whole and count double.
        ("日本語のニュース", 5, ["日本", "語の", "ニュ", "ース"]),
    ])
    func breaks(_ text: String, _ width: Int, _ expected: [String]) { #expect(lines(text, width) == expected) }

    @Test(arguments: 1...40)
    func noLineIsTooWideAndNothingIsLost(_ width: Int) {
        let text =
            "“Éver—so long,” said Łukasz of the 北京 bureau — he’d a co-operative, wide-ranging a/b/c/d/e/f/g view… 🙂 ok"
        let set = lines(text, width)
        for line in set { #expect(TextWidth.of(line) <= max(2, width), "\(line)") }
        #expect(set.joined().filter { $0 != " " } == text.filter { $0 != " " })
    }
}

@Suite struct ArticleFlowTests {
    private func flow(_ text: String, _ blocks: [Block], _ headline: Headline = .none, width: Int = 20) -> ArticleFlow {
        ArticleFlow(Article(id: "x", text: text, headline: headline, blocks: blocks), details: ["details"], width: width)
    }

    private func shown(_ flow: inout ArticleFlow, from top: FlowPosition = .start, _ height: Int = 50) -> [String] {
        let text = flow.article.text
        return flow.lines(from: top, height: height).map { _, line in
            let runs = line.runs.enumerated().map { ($0 > 0 && $1.followsSpace ? " " : "") + text.text(in: $1.range) }
                .joined()
            let indent = String(repeating: " ", count: line.indent - TextWidth.of(line.mark))
            return (line.mark + indent + runs + line.madeText)
        }
    }

    @Test func headingsParagraphsAndListsAreSet() {
        let text = "The title\n\nA paragraph that is longer.\n\n- one item that goes on\n- two\n\n1. first"
        let ranges = [0..<9, 11..<38, 40..<63, 64..<69, 71..<79]
        let kinds: [Block.Kind] = [.title, .paragraph, .listItem, .listItem, .listItem]
        var flow = flow(text, zip(kinds, ranges).map { Block($0, $1) }, .inText(0..<9))
        #expect(
            shown(&flow) == [
                "The title", "", "details", "", "A paragraph that is", "longer.", "", "• one item that goes", "  on",
                "• two",
                "1. first",
            ])
    }

    @Test func aPlaceKeepsItsLineAtEveryWidth() {
        let words = (1...400).map { "word\($0)" }.joined(separator: " ")
        let block = Block(.paragraph, 0..<words.utf8.count)
        for width in [7, 20, 33, 72] {
            var flow = flow(words, [block], width: width)
            for offset in stride(from: 0, to: words.utf8.count, by: 97) {
                let position = flow.position(of: TextPlace(part: .text, offset: offset))
                let line = flow.lines(of: position.item)[position.line]
                let extent = line.extent ?? 0..<0
                #expect(extent.lowerBound <= offset && offset <= extent.upperBound)
            }
        }
    }

    @Test func movingDownAndUpAgainArrivesAtTheSameLine() {
        let text = (1...60).map { "Paragraph \($0) has some words in it." }.joined(separator: "\n\n")
        var flow = flow(text, MarkedArticle.blocks(of: text))
        let all = flow.lines(from: .start, height: 10_000).map(\.position)
        #expect(all.last == flow.end())
        for (index, position) in all.enumerated() {
            #expect(flow.position(index, from: .start) == position)
            #expect(flow.position(-index, from: position) == .start)
            #expect(flow.distance(from: .start, to: position, limit: 10_000) == index)
        }
        #expect(flow.position(-5, from: .start) == .start)
        #expect(flow.position(5, from: flow.end()) == flow.end())
    }

    @Test func aLineOfMegabytesIsSetOnlyWhereItIsLookedAt() {
        let word = "some words and more "
        let text = String(repeating: word, count: 500_000)
        let end = text.utf8.count - 1
        var flow = flow(text, [Block(.paragraph, 0..<end)], width: 72)
        let last = flow.lines(of: flow.last)
        #expect(last.last?.extent?.upperBound == end)
        let middle = flow.position(of: TextPlace(part: .text, offset: end / 2))
        let shown = flow.lines(from: middle, height: 40)
        #expect(shown.count == 40)
        // The lines follow each other over the seams, with nothing lost or doubled.
        for (one, next) in zip(shown, shown.dropFirst()) {
            #expect((one.line.extent?.upperBound ?? 0) + 1 == next.line.extent?.lowerBound)
        }
        #expect(shown.allSatisfy { ($0.line.extent?.count ?? 99) <= 72 })
    }
}
