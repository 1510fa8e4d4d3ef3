import DocumentModel
import Screen
import Testing

@testable import Reader

/// Whole screens, as a person sees them. `keys` bring the reader there from the list of ``Articles/three()``.
@Suite struct ScreenTests {
    private func screen(_ width: Int, _ height: Int, _ keys: String = "") throws -> String {
        try Script(width, height, Articles.three()).pressing(keys).screen
    }

    /// Compares screens; where they differ, the comment is the screen to look at.
    private func expect(_ screen: String, _ expected: String, at location: SourceLocation = #_sourceLocation) {
        #expect(screen == expected, "\n\(screen)\n", sourceLocation: location)
    }

    @Test func wide() throws {
        let expected = """
            ▌  Dockers stay out                                   │   Dockers stay out
            ▌  The Courier · 2025-03-04 · Marit Solheim, Ruud… 6” │
             ● The river is back in its bed                       │   The Courier · 2025-03-04 · by Hanne Brandt · 78 words · 6 quotations
               Morning Gazette · 2025-02-11 · Zoë Říha         1” │
             ● Nothing happened in Port Averyn on Sunday, and no… │   The cranes of Port Averyn stood idle on Tuesday.
               quiet.txt                                          │
                                                                  │ ┃ "We did not leave the quay," Marit Solheim said. "It was taken from us."  Marit Solheim
                                                                  │ ╏ Solheim added that no ship would be "touched" before Friday.
                                                                  │
                                                                  │   Across the water
                                                                  │
                                                                  │▶┊ Ruud Aalto of Valdrian Ports said that the pilots had been dismissed for  Ruud Aalto
                                                                  │ ┊ good cause. He hopes for a quick end.                                     3 of 6 · indirect
                                                                  │
                                                                  │ ┃ • "A port is not a debating club," he said.
                                                                  │ ┃ • "Talk," Solheim answered.                                               Marit Solheim
                                                                  │
                                                                  │ · Read more: all about ports
             quotation 3 of 6 · Ruud Aalto                                                     ? help   ] next quote   Esc list   p person   > same speaker   e next name
            """
        expect(try screen(160, 19, "]]]"), expected)
    }

    @Test func withMargin() throws {
        let expected = """
            ▌● Dockers stay out                     │   Dockers stay out
            ▌  2025-03-04 · Marit Solheim, Ruud… 6” │
             ● The river is back in its bed         │   The Courier · 2025-03-04 · by Hanne Brandt · 78 words
               2025-02-11 · Zoë Říha             1” │   6 quotations
             ● Nothing happened in Port Averyn on … │
               quiet.txt                            │   The cranes of Port Averyn stood idle on Tuesday.
                                                    │
                                                    │ ┃ "We did not leave the quay," Marit Solheim said. "It     Marit Solheim
                                                    │ ┃ was taken from us." Solheim added that no ship would be
                                                    │ ╏ "touched" before Friday.
                                                    │
                                                    │   Across the water
             1 of 3                                             ? help   / filter   Enter read   ] next quote   P people   q quit
            """
        expect(try screen(120, 13), expected)
    }

    @Test func twoPanes() throws {
        let expected = """
            ▌  Dockers stay out        │   Dockers stay out
            ▌  2025-03-04 · Marit … 6” │
             ● The river is back in    │   The Courier · 2025-03-04 · by Hanne Brandt
               its bed              1” │   78 words · 6 quotations
             ● Nothing happened in     │
               Port Averyn on Sunday,… │   The cranes of Port Averyn stood idle on Tuesday.
                                       │
                                       │ ┃ "We did not leave the quay," Marit Solheim said.
                                       │▶╏ "It was taken from us." Solheim added that no
                                       │ ╏ ship would be "touched" before Friday.
                                       │
                                       │   Across the water
                                       │
                                       │ ┊ Ruud Aalto of Valdrian Ports said that the
                                       │ ┊ pilots had been dismissed for good cause. He
                                       │ ° hopes for a quick end.
                                       │
                                       │ ┃ • "A port is not a debating club," he said.
                                       │ ┃ • "Talk," Solheim answered.
                                       │
                                       │ · Read more: all about ports
                                       │
                                       │
             quotation 2 of 6 · Marit Solheim            ? help   ] next quote   Esc list
            """
        expect(try screen(80, 24, "<enter>]]"), expected)
    }

    @Test func narrowList() throws {
        let expected = """
            ▌● Dockers stay out                  6”
             ● The river is back in its bed      1”
             ● Nothing happened in Port Averyn on …






             1 of 3             ? help   / filter
            """
        expect(try screen(40, 10), expected)
    }

    @Test func narrowArticle() throws {
        let expected = """
               Dockers stay out

               The Courier · 2025-03-04
               by Hanne Brandt · 78 words
               6 quotations

               The cranes of Port Averyn stood idle
               on Tuesday.

             6 quotations              ? help  11 %
            """
        expect(try screen(40, 10, "<enter>"), expected)
    }

    @Test func columns() throws {
        let expected = """
            ▌● 2025-03-04  The Courier   Dockers stay out                 Marit Solheim, Ruud A…   6”
             ● 2025-02-11  Morning Gaz…  The river is back in its bed     Zoë Říha                 1”
             ●             quiet.txt     Nothing happened in Port Avery…

             1 of 3               ? help   / filter   Enter read   ] next quote   P people   q quit
            """
        expect(try screen(90, 5, "z"), expected)
    }

    @Test func people() throws {
        let expected = """
              5 names                          quotes    named articles
            ▌ Marit Solheim                         3        2        1
              Ruud Aalto                            3        1        1
              Zoë Říha                              1        1        1
              Port Averyn                           ·        2        2
              Valdrian Ports                        ·        1        1

             1 of 5 names                ? help   Enter what they say
            """
        expect(try screen(60, 8, "P"), expected)
    }

    @Test func quotations() throws {
        let expected = """
            ▌┃ "We did not leave the quay," … "It was taken from us."
            ▌  Marit Solheim · The Courier · 2025-03-04
             ╏ that no ship would be "touched" before Friday
               Marit Solheim · The Courier · 2025-03-04
             ┊ that the pilots had been dismissed for good cause
               Ruud Aalto · The Courier · 2025-03-04
             ° for a quick end
             1 of 7 quotations         ? help   Enter read   p person
            """
        expect(try screen(60, 8, "Q"), expected)
    }

    @Test func filterWithAMistake() throws {
        let expected = """
            ▌● Dockers stay out           6” │   Dockers stay out
             ● Nothing happened in Port Ave… │
                                             │   The Courier · 2025-03-04 · by Hanne Brandt · 78 words
                                             │   6 quotations
                                             │
                                             │   The cranes of Port Averyn stood idle on Tuesday.
                                             │
                     ╰ “maybe” is nothing that “is:” knows; expected unread, read, starred, noted
            /port is:maybe                                                                         2 articles
            """
        expect(try screen(98, 9, "/port is:maybe"), expected)
    }

    @Test func nothingMatches() throws {
        let expected = """


               No article matches
               zzz

               Esc takes the filter back.


             no articles · with “zzz…”
            """
        expect(try screen(32, 9, "/zzz<enter>"), expected)
    }

    @Test func help() throws {
        let expected = """
            ╭─ Keys ───────────────────────────────────── / searches ──╮
            │ In the list: going places                                │
            │ Enter l →         read the article; all the person said; │
            │                   keep what is chosen                    │
            │ Esc h ←           one step back, with the place kept; in │
            │                   the list: undo the last filter         │
            │ J                 the next article                       │
            ╰─────────────────────────────────────── 3 % · Esc closes ─╯
            """
        expect(try screen(60, 8, "?"), expected)
    }

    @Test func themes() throws {
        let themes = ["one", "two"].map { Theme(name: $0, styles: [:], speakers: []) }
        let script = try Script(40, 8, Articles.three(), themes: themes).pressing("tj")
        let expected = """
            ▌● Dockers stay out                  6”
             ● The river is back in its bed      1”
             ● Nothing happened in Port Averyn on …
                              ╭─ Themes ───────────╮
                              │  one          ████ │
                              │▌ two          ████ │
                              ╰────────────────────╯
             1 of 3      Enter keep   Esc give up
            """
        expect(script.screen, expected)
    }

    @Test func aLongErrorTakesTheRowsItNeeds() throws {
        var script = try Script(60, 6, Articles.three())
        script.send(
            .notice(
                Notice(
                    .error, "a/very/long/path/to/a/file/in/the/archive/of/1998/article.txt: is no text, it has NUL bytes")))
        let expected = """
            ▌● Dockers stay out                                      6”
             ● The river is back in its bed                          1”
             ● Nothing happened in Port Averyn on Sunday, and nobody s…

             a/very/long/path/to/a/file/in/the/archive/of/1998/
             article.txt: is no text, it has NUL bytes
            """
        expect(script.screen, expected)
    }

    @Test(arguments: [(1, 1), (0, 0), (1, 40), (40, 1), (2, 2), (3, 3), (5, 2), (11, 4)])
    func tinyScreensShowWhatTheyCan(_ width: Int, _ height: Int) throws {
        for keys in ["", "j", "<enter>", "<enter>]", "/x", "?", "t", "P", "Q", "<f9>"] {
            let frame = try Script(width, height, Articles.three()).pressing(keys).state.frame()
            #expect(frame.cells.count == width * height)
        }
    }

    @Test func rightToLeftAndWideNamesKeepTheColumnsStraight() throws {
        var articles = try Articles.three()
        for (index, title) in ["محمد علي يتحدث إلى الصحافة اليوم", "北京の記者会見で首相が語る長い題名です", "שלום עולם 🙂👩‍👩‍👧 e\u{301}\u{301}"]
            .enumerated()
        {
            articles[index].article.headline = .own(title)
        }
        let lines = Script(80, 12, articles).state.frame()
        for y in 0..<11 { #expect(lines[27, y].text == "│") }
    }
}
