/// A screen as `tmux capture-pane -e` gives it: text with the sequences that colour it.
struct CapturedScreen {
    /// How some characters look.
    struct Look: Equatable {
        var foreground: String?
        var background: String?
        var isBold = false
        var isDim = false
        var isItalic = false
        var isUnderlined = false
        var isReversed = false
        var isStruck = false
    }

    /// Neighbouring characters of one look in a row.
    struct Run: Equatable {
        /// The first column.
        var column: Int
        /// How many columns they take.
        var width: Int
        var text: String
        var look: Look
    }

    /// The runs of each row.
    private(set) var rows: [[Run]] = []

    /// Reads what was captured; `width` gives the columns of a character.
    init(_ captured: String, width: (Character) -> Int) {
        var look = Look()
        for line in captured.split(separator: "\n", omittingEmptySubsequences: false) {
            var runs: [Run] = []
            var column = 0
            var rest = line[...]
            while let character = rest.first {
                if character == "\u{1B}", rest.dropFirst().first == "[", let end = rest.firstIndex(of: "m") {
                    let parameters = rest[rest.index(rest.startIndex, offsetBy: 2)..<end]
                    look.take(parameters.split(separator: ";", omittingEmptySubsequences: false).map { Int($0) ?? 0 })
                    rest = rest[rest.index(after: end)...]
                    continue
                }
                rest.removeFirst()
                let columns = width(character)
                if let last = runs.last, last.look == look {
                    runs[runs.count - 1].text.append(character)
                    runs[runs.count - 1].width += columns
                } else {
                    runs.append(Run(column: column, width: columns, text: String(character), look: look))
                }
                column += columns
            }
            rows.append(runs)
        }
        while rows.last?.isEmpty == true { rows.removeLast() }
    }
}

extension CapturedScreen.Look {
    /// Takes the parameters of a sequence that sets how characters look (ECMA-48, SGR).
    fileprivate mutating func take(_ parameters: [Int]) {
        var rest = parameters.isEmpty ? [0] : parameters[...]
        while let code = rest.popFirst() {
            switch code {
            case 0: self = Self()
            case 1: isBold = true
            case 2: isDim = true
            case 3: isItalic = true
            case 4: isUnderlined = true
            case 7: isReversed = true
            case 9: isStruck = true
            case 22: (isBold, isDim) = (false, false)
            case 23: isItalic = false
            case 24: isUnderlined = false
            case 27: isReversed = false
            case 29: isStruck = false
            case 30...37: foreground = Self.ansi(code - 30)
            case 90...97: foreground = Self.ansi(code - 90 + 8)
            case 40...47: background = Self.ansi(code - 40)
            case 100...107: background = Self.ansi(code - 100 + 8)
            case 39: foreground = nil
            case 49: background = nil
            case 38, 48:
                let color = Self.color(&rest)
                if code == 38 { foreground = color } else { background = color }
            default: break
            }
        }
    }

    private static func color(_ rest: inout ArraySlice<Int>) -> String? {
        switch rest.popFirst() {
        case 5: return rest.popFirst().map(indexed)
        case 2:
            let parts = rest.prefix(3)
            rest = rest.dropFirst(3)
            return parts.count == 3 ? hex(parts.map { $0 }) : nil
        default: return nil
        }
    }

    private static func indexed(_ index: Int) -> String {
        switch index {
        case ..<16: return ansi(index)
        case 16..<232:
            let levels = [0, 95, 135, 175, 215, 255]
            let cube = index - 16
            return hex([levels[cube / 36], levels[cube / 6 % 6], levels[cube % 6]])
        default: return hex(Array(repeating: 8 + 10 * (index - 232), count: 3))
        }
    }

    /// The sixteen colours of the terminal in the picture.
    private static func ansi(_ index: Int) -> String {
        [
            "#1d2021", "#d8604c", "#8fa83d", "#d99a2b", "#5f9ea0", "#b57fa5", "#6fae86", "#c9bfa7", "#7c7266", "#f07a66",
            "#b5cc5a", "#f2bd4e", "#86b9c4", "#d39fc4", "#93cba6", "#f2e7cd",
        ][max(0, min(15, index))]
    }

    private static func hex(_ parts: [Int]) -> String {
        "#"
            + parts.map { part in
                let digits = String(max(0, min(255, part)), radix: 16)
                return digits.count == 1 ? "0" + digits : digits
            }.joined()
    }
}
