import Screen
import TOMLKit

/// A theme as its file writes it, before the names of colours are replaced by colours: so a theme that inherits another may
/// change its palette, its styles or both.
struct ThemeFile: Sendable, Equatable {
    /// A colour as a style writes it.
    enum Paint: Sendable, Equatable {
        /// A colour of the palette.
        case named(String)
        /// A colour itself.
        case color(Color)
    }

    /// A style as a theme writes it.
    struct Look: Sendable, Equatable {
        var foreground = Paint.color(.standard)
        var background = Paint.color(.standard)
        var attributes: Style.Attributes = []
    }

    var summary = ""
    var ground = Theme.Ground.any
    var palette: [String: Color] = [:]
    var styles: [Role: Look] = [:]
    var speakers: [Look] = []

    /// The theme, with every name replaced by its colour.
    func theme(named name: String) -> Theme {
        Theme(
            name: name, summary: summary, ground: ground, styles: styles.mapValues(style), speakers: speakers.map(style))
    }

    private func style(_ look: Look) -> Style {
        Style(foreground: color(look.foreground), background: color(look.background), attributes: look.attributes)
    }

    private func color(_ paint: Paint) -> Color {
        switch paint {
        case .named(let name): palette[name] ?? .standard
        case .color(let color): color
        }
    }
}

extension ThemeFile {
    /// The theme that a file builds on, if it names one.
    static func base(in document: TOMLDocument) -> String? { document.root["inherits"]?.string }

    /// The theme that a file makes, over `base`.
    init(_ document: TOMLDocument, over base: ThemeFile) throws(SettingsError) {
        self = base
        var document = document
        // The palette first: styles name its colours.
        if let value = document.root["palette"] { readPalette(value, in: &document) }
        for (key, value) in document.root {
            switch key {
            case "palette": break
            case "inherits": Self.require(value.string, "the name of a theme, in quotation marks", at: [key], in: &document)
            case "summary": Self.require(value.string, "a line of text", at: [key], in: &document).map { summary = $0 }
            case "ground":
                Self.require(
                    value.string.flatMap(Theme.Ground.init), "\"dark\", \"light\" or \"any\"", at: [key], in: &document
                ).map { ground = $0 }
            case "speakers": readSpeakers(value, in: &document)
            case "styles": readStyles(value, in: &document)
            default:
                document.noteUnknown(
                    "option", key, among: ["inherits", "summary", "ground", "speakers", "palette", "styles"], at: [key])
            }
        }
        try document.check()
    }

    /// Gives the value on, or notes what it is to be.
    @discardableResult private static func require<Value>(
        _ value: Value?, _ range: String, at path: [String], in document: inout TOMLDocument
    ) -> Value? {
        if value == nil { document.note("\(path.last ?? "it") is to be \(range)", at: path) }
        return value
    }

    private mutating func readPalette(_ value: any TOMLValueConvertible, in document: inout TOMLDocument) {
        guard let table = Self.require(value.table, "a table: [palette]", at: ["palette"], in: &document) else { return }
        for (name, value) in table {
            let color = value.string.flatMap(Color.init(notation:))
            Self.require(color, Color.notationRange, at: ["palette", name], in: &document).map { palette[name] = $0 }
        }
    }

    private mutating func readStyles(_ value: any TOMLValueConvertible, in document: inout TOMLDocument) {
        guard let table = Self.require(value.table, "a table: [styles]", at: ["styles"], in: &document) else { return }
        for (name, value) in table {
            if let role = Role(rawValue: name) {
                styles[role] = look(value, at: ["styles", name], in: &document)
            } else {
                document.noteUnknown("role", name, among: Role.allCases.map(\.rawValue), at: ["styles", name])
            }
        }
    }

    private mutating func readSpeakers(_ value: any TOMLValueConvertible, in document: inout TOMLDocument) {
        let range = "a list of at least one colour or style: [\"gold\", { fg = \"sky\", bold = true }]"
        guard
            let array = Self.require(value.array.flatMap { $0.isEmpty ? nil : $0 }, range, at: ["speakers"], in: &document)
        else { return }
        speakers = array.enumerated().map { number, value in
            look(value, at: ["speakers", "\(number)"], in: &document)
        }
    }

    /// `"gold"` or `{ fg = "gold", bg = "#101010", bold = true }`.
    private func look(
        _ value: any TOMLValueConvertible, at path: [String], in document: inout TOMLDocument
    ) -> Look {
        var look = Look()
        if let name = value.string {
            look.foreground = paint(name, at: path, in: &document)
            return look
        }
        guard
            let table = Self.require(
                value.table, "a colour or a style: { fg = \"gold\", bold = true }", at: path, in: &document)
        else { return look }
        for (key, value) in table {
            let place = path + [key]
            if key == "fg" || key == "bg" {
                guard let name = Self.require(value.string, Color.notationRange, at: place, in: &document) else { continue }
                let paint = paint(name, at: place, in: &document)
                if key == "fg" { look.foreground = paint } else { look.background = paint }
            } else if let attribute = Style.Attributes.names.first(where: { $0.name == key })?.attribute {
                guard let isOn = Self.require(value.bool, "true or false", at: place, in: &document) else { continue }
                if isOn { look.attributes.insert(attribute) }
            } else {
                document.noteUnknown(
                    "part of a style", key, among: ["fg", "bg"] + Style.Attributes.names.map(\.name), at: place)
            }
        }
        return look
    }

    private func paint(_ name: String, at path: [String], in document: inout TOMLDocument) -> Paint {
        if palette[name] != nil { return .named(name) }
        if let color = Color(notation: name) { return .color(color) }
        if name.hasPrefix("#") {
            document.note("“\(name)” is no colour: write #rrggbb", at: path)
        } else {
            document.noteUnknown(
                "colour", name, among: palette.keys.sorted() + Color.ownNames + ["default"], at: path)
        }
        return .color(.standard)
    }
}

extension Style.Attributes {
    /// The attributes by the names that themes give them.
    static let names: [(name: String, attribute: Style.Attributes)] = [
        ("bold", .bold), ("dim", .dim), ("italic", .italic), ("underline", .underline), ("reverse", .reverse),
        ("strikethrough", .strikethrough),
    ]
}

extension Color {
    /// The names of the terminal's own sixteen, by index.
    static let ownNames: [String] = {
        let names = ["black", "red", "green", "yellow", "blue", "magenta", "cyan", "white"]
        return names + names.map { "bright-" + $0 }
    }()

    /// What a colour is written as, for messages.
    static let notationRange =
        "a colour in quotation marks: \"#rrggbb\", \"default\", or one of the terminal's own such as \"red\""

    /// The colour that a theme writes as `#rrggbb`, `#rgb`, `default`, or by the name of one of the terminal's own sixteen.
    init?(notation: String) {
        if notation == "default" {
            self = .standard
        } else if let index = Self.ownNames.firstIndex(of: notation) {
            self = .ansi(UInt8(index))
        } else {
            let digits = notation.dropFirst()
            guard notation.first == "#", digits.utf8.count == 6 || digits.utf8.count == 3,
                digits.allSatisfy(\.isHexDigit)
            else { return nil }
            let full = digits.count == 6 ? String(digits) : digits.map { "\($0)\($0)" }.joined()
            guard let value = UInt32(full, radix: 16) else { return nil }
            self = .rgb(value)
        }
    }
}
