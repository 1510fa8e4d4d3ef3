import ArgumentParser
import ArticleLibrary
import DocumentModel
import Interchange

/// `pullquote corrections`: what was put right.
struct CorrectionsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "corrections",
        abstract: "List what was put right: as rows, or as gold for whoever teaches or measures an annotator.",
        discussion: """
            Columns: number, what, text, value, by, article. As JSON Lines each names the article by the hash of its text and \
            the quotation by its words, with id, spans, in, type, act and speaker_name as “annotate” has them; “import” \
            takes these lines. “pullquote correct --undo NUMBER” takes one back.
            """)

    @OptionGroup var source: LibraryOptions

    @Option(help: "How rows are written: tsv without a header, csv with one.")
    var format = TableFormat.tsv

    func run() throws {
        let library = try source.open()
        let corrections = try carryOut { try library.corrections() }
        var table = TableWriter<CorrectionRow>(format, isForTerminal: StandardOutput.isTerminal)
        var output = StandardOutput()
        if format != .jsonl { try output.append { table.begin(&$0) } }
        for kept in corrections {
            let article = try kept.article.flatMap { key in try carryOut { try library.article(key) } }
            if format == .jsonl {
                let quotation = try carryOut { try gold(kept, in: article, library) }
                try output.append { CorrectionJSON.append(kept.correction, quotation: quotation, to: &$0) }
            } else {
                try output.append { table.append(CorrectionRow(kept: kept, article: article?.article.id), to: &$0) }
            }
        }
        if format != .jsonl { try output.append { table.end(&$0) } }
        try output.flush()
    }

    /// The quotation of which a correction speaks, as it is now; nil where it is gone.
    private func gold(
        _ kept: KeptCorrection, in article: AnnotatedArticle?, _ library: Library
    ) throws -> (article: Article, quotation: Quotation, speaker: String?)? {
        guard let article, let key = kept.article, let anchor = kept.correction.change.quotation else { return nil }
        for ordinal in article.annotation.quotations.indices
        where try library.anchor(ofQuotation: ordinal, in: key)?.key == anchor.key {
            let quotation = article.annotation.quotations[ordinal]
            return (article.article, quotation, article.annotation.speaker(of: quotation)?.name)
        }
        return nil
    }
}

private struct CorrectionRow: TableRow {
    static let columns: [StaticString] = ["number", "what", "text", "value", "by", "article"]
    static let numbers: Set<String> = ["number"]
    var kept: KeptCorrection
    var article: String?

    var values: [TableValue] {
        let change = kept.correction.change
        return [
            .number(Int(kept.id)), .text(change.name), .text(change.subject), .text(change.value),
            .text(kept.correction.author), .text(article ?? change.quotation?.article.hexadecimal),
        ]
    }
}

extension Correction.Change {
    /// What it is about: a quotation's words, or a name.
    fileprivate var subject: String {
        switch self {
        case .speaker(let anchor, _), .notAQuotation(let anchor), .form(let anchor, _), .act(let anchor, _): anchor.words
        case .merge(let name, _), .split(let name, _), .rename(let name, _): name.name
        }
    }

    /// What it says of that.
    fileprivate var value: String? {
        switch self {
        case .speaker(_, let name): name?.name
        case .notAQuotation: nil
        case .form(_, let form): form.rawValue
        case .act(_, let act): act.rawValue
        case .merge(_, let other), .split(_, let other): other.name
        case .rename(_, let new): new
        }
    }
}
