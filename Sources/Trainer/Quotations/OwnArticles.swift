import Annotator
import ArticleImport
import DocumentModel
import TestSupport

/// The articles that were written and annotated for this project, as quotations are learned from them: layouts, marks and
/// kinds of news that the corpus lacks.
enum OwnArticles {
    /// What may be learned from: never what is only reported on.
    static let sets: [GoldSet] = [.develop, .news, .samples]

    /// How often an article is learned from, being few beside those of the corpus.
    static let weight = 2

    /// An article as the product reads it, with its annotation by hand.
    typealias Own = (article: Article, gold: GoldArticle)

    /// The articles in English as the product reads them, and their annotation by hand.
    static func all(of sets: [GoldSet] = sets) throws -> [Own] {
        try sets.flatMap { set in
            try set.articles().filter { $0.language == "en" }.map { gold in
                let article = try ArticleReader.article(of: Array(gold.file.utf8), named: gold.name)
                guard let gold = gold.ranges(in: article.text) else { throw TrainerError.unreadable(gold.name) }
                return (article, gold)
            }
        }
    }
}

extension QuotationSequences {
    /// All that quotations are learned from: a corpus, and our own articles.
    static func learned(_ corpora: Corpora) throws -> [Document] {
        let own = try OwnArticles.all()
        let quotations = own.map { own in
            let points = CodePoints(own.article.text)
            return (
                own.article,
                own.gold.quotations.filter { $0.quotation.part == .text }.map {
                    GoldQuotation($0.quotation, speakerName: $0.speakerName, points)
                }
            )
        }
        var documents = QuotationSequences(quotations).documents
        for index in documents.indices {
            documents[index].own = own[index].gold
            documents[index].weight = OwnArticles.weight
        }
        return QuotationSequences(try corpora.quotations("train")).documents + documents
    }
}
