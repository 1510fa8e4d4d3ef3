public import Foundation

/// The gold files of the sample articles.
public enum GoldFolder {
    /// Where they lie in the source tree.
    public static let url = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "GoldTests/Gold")

    /// The names of the gold files, sorted; a gold file is called like its sample.
    public static func names() throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: url.path).filter { !$0.hasPrefix(".") }.sorted()
    }

    /// The gold article of this name.
    public static func article(_ name: String) throws -> GoldArticle {
        let data = try Data(contentsOf: url.appending(path: name))
        return try GoldArticle(name: name, contents: String(decoding: data, as: UTF8.self))
    }
}
