/// Why a file, a folder or a line gave no article. One clear line; the rest of the input goes on.
public struct ImportProblem: Error, Sendable, Equatable, CustomStringConvertible {
    /// What is wrong.
    public enum Reason: Error, Sendable, Equatable {
        /// There is no such file; also where a link points to nothing.
        case notFound
        /// Its permissions do not let us read it.
        case notPermitted
        /// It was there when the folder was read, and is gone.
        case vanished
        /// Nothing but white space.
        case empty
        /// Content of another kind: *a PNG image*.
        case notText(String)
        /// Neither a file nor a folder: *a named pipe*.
        case notAFile(String)
        /// A link to a folder that contains it, or links that lead in a ring.
        case loop
        /// A folder without a file of a known kind.
        case nothingToRead
        /// Neither Unicode nor Windows-1252.
        case unknownEncoding
        /// More than so many bytes in one article.
        case tooLarge(limit: Int)
        /// More than so many bytes in one line.
        case lineTooLong(limit: Int)
        /// Not JSON; what was expected, and at which byte of the line or file, from 1.
        case notJSON(String, column: Int)
        /// JSON, but no record: what is missing or of the wrong type.
        case notARecord(String)
        /// So many records of a file that has not changed could not be read before.
        case unchanged(Int)
        /// Any other error of the system, by its number.
        case system(errno: Int32)
    }

    /// The file as given, printable; `-` for standard input.
    public var path: String
    /// The line in it, from 1; nil where the whole file is meant.
    public var line: Int?
    /// The record's id, where it could be read.
    public var id: RecordID?
    /// What is wrong.
    public var reason: Reason

    /// A problem with a file, or a line of it.
    public init(_ reason: Reason, path: String, line: Int? = nil, id: RecordID? = nil) {
        self.path = path
        self.line = line
        self.id = id
        self.reason = reason
    }

    /// One line that names the file, the line and what to do. Without line breaks and control characters.
    public var description: String {
        let source = SourcePath.printable(path == "-" ? "standard input" : path)
        return "\(source)\(line.map { ":\($0)" } ?? ""): \(reason)"
    }
}

extension ImportProblem.Reason {
    /// The kind of thing that is wrong, in a word or two, by which one counts.
    public var kind: String {
        switch self {
        case .notFound, .vanished: "gone"
        case .notPermitted: "no permission"
        case .empty: "empty"
        case .notText, .notAFile, .unknownEncoding: "no text"
        case .loop: "link to itself"
        case .nothingToRead: "nothing in it"
        case .tooLarge, .lineTooLong: "too large"
        case .notJSON, .notARecord, .unchanged: "no record"
        case .system: "unreadable"
        }
    }
}

extension ImportProblem.Reason: CustomStringConvertible {
    /// What is wrong and what to do, in a few words, without the file's name.
    public var description: String {
        switch self {
        case .notFound: "no such file or folder"
        case .unchanged(let count):
            "unchanged; \(count) \(count == 1 ? "record" : "records") could not be read before"
        case .notPermitted: "no permission to read it"
        case .vanished: "is gone since the folder was read"
        case .empty: "is empty"
        case .notText(let kind): "is \(kind), not an article; text, Markdown and JSON Lines are read"
        case .notAFile(let kind): "is \(kind), not a file"
        case .loop: "is a link that leads back to itself; passed over"
        case .nothingToRead: "holds no article: no file that ends in \(FileFormat.endings)"
        case .unknownEncoding: "is neither Unicode nor Western European text; convert it to UTF-8, for example with iconv"
        case .tooLarge(let limit): "is too large: one article may have \(limit / 1_048_576) MiB"
        case .lineTooLong(let limit): "the line is too long: one record may have \(limit / 1_048_576) MiB"
        case .notJSON(let expected, let column): "is not JSON: \(expected) at byte \(column)"
        case .notARecord(let what): "is no article record: \(what)"
        case .system(let number): systemMessage(number)
        }
    }
}
