import DocumentModel
import Foundation
import GRDB
import Synchronization

/// The words of a quotation as the table of quotations keeps them: where they stand in their article's text. Only of the few that
/// stand in a title beside it, or that are often asked for by themselves, the words are kept.
enum QuotedWords {
    case spans([TextRange])
    case words(String)

    /// The words that a column says, in the article of this text.
    ///
    /// Takes as long as the words are.
    static func read(_ column: DatabaseValue, in text: String) throws(DamagedBytes) -> String {
        switch column.storage {
        case .string(let words): return words
        case .blob(let bytes):
            var reader = ByteReader(Array(bytes))
            var end = 0
            let size = text.utf8.count
            var spans: [String] = []
            while !reader.isAtEnd {
                let span = try reader.range(after: &end, limit: size)
                spans.append(BlockText(text, span).joined)
            }
            return spans.joined(separator: " … ").withoutNUL
        case .null, .int64, .double: throw DamagedBytes()
        }
    }

    /// What SQL calls for them: `quoted(words, text)`, with the packed text of their article. The quotations of an article are
    /// asked for one after the other: its text is unpacked once.
    static func addFunction(to db: Database) {
        let last = Mutex<(packed: Data, text: String)>((Data(), ""))
        db.add(
            function: DatabaseFunction("quoted", argumentCount: 2, pure: true) { values in
                if case .string(let words) = values[0].storage { return words }
                guard let packed = Data.fromDatabaseValue(values[1]) else { return nil }
                return try last.withLock { last in
                    if last.packed != packed {
                        last = (packed, String(decoding: try PackedText.unpack(packed), as: UTF8.self))
                    }
                    return try read(values[0], in: last.text)
                }
            })
    }
}

extension QuotedWords: Bindable {
    func bind(to statement: OpaquePointer, at index: Int32) -> Int32 {
        switch self {
        case .words(let words): return words.bind(to: statement, at: index)
        case .spans(let spans):
            var out = ByteWriter()
            var end = 0
            for span in spans { out.write(span, after: &end) }
            return out.bytes.bind(to: statement, at: index)
        }
    }
}

/// Reads the words of quotations, of one article after the other.
struct QuotedTexts {
    private var last: (content: Int64, text: String)?

    /// The words in these columns: how they are kept, the number of the article's content and its packed text.
    mutating func words(_ row: Row, _ words: Int, content: Int, text: Int) throws -> String {
        if let words = row[words] as DatabaseValue?, case .string(let kept) = words.storage { return kept }
        let number: Int64 = row[content]
        if last?.content != number { last = (number, try row.unpackedText(atIndex: text)) }
        return try QuotedWords.read(row[words], in: last?.text ?? "")
    }
}
