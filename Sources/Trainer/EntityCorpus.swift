import Annotator
import ArticleImport
import DocumentModel
import Foundation

/// Articles with their names by hand.
struct EntityCorpus {
    struct GoldName: Hashable {
        var range: TextRange
        var type: String
    }

    struct Document {
        var article: Article
        var names: [GoldName]
    }

    var documents: [Document] = []

    /// Reads a file of records with `entities`, offsets in code points.
    init(_ url: URL) throws {
        var articles: [String: Article] = [:]
        for record in try Records.articles(in: url) { articles[record.id] = record }
        for line in try Records.objects(in: url) {
            guard let id = line["id"] as? String, let article = articles[id],
                let entities = line["entities"] as? [[String: Any]]
            else { continue }
            let offsets = CodePoints(article.text)
            let names = entities.compactMap { entity -> GoldName? in
                guard let start = entity["start"] as? Int, let end = entity["end"] as? Int,
                    let type = entity["type"] as? String
                else { return nil }
                return GoldName(range: offsets.bytes(start..<end), type: type)
            }
            documents.append(Document(article: article, names: names.sorted { $0.range.lowerBound < $1.range.lowerBound }))
        }
    }
}

/// Where the code points of a text begin, in bytes, and back.
struct CodePoints {
    private var starts: [Int] = []
    private var numbers: [Int32] = []

    init(_ text: String) {
        numbers.reserveCapacity(text.utf8.count + 1)
        for (at, byte) in text.utf8.enumerated() {
            if byte & 0xC0 != 0x80 { starts.append(at) }
            numbers.append(Int32(starts.count - 1))
        }
        starts.append(text.utf8.count)
        numbers.append(Int32(starts.count - 1))
    }

    func bytes(_ range: Range<Int>) -> TextRange { starts[range.lowerBound]..<starts[range.upperBound] }
    func points(_ range: TextRange) -> Range<Int> { Int(numbers[range.lowerBound])..<Int(numbers[range.upperBound]) }
}

/// Records of a file, read as the product reads them, and the fields beside.
enum Records {
    static func articles(in url: URL) throws -> [Article] {
        var articles: [Article] = []
        let reader = ArticleReader(missingID: .isAProblem)
        for found in FileWalk([SourcePath(url.path)]) {
            var file = try found.get()
            file.format = .lines
            var problem: ImportProblem?
            reader.records(in: file) { record in
                switch record {
                case .success(let record): articles.append(record.article)
                case .failure(let failure): problem = failure
                }
                return problem == nil
            }
            if let problem { throw problem }
        }
        return articles
    }

    static func objects(in url: URL) throws -> [[String: Any]] {
        try Data(contentsOf: url).split(separator: 0x0A).compactMap {
            try JSONSerialization.jsonObject(with: $0) as? [String: Any]
        }
    }
}
