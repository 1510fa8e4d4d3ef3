import Query
import TOMLKit

/// A TOML text that has parsed, the lines of its keys, and the mistakes found in it since.
struct TOMLDocument {
    let fileName: String
    let root: TOMLTable
    private let text: String
    private(set) var mistakes: [SettingsError.Mistake] = []

    /// Parses a text; a mistake of syntax ends it at once, as what follows would be guessed.
    init(_ text: String, fileName: String) throws(SettingsError) {
        self.fileName = fileName
        self.text = text
        // The parser takes a C string, which would end at a NUL in silence.
        if let nul = text.utf8.firstIndex(of: 0) {
            let line = text.utf8[..<nul].count { $0 == UInt8(ascii: "\n") } + 1
            throw SettingsError(
                fileName: fileName, mistakes: [.init(line: line, "a NUL byte; this file is to be TOML text")])
        }
        do {
            root = try TOMLTable(string: text)
        } catch let error as TOMLParseError {
            throw SettingsError(
                fileName: fileName,
                mistakes: [.init(line: error.source.begin.line, "not TOML: " + Self.plain(error.description))])
        } catch {
            throw SettingsError(fileName: fileName, mistakes: [.init(line: nil, "not TOML: \(error)")])
        }
    }

    /// The parser's words without the part that tells how it works inside.
    private static func plain(_ description: String) -> String {
        if description.hasSuffix("could not determine value type") {
            return "a value is text in quotation marks, a number, true, false, [a list] or { a = \"table\" }"
        }
        let prefix = "Error while parsing "
        guard description.hasPrefix(prefix) else { return description }
        return "in a " + description.dropFirst(prefix.count)
    }

    /// The line of the key at a path, or of the nearest table around it.
    /// Scans the text each time: only mistakes ask.
    func line(of path: [String]) -> Int? { KeyLines(text).line(of: path) }

    /// Notes what is wrong with the value at a path.
    mutating func note(_ message: String, at path: [String]) {
        mistakes.append(.init(line: line(of: path), message))
    }

    /// Notes a name that nothing has, with the nearest that something does.
    mutating func noteUnknown(_ kind: String, _ name: String, among known: [String], at path: [String]) {
        let advice = nearest(to: name, among: known).map { "did you mean “\($0)”?" } ?? "it may be " + list(known)
        note("unknown \(kind) “\(name)”: \(advice)", at: path)
    }

    /// Throws the mistakes, in the file's order, if there are any.
    func check() throws(SettingsError) {
        guard !mistakes.isEmpty else { return }
        let ordered = mistakes.enumerated().sorted { a, b in
            (a.element.line ?? 0, a.offset) < (b.element.line ?? 0, b.offset)
        }
        throw SettingsError(fileName: fileName, mistakes: ordered.map(\.element))
    }
}
