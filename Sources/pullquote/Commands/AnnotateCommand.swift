import Annotator
import ArgumentParser
import ArticleImport
import DocumentModel
import Foundation
import Ingest
import Interchange
import Synchronization

/// `pullquote annotate`: articles in, annotated articles out.
struct AnnotateCommand: ParsableCommand {
    /// How articles are written.
    enum Format: String, ExpressibleByArgument, CaseIterable {
        case jsonl
    }

    static let configuration = CommandConfiguration(
        commandName: "annotate",
        abstract: "Write articles with their names, quotations and speakers as JSON Lines.",
        discussion: """
            Reads files, folders and, for “-” or without a PATH, standard input: records {"id", "text"} one a line, \
            or one article of plain text. Standard input is records when it begins with a brace or one of its lines is \
            a record; in a pipe say “--format jsonl”, which leaves nothing to be told apart. Writes one line for each \
            record, in order, and never holds all records. One that cannot be read gives {"id", "line", "error"} in its \
            place, a line on standard error, and exit code 1 at the end.

            “--schema” prints the JSON Schema of a line.
            """)

    @Option(
        help: ArgumentHelp(
            "Take each line of standard input for a record, whatever it holds, and write lines.", valueName: "format"))
    var format: Format?

    @Flag(name: .customLong("no-text"), help: "Leave the text out of the lines.")
    var leavesTextOut = false

    @Flag(help: "Print the JSON Schema of a line, and nothing else.")
    var schema = false

    @Option(
        name: [.customShort("j", allowingJoined: true), .customLong("jobs")],
        help: ArgumentHelp("Annotate in so many threads; as many as there are processors if not given.", valueName: "n"))
    var jobs: Int?

    @Flag(name: .customLong("keep-going"), help: "Exit with 0 even where records could not be read.")
    var keepsGoing = false

    @Argument(help: ArgumentHelp("Files and folders; “-” for standard input.", valueName: "path"), completion: .file())
    var paths: [String] = []

    func validate() throws {
        if let jobs, !(1...1024).contains(jobs) { throw ValidationError("-j takes a number from 1 to 1024") }
    }

    func run() throws {
        if schema { return try StandardOutput.print(JSONSchema.annotatedArticle + "\n") }
        let annotation = AnnotationStream(
            writer: ArticleJSON(program: Version.program, model: Annotator.modelName, includesText: !leavesTextOut),
            threads: jobs ?? ProcessInfo.processInfo.activeProcessorCount)
        let hasProblems = try annotation.run(over: paths.isEmpty ? ["-"] : sourcePaths(paths), readsRecords: format != nil)
        if hasProblems, !keepsGoing { throw ExitCode(ExitStatus.badInput.rawValue) }
    }
}

/// Articles on their way through the annotator to standard output.
private struct AnnotationStream {
    /// What stands in a line's place.
    private enum Item: Sendable {
        case record(Record)
        case problem(ImportProblem)
    }

    let writer: ArticleJSON
    let threads: Int

    /// Whether there was something that could not be read.
    func run(over paths: [SourcePath], readsRecords: Bool) throws(Failure) -> Bool {
        let output = Mutex((stream: StandardOutput(), failure: Failure?.none))
        let annotator = Annotator()
        let work = OrderedWork<Item, [[UInt8]]>(threads: threads) { [writer] item in
            switch item {
            case .record(let record):
                let annotated = AnnotatedArticle(record.article, annotator.annotation(of: record.article))
                return writer.pieces(of: annotated, id: RawJSON(bytes: record.id.json.utf8))
            case .problem(let problem):
                var line: [UInt8] = []
                let id = problem.id?.json ?? (problem.line == nil ? problem.fileID : nil)
                ArticleJSON.append(
                    error: problem.reason.description, id: id.map { RawJSON(bytes: $0.utf8) }, line: problem.line ?? 1,
                    to: &line)
                return [line]
            }
        } deliver: { line in
            output.withLock { output in
                do throws(Failure) {
                    // Nothing more is under way: whoever reads is not kept waiting for what there is.
                    guard let line else {
                        try output.stream.flush()
                        return true
                    }
                    for piece in line { try output.stream.append(piece) }
                } catch {
                    output.failure = error
                }
                return output.failure == nil
            }
        }
        var hasProblems = false
        let reader = ArticleReader(missingID: .isAProblem)
        for found in FileWalk(paths) {
            var goesOn = true
            func give(_ record: Result<Record, ImportProblem>) -> Bool {
                switch record {
                case .success(let record): goesOn = work.submit(.record(record), weight: record.article.text.utf8.count)
                case .failure(let problem):
                    if problem.isEmptyStream { break }
                    hasProblems = true
                    StandardError.complain(problem.description)
                    goesOn = work.submit(.problem(problem))
                }
                return goesOn
            }
            switch found {
            case .success(var file):
                if file.isStandardInput {
                    if readsRecords { file.format = .lines }
                    if isatty(STDIN_FILENO) == 1 {
                        StandardError.complain("reading articles from the terminal; ^D ends them")
                    }
                }
                reader.records(in: file, each: give)
            case .failure(let problem): _ = give(.failure(problem))
            }
            if !goesOn { break }
        }
        work.finish()
        try output.withLock { output throws(Failure) in
            if let failure = output.failure { throw failure }
            try output.stream.flush()
        }
        return hasProblems
    }
}

extension ImportProblem {
    /// Standard input without a record: a pipe that has nothing to give is no mistake.
    fileprivate var isEmptyStream: Bool { path == "-" && reason == .empty }

    /// The id of a file that is no article: its path.
    fileprivate var fileID: String { RecordID(string: path).json }
}
