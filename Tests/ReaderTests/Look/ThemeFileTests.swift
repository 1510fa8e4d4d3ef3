import Screen
import Testing

@testable import Reader

@Suite("Theme files")
struct ThemeFileTests {
    private func catalogue(_ files: [String: String]) -> ThemeCatalogue {
        ThemeCatalogue(own: files.map { .init(name: $0.key, fileName: $0.key + ".toml", text: $0.value) })
    }

    private func message(of name: String, in files: [String: String]) -> String? {
        do throws(SettingsError) {
            _ = try catalogue(files).theme(named: name)
            return nil
        } catch {
            return error.description
        }
    }

    @Test("Colours are hexadecimal, the palette's, or the terminal's own")
    func colors() throws {
        let theme = try #require(
            try catalogue([
                "t": """
                summary = "A try"
                ground = "light"
                speakers = ["gold", { fg = "#0af", bold = true }]
                [palette]
                gold = "#FFcc00"
                red = "#aa0000"
                sea = "bright-cyan"
                [styles]
                text = { fg = "gold", bg = "#101010" }
                direct = "red"
                mixed = { fg = "blue", bg = "sea", italic = true, underline = true, bold = false }
                thought = { fg = "default", dim = true, reverse = true, strikethrough = true }
                """
            ]).theme(named: "t"))
        #expect(theme.summary == "A try" && theme.ground == .light)
        #expect(
            theme.speakers == [
                Style(foreground: .rgb(0xffcc00)), Style(foreground: .rgb(0x00aaff), attributes: .bold),
            ])
        #expect(theme[.text] == Style(foreground: .rgb(0xffcc00), background: .rgb(0x101010)))
        #expect(theme[.direct] == Style(foreground: .rgb(0xaa0000)))
        #expect(theme[.mixed] == Style(foreground: .ansi(4), background: .ansi(14), attributes: [.italic, .underline]))
        #expect(theme[.thought] == Style(attributes: [.dim, .reverse, .strikethrough]))
        #expect(theme.speaker(2) == theme.speaker(0))
    }

    @Test("A heir may change the palette, styles, or both; the rest it inherits")
    func inheritance() throws {
        let files = [
            "a": "speakers = [\"ink\"]\n[palette]\nink = \"#111111\"\n[styles]\ntitle = \"ink\"\ntags = \"ink\"",
            "b": "inherits = \"a\"\n[palette]\nink = \"#222222\"",
            "c": "inherits = \"b\"\n[styles]\ntags = { fg = \"ink\", bold = true }",
        ]
        let c = try #require(try catalogue(files).theme(named: "c"))
        #expect(c[.title] == Style(foreground: .rgb(0x222222)))
        #expect(c[.tags] == Style(foreground: .rgb(0x222222), attributes: .bold))
        #expect(c.speakers == [Style(foreground: .rgb(0x222222))])
        let standard = try #require(try ThemeCatalogue().theme(named: "terminal"))
        #expect(c[.selection] == standard[.selection])
    }

    @Test(
        "A mistake is told with its line and what to do",
        arguments: [
            ("styles = 1", "t.toml:1: styles is to be a table: [styles]"),
            ("[styles]\ndircet = \"red\"", "t.toml:2: unknown role “dircet”: did you mean “direct”?"),
            ("[styles]\n\ndirect = \"rde\"", "t.toml:3: unknown colour “rde”: did you mean “red”?"),
            ("[styles]\ndirect = \"#12345\"", "t.toml:2: “#12345” is no colour: write #rrggbb"),
            ("[styles]\ndirect = 5", "t.toml:2: direct is to be a colour or a style: { fg = \"gold\", bold = true }"),
            (
                "[styles]\ndirect = { fg = \"red\", blod = true }",
                "t.toml:2: unknown part of a style “blod”: did you mean “bold”?"
            ),
            ("[styles]\ndirect = { bold = 1 }", "t.toml:2: bold is to be true or false"),
            ("[styles.direct]\nbold = true\nfg = 3", "t.toml:3: fg is to be \(Color.notationRange)"),
            ("ground = \"grey\"", "t.toml:1: ground is to be \"dark\", \"light\" or \"any\""),
            ("\nsumary = \"x\"", "t.toml:2: unknown option “sumary”: did you mean “summary”?"),
            ("[palette]\ngold = \"golden\"", "t.toml:2: gold is to be \(Color.notationRange)"),
            (
                "speakers = []",
                "t.toml:1: speakers is to be a list of at least one colour or style: [\"gold\", { fg = \"sky\", bold = true }]"
            ),
            ("speakers = [\n\"red\",\n\"bleu\"]", "t.toml:3: unknown colour “bleu”: did you mean “blue”?"),
            ("\ninherits = \"drak\"", "t.toml:2: unknown theme “drak”: did you mean “dark”?"),
            ("inherits = \"t\"", "t.toml:1: unknown theme “t”: did you mean"),
        ])
    func mistake(text: String, message expected: String) {
        let message = message(of: "t", in: ["t": text]) ?? ""
        #expect(message == expected || (expected.hasSuffix("mean") && message.hasPrefix("t.toml:1: ")))
    }

    @Test("Themes that inherit each other are told, with the way round")
    func cycle() {
        let files = ["a": "\ninherits = \"b\"", "b": "inherits = \"c\"", "c": "inherits = \"a\""]
        #expect(message(of: "a", in: files) == "c.toml:1: themes inherit each other: a → b → c → a")
    }

    @Test(
        "One's own theme may build on the embedded one it replaces, the standard one too", arguments: ["dark", "terminal"])
    func replacing(name: String) throws {
        let embedded = try #require(try ThemeCatalogue().theme(named: name))
        for text in ["inherits = \"\(name)\"\n", "inherits = \"\(name)\"\nstyles.title = \"red\""] {
            let own = try #require(try catalogue([name: text]).theme(named: name))
            #expect(own[.selection] == embedded[.selection])
        }
        #expect(
            try catalogue(["terminal": "styles.title = \"red\""]).theme(named: "terminal")?[.title].foreground == .ansi(1))
    }

    @Test("Of all themes those that can be read are given, and what is wrong with the others")
    func all() {
        let (themes, mistakes) = catalogue(["mine": "", "broken": "styles = 1"]).themes(at: .trueColor)
        #expect(Set(themes.map(\.name)) == Set(ThemeCatalogue().names + ["mine"]))
        #expect(themes.first?.name == "terminal")
        #expect(mistakes.map(\.fileName) == ["broken.toml"])
        #expect(catalogue(["mine": ""]).themes(at: .none).themes.map(\.name) == ["monochrome"])
    }

    @Test("A theme that nobody has is nil")
    func unknown() throws { #expect(try ThemeCatalogue().theme(named: "nobody's") == nil) }
}
