/// Facts of a file by which one sees, without opening it, that it is the one that was read before.
public struct FileFacts: Sendable, Hashable {
    /// Its length in bytes.
    public var size: Int64
    /// When it was last changed, in nanoseconds since 1970.
    public var modified: Int64
    /// Its number in the file system.
    public var inode: UInt64

    /// Facts of a file.
    public init(size: Int64, modified: Int64, inode: UInt64) {
        self.size = size
        self.modified = modified
        self.inode = inode
    }
}

/// Where an article came from.
public struct Origin: Sendable, Hashable {
    /// The file's path as given; `-` for standard input.
    public var path: String
    /// The line of a record in it, from 1; nil where the whole file is the article.
    public var line: Int?

    /// An origin in this file.
    public init(path: String, line: Int? = nil) {
        self.path = path
        self.line = line
    }
}

/// One thing an import tells the library, in the order of the import.
public enum ImportStep: Sendable {
    /// The reading of a file begins: what it holds now is told next.
    case began(path: String)
    /// An article was read and annotated.
    case article(Addition)
    /// A file was read to its end: what it held before and no longer holds goes, and with these facts the next import
    /// passes over it unopened (without facts it is read again). `annotator` is the model that annotated, `problems` how many
    /// records could not be read.
    case finished(path: String, FileFacts?, annotator: String, problems: Int = 0)
    /// A file is gone: so are the articles that came from it alone.
    case vanished(path: String)
}

/// What an addition did to the library.
public struct Additions: Sendable, Equatable {
    /// Articles that were not there before.
    public var added = 0
    /// Articles that took the place of an older text from the same origin.
    public var replaced = 0
    /// Articles that were there already.
    public var known = 0
    /// Articles that are gone with their last origin.
    public var removed = 0

    /// Nothing.
    public init() {}

    /// Whether a list of articles may look different now.
    public var changesAnything: Bool { added + replaced + removed > 0 }

    /// Both together.
    public static func += (one: inout Additions, other: Additions) {
        one.added += other.added
        one.replaced += other.replaced
        one.known += other.known
        one.removed += other.removed
    }
}
