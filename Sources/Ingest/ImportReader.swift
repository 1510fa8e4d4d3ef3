import ArticleImport
import ArticleLibrary
import DocumentModel
import Foundation
import Synchronization

/// Walks, passes over what has not changed, and takes streams apart into records.
struct ImportReader {
    let source: ImportSource
    let library: Library
    /// Files and records met so far.
    let total: Counter
    /// Takes a piece of work, of about so many bytes; false when the import was cancelled.
    let put: (ImportWork, Int) -> Bool

    /// How many files the walk is ahead: a `stat` each, some milliseconds in all.
    private static let lookahead = 4096

    func run() {
        switch source {
        case .articles(let articles): read(articles)
        case .paths(let paths): walk(paths)
        }
    }

    private func read(_ articles: [Article]) {
        total.add(articles.count)
        guard put(.began(path: "-"), 0) else { return }
        for (index, article) in articles.enumerated() {
            guard put(.article(article, path: "-", line: index + 1), article.text.utf8.count) else { return }
        }
        _ = put(.finished(path: "-", nil, isEmpty: articles.isEmpty, problems: 0), 0)
    }

    private func walk(_ paths: [SourcePath]) {
        var walk = FileWalk(paths)
        var walked: Set<String> = []
        var ahead: [Found] = []
        // The walk goes ahead of the reading, by a piece at a time: who waits sees early how many files there are.
        while true {
            while ahead.count < Self.lookahead, let one = walk.next() {
                total.add(1)
                ahead.append(Found(one))
            }
            if ahead.isEmpty { break }
            let next = ahead.prefix(Self.lookahead / 4)
            guard read(next, &walked) else { return }
            ahead.removeFirst(next.count)
        }
        forgetVanished(except: walked)
    }

    /// What the walk came upon.
    private struct Found {
        var file: Result<SourceFile, ImportProblem>
        /// As the library has it; empty for what is in the way of a file.
        var path = ""

        init(_ file: Result<SourceFile, ImportProblem>) {
            self.file = file
            if case .success(let file) = file { path = file.libraryPath }
        }
    }

    /// Reads some files; false when the import was cancelled.
    private func read(_ files: ArraySlice<Found>, _ walked: inout Set<String>) -> Bool {
        // What is unchanged and has nothing to be said goes by in one piece of work.
        var unchanged = 0
        func passOver() -> Bool {
            defer { unchanged = 0 }
            return unchanged == 0 || put(.passedOver(unchanged), 0)
        }
        for (one, problems) in zip(files, problems(inUnchanged: files)) {
            if problems == 0 {
                if library.mirrorsFolders { walked.insert(one.path) }
                unchanged += 1
            } else if !passOver() || !read(one, problems, &walked) {
                return false
            }
        }
        return passOver()
    }

    /// For each file that the library knows unchanged, how many of its records could not be read; nil for others.
    private func problems(inUnchanged found: ArraySlice<Found>) -> [Int?] {
        let files = found.map { one -> (path: String, facts: FileFacts?) in
            switch one.file {
            case .success(let file): (one.path, file.facts)
            case .failure: ("", nil)
            }
        }
        return (try? library.problems(inUnchanged: files)) ?? files.map { _ in nil }
    }

    /// False when the import was cancelled.
    private func read(_ found: Found, _ problems: Int?, _ walked: inout Set<String>) -> Bool {
        switch found.file {
        case .failure(let problem): return put(.problem(problem), 0)
        case .success(let file):
            walked.insert(found.path)
            if let problems { return put(.unchanged(path: file.path.description, problems: problems), 0) }
            if file.isStream { return readStream(file) }
            switch file.format {
            case .text, .markdown: return put(.file(file), file.size)
            case .lines, .json, .unknown: return readStream(file)
            }
        }
    }

    private func readStream(_ file: SourceFile) -> Bool {
        let path = file.libraryPath
        guard put(.began(path: path), 0) else { return false }
        var count = 0
        var problems = 0
        var isWhole = true
        var isCancelled = false
        var behind = 0
        // How many records are still to come, as many as those behind let expect: who waits wants to know how long.
        var expected = 0
        func expect(_ records: Int) {
            total.add(records - expected)
            expected = records
        }
        defer { expect(0) }
        let reader = ArticleReader(missingID: file.isStream ? .isItsText : .isItsPlace)
        reader.records(in: file, at: { behind = $0 }) { result in
            count += 1
            if count > 1 { total.add(1) }
            if count % 16 == 0, !file.isStream, behind > 0 { expect(max(0, file.size - behind) * count / behind) }
            switch result {
            case .success(let record):
                // A file without a known ending that turns out to be one article is read here, too.
                isCancelled = !put(record.work(in: file), record.article.text.utf8.count)
            case .failure(let problem):
                problems += 1
                if problem.line == nil { isWhole = false }
                isCancelled = !put(.problem(problem), 0)
            }
            return !isCancelled
        }
        if isCancelled { return false }
        // After an error of the file itself, what the library had of its rest stays.
        return !isWhole || put(.finished(path: path, file.facts, isEmpty: count == 0, problems: problems), 0)
    }

    /// A library that mirrors its folders drops what is no longer in them; what only cannot be read now stays.
    private func forgetVanished(except walked: Set<String>) {
        guard library.mirrorsFolders, let known = try? library.files() else { return }
        for path in known where path != "-" && !walked.contains(path) {
            var status = stat()
            if stat(path, &status) != 0, errno == ENOENT || errno == ENOTDIR, !put(.vanished(path: path), 0) { return }
        }
    }
}

extension Record {
    /// The work of annotating a record, or the one article that a file is.
    fileprivate func work(in file: SourceFile) -> ImportWork {
        var article = article
        guard line == nil else { return .article(article, path: file.libraryPath, line: line) }
        article.id = file.isStream ? RecordID(ofText: article.text).text : file.libraryPath
        // The article that a stream is stands beside those that came before; the one that a file is takes their place.
        return .article(article, path: file.libraryPath, line: file.isStream ? 1 : nil)
    }
}

/// A count that one thread raises and another reads.
final class Counter: Sendable {
    private let count = Atomic<Int>(0)
    func add(_ number: Int) { count.add(number, ordering: .relaxed) }
    var value: Int { count.load(ordering: .relaxed) }
}
