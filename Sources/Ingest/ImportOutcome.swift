import Annotator
import ArticleImport
import ArticleLibrary
import DocumentModel

/// What a piece of an import's work gave.
struct ImportOutcome: Sendable {
    /// For the library.
    var steps: [ImportStep] = []
    /// What could not be read.
    var problems: [ImportProblem] = []
    /// Files or records this accounts for.
    var done = 0
    /// How many of these are as the library knows them.
    var unchanged = 0
    /// The file, or the record's, that this is about.
    var path: String?

    /// Nothing.
    init() {}

    /// Does the work. This is where an import spends its time.
    init(of work: ImportWork, _ annotator: Annotator) {
        switch work {
        case .passedOver(let count): (done, unchanged) = (count, count)
        case .unchanged(let path, let count):
            (done, unchanged) = (1, 1)
            if count > 0 { problems = [ImportProblem(.unchanged(count), path: path)] }
        case .problem(let problem):
            problems = [problem]
            done = 1
        case .vanished(let path): steps = [.vanished(path: path)]
        case .began(let path): steps = [.began(path: path)]
        case .finished(let path, let facts, let isEmpty, let problems):
            // What a stream held the last time stays: it is another stream.
            if path != "-" { steps = [.finished(path: path, facts, annotator: Annotator.modelName, problems: problems)] }
            done = isEmpty ? 1 : 0
        case .article(let article, let path, let line):
            steps = [.article(Self.addition(article, Origin(path: path, line: line), annotator))]
            done = 1
            self.path = path
        case .file(let file):
            done = 1
            path = file.libraryPath
            read(file, annotator)
        }
    }

    private mutating func read(_ file: SourceFile, _ annotator: Annotator) {
        let path = file.libraryPath
        ArticleReader().articles(in: file) { result in
            switch result {
            case .success(var article):
                article.id = path
                steps = [
                    .began(path: path), .article(Self.addition(article, Origin(path: path), annotator)),
                    .finished(path: path, file.facts, annotator: Annotator.modelName),
                ]
            case .failure(let problem):
                problems = [problem]
                switch problem.reason {
                case .empty, .notText, .unknownEncoding, .tooLarge:
                    // It was read, and holds no article any more. Without facts it is looked at, and told, each time.
                    steps = [.began(path: path), .finished(path: path, nil, annotator: Annotator.modelName)]
                default: break
                }
            }
            return true
        }
    }

    private static func addition(_ article: Article, _ origin: Origin, _ annotator: Annotator) -> Addition {
        Addition(
            AnnotatedArticle(article, annotator.annotation(of: article)), from: origin, annotator: Annotator.modelName)
    }
}
