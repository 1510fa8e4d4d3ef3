public import ArticleImport
import ArticleLibrary
public import DocumentModel

/// What an import reads.
public enum ImportSource: Sendable {
    /// Files and folders; `-`: standard input.
    case paths([SourcePath])
    /// Articles at hand, such as the samples.
    case articles([Article])
}

/// A piece of an import's work.
enum ImportWork: Sendable {
    /// Read this file, which is one article, and annotate it.
    case file(SourceFile)
    /// Annotate this article: a record of this line, or the one article that the file is.
    case article(Article, path: String, line: Int?)
    /// Records of this file follow.
    case began(path: String)
    /// The file was read to its end, or what is at hand was given to its end.
    case finished(path: String, FileFacts?, isEmpty: Bool, problems: Int)
    /// So many files are as the library knows them.
    case passedOver(Int)
    /// The file is as the library knows it, with so many records that could not be read.
    case unchanged(path: String, problems: Int)
    /// Something cannot be read.
    case problem(ImportProblem)
    /// A file of the library is gone.
    case vanished(path: String)
}

extension SourceFile {
    /// The path from the root on, without `.` and `..`, so that it names the same file from any folder; `-` for a stream.
    var libraryPath: String {
        isStream ? "-" : FilePath.absolute(path.description)
    }

    /// What tells whether it has changed; nil for a stream.
    var facts: FileFacts? {
        isStream ? nil : FileFacts(size: Int64(size), modified: modified, inode: identity.inode)
    }
}
