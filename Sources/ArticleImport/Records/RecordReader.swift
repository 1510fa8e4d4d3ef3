import DocumentModel

/// One record of the JSON contract: `{"id", "text"}` and, where known, `"title", "date", "source", "url", "author",
/// "tags"`. A pure function of a line's bytes; safe in every thread.
///
/// `text` is kept code point for code point. Other fields are passed over. Of the fields beside `id` and `text`, null
/// counts as not there, a number as its digits, an array of strings where one is expected as a list with commas, and one
/// string as an array of one; what else does not fit is passed over. Of fields that come twice the last counts.
public struct RecordReader: Sendable {
    /// What problems name.
    public var path: String
    /// What becomes of a record without `id`.
    public var missingID: MissingID

    /// A reader of records that come from `path`; standard input is `-`.
    public init(path: String, missingID: MissingID = .isAProblem) {
        self.path = path
        self.missingID = missingID
    }

    /// The record in the bytes of one line, its structure found; nil for a blank line.
    public func record(in bytes: [UInt8], line: Int) -> Result<Record, ImportProblem>? {
        var scanner = JSONScanner()
        guard scanner.peek(bytes.span) != nil else { return nil }
        var draft = Draft()
        do throws(JSONError) {
            _ = try valid(bytes)
            try draft.read(bytes.span, &scanner)
            if scanner.peek(bytes.span) != nil { throw scanner.expected("the line's end", bytes.span) }
        } catch {
            return .failure(problem(error, line: line, id: draft.id))
        }
        return finish(draft, line: line)
    }

    private func valid(_ bytes: [UInt8]) throws(JSONError) -> Int {
        do {
            return try UTF8Span(validating: bytes.span).count
        } catch {
            throw JSONError(what: "invalid UTF-8", at: error.byteOffsets.lowerBound)
        }
    }

    func problem(_ error: JSONError, line: Int, id: RecordID?, origin: Int = 0) -> ImportProblem {
        ImportProblem(.notJSON(error.what, column: error.at - origin + 1), path: path, line: line, id: id)
    }

    func finish(_ draft: Draft, line: Int) -> Result<Record, ImportProblem> {
        func failure(_ what: String) -> Result<Record, ImportProblem> {
            .failure(ImportProblem(.notARecord(what), path: path, line: line, id: draft.id))
        }
        guard draft.isObject else { return failure("an object with \"id\" and \"text\" is expected") }
        guard draft.hasText else { return failure("\"text\" is missing") }
        guard let text = draft.text else { return failure("\"text\" is not a string") }
        let id: RecordID
        switch (draft.id, missingID) {
        case (let given?, .isAProblem): id = given
        case (let given?, _) where given.json != "null": id = given
        case (nil, .isAProblem): return failure("\"id\" is missing")
        case (_, .isItsPlace): id = RecordID(string: "\(path)#\(line)")
        case (_, .isItsText): id = RecordID(ofText: text)
        }
        let structure = Structure(of: text, format: .text, title: draft.title)
        var details = draft.details
        details.complete(from: structure.details)
        let article = Article(
            id: id.text, text: text, headline: structure.headline, details: details, blocks: structure.blocks)
        return .success(Record(article: article, id: id, line: line))
    }
}

/// A record's fields, as far as they have been read.
struct Draft {
    var isObject = false
    var id: RecordID?
    var hasText = false
    var text: String?
    var title: String?
    var details = Details()

    /// Reads the value in front of the scanner.
    mutating func read(_ bytes: Span<UInt8>, _ scanner: inout JSONScanner, depth: Int = 0) throws(JSONError) {
        guard scanner.peek(bytes) == UInt8(ascii: "{") else {
            try scanner.value(bytes, depth: depth)
            return
        }
        isObject = true
        var draft = self
        defer { self = draft }
        try scanner.members(bytes, depth: depth) { scanner, name throws(JSONError) in
            switch name {
            case "id": draft.id = try Self.id(bytes, &scanner)
            case "text":
                draft.hasText = true
                draft.text = scanner.peek(bytes) == UInt8(ascii: "\"") ? try scanner.string(bytes) : nil
                return draft.text != nil
            case "title": draft.title = try Self.strings(bytes, &scanner)?.joined(separator: ", ")
            case "date": draft.details.date = try Self.strings(bytes, &scanner)?.joined(separator: ", ")
            case "source": draft.details.source = try Self.strings(bytes, &scanner)?.joined(separator: ", ")
            case "url": draft.details.url = try Self.strings(bytes, &scanner)?.joined(separator: ", ")
            case "author": draft.details.author = try Self.strings(bytes, &scanner)?.joined(separator: ", ")
            case "tags": draft.details.tags = try Self.strings(bytes, &scanner) ?? []
            default: return false
            }
            return true
        }
    }

    private static func id(_ bytes: Span<UInt8>, _ scanner: inout JSONScanner) throws(JSONError) -> RecordID {
        if scanner.peek(bytes) == UInt8(ascii: "\"") {
            let start = scanner.at
            let text = try scanner.string(bytes)
            return RecordID(json: bytes.string(in: start..<scanner.at), text: text)
        }
        let raw = bytes.string(in: try scanner.value(bytes))
        // Only a value that goes over several lines has line breaks: inside strings there are none.
        let json = String(String.UnicodeScalarView(raw.unicodeScalars.map { $0 == "\n" || $0 == "\r" ? " " : $0 }))
        return RecordID(json: json, text: json)
    }

    /// A string, a number as its digits, or the strings and numbers of an array; nil for anything else and for nothing.
    private static func strings(_ bytes: Span<UInt8>, _ scanner: inout JSONScanner) throws(JSONError) -> [String]? {
        if scanner.peek(bytes) == UInt8(ascii: "[") {
            var all: [String] = []
            try scanner.elements(bytes, depth: 1) { scanner throws(JSONError) in
                if let one = try string(bytes, &scanner, depth: 2) { all.append(one) }
                return true
            }
            return all.isEmpty ? nil : all
        }
        return try string(bytes, &scanner, depth: 1).map { [$0] }
    }

    private static func string(
        _ bytes: Span<UInt8>, _ scanner: inout JSONScanner, depth: Int
    ) throws(JSONError) -> String? {
        switch scanner.peek(bytes) {
        case UInt8(ascii: "\"")?:
            let string = try scanner.string(bytes)
            return string.isEmpty ? nil : string
        case UInt8(ascii: "-")?, (UInt8(ascii: "0")...UInt8(ascii: "9"))?: return bytes.string(in: try scanner.value(bytes))
        default:
            try scanner.value(bytes, depth: depth)
            return nil
        }
    }
}

extension Span<UInt8> {
    /// The text in a range; what is no UTF-8 as U+FFFD.
    func string(in range: Range<Int>) -> String {
        extracting(range).withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }
    }
}
