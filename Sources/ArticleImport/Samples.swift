import CEmbedded
public import DocumentModel

/// The sample articles that are part of the program.
public enum Samples {
    /// All of them, sorted by name; each one's id is its file's name. Found anew at each call.
    public static func articles() -> [Article] {
        var count = 0
        let files = UnsafeBufferPointer(start: embedded_samples(&count), count: count)
        return files.compactMap { file in
            let name = String(cString: file.name)
            let bytes = Array(UnsafeBufferPointer(start: file.bytes, count: file.count))
            return try? ArticleReader.article(of: bytes, named: name)
        }
    }
}
