import Screen
import Testing

@testable import Reader

/// WCAG 2.2: 1.4.3 asks 4.5 : 1 of text, 1.4.6 asks 7 : 1 of the most legible, 1.4.11 asks 3 : 1 of what is not text.
@Suite("The contrast of themes")
struct ThemeContrastTests {
    /// The themes with colours of their own, whose contrast can be computed.
    static let themes = ThemeCatalogue().names.filter { (try? theme($0).ground) != .any }

    static func theme(_ name: String) throws -> Theme { try #require(try ThemeCatalogue().theme(named: name)) }

    /// Roles that may be faint: what one passes over.
    static let faint: Set<Role> = [.boilerplate, .border]
    /// Roles of a cell that others are laid under: see ``Theme``.
    static let overlays: Set<Role> = [.current, .selection, .selectionElsewhere, .popup, .match, .matchCurrent]
    static let names: [Role] = [.person, .organisation, .place, .group, .name, .figure]
    static let quotations: [Role] = [.direct, .mixed, .indirect, .thought, .cue, .uncertain]
    static let grounds: [Role] = [.current, .selection, .selectionElsewhere, .popup]
    static let lines: [Role] = [.title, .heading, .tags, .details, .unread, .read, .star, .count, .notice, .error, .prompt]

    /// How a cell looks that has these roles, in their order.
    static func look(_ theme: Theme, _ styles: [Style]) -> Style {
        styles.reduce(theme[.text]) { $0.overlaid(by: $1) }
    }

    static func contrast(_ style: Style) -> Double {
        guard let foreground = Palette.rgb(of: style.foreground), let background = Palette.rgb(of: style.background) else {
            return 0
        }
        return contrastRatio(foreground, background)
    }

    /// Every way in which the layout lays styles over each other, with the roles and speakers it came from.
    static func looks(of theme: Theme) -> [(name: String, style: Style)] {
        var layers: [(String, [Style])] = Role.allCases.filter { !faint.contains($0) && !overlays.contains($0) }.map {
            ($0.rawValue, [theme[$0]])
        }
        for quotation in quotations {
            layers.append((quotation.rawValue, [theme[quotation]]))
            for name in names { layers.append(("\(quotation) \(name)", [theme[quotation], theme[name]])) }
        }
        for (number, speaker) in theme.speakers.enumerated() {
            layers.append(("speaker \(number)", [theme[.direct], speaker]))
            for name in names { layers.append(("speaker \(number) \(name)", [speaker, theme[name]])) }
        }
        layers += lines.map { ($0.rawValue, [theme[$0]]) }
        layers += layers.flatMap { layer in
            grounds.map { ground in (layer.0 + " " + ground.rawValue, layer.1 + [theme[ground]]) }
        }
        layers += layers.flatMap { layer in
            [Role.match, .matchCurrent].map { (layer.0 + " " + $0.rawValue, layer.1 + [theme[$0]]) }
        }
        return layers.map { ($0.0, look(theme, $0.1)) }
    }

    @Test("Text stands out from its ground, wherever it lies", arguments: themes)
    func text(name: String) throws {
        let theme = try Self.theme(name)
        let least = theme.name == "high-contrast" ? 7 : 4.5
        let weak = Self.looks(of: theme).map { ($0.name, Self.contrast($0.style)) }.filter { $0.1 < least }
        #expect(weak.count == 0, "\(weak.prefix(8))")
    }

    @Test("What may be faint still reads; a border shows", arguments: themes)
    func faint(name: String) throws {
        let theme = try Self.theme(name)
        let least = theme.name == "high-contrast" ? 7.0 : 3
        for ground in [theme[.text], theme[.current], theme[.selectionElsewhere]] {
            #expect(Self.contrast(Self.look(theme, [theme[.boilerplate], ground])) >= least)
        }
        #expect(Self.contrast(Self.look(theme, [theme[.border]])) >= 1.5)
    }

    @Test("With 256 and with 16 colours text keeps 3 : 1", arguments: themes, [ColorDepth.indexed256, .sixteen])
    func fewerColors(name: String, depth: ColorDepth) throws {
        let adapted = try Self.theme(name).adapted(to: depth)
        let weak = Self.looks(of: adapted).map { ($0.name, Self.contrast($0.style.reduced(to: depth))) }.filter { $0.1 < 3 }
        #expect(weak.count == 0, "\(weak.prefix(8))")
    }

    @Test(
        "The selection and a match are seen at every depth", arguments: ThemeCatalogue().names, ColorDepth.allCases)
    func marks(name: String, depth: ColorDepth) throws {
        let theme = try Self.theme(name).adapted(to: depth)
        for role in [Role.selection, .selectionElsewhere, .match, .status] where name != "terminal" || role != .match {
            let plain = theme[.text].reduced(to: depth)
            let marked = Self.look(theme, [theme[role]]).reduced(to: depth)
            #expect(plain.background != marked.background || plain.attributes != marked.attributes, "\(role)")
        }
    }

    /// The brighter colours of common palettes: xterm, VGA, VS Code, GNOME (Tango and Adwaita), Windows.
    static let palettes: [String: [UInt8: UInt32]] = [
        "xterm": [9: 0xff0000, 12: 0x5c5cff, 13: 0xff00ff],
        "vga": [9: 0xff5555, 12: 0x5555ff, 13: 0xff55ff],
        "vscode": [9: 0xf14c4c, 12: 0x3b8eea, 13: 0xd670d6],
        "tango": [9: 0xef2929, 12: 0x729fcf, 13: 0xad7fa8],
        "campbell": [9: 0xe74856, 12: 0x3b78ff, 13: 0xb4009e],
        "adwaita": [9: 0xed333b, 12: 0x51a1ff, 13: 0xc061cb],
    ]

    @Test("The terminal theme reads on black and on white in common palettes", arguments: palettes.keys.sorted())
    func ownColors(palette: String) throws {
        let theme = try #require(try ThemeCatalogue().theme(named: "terminal"))
        let colors = try #require(Self.palettes[palette])
        for (role, style) in theme.styles where style.background == .standard {
            guard case .ansi(let index) = style.foreground else { continue }
            let color = try #require(colors[index], "\(role) has a colour that does not read on every ground")
            #expect(min(contrastRatio(color, 0), contrastRatio(color, 0xffffff)) >= 2.5, "\(role)")
        }
        for style in theme.speakers {
            guard case .ansi(let index) = style.foreground else { continue }
            let color = try #require(colors[index], "a speaker's colour does not read on every ground")
            #expect(min(contrastRatio(color, 0), contrastRatio(color, 0xffffff)) >= 2.5)
        }
        #expect(theme[.match].foreground == .ansi(0) && theme[.match].background == .ansi(3))
    }
}
