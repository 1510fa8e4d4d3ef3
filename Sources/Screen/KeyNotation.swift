/// Keys as configuration files, the help and tests write them: `j`, `J`, `<space>`, `<enter>`, `<c-d>`, `<m-x>`, `<f1>`,
/// `<lt>` for `<` itself. Names may be written in any case; ``description`` gives the one form that help shows.
extension Key: CustomStringConvertible {
    /// The key that a notation means; nil when it means none, or more than one.
    public init?(parsing notation: String) {
        guard let keys = Key.sequence(parsing: notation), keys.count == 1 else { return nil }
        self = keys[0]
    }

    /// The keys, pressed one after the other, that a notation means: `gg`, `<c-x>s`. Nil when a name is unknown or the
    /// notation is empty.
    public static func sequence(parsing notation: String) -> [Key]? {
        var keys: [Key] = []
        var rest = notation[...]
        while let character = rest.first {
            if character == "<", let close = rest.dropFirst(2).firstIndex(of: ">") {
                guard let key = Key(named: rest[rest.index(after: rest.startIndex)..<close]) else { return nil }
                keys.append(key)
                rest = rest[rest.index(after: close)...]
            } else {
                guard isTyped(character), character != "<" else { return nil }
                keys.append(Key(.character(character)))
                rest.removeFirst()
            }
        }
        return keys.isEmpty ? nil : keys
    }

    /// The notation of keys pressed one after the other.
    public static func notation(of keys: [Key]) -> String { keys.map(\.description).joined() }

    /// The key's notation.
    public var description: String {
        var prefix = ""
        if modifiers.contains(.control) { prefix += "c-" }
        if modifiers.contains(.meta) { prefix += "m-" }
        if modifiers.contains(.shift) { prefix += "s-" }
        let name: String
        switch code {
        case .character(" "): name = "space"
        case .character("<"): name = "lt"
        case .character(let character):
            if prefix.isEmpty { return String(character) }
            name = String(character)
        case .function(let number): name = "f\(number)"
        default: name = Key.names.first { $0.code == code }?.name ?? "unknown"
        }
        return "<\(prefix)\(name)>"
    }

    /// What stands between the angle brackets.
    private init?(named text: Substring) {
        var rest = text
        var modifiers: Modifiers = []
        while rest.count > 2, rest[rest.index(after: rest.startIndex)] == "-" {
            switch rest.first {
            case "c", "C": modifiers.insert(.control)
            case "m", "M", "a", "A": modifiers.insert(.meta)
            case "s", "S": modifiers.insert(.shift)
            default: return nil
            }
            rest = rest.dropFirst(2)
        }
        let name = rest.lowercased()
        if let known = Key.names.first(where: { $0.name == name }) {
            self.init(known.code, modifiers)
        } else if name.first == "f", let number = Int(name.dropFirst()), (1...63).contains(number) {
            self.init(.function(number), modifiers)
        } else if rest.count == 1, let character = rest.first, Key.isTyped(character), !modifiers.isEmpty {
            self = Key.typed(character, modifiers)
        } else {
            return nil
        }
    }

    /// The one form of a typed character: control knows no case, and shift is the capital itself.
    private static func typed(_ character: Character, _ modifiers: Modifiers) -> Key {
        if modifiers.contains(.control) {
            return Key(.character(character.lowercased().first ?? character), modifiers)
        }
        guard modifiers.contains(.shift), let capital = character.uppercased().first else {
            return Key(.character(character), modifiers)
        }
        return Key(.character(capital), modifiers.subtracting(.shift))
    }

    private static func isTyped(_ character: Character) -> Bool {
        character.unicodeScalars.allSatisfy { $0.properties.generalCategory != .control }
    }

    /// The keys with a name. Where a key has several, the first is the one that is shown.
    private static let names: [(name: String, code: Code)] = [
        ("enter", .enter), ("return", .enter), ("cr", .enter), ("esc", .escape), ("escape", .escape), ("tab", .tab),
        ("backspace", .backspace), ("bs", .backspace), ("del", .delete), ("delete", .delete), ("ins", .insert),
        ("insert", .insert), ("home", .home), ("end", .end), ("pgup", .pageUp), ("pageup", .pageUp), ("pgdn", .pageDown),
        ("pgdown", .pageDown), ("pagedown", .pageDown), ("up", .up), ("down", .down), ("left", .left), ("right", .right),
        ("space", .character(" ")), ("lt", .character("<")), ("gt", .character(">")),
    ]
}
