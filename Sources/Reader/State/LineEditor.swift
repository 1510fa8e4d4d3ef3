/// A line being typed, with a cursor and the lines typed before.
struct LineEditor: Sendable, Equatable {
    /// The line.
    private(set) var text: String
    /// Where the cursor stands: how many characters are before it.
    private(set) var cursor: Int
    private let history: [String]
    /// Which line of the history is shown; its count for the line being typed.
    private var recalled: Int
    private var draft: String

    /// A line that begins with `text`, the cursor at its end; `history` has the earliest line first.
    init(_ text: String, history: [String]) {
        self.text = text
        self.history = history
        cursor = text.count
        recalled = history.count
        draft = text
    }

    /// Types at the cursor. Line ends become blanks, other control characters are left out.
    mutating func insert(_ typed: String) {
        var clean = ""
        for character in typed {
            if character.isNewline || character == "\t" {
                clean += " "
            } else if character.unicodeScalars.allSatisfy({ $0.properties.generalCategory != .control }) {
                clean.append(character)
            }
        }
        let count = text.count
        text.insert(contentsOf: clean, at: index(cursor))
        // Joined characters may make fewer of what was typed and what stood there.
        cursor = max(0, min(text.count, cursor + text.count - count))
    }

    /// Deletes the character before the cursor; false when there is none.
    mutating func backspace() -> Bool {
        guard cursor > 0 else { return false }
        text.remove(at: index(cursor - 1))
        cursor -= 1
        return true
    }

    /// Deletes the character under the cursor.
    mutating func delete() {
        if cursor < text.count { text.remove(at: index(cursor)) }
    }

    /// Deletes back to the beginning of the word before the cursor.
    mutating func deleteWord() {
        var start = cursor
        let characters = Array(text)
        while start > 0, characters[start - 1] == " " { start -= 1 }
        while start > 0, characters[start - 1] != " " { start -= 1 }
        text.removeSubrange(index(start)..<index(cursor))
        cursor = start
    }

    /// Deletes everything.
    mutating func deleteLine() {
        text = ""
        cursor = 0
    }

    /// Moves by so many characters.
    mutating func move(by count: Int) { cursor = max(0, min(text.count, cursor + count)) }
    /// Moves to the beginning.
    mutating func moveToStart() { cursor = 0 }
    /// Moves to the end.
    mutating func moveToEnd() { cursor = text.count }

    /// Shows the line typed before this one.
    mutating func older() { recall(recalled - 1) }
    /// Shows the line typed after this one, at last the one being typed.
    mutating func newer() { recall(recalled + 1) }

    private mutating func recall(_ line: Int) {
        guard (0...history.count).contains(line), line != recalled else { return }
        if recalled == history.count { draft = text }
        recalled = line
        text = line == history.count ? draft : history[line]
        cursor = text.count
    }

    /// Where the cursor stands in the line's UTF-8.
    var utf8Cursor: Int { text.prefix(cursor).utf8.count }

    /// Makes the line another text with a part of it replaced, the cursor behind that part.
    mutating func replace(_ range: Range<Int>, of other: String, with new: String) {
        let bytes = Array(other.utf8)
        let range = range.clamped(to: 0..<bytes.count)
        let before = String(decoding: bytes[..<range.lowerBound], as: UTF8.self) + new
        let after = String(decoding: bytes[range.upperBound...], as: UTF8.self)
        // A blank that is there already need not come twice.
        text = before + (new.hasSuffix(" ") && after.hasPrefix(" ") ? String(after.dropFirst()) : after)
        cursor = before.count
    }

    /// A history with one more line, which stands there once; the earliest go when there are more than a hundred.
    static func history(_ lines: [String], adding line: String) -> [String] {
        guard !line.isEmpty else { return lines }
        return (lines.filter { $0 != line } + [line]).suffix(100)
    }

    private func index(_ offset: Int) -> String.Index { text.index(text.startIndex, offsetBy: offset) }
}
