import CNcurses
import Screen

extension Key {
    /// The key that ncurses has a code for; nil for what is no key of ours.
    init?(cursesCode code: Int32) {
        if let key = Self.byCode[code] {
            self = key
            return
        }
        // xterm's entry counts on: 13–24 are F1–F12 with shift, 25–36 with control.
        switch code - curses_key_function {
        case 1...12: self.init(.function(Int(code - curses_key_function)))
        case 13...24: self.init(.function(Int(code - curses_key_function - 12)), .shift)
        case 25...36: self.init(.function(Int(code - curses_key_function - 24)), .control)
        default: return nil
        }
    }

    private static let byCode: [Int32: Key] = [
        KEY_UP: Key(.up), KEY_DOWN: Key(.down), KEY_LEFT: Key(.left), KEY_RIGHT: Key(.right),
        KEY_HOME: Key(.home), KEY_END: Key(.end), KEY_PPAGE: Key(.pageUp), KEY_NPAGE: Key(.pageDown),
        KEY_FIND: Key(.home), KEY_SELECT: Key(.end),
        KEY_A1: Key(.home), KEY_A3: Key(.pageUp), KEY_C1: Key(.end), KEY_C3: Key(.pageDown),
        KEY_IC: Key(.insert), KEY_DC: Key(.delete), KEY_BACKSPACE: Key(.backspace), KEY_ENTER: Key(.enter),
        KEY_BTAB: Key(.tab, .shift), KEY_SR: Key(.up, .shift), KEY_SF: Key(.down, .shift),
        KEY_SLEFT: Key(.left, .shift), KEY_SRIGHT: Key(.right, .shift), KEY_SHOME: Key(.home, .shift),
        KEY_SEND: Key(.end, .shift), KEY_SPREVIOUS: Key(.pageUp, .shift), KEY_SNEXT: Key(.pageDown, .shift),
        KEY_SIC: Key(.insert, .shift), KEY_SDC: Key(.delete, .shift),
    ]

    /// The key that ends a control sequence with this letter, in xterm's way.
    init?(finalByte: UInt8, modifiers: Modifiers) {
        let letters: [UInt8: Code] = [
            UInt8(ascii: "A"): .up, UInt8(ascii: "B"): .down, UInt8(ascii: "C"): .right, UInt8(ascii: "D"): .left,
            UInt8(ascii: "H"): .home, UInt8(ascii: "F"): .end, UInt8(ascii: "M"): .enter, UInt8(ascii: "P"): .function(1),
            UInt8(ascii: "Q"): .function(2), UInt8(ascii: "R"): .function(3), UInt8(ascii: "S"): .function(4),
        ]
        if finalByte == UInt8(ascii: "Z") {
            self.init(.tab, modifiers.union(.shift))
        } else if let code = letters[finalByte] {
            self.init(code, modifiers)
        } else {
            return nil
        }
    }

    /// The key whose control sequence is a number and a tilde, in the VT220's way.
    init?(keypadNumber number: Int, modifiers: Modifiers) {
        switch number {
        case 1, 7: self.init(.home, modifiers)
        case 2: self.init(.insert, modifiers)
        case 3: self.init(.delete, modifiers)
        case 4, 8: self.init(.end, modifiers)
        case 5: self.init(.pageUp, modifiers)
        case 6: self.init(.pageDown, modifiers)
        case 11...15: self.init(.function(number - 10), modifiers)
        case 17...21: self.init(.function(number - 11), modifiers)
        case 23, 24: self.init(.function(number - 12), modifiers)
        default: return nil
        }
    }
}

extension Key.Modifiers {
    /// The modifiers that xterm encodes as one more than a sum of bits.
    init(xtermParameter parameter: Int) {
        self = []
        let bits = parameter - 1
        guard bits > 0 else { return }
        if bits & 1 != 0 { insert(.shift) }
        if bits & (2 | 8) != 0 { insert(.meta) }
        if bits & 4 != 0 { insert(.control) }
    }
}
