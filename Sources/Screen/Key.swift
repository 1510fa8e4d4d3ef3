/// A key as a person presses it.
public struct Key: Sendable, Hashable {
    /// Which key.
    public enum Code: Sendable, Hashable {
        /// A key that types a character.
        case character(Character)
        /// Keys that have a name: see ``Key/init(parsing:)``.
        case enter, escape, tab, backspace, delete, insert, home, end, pageUp, pageDown, up, down, left, right
        /// A function key, from 1.
        case function(Int)
    }

    /// What is held with it.
    public struct Modifiers: OptionSet, Sendable, Hashable {
        /// The set's bits.
        public let rawValue: UInt8
        /// The set of these bits.
        public init(rawValue: UInt8) { self.rawValue = rawValue }
        /// Control.
        public static let control = Modifiers(rawValue: 1)
        /// Alt, Option or Meta.
        public static let meta = Modifiers(rawValue: 2)
        /// Shift, where the key does not type another character with it.
        public static let shift = Modifiers(rawValue: 4)
    }

    /// Which key.
    public var code: Code
    /// What is held with it.
    public var modifiers: Modifiers

    /// A key.
    public init(_ code: Code, _ modifiers: Modifiers = []) {
        self.code = code
        self.modifiers = modifiers
    }
}

/// What a person does at the terminal.
public enum Input: Sendable, Hashable {
    /// A key was pressed.
    case key(Key)
    /// The mouse did something in a cell.
    case mouse(MouseAction, Position)
    /// The window has another size.
    case resize(Size)
    /// Text was pasted.
    case paste(String)
    /// The terminal's ground is, or has become, of this kind.
    case ground(Ground)
}

/// Of which kind a terminal's ground is. The raw value is its name in files.
public enum Ground: String, Sendable, Hashable, CaseIterable {
    /// Light letters read on it.
    case dark
    /// Dark letters read on it.
    case light
}

/// What a mouse does.
public enum MouseAction: Sendable, Hashable {
    /// The main button was pressed.
    case press
    /// The main button was pressed twice.
    case doublePress
    /// The wheel turned, by so many steps; negative is up.
    case scroll(Int)
}
