import Annotator
import ArticleImport
import DocumentModel
import TestSupport

/// The articles that were written and annotated for this project, as quotations are learned from them: layouts, marks and
/// kinds of news that the corpus lacks.
enum OwnArticles {
    /// What may be learned from: never what is only reported on.
    static let sets: [GoldSet] = [.develop, .news, .samples]

    /// The articles in English with their quotations.
    static func quotations(of sets: [GoldSet] = sets) throws -> [(Article, [GoldQuotation])] {
        try sets.flatMap { set in
            try set.articles().filter { $0.language == "en" }.map { gold in
                let article = try ArticleReader.article(of: Array(gold.file.utf8), named: gold.name)
                guard let gold = gold.ranges(in: article.text) else { throw TrainerError.unreadable(gold.name) }
                let points = CodePoints(article.text)
                return (
                    article,
                    gold.quotations.filter { $0.quotation.part == .text }.map { GoldQuotation($0, points) }
                )
            }
        }
    }
}

extension GoldQuotation {
    /// A quotation of a gold article.
    init(_ expected: GoldArticle.ExpectedQuotation, _ points: CodePoints) {
        self.init(expected.quotation, speakerName: expected.speakerName, points)
    }
}
