public import Foundation

/// The articles that are annotated by hand, in four folders.
public enum GoldSet: String, Sendable, CaseIterable {
    /// The program's samples, which newcomers see first. What the annotator is developed on, too.
    case samples
    /// Articles to develop on: their differences are there to be read.
    case develop
    /// Articles that nobody reads to make the annotator better: only their figures are looked at.
    case report
    /// News as reporters write it, to develop on too: of these only quotations and the names of those who speak are annotated.
    case news

    /// Where the gold files lie in the source tree.
    public var folder: URL {
        URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "GoldTests/Gold/\(rawValue)")
    }

    /// The names of the gold files, sorted; a sample's gold file is called like the sample.
    public func names() throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { !$0.hasPrefix(".") }.sorted()
    }

    /// The gold article of this name.
    public func article(_ name: String) throws -> GoldArticle {
        let data = try Data(contentsOf: folder.appending(path: name))
        return try GoldArticle(name: name, contents: String(decoding: data, as: UTF8.self))
    }

    /// All gold articles, sorted by name.
    public func articles() throws -> [GoldArticle] { try names().map(article) }
}
