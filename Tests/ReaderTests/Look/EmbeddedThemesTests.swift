import Foundation
import Screen
import Testing

@testable import Reader

@Suite("The themes in the binary")
struct EmbeddedThemesTests {
    /// The package's folder.
    static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    @Test("They are the files of the folder themes, byte for byte, in order of name")
    func folder() throws {
        let folder = Self.root.appendingPathComponent("themes")
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".toml") }
            .sorted()
        #expect(ThemeCatalogue.embedded.map(\.fileName) == names)
        for file in ThemeCatalogue.embedded {
            let text = try String(contentsOf: folder.appendingPathComponent(file.fileName), encoding: .utf8)
            #expect(text == file.text, "\(file.fileName)")
        }
    }

    @Test("There are eight at least, the standard one first, and what is asked for is among them")
    func names() {
        let names = ThemeCatalogue().names
        #expect(names.count >= 8)
        #expect(names.first == ThemeCatalogue.standard)
        for name in ["dark", "light", "high-contrast", "clear", ThemeCatalogue.colorless] { #expect(names.contains(name)) }
    }

    @Test("Each says what it is, and gives every role a style by itself", arguments: ThemeCatalogue().names)
    func complete(name: String) throws {
        let theme = try #require(try ThemeCatalogue().theme(named: name))
        #expect(!theme.summary.isEmpty)
        let missing = Role.allCases.filter { theme.styles[$0] == nil }
        #expect(missing.isEmpty, "\(missing)")
        #expect(theme.speakers.count == 8 || name == ThemeCatalogue.colorless)
        #expect(Set(theme.speakers).count == theme.speakers.count)
    }

    @Test("Without colours, kinds of names, of lines and of places still look different", arguments: ThemeCatalogue().names)
    func strokes(name: String) throws {
        let theme = try #require(try ThemeCatalogue().theme(named: name)).adapted(to: .none)
        func differ(_ roles: [Role]) {
            let strokes = roles.map { theme[$0].attributes }
            #expect(Set(strokes).count == roles.count, "\(roles.map(\.rawValue)) have \(strokes.map(\.rawValue))")
        }
        differ([.text, .person, .organisation, .place, .group, .name, .figure])
        differ([.text, .title])
        differ([.text, .heading])
        differ([.unread, .read])
        differ([.text, .selection])
        differ([.text, .match])
        differ([.match, .matchCurrent])
        differ([.direct, .indirect])
        for role in Role.allCases {
            #expect(theme[role].foreground == .standard && theme[role].background == .standard)
        }
    }

    @Test("The monochrome theme has no colours at all")
    func monochrome() throws {
        let theme = try #require(try ThemeCatalogue().theme(named: ThemeCatalogue.colorless))
        #expect(theme.adapted(to: .none) == theme)
    }

    @Test("The page on themes names every role, and its example is a theme")
    func page() throws {
        let page = try String(
            contentsOf: Self.root.appendingPathComponent("Sources/Documentation/Themes.md"), encoding: .utf8)
        for role in Role.allCases { #expect(page.contains("`\(role.rawValue)`"), "\(role.rawValue)") }
        // Before the theme stand the commands that copy one.
        let example = page.split(separator: "\n").filter { $0.hasPrefix("    ") }.map { $0.dropFirst(4) }
            .drop { !$0.hasPrefix("inherits") }.joined(separator: "\n")
        let catalogue = ThemeCatalogue(own: [.init(name: "mine", fileName: "mine.toml", text: example)])
        #expect(try catalogue.theme(named: "mine")?[.heading].attributes == [.bold, .underline])
    }
}
