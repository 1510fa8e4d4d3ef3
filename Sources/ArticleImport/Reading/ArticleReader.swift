public import DocumentModel

/// Reads the articles of a file: a text or Markdown file is one, a file of records has one for each.
///
/// A value without state: one can be used in many threads at once, for different files.
public struct ArticleReader: Sendable {
    /// What becomes of a record without `id`.
    public var missingID: MissingID
    /// The most bytes that one article may have: a text file, or a record's line.
    public var limit: Int

    /// A reader that lets records without an id through under their place, unless told otherwise.
    public init(missingID: MissingID = .isItsPlace, limit: Int = LineReader.defaultLimit) {
        self.missingID = missingID
        self.limit = limit
    }

    /// Gives the file's articles in order, and what is wrong in between, until `each` says no.
    public func articles(in file: SourceFile, each: (Result<Article, ImportProblem>) -> Bool) {
        records(in: file) { each($0.map(\.article)) }
    }

    /// Gives the file's articles in order, each with its id as given and its line, and what is wrong in between, until
    /// `each` says no.
    ///
    /// Files of records stream: never more than one line is held. Text files and `.json` are read whole.
    ///
    /// - Parameter position: told before each record of a file of lines how many of its bytes are behind.
    public func records(
        in file: SourceFile, at position: (Int) -> Void = { _ in }, each: (Result<Record, ImportProblem>) -> Bool
    ) {
        do {
            if file.isStandardInput {
                try read(OpenFile(lent: 0), file, position, each)
            } else {
                try read(open(file), file, position, each)
            }
        } catch {
            if file.isGuess, error.reason.isNoSurprise { return }
            _ = each(.failure(error))
        }
    }

    private func open(_ file: SourceFile) throws(ImportProblem) -> OpenFile {
        let opened: OpenFile
        do {
            opened = try OpenFile(file.path, waits: file.isStream)
        } catch {
            // It was there when the walk met it.
            if error.reason == .notFound { throw ImportProblem(.vanished, path: error.path) }
            throw error
        }
        guard let status = opened.status, file.isStream ? status.isPipe : status.isPlainFile else {
            throw ImportProblem(.notAFile("something else by now"), path: file.path.description)
        }
        return opened
    }

    private func read(
        _ opened: OpenFile, _ file: SourceFile, _ position: (Int) -> Void,
        _ each: (Result<Record, ImportProblem>) -> Bool
    ) throws(ImportProblem) {
        let path = file.path.description
        let stream = ByteStream(opened.descriptor, path: path)
        let reader = RecordReader(path: path, missingID: missingID)
        let shape = try shape(of: stream, file, reader)
        switch shape {
        case .lines: readLines(stream, reader, position, each)
        case .whole: JSONFile(reader: reader).records(in: try stream.rest(limit: limit, expected: file.size), each: each)
        case .none:
            let bytes = try stream.rest(limit: limit, expected: file.size)
            if file.isUndeclared, reader.findsRecord(in: bytes) {
                stream.putBack(bytes)
                return readLines(stream, reader, position, each)
            }
            _ = each(.success(try article(bytes, file)))
        }
    }

    private func shape(
        of stream: ByteStream, _ file: SourceFile, _ reader: RecordReader
    ) throws(ImportProblem) -> JSONShape {
        switch file.format {
        case .text, .markdown: return .none
        case .lines: return .lines
        case .json, .unknown:
            let start = try stream.peek()
            // Of a file that nobody named, more than a brace is asked.
            if file.isGuess, !start.span.beginsAsRecord { return .none }
            let shape = JSONShape(of: start.span, isKnown: file.format == .json)
            return shape == .none && file.isUndeclared && reader.findsRecord(in: start) ? .lines : shape
        }
    }

    private func readLines(
        _ stream: ByteStream, _ reader: RecordReader, _ position: (Int) -> Void,
        _ each: (Result<Record, ImportProblem>) -> Bool
    ) {
        let lines = LineReader(stream, path: reader.path, limit: limit)
        while true {
            do {
                guard let line = try lines.next() else { return }
                position(lines.consumed)
                if let record = reader.record(in: line, line: lines.line), !each(record) { return }
            } catch {
                if !each(.failure(error)) { return }
            }
        }
    }

    private func article(_ bytes: [UInt8], _ file: SourceFile) throws(ImportProblem) -> Record {
        let path = file.path.description
        // A script has no ending either; nobody put it there to be read as news.
        if file.isGuess, bytes.starts(with: "#!".utf8) { throw ImportProblem(.notText("a script"), path: path) }
        do {
            return try Self.article(of: bytes, id: path, format: file.format == .markdown ? .markdown : .text)
        } catch {
            throw ImportProblem(error, path: path)
        }
    }

    /// The article that a file of this name with these bytes is: Markdown where its name says so, else plain text. The name
    /// becomes the article's id.
    public static func article(of bytes: [UInt8], named name: String) throws(ImportProblem) -> Article {
        let format = FileFormat(of: SourcePath(name)) == .markdown ? Structure.Format.markdown : .text
        do {
            return try article(of: bytes, id: name, format: format).article
        } catch {
            throw ImportProblem(error, path: name)
        }
    }

    /// The article that a text file's bytes are.
    static func article(
        of bytes: [UInt8], id: String, format: Structure.Format
    ) throws(ImportProblem.Reason) -> Record {
        let text = try TextDecoder.text(of: bytes)
        let structure = Structure(of: text, format: format)
        if structure.blocks.isEmpty { throw .empty }
        let article = Article(
            id: id, text: text, headline: structure.headline, details: structure.details, blocks: structure.blocks)
        return Record(article: article, id: RecordID(string: id), line: nil)
    }
}

/// How JSON is laid out in a stream, by how it begins.
enum JSONShape {
    /// One record a line.
    case lines
    /// One value over the whole stream.
    case whole
    /// It is no JSON.
    case none

    /// The shape of what begins with these bytes. Where it is not known to be JSON, a brace makes it so; a bracket alone
    /// does not.
    init(of bytes: Span<UInt8>, isKnown: Bool) {
        var scanner = JSONScanner()
        guard let first = scanner.peek(bytes) else {
            self = .none
            return
        }
        scanner.at += 1
        let second = scanner.peek(bytes)
        switch first {
        case UInt8(ascii: "{"):
            // Of a stream each line answers for itself, the first one too, unless it opens an object over several lines.
            self = Self.firstLineIsWhole(bytes) || !isKnown && !Self.firstLineOnlyOpens(bytes) ? .lines : .whole
        case UInt8(ascii: "[") where isKnown || second == UInt8(ascii: "{"): self = .whole
        default: self = isKnown ? .whole : .none
        }
    }

    /// Whether the first line that is not blank is an opening brace alone, as JSON that is laid out for people begins.
    private static func firstLineOnlyOpens(_ bytes: Span<UInt8>) -> Bool {
        var found = false
        for index in bytes.indices where !bytes[index].isASCIIWhiteSpace || bytes[index] == UInt8(ascii: "\n") {
            switch bytes[index] {
            case UInt8(ascii: "\n"): if found { return true }
            case UInt8(ascii: "{") where !found: found = true
            default: return false
            }
        }
        return false
    }

    /// Whether the first line that is not blank ends as an object does, or its end is not in sight.
    private static func firstLineIsWhole(_ bytes: Span<UInt8>) -> Bool {
        var last: UInt8?
        for index in bytes.indices {
            if bytes[index] == UInt8(ascii: "\n"), let last { return last == UInt8(ascii: "}") }
            if !bytes[index].isASCIIWhiteSpace { last = bytes[index] }
        }
        return true
    }
}

extension Span<UInt8> {
    /// Whether an object with a member begins here, or an array of objects.
    fileprivate var beginsAsRecord: Bool {
        var scanner = JSONScanner()
        if scanner.take(UInt8(ascii: "["), self) { return scanner.peek(self) == UInt8(ascii: "{") }
        return scanner.take(UInt8(ascii: "{"), self) && scanner.peek(self) == UInt8(ascii: "\"")
    }
}

extension SourceFile {
    /// Given by somebody, with nothing that says what it holds: records where one line is a record, whatever the others are.
    fileprivate var isUndeclared: Bool { format == .unknown && !isGuess }
}

extension RecordReader {
    /// Whether one of the lines is a record, with an id or without.
    fileprivate func findsRecord(in bytes: [UInt8]) -> Bool {
        let reader = RecordReader(path: path, missingID: .isItsPlace)
        return bytes.split(separator: UInt8(ascii: "\n")).contains { line in
            guard line.first(where: { !$0.isASCIIWhiteSpace }) == UInt8(ascii: "{") else { return false }
            guard case .success? = reader.record(in: Array(line), line: 1) else { return false }
            return true
        }
    }
}

extension ImportProblem.Reason {
    /// Not worth a word about a file whose name never said that it holds an article.
    fileprivate var isNoSurprise: Bool {
        switch self {
        case .empty, .notText, .unknownEncoding: true
        default: false
        }
    }
}
