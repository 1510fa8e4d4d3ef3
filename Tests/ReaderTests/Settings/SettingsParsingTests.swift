import Screen
import Testing

@testable import Reader

@Suite("config.toml")
struct SettingsParsingTests {
    @Test(
        "An empty file leaves everything as it comes", arguments: ["", "\n# a comment\n", "[look]\n[terminal]\n[keys]\n"])
    func empty(text: String) throws {
        #expect(try Settings(parsing: text, fileName: "config.toml") == Settings())
    }

    @Test("Every option is taken")
    func everything() throws {
        let settings = try Settings(
            parsing: """
                [look]
                theme = "dark"
                split = 30
                text-width = 66
                quotations = false
                names = false
                margin = false
                [terminal]
                colors = "256"
                mouse = true
                escape-delay = 100
                [keys]
                down = "s"
                next-quotation = ["x", "<c-x>s"]
                zoom = []
                """, fileName: "config.toml")
        var expected = Settings()
        expected.theme = "dark"
        expected.split = .columns(30)
        expected.textWidth = 66
        expected.quotationsLit = false
        expected.namesLit = false
        expected.marginShown = false
        expected.colorDepth = .indexed256
        expected.mouse = true
        expected.escapeDelay = 100
        expected.keys = ["down": ["s"], "next-quotation": ["x", "<c-x>s"], "zoom": []]
        #expect(settings == expected)
    }

    @Test(
        "Colours by name or number",
        arguments: [
            ("\"auto\"", nil), ("\"truecolor\"", .trueColor), ("\"256\"", .indexed256), ("256", .indexed256),
            ("16", .sixteen),
            ("\"8\"", .eight), ("\"none\"", ColorDepth.none),
        ] as [(String, ColorDepth?)])
    func colors(value: String, depth: ColorDepth?) throws {
        #expect(try Settings(parsing: "terminal.colors = \(value)", fileName: "").colorDepth == depth)
    }

    @Test(
        "A mistake is told with its line and what to do",
        arguments: [
            ("[look\n", "c:1: not TOML: in a table header: expected ']', saw '\\n'"),
            (
                "\n\n[look]\ntheme = dark",
                "c:4: not TOML: a value is text in quotation marks, a number, true, false, [a list] or { a = \"table\" }"
            ),
            ("\na\0b", "c:2: a NUL byte; this file is to be TOML text"),
            ("\n[lok]\n", "c:2: unknown table “lok”: did you mean “look”?"),
            ("[colours]\n", "c:1: unknown table “colours”: it may be look, terminal or keys"),
            ("look = 1", "c:1: “look” is to be a table: write [look] on a line of its own"),
            ("keys = 1", "c:1: “keys” is to be a table: write [keys] on a line of its own"),
            ("# x\ntheme = \"dark\"", "c:2: “theme” belongs in the table [look]: write that line above it"),
            ("[look]\nthme = \"dark\"", "c:2: unknown option “thme”: did you mean “theme”?"),
            ("[look]\nmouse = true", "c:2: “mouse” belongs in the table [terminal]"),
            ("[look]\n\ntheme = 1", "c:3: theme is to be the name of a theme, in quotation marks"),
            ("[look]\ntext-width = \"wide\"", "c:2: text-width is to be a whole number from 20 to 400"),
            ("[look]\ntext-width = 19", "c:2: text-width is to be a whole number from 20 to 400"),
            ("[look]\ntext-width = 66.5", "c:2: text-width is to be a whole number from 20 to 400"),
            ("[look]\nsplit = 9", "c:2: split is to be a number of columns from 10 to 500, or from \"10%\" to \"90%\""),
            (
                "[look]\nsplit = \"95%\"",
                "c:2: split is to be a number of columns from 10 to 500, or from \"10%\" to \"90%\""
            ),
            ("[look]\nnames = \"yes\"", "c:2: names is to be true or false"),
            (
                "[terminal]\ncolors = 255",
                "c:2: colors is to be \"auto\", \"truecolor\", \"256\", \"16\", \"8\" or \"none\""
            ),
            ("[keys]\nnext-quotaton = \"x\"", "c:2: no command is called “next-quotaton”; is “next-quotation” meant?"),
            (
                "[keys]\ndown = [\"s\",\n  \"<dwn>\"]",
                "c:3: “<dwn>” is no key; write keys as j, gg, <space>, <enter>, <c-d>, <f1>, and <lt> for <"
            ),
            ("[keys]\ndown = [\"s\",\n\n 7]", "c:4: a key is to be in quotation marks: \"j\""),
            ("[keys]\ndown = 7", "c:2: down is to be a key or a list of keys: [\"j\", \"<down>\"]"),
            ("[keys]\ndown = \"s\"\nup = [\"w\", \"s\"]", "c:3: s already means “down”"),
            ("[keys]\ndown = \"<PageUp>\"\nup = [\n\"<PGUP>\"\n]", "c:4: <pgup> already means “down”"),
            ("[keys]\ndown = \"s\"\nup = \"ss\"", "c:3: “ss” cannot be told from s, which means “down”"),
        ])
    func mistake(text: String, message: String) {
        #expect(throws: SettingsError.self) { try Settings(parsing: text, fileName: "c") }
        #expect(message == Self.message(text))
    }

    @Test("All mistakes are told at once, in the file's order")
    func allMistakes() {
        let text = "[terminal]\nmouse = 1\n[look]\nthme = 1\nnames = 0\n[keys]\nquit = \"<x\"\n[lok]\n"
        #expect(
            Self.message(text)?.split(separator: "\n").map { $0.prefix(3) } == ["c:2", "c:4", "c:5", "c:7", "c:8"])
    }

    private static func message(_ text: String) -> String? {
        do throws(SettingsError) {
            _ = try Settings(parsing: text, fileName: "c")
            return nil
        } catch {
            return error.description
        }
    }
}

@Suite("The default config.toml")
struct DefaultFileTests {
    @Test("It changes nothing as it stands")
    func asItStands() throws {
        #expect(try Settings(parsing: Settings.defaultFile, fileName: "config.toml") == Settings())
    }

    @Test("With every mark taken off it says what the defaults are")
    func uncommented() throws {
        let text = Settings.defaultFile.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            line.hasPrefix("#") && !line.hasPrefix("# ") ? line.dropFirst() : line
        }.joined(separator: "\n")
        var settings = try Settings(parsing: text, fileName: "config.toml")
        #expect(Set(settings.keys.keys) == Set(Command.allCases.map(\.rawValue)))
        #expect(try KeyMap(own: settings.keys) == KeyMap.standard)
        settings.keys = [:]
        #expect(settings == Settings())
    }

    @Test("No option has another's name, and each says what it is")
    func options() {
        let names = SettingsOption.all.map(\.name)
        #expect(Set(names).count == names.count)
        for option in SettingsOption.all {
            #expect(!option.summary.isEmpty && option.summary.hasSuffix(".") && !option.range.isEmpty)
        }
    }
}
