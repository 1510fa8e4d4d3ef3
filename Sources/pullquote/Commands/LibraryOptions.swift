import ArgumentParser
import ArticleImport
import ArticleLibrary
import Foundation
import Ingest
import Query

/// Which library a command speaks of.
struct LibraryOptions: ParsableArguments {
    @Option(
        name: .customLong("in"),
        help: ArgumentHelp(
            "Take a file or folder instead of the library; what is new in it is read first. May be repeated.",
            valueName: "path"),
        completion: .file())
    var paths: [String] = []

    /// Opens the library as it is.
    func open() throws(Failure) -> Library { try LibrarySource.open(paths: paths) }

    /// Reads what is new in the paths into the library; whether something could not be read.
    func bringUpToDate(_ library: Library) throws(Failure) -> Bool {
        try paths.isEmpty ? false : LibrarySource.importing(paths, into: library).failed > 0
    }
}

/// The filter of a command that lists.
struct FilterOptions: ParsableArguments {
    @Argument(
        parsing: .allUnrecognized,
        help: ArgumentHelp(
            "The filter: " + FilterLanguage.forms.map { $0.form.replacing("  ", with: " ") }.joined(separator: ", ") + ".",
            valueName: "filter"),
        completion: .custom(completeFilter))
    var words: [String] = []

    /// The words as one text.
    var text: String { Filter.text(ofArguments: words.filter { $0 != "--" }) }

    /// The filter that the words make; `@name` is one that the library keeps.
    func filter(in library: Library) throws -> Filter {
        // Words that begin with a dash are part of the language, but none begins with two.
        if let option = words.first(where: { $0.hasPrefix("--") && $0 != "--" }) {
            throw ValidationError("Unknown option '\(option)'")
        }
        return try Filter.parsed(text, in: library)
    }
}

extension Filter {
    /// The filter of a text; a mistake in it ends the command and is shown at its place.
    static func parsed(_ text: String, in library: Library) throws -> Filter {
        let saved = try carryOut { () throws(LibraryError) in try library.savedFilters() }
        do throws(FilterError) {
            return try Filter(parsing: text, saved: saved)
        } catch {
            throw Failure(.usage, "filter: \(error)\n\(error.pointing(into: text))")
        }
    }
}

/// What a shell may complete the last word of a filter to, with the names that the library holds.
private func completeFilter(_ words: [String], _ index: Int, _ typed: String) -> [String] {
    // Bash parts words at colons, and gives only what follows the last one.
    let isParted = index > 1 && words.indices.contains(index) && words[index - 1] == ":"
    let word = isParted ? words[index - 2] + ":" + typed : typed
    let library = try? LibrarySource.open(paths: [])
    let saved = (try? library?.savedFilters()) ?? .none
    let completion = FilterCompletion(of: word, caret: word.utf8.count, saved: saved) { field, beginning in
        (try? library?.suggestions(for: field, beginning: beginning)) ?? []
    }
    let before = String(decoding: Array(word.utf8)[..<completion.range.lowerBound], as: UTF8.self)
    let cut = word.utf8.count - typed.utf8.count
    return completion.candidates.map { String(decoding: Array((before + $0.text).utf8.dropFirst(cut)), as: UTF8.self) }
}

/// Asks a library for something; its failures end the command.
func carryOut<Result>(_ body: () throws -> Result) throws -> Result {
    do {
        return try body()
    } catch let error as LibraryError {
        throw Failure(.inputOutput, error.description)
    }
}
