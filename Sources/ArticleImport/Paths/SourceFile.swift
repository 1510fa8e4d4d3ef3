import Glibc

/// A file that may hold articles, as the file system describes it; nothing of it has been opened.
public struct SourceFile: Sendable, Hashable {
    /// A file's number: the same under all its names.
    public struct Identity: Sendable, Hashable {
        /// The file system.
        public var device: UInt64
        /// The number there.
        public var inode: UInt64
    }

    /// The path as given, or as given for the folder and joined with what is below it.
    public var path: SourcePath
    /// Bytes; 0 for standard input.
    public var size: Int
    /// When it was last written, in nanoseconds since 1970.
    public var modified: Int64
    /// Which file it is.
    public var identity: Identity
    /// How to read it.
    public var format: FileFormat
    /// Found in a folder and without an ending that says what it is: it is passed over in silence when it is no text.
    public var isGuess: Bool
    /// Standard input or a pipe: what comes is another thing each time, and its size is not known.
    public var isStream: Bool

    /// Standard input.
    public static let standardInput = SourceFile(
        path: "-", size: 0, modified: 0, identity: Identity(device: 0, inode: 0), format: .unknown, isGuess: false,
        isStream: true)

    /// Whether this is standard input.
    public var isStandardInput: Bool { identity == Self.standardInput.identity && path == Self.standardInput.path }

    /// The file at a path of which the system says this.
    init(path: SourcePath, status: stat, isGuess: Bool = false) {
        self.init(
            path: path, size: Int(status.st_size),
            modified: Int64(status.st_mtim.tv_sec) * 1_000_000_000 + Int64(status.st_mtim.tv_nsec),
            identity: Identity(status), format: FileFormat(of: path), isGuess: isGuess,
            isStream: status.isPipe)
    }

    private init(
        path: SourcePath, size: Int, modified: Int64, identity: Identity, format: FileFormat, isGuess: Bool, isStream: Bool
    ) {
        self.path = path
        self.size = size
        self.modified = modified
        self.identity = identity
        self.format = format
        self.isGuess = isGuess
        self.isStream = isStream
    }
}

extension SourceFile.Identity {
    init(_ status: stat) { self.init(device: UInt64(status.st_dev), inode: UInt64(status.st_ino)) }
}

/// How a file is read. Its name's ending decides; without a known ending, its first bytes do.
public enum FileFormat: Sendable, Hashable {
    /// One article, plain.
    case text
    /// One article in Markdown.
    case markdown
    /// One record a line.
    case lines
    /// One record, an array of them, or one a line.
    case json
    /// By its content: records where it begins as JSON does or a line is a record, else plain text.
    case unknown

    private static let byEnding: [String: FileFormat] = [
        "txt": .text, "text": .text, "md": .markdown, "markdown": .markdown, "jsonl": .lines, "ndjson": .lines,
        "json": .json,
    ]

    /// The endings that a folder is searched for, as a message lists them.
    static let endings = ".txt, .text, .md, .markdown, .jsonl, .ndjson or .json"

    /// The format that a path's ending stands for.
    public init(of path: SourcePath) {
        self = path.ending.flatMap { Self.byEnding[$0] } ?? .unknown
    }
}
