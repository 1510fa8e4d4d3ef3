import ArgumentParser
import CMalloc
import Foundation

/// The program: its subcommands, and what becomes of a mistake.
@main
struct Pullquote: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "pullquote",
        abstract: "Read news and see who said what.",
        usage: """
            pullquote [PATH…]
            pullquote COMMAND …
            """,
        discussion: """
            Opens files and folders of articles (.txt, .md, .jsonl) in the reader, with every quotation attributed to \
            whoever said it. Without a PATH it opens the library, which “pullquote add” fills.

            \(ExitStatus.table)
            """,
        version: Version.line,
        groupedSubcommands: [
            CommandGroup(
                name: "Reading",
                subcommands: [ReadCommand.self, ShowCommand.self, AddCommand.self, FeedsCommand.self, WatchCommand.self]),
            CommandGroup(
                name: "For pipes",
                subcommands: [
                    AnnotateCommand.self, ListCommand.self, QuotesCommand.self, PeopleCommand.self, PersonCommand.self,
                    VerifyCommand.self,
                ]),
            CommandGroup(
                name: "Keeping the library",
                subcommands: [
                    CorrectCommand.self, CorrectionsCommand.self, FiltersCommand.self, ExportCommand.self,
                    ImportCommand.self,
                    StatsCommand.self, CheckCommand.self, ForgetCommand.self,
                ]),
            CommandGroup(
                name: "Setting up",
                subcommands: [ThemesCommand.self, KeysCommand.self, ConfigCommand.self, ManualCommand.self]),
        ],
        defaultSubcommand: ReadCommand.self)

    static func main() {
        returnMemory()
        // A file that may grow no more is an error with its own line, like a disk that is full, and no sudden end.
        signal(SIGXFSZ, SIG_IGN)
        do {
            var command = try parseAsRoot()
            try command.run()
        } catch let failure as Failure {
            StandardError.complain(failure.message)
            Foundation.exit(failure.status.rawValue)
        } catch let code as ExitCode {
            Foundation.exit(code.rawValue)
        } catch {
            leave(for: error)
        }
    }

    /// Has large blocks given back to the system as soon as they are free. Of itself the C library keeps the room of one that was
    /// free once, and a long article's arrays would lie between holes; below, some megabytes are kept, since article after
    /// article needs them.
    private static func returnMemory() {
        mallopt(M_MMAP_THRESHOLD, 1 << 18)
        mallopt(M_TRIM_THRESHOLD, 1 << 23)
    }

    /// Help, the version and completions go to standard output; a mistake on the command line to standard error, with
    /// the code that shells use for it.
    private static func leave(for error: any Error) -> Never {
        let text = fullMessage(for: error)
        if exitCode(for: error).isSuccess {
            do {
                try StandardOutput.print(text.isEmpty || text.hasSuffix("\n") ? text : text + "\n")
            } catch {
                StandardError.complain(error.message)
                Foundation.exit(error.status.rawValue)
            }
            Foundation.exit(ExitStatus.fine.rawValue)
        }
        let isUsage = exitCode(for: error) == .validationFailure
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        let first = lines.first ?? ""
        StandardError.complain(first.hasPrefix("Error: ") ? String(first.dropFirst("Error: ".count)) : first)
        if isUsage { StandardError.write(lines.dropFirst().map { $0 + "\n" }.joined()) }
        Foundation.exit((isUsage ? ExitStatus.usage : .internalError).rawValue)
    }
}
