import DocumentModel
import Foundation

@testable import ArticleImport

/// A folder of its own for one test, gone at the end.
final class TemporaryFolder {
    let path: String

    init() throws {
        var template = Array((NSTemporaryDirectory() + "/import-XXXXXX").utf8CString)
        guard let made = mkdtemp(&template) else { throw CocoaError(.fileWriteUnknown) }
        path = String(cString: made)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    /// Writes a file, with the folders on its way; gives its path.
    @discardableResult
    func write(_ name: String, _ bytes: some Sequence<UInt8>) throws -> String {
        let url = URL(filePath: path + "/" + name)
        try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(bytes).write(to: url)
        return url.path
    }

    @discardableResult
    func write(_ name: String, _ text: String) throws -> String { try write(name, text.utf8) }

    func link(_ name: String, to target: String) throws {
        try FileManager.default.createSymbolicLink(atPath: path + "/" + name, withDestinationPath: target)
    }

    /// What a walk over this folder finds, paths without the folder's own: files by name, problems by their reason.
    func walk() -> [String] {
        FileWalk([path]).map { found in
            switch found {
            case .success(let file): String(file.path.description.dropFirst(path.count + 1))
            case .failure(let problem): "\(problem.path.dropFirst(path.count + 1)): \(problem.reason)"
            }
        }
    }

    /// What reading all of a walk over paths gives: articles by id, problems by their message; this folder's path cut out.
    func read(_ paths: [String]? = nil, reader: ArticleReader = ArticleReader()) -> [String] {
        var all: [String] = []
        for found in FileWalk(paths ?? [path]) {
            switch found {
            case .success(let file):
                reader.articles(in: file) { result in
                    switch result {
                    case .success(let article): all.append(article.id)
                    case .failure(let problem): all.append(problem.description)
                    }
                    return true
                }
            case .failure(let problem): all.append(problem.description)
            }
        }
        return all.map { $0.replacingOccurrences(of: path + "/", with: "").replacingOccurrences(of: path, with: ".") }
    }
}
