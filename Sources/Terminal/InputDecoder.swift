import Screen

/// Turns what ncurses hands out, bytes and the codes of keys that terminfo knows, into inputs: characters in UTF-8, keys
/// with modifiers as xterm encodes them, the mouse (SGR 1006), bracketed pastes; and into reports, the terminal's answers to
/// what it was asked. What else a terminal may send, answers to somebody else's questions above all, is taken in whole and
/// means nothing, so that no part of it is ever taken for a key.
///
/// A pure value: the same units give the same inputs, however they are split over time.
struct InputDecoder {
    /// What one read gives.
    enum Unit: Equatable {
        case byte(UInt8)
        /// A key of ncurses', one of its `KEY_` codes.
        case key(Int32)
    }

    private enum State: Equatable {
        case ground
        /// After ESC.
        case escape
        /// After ESC O.
        case singleShift
        /// After ESC [, with what followed.
        case controlSequence([UInt8])
        /// Inside OSC, DCS, SOS, PM or APC, begun by this byte, to be taken in to its end.
        case controlString(UInt8, length: Int, afterEscape: Bool)
        /// Inside OSC, with what is kept of it.
        case command([UInt8], afterEscape: Bool)
        case paste([UInt8])
        /// Inside a character of this many bytes; after ESC it comes with meta.
        case character([UInt8], count: Int, isMeta: Bool)
    }

    /// A paste beyond this is cut: nothing here asks for a longer one.
    private static let longestPaste = 1 << 20
    /// No operating system command that is understood is longer.
    private static let longestCommand = 64
    private static let pasteEnd = Array("\u{1B}[201~".utf8)
    /// How long, in milliseconds, a second press may take to be a double one.
    private static let doublePressTime: UInt64 = 400

    private var state = State.ground
    private var lastPress: (place: Position, time: UInt64)?
    /// Inputs since the last ``take()``.
    private var inputs: [Input] = []
    /// Reports since the last ``takeReports()``.
    private var reports: [TerminalReport] = []

    /// Hands over the inputs that are complete.
    mutating func take() -> [Input] {
        defer { inputs = [] }
        return inputs
    }

    /// Hands over the reports that are complete.
    mutating func takeReports() -> [TerminalReport] {
        defer { reports = [] }
        return reports
    }

    /// Takes the next unit, read at `time` in milliseconds.
    mutating func feed(_ unit: Unit, at time: UInt64) {
        switch unit {
        case .byte(let byte): feed(byte, at: time)
        case .key(let code):
            if case .paste = state { return }
            let isMeta = state == .escape
            state = .ground
            guard var key = Key(cursesCode: code) else { return }
            if isMeta { key.modifiers.insert(.meta) }
            inputs.append(.key(key))
        }
    }

    /// Nothing more came for as long as an escape sequence may take: what looks like the start of one was a key.
    mutating func pause() {
        switch state {
        case .escape: inputs.append(.key(Key(.escape)))
        case .singleShift: inputs.append(.key(Key(.character("O"), .meta)))
        case .controlSequence([]): inputs.append(.key(Key(.character("["), .meta)))
        case .controlString(let start, length: 0, afterEscape: false):
            inputs.append(.key(Key(.character(Character(Unicode.Scalar(start))), .meta)))
        case .command([], afterEscape: false): inputs.append(.key(Key(.character("]"), .meta)))
        case .character(let bytes, _, let isMeta):
            for (place, byte) in bytes.enumerated() { type(Unicode.Scalar(byte), isMeta && place == 0 ? .meta : []) }
        // The rest of a sequence that has begun beyond doubt is on its way.
        case .ground, .controlSequence, .controlString, .command, .paste: return
        }
        state = .ground
    }

    private mutating func feed(_ byte: UInt8, at time: UInt64) {
        switch state {
        case .ground: begin(byte)
        case .escape:
            state = .ground
            switch byte {
            case UInt8(ascii: "["): state = .controlSequence([])
            case UInt8(ascii: "O"): state = .singleShift
            case UInt8(ascii: "]"): state = .command([], afterEscape: false)
            case UInt8(ascii: "P"), UInt8(ascii: "X"), UInt8(ascii: "^"), UInt8(ascii: "_"):
                state = .controlString(byte, length: 0, afterEscape: false)
            case 0x1B:
                inputs.append(.key(Key(.escape)))
                state = .escape
            default: begin(byte, isMeta: true)
            }
        case .singleShift:
            state = .ground
            if let key = Key(finalByte: byte, modifiers: []) { inputs.append(.key(key)) }
        case .controlSequence(let bytes):
            switch byte {
            // ESC [ [ A is a function key of the Linux console's.
            case UInt8(ascii: "[") where bytes.isEmpty: state = .controlSequence([byte])
            case 0x20...0x3F where bytes.count < 64: state = .controlSequence(bytes + [byte])
            case 0x40...0x7E:
                state = .ground
                if bytes.first != UInt8(ascii: "[") { finish(bytes, byte, at: time) }
            case 0x1B: state = .escape
            default: state = .ground
            }
        case .controlString(let start, let length, let afterEscape):
            if byte == 0x07 || afterEscape && byte == UInt8(ascii: "\\") || length > 1 << 16 {
                state = .ground
            } else {
                state = .controlString(start, length: length + 1, afterEscape: byte == 0x1B)
            }
        case .command(let bytes, let afterEscape):
            if byte == 0x07 || afterEscape && byte == UInt8(ascii: "\\") {
                state = .ground
                if let report = TerminalReport(command: bytes) { reports.append(report) }
            } else if bytes.count >= Self.longestCommand {
                state = .controlString(UInt8(ascii: "]"), length: bytes.count, afterEscape: byte == 0x1B)
            } else {
                state = .command(byte == 0x1B ? bytes : bytes + [byte], afterEscape: byte == 0x1B)
            }
        case .paste(let bytes): paste(bytes, byte)
        case .character(let bytes, let count, let isMeta): character(bytes, count, isMeta, byte)
        }
    }

    /// A byte that continues nothing.
    private mutating func begin(_ byte: UInt8, isMeta: Bool = false) {
        switch byte {
        case 0x1B: state = .escape
        case 0xC2..<0xE0: state = .character([byte], count: 2, isMeta: isMeta)
        case 0xE0..<0xF0: state = .character([byte], count: 3, isMeta: isMeta)
        case 0xF0..<0xF5: state = .character([byte], count: 4, isMeta: isMeta)
        default: type(Unicode.Scalar(byte), isMeta ? .meta : [])
        }
    }

    /// The next byte inside a character of UTF-8; what proves to be none is taken for Latin-1.
    private mutating func character(_ bytes: [UInt8], _ count: Int, _ isMeta: Bool, _ byte: UInt8) {
        guard byte & 0xC0 == 0x80 else {
            pause()
            return begin(byte)
        }
        let bytes = bytes + [byte]
        if bytes.count < count {
            state = .character(bytes, count: count, isMeta: isMeta)
            return
        }
        state = .ground
        for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars { type(scalar, isMeta ? .meta : []) }
    }

    private mutating func type(_ scalar: Unicode.Scalar, _ modifiers: Key.Modifiers = []) {
        var key: Key
        switch scalar.value {
        case 0: key = Key(.character(" "), .control)
        case 0x08, 0x7F: key = Key(.backspace)
        case 0x09: key = Key(.tab)
        case 0x0A, 0x0D: key = Key(.enter)
        case 0x01...0x1A: key = Key(.character(Character(Unicode.Scalar(UInt8(scalar.value + 0x60)))), .control)
        case 0x1C...0x1F: key = Key(.character(Character(Unicode.Scalar(UInt8(scalar.value + 0x40)))), .control)
        case 0x80...0x9F: return
        default: key = Key(.character(Character(scalar)))
        }
        key.modifiers.formUnion(modifiers)
        inputs.append(.key(key))
    }

    private mutating func paste(_ bytes: [UInt8], _ byte: UInt8) {
        var bytes = bytes
        state = .ground  // So that the array is not shared while it grows.
        bytes.append(byte)
        if byte == Self.pasteEnd.last, bytes.suffix(Self.pasteEnd.count) == Self.pasteEnd[...] {
            bytes.removeLast(Self.pasteEnd.count)
            let text = String(decoding: bytes.prefix(Self.longestPaste), as: UTF8.self)
            inputs.append(.paste(text.replacing("\r\n", with: "\n").replacing("\r", with: "\n")))
            return
        }
        if bytes.count > 2 * Self.longestPaste { bytes.removeSubrange(Self.longestPaste..<bytes.count - 16) }
        state = .paste(bytes)
    }

    /// A whole control sequence: its parameters and its last byte.
    private mutating func finish(_ bytes: [UInt8], _ final: UInt8, at time: UInt64) {
        if bytes.first == UInt8(ascii: "<") {
            mouse(numbers(bytes.dropFirst()), isPress: final == UInt8(ascii: "M"), at: time)
            return
        }
        if let report = TerminalReport(parameters: bytes, final: final) {
            reports.append(report)
            return
        }
        guard bytes.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: ";")).contains($0) }) else { return }
        let numbers = numbers(bytes[...])
        let modifiers = Key.Modifiers(xtermParameter: numbers.count > 1 ? numbers[1] : 1)
        switch final {
        case UInt8(ascii: "~"):
            if numbers.first == 200 {
                state = .paste([])
            } else if let key = Key(keypadNumber: numbers.first ?? 0, modifiers: modifiers) {
                inputs.append(.key(key))
            }
        case UInt8(ascii: "u"):
            guard let value = numbers.first, let scalar = UInt32(exactly: value).flatMap(Unicode.Scalar.init) else {
                return
            }
            if scalar.value == 0x1B { inputs.append(.key(Key(.escape, modifiers))) } else { type(scalar, modifiers) }
        default:
            // A key's first number is 1; others make it an answer, such as the cursor's place.
            guard bytes.isEmpty || numbers.count == 2 && numbers[0] == 1 && (2...16).contains(numbers[1]) else { return }
            if let key = Key(finalByte: final, modifiers: modifiers) { inputs.append(.key(key)) }
        }
    }

    private func numbers(_ bytes: ArraySlice<UInt8>) -> [Int] {
        bytes.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false)
            .map { field in Int(String(decoding: field.prefix { $0 != UInt8(ascii: ":") }, as: UTF8.self)) ?? 0 }
    }

    private mutating func mouse(_ numbers: [Int], isPress: Bool, at time: UInt64) {
        guard numbers.count == 3, numbers[1] > 0, numbers[2] > 0 else { return }
        let place = Position(x: numbers[1] - 1, y: numbers[2] - 1)
        switch numbers[0] & ~0b11100 {  // Whatever of shift, meta and control is held.
        case 0 where isPress:
            if let last = lastPress, last.place == place, time - last.time <= Self.doublePressTime {
                inputs.append(.mouse(.doublePress, place))
                lastPress = nil
            } else {
                inputs.append(.mouse(.press, place))
                lastPress = (place, time)
            }
        case 64, 65:
            var step = numbers[0] & 1 == 0 ? -1 : 1
            if case .mouse(.scroll(let before), place)? = inputs.last {
                inputs.removeLast()
                step += before
            }
            inputs.append(.mouse(.scroll(step), place))
        default: break
        }
    }
}
