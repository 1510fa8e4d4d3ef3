import DocumentModel
import Screen
import Testing

@testable import Reader

/// What looks how: every role has a style of its own here, so that a cell tells its role.
@Suite struct StyleTests {
    private static let theme: Theme = {
        var styles: [Role: Style] = [:]
        for (number, role) in Role.allCases.enumerated() { styles[role] = Style(foreground: .rgb(UInt32(number + 1))) }
        // Cues that are not colours, which stay under a speaker's colour.
        styles[.person] = Style(foreground: .rgb(0xAA), attributes: .underline)
        styles[.current] = Style(attributes: .reverse)
        styles[.match] = Style(background: .rgb(0xBB))
        styles[.uncertain] = Style(attributes: .italic)
        return Theme(
            name: "test", styles: styles, speakers: [Style(foreground: .rgb(0xF0)), Style(foreground: .rgb(0xF1))])
    }()

    private func script(_ keys: String = "", _ articles: [AnnotatedArticle]? = nil) throws -> Script {
        try Script(120, 40, articles ?? Articles.three(), themes: [Self.theme]).pressing(keys)
    }

    /// The style of the first character of `words` right of the list.
    private func style(of words: String, _ script: Script) throws -> Style {
        let frame = script.state.frame()
        for y in 0..<frame.size.height {
            let row = (42..<frame.size.width).map { frame[$0, y].text }.joined()
            guard let range = row.firstRange(of: words) else { continue }
            return frame[42 + row.distance(from: row.startIndex, to: range.lowerBound), y].style
        }
        throw Missing(words: words)
    }

    private struct Missing: Error { var words: String }

    @Test func quotationsHaveTheirSpeakersColor() throws {
        let script = try script()
        #expect(try style(of: "We did not leave", script).foreground == .rgb(0xF0))
        #expect(try style(of: "pilots had", script).foreground == .rgb(0xF1))
        #expect(try style(of: "debating club", script).foreground == .rgb(0xF1))
        #expect(try style(of: "The cranes", script) == Self.theme[.text])
        #expect(try style(of: "said. \"It", script) == Self.theme[.text].overlaid(by: Self.theme[.cue]))
    }

    @Test func namesAreLitByKind() throws {
        let script = try script()
        #expect(try style(of: "Port Averyn", script).foreground == Self.theme[.place].foreground)
        #expect(try style(of: "Valdrian Ports", script).foreground == Self.theme[.organisation].foreground)
        #expect(try style(of: "Tuesday", script).foreground == Self.theme[.figure].foreground)
        #expect(try style(of: "Marit Solheim said", script) == Self.theme[.text].overlaid(by: Self.theme[.person]))
        #expect(try style(of: "Port Averyn", script.pressing("vn")) == Self.theme[.text])
    }

    @Test func aNameInsideAQuotationKeepsTheSpeakersColorAndItsOtherCue() throws {
        let article = try MarkedArticle.article(
            "x.md",
            """
            ⟦Q1⟧"Ask ⟦PERSON⟧Ann Example⟦/PERSON⟧ about it,"⟦/Q1⟧ ⟦S1⟧⟦PERSON⟧Bob Test⟦/PERSON⟧⟦/S1⟧ ⟦C1⟧said⟦/C1⟧.
            ====
            Q1 direct speech Bob Test
            """)
        let style = try style(of: "Ann Example", script("", [article]))
        #expect(style.foreground == .rgb(0xF0) && style.attributes == .underline)
    }

    @Test func theQuotationOneIsAtStandsOut() throws {
        let script = try script("]")
        #expect(try style(of: "We did not leave", script).attributes.contains(.reverse))
        #expect(try !style(of: "debating club", script).attributes.contains(.reverse))
    }

    @Test func theNameOneIsAtStandsOutFromOthersAndFromTheQuotationItIsIn() throws {
        let script = try script("<enter>e")
        #expect(try style(of: "Port Averyn", script).foreground == Self.theme[.matchCurrent].foreground)
        #expect(script.screen.contains("▶  The cranes of Port Averyn"))
        // A filter lights names too: the one the reader is at is told from them.
        let filtered = try self.script("/averyn<enter><enter>e")
        #expect(try style(of: "Averyn stood", filtered).foreground == Self.theme[.matchCurrent].foreground)
    }

    @Test(arguments: ["terminal", "monochrome"])
    func theNameOneIsAtStandsOutWithoutColors(_ name: String) throws {
        let theme = try #require(try ThemeCatalogue().theme(named: name)).adapted(to: .none)
        let here = try Script(120, 40, Articles.three(), themes: [theme]).pressing("<enter>e")
        let away = try Script(120, 40, Articles.three(), themes: [theme]).pressing("<enter>eE")
        #expect(try style(of: "Port Averyn", here).attributes.contains(.reverse))
        #expect(try style(of: "Tuesday", here) == style(of: "Tuesday", away))
    }

    @Test func headingsAndBoilerplateLookTheirPart() throws {
        let script = try script()
        #expect(try style(of: "Across the water", script) == Self.theme[.heading])
        #expect(try style(of: "Read more", script) == Self.theme[.boilerplate])
        #expect(try style(of: "Dockers stay out", script) == Self.theme[.title])
    }

    @Test func whatAFilterFoundIsLitInTextAndList() throws {
        let script = try script("/averyn<enter>")
        #expect(try style(of: "Averyn stood", script).background == .rgb(0xBB))
        #expect(try style(of: "Port", script).background == .standard)
        let frame = script.state.frame()
        let lit = (0..<40).filter { frame[$0, 2].style.background == .rgb(0xBB) }.map { frame[$0, 2].text }.joined()
        #expect(lit == "Averyn")
    }

    @Test func aPersonIsLitUnderEverySpelling() throws {
        let script = try script("/said:\"marit solheim\"<enter>")
        #expect(try style(of: "Marit Solheim said", script).background == .rgb(0xBB))
        #expect(try style(of: "Solheim answered", script).background == .standard, "no name is marked there")
        #expect(try style(of: "Solheim added", script).background == .rgb(0xBB))
    }

    @Test func doubtIsShownInTheGutterTheTextAndTheMargin() throws {
        var article = try Articles.flood()
        article.annotation.quotations[0].speakerConfidence = Probability(thousandths: 300)
        let script = try script("", [article])
        #expect(try style(of: "The river took it", script).attributes.contains(.italic))
        #expect(script.screen.contains(" ┃?Zoë Říha lost her shop."))
        #expect(script.screen.contains("Zoë Říha ?"))
    }

    @Test func theCursorIsAtTheSelection() throws {
        #expect(try script("j").state.frame().cursor == Position(x: 0, y: 2))
        let frame = try script("]").state.frame()
        let cursor = try #require(frame.cursor)
        #expect(frame[cursor.x, cursor.y].text == "\"" && frame[cursor.x + 1, cursor.y].text == "W")
    }
}
