import ArgumentParser
import ArticleLibrary
import Foundation

/// `pullquote check`: is the library sound?
struct CheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Check the library, and repair it from what is readable.",
        discussion: """
            Looks at every page, index and article. Exit code 0: all is right; 1: something is damaged, or was lost in the \
            repair. “--repair” makes a new library of everything that can be read, with its indexes made anew, and keeps the \
            damaged file beside it. What was lost comes back when its files are added again.
            """)

    @OptionGroup var source: LibraryOptions

    @Flag(help: "Make a new library of what can be read, and say what was lost.")
    var repair = false

    func run() throws {
        if repair { return try runRepair() }
        let check = try LibrarySource.check(paths: source.paths)
        for problem in check.problems { StandardError.complain(problem) }
        guard check.isSound else {
            StandardError.complain("it is damaged; “--repair” makes a new library of what can be read, and keeps this one")
            throw ExitCode(ExitStatus.badInput.rawValue)
        }
        if !check.isWhole { StandardError.complain("its indexes of words are not looked at where it may only be read") }
        try StandardOutput.print("\(check.articles) articles, \(check.quotations) quotations: all is right\n")
    }

    private func runRepair() throws {
        guard let path = LibrarySource.location(of: source.paths).path(), FileManager.default.fileExists(atPath: path)
        else {
            throw Failure(.badInput, "there is no library to repair")
        }
        let repair = try carryOut { try LibraryRepair(at: path).run() }
        try StandardOutput.print(
            "\(repair.articles) articles kept, \(repair.lost) lost; the damaged file is \(repair.damaged)\n")
        for loss in repair.losses { StandardError.complain(loss) }
        if repair.lost > 0 { StandardError.complain("what was lost comes back when its files are added again") }
        if repair.lost > 0 || !repair.losses.isEmpty { throw ExitCode(ExitStatus.badInput.rawValue) }
    }
}
