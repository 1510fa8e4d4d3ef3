import Foundation
import Screen
import Testing

@testable import Reader

@Suite("Configuration files")
final class ConfigurationTests {
    let folder: URL
    let paths: Configuration.Paths

    init() throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("pullquote-\(UUID().uuidString)")
        paths = Configuration.Paths(environment: [
            "XDG_CONFIG_HOME": folder.path + "/config", "XDG_STATE_HOME": folder.path + "/state",
        ])
        try FileManager.default.createDirectory(atPath: paths.themes, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    private func write(_ text: String, to path: String) throws {
        let url = URL(fileURLWithPath: path)
        try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: url)
    }

    private func message() -> String? {
        do throws(SettingsError) {
            _ = try Configuration(paths: paths)
            return nil
        } catch {
            return error.description.replacing(folder.path, with: "…")
        }
    }

    @Test("Its places follow the XDG specification, which passes over relative paths")
    func places() {
        let home = Configuration.Paths(environment: ["HOME": "/home/ada", "XDG_CONFIG_HOME": "relative"])
        #expect(home.config == "/home/ada/.config/pullquote/config.toml")
        #expect(home.themes == "/home/ada/.config/pullquote/themes")
        #expect(home.kept == "/home/ada/.local/state/pullquote/state.toml")
        let xdg = Configuration.Paths(environment: ["XDG_CONFIG_HOME": "/c", "XDG_STATE_HOME": "/s"])
        #expect(xdg.config == "/c/pullquote/config.toml")
        #expect(xdg.kept == "/s/pullquote/state.toml")
    }

    @Test("Without files everything is as it comes")
    func noFiles() throws {
        let configuration = try Configuration(paths: Configuration.Paths(environment: ["HOME": folder.path + "/nobody"]))
        #expect(configuration.settings == Settings())
        #expect(configuration.theme.name == "terminal")
        #expect(configuration.notices.isEmpty)
    }

    @Test("What is kept comes back at the next start, until config.toml says otherwise")
    func kept() throws {
        try write("[look]\ntext-width = 60\n", to: paths.config)
        var configuration = try Configuration(paths: paths)
        configuration.settings.theme = "dark"
        configuration.settings.namesLit = false
        try configuration.keep(configuration.settings.kept)

        let next = try Configuration(paths: paths)
        #expect(next.settings == configuration.settings)
        #expect(next.theme.name == "dark")
        #expect(next.notices.isEmpty)
        try next.keep(next.settings.kept)
        #expect(try Configuration(paths: paths).settings == configuration.settings)

        try write("[look]\ntheme = \"light\"\n", to: paths.config)
        let edited = try Configuration(paths: paths)
        #expect(edited.theme.name == "light")
        #expect(edited.settings.namesLit == false)
        #expect(try Configuration(paths: paths, themeName: "clear").settings.theme == "clear")
    }

    @Test("A theme of one's own is found, and one that takes an embedded one's name wins")
    func ownThemes() throws {
        try write("inherits = \"dark\"\n[palette]\nink = \"#abcdef\"\n", to: paths.themes + "/dark.toml")
        try write("summary = \"Mine\"\n", to: paths.themes + "/mine.toml")
        try write("not toml", to: paths.themes + "/.hidden.toml")
        let configuration = try Configuration(paths: paths, themeName: "dark")
        #expect(configuration.theme[.title].foreground == .rgb(0xabcdef))
        #expect(configuration.themes.names.contains("mine"))
        let mine = try #require(try configuration.themes.theme(named: "mine"))
        let standard = try #require(try configuration.themes.theme(named: "terminal"))
        #expect(mine.styles == standard.styles)
    }

    @Test("A mistake names its file and line")
    func mistakes() throws {
        try write("\n[look]\ntheme = \"drak\"\n", to: paths.config)
        #expect(message() == "…/config/pullquote/config.toml:3: unknown theme “drak”: did you mean “dark”?")

        try write("[styles]\nqoute = \"red\"\n", to: paths.themes + "/mine.toml")
        try write("look.theme = \"mine\"", to: paths.config)
        #expect(message()?.hasPrefix("…/config/pullquote/themes/mine.toml:2: unknown role “qoute”: ") == true)

        try Data([0x0A, 0x23, 0xFF]).write(to: URL(fileURLWithPath: paths.config))
        #expect(message() == "…/config/pullquote/config.toml:2: not UTF-8: save the file as UTF-8")

        try FileManager.default.removeItem(atPath: paths.config)
        try FileManager.default.createDirectory(atPath: paths.config, withIntermediateDirectories: true)
        #expect(message()?.hasPrefix("…/config/pullquote/config.toml: cannot be read: ") == true)
    }

    @Test("Kept settings that are damaged, or name a theme that is gone, are passed over with a notice")
    func damagedState() throws {
        try write("[chosen", to: paths.kept)
        var configuration = try Configuration(paths: paths)
        #expect(configuration.settings == Settings())
        #expect(configuration.notices.count == 1)

        try write("[chosen]\ntheme = \"gone\"\nnames = false", to: paths.kept)
        configuration = try Configuration(paths: paths)
        #expect(configuration.settings.theme == "terminal" && !configuration.settings.namesLit)
        #expect(configuration.notices.map(\.text) == ["the theme “gone” is gone: using “terminal”"])

        try write("[styles]\nx = 1", to: paths.themes + "/bad.toml")
        try write("[chosen]\ntheme = \"bad\"\nnames = false", to: paths.kept)
        configuration = try Configuration(paths: paths)
        #expect(configuration.settings.theme == "terminal" && !configuration.settings.namesLit)
        #expect(configuration.notices.count == 1)
    }
}
