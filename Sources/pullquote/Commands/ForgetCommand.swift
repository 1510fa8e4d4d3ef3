import ArgumentParser
import ArticleImport
import ArticleLibrary
import DocumentModel
import Foundation
import Query

/// `pullquote forget`: articles out of the library.
struct ForgetCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "forget",
        abstract: "Take articles out of the library: those of a file or folder, one by its id, or all that match a filter.",
        discussion: """
            Says what goes and asks; “--yes” does not ask. With the articles go your marks and what was put right in them, \
            and what lay in the library's file is overwritten. The articles' own files stay where they are: added again, \
            they come back.
            """)

    @OptionGroup var source: LibraryOptions

    @Flag(name: [.customShort("y"), .long], help: "Do not ask.")
    var yes = false

    @OptionGroup var filtering: FilterOptions

    func run() throws {
        guard !filtering.text.isEmpty else { throw ValidationError("say what to forget: a path, an id or a filter") }
        let library = try source.open()
        let (articles, what) = try meant(in: library)
        guard !articles.isEmpty else { throw Failure(.badInput, "nothing in the library is meant by \(filtering.text)") }
        let count = articles.count == 1 ? "1 article" : "\(articles.count) articles"
        if !yes {
            guard isatty(STDIN_FILENO) == 1 else {
                throw Failure(.usage, "\(count) \(what): nobody can be asked here; “--yes” forgets without asking")
            }
            StandardError.write("Forget \(count) \(what)? [y/N] ")
            guard let answer = readLine(), ["y", "yes"].contains(answer.lowercased()) else {
                throw Failure(.badInput, "nothing was forgotten")
            }
        }
        let forgotten = try carryOut { try library.forget(articles) }
        try StandardOutput.print("forgotten: \(forgotten.articles == 1 ? "1 article" : "\(forgotten.articles) articles")\n")
    }

    /// The articles that are meant, and how one says so.
    private func meant(in library: Library) throws -> ([ArticleKey], String) {
        try carryOut {
            let text = filtering.text
            if filtering.words.count == 1, let path = sourcePaths([text]).first?.description, try library.knows(path: path)
            {
                return (try library.articles(from: path), "from \(path)")
            }
            if let key = try library.article(called: text) { return ([key], "called \(text)") }
            let filter = try filtering.filter(in: library)
            guard !filter.isAll else { throw ValidationError("this filter lets everything through: nothing was forgotten") }
            var keys: [ArticleKey] = []
            try library.forEachArticle(matching: filter) { keys.append($0.key) }
            return (keys, filter.meaning)
        }
    }
}
