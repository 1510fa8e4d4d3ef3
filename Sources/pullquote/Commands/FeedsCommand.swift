import ArgumentParser
import ArticleImport
import ArticleLibrary
import DocumentModel
import Foundation
import Ingest
import Interchange

/// `pullquote feeds`: articles out of RSS and Atom.
struct FeedsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "feeds",
        abstract: "Add the articles of RSS and Atom feeds to the library.",
        discussion: """
            Reads feeds from files and, for “-” or without one, from standard input. Nothing is fetched: “curl -s URL | pullquote \
            feeds” adds what is new, and a line in a crontab does so every hour. An article that comes again under its id takes \
            the place of the older text, and keeps your marks. With “--print” the articles are written as records of JSON \
            Lines, for “annotate” and others.
            """)

    @Flag(help: "Write the articles as records instead of adding them.")
    var print = false

    @Argument(help: ArgumentHelp("Files with feeds; “-” for standard input.", valueName: "file"), completion: .file())
    var files: [String] = []

    func run() throws {
        var articles: [Article] = []
        var hasProblems = false
        for file in files.isEmpty ? ["-"] : files {
            do {
                articles += try self.articles(in: file)
            } catch let problem as Failure {
                StandardError.complain(problem.message)
                hasProblems = true
            }
        }
        if print {
            var output = StandardOutput()
            for article in articles { try output.append { RecordJSON.append(article, to: &$0) } }
            try output.flush()
        } else if !articles.isEmpty {
            let progress = try LibrarySource.importing(.articles(articles), into: LibrarySource.open(.standard))
            try StandardOutput.print("\(progress.done) looked at: \(progress.stored) articles new or changed\n")
        }
        if hasProblems { throw ExitCode(ExitStatus.badInput.rawValue) }
    }

    private func articles(in file: String) throws -> [Article] {
        let name = file == "-" ? "standard input" : file
        let data: Data
        do {
            data =
                try file == "-"
                ? FileHandle.standardInput.readToEnd() ?? Data() : Data(contentsOf: URL(fileURLWithPath: file))
        } catch {
            throw Failure(.badInput, "\(name): cannot be read")
        }
        guard let articles = FeedReader.articles(in: Array(data)) else {
            throw Failure(.badInput, "\(name): is no feed; RSS and Atom are read")
        }
        return articles
    }
}
