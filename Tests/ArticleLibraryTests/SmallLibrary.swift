import DocumentModel
import Query

@testable import ArticleLibrary

/// Articles of a few words with annotations of their own, so that a test says what is in a library in a line.
enum Small {
    /// All names that stand in quotations, a row for each quotation.
    static let topics = """
        SELECT name, quotation.id AS quotation FROM appearance JOIN quotation
            ON quotation.id >> \(Schema.ordinalBits) = article AND stands_in(topics, quotation.id)
        """

    /// An article whose annotation is marked in its text: `[Ann Bell]` is a person, `[=City Council]` an organisation,
    /// `[@Paris]` a place, and `{Ann Bell|We are ready.}` a quotation of Ann Bell. A name's second spelling: `[Bell=Ann Bell]`.
    static func article(
        _ id: String, _ marked: String, title: String? = nil, date: String? = nil, source: String? = nil,
        author: String? = nil, tags: [String] = []
    ) -> AnnotatedArticle {
        var text = ""
        var annotation = Annotation()
        func actor(_ name: String, _ kind: Actor.Kind, alias: String? = nil) -> Actor.ID {
            let index: Int
            if let known = annotation.actors.firstIndex(where: { $0.name == name && $0.kind == kind }) {
                index = known
            } else {
                index = annotation.actors.count
                annotation.actors.append(
                    Actor(id: Actor.ID(rawValue: Int32(index)), kind: kind, name: name, aliases: [name]))
            }
            if let alias, !annotation.actors[index].aliases.contains(alias) {
                annotation.actors[index].aliases.append(alias)
            }
            return annotation.actors[index].id
        }
        var rest = marked[...]
        func name(closedBy end: Character) {
            let inner = rest.prefix { $0 != end }
            rest = rest.dropFirst(inner.count + 1)
            let kind: EntityKind =
                switch inner.first {
                case "=": .organisation
                case "@": .location
                case "#": .event
                default: .person
                }
            let parts = inner.drop { "=@#".contains($0) }.split(separator: "=").map(String.init)
            let start = text.utf8.count
            text += parts[0]
            let full = parts.count > 1 ? parts[1] : parts[0]
            let id = kind == .event ? nil : actor(full, kind == .person ? .person : .body, alias: parts[0])
            annotation.entities.append(Entity(kind, start..<text.utf8.count, actor: id))
        }
        var quotation: (speaker: String, start: Int)?
        while let first = rest.first {
            rest = rest.dropFirst()
            switch first {
            case "[": name(closedBy: "]")
            case "{":
                let speaker = String(rest.prefix { $0 != "|" })
                rest = rest.dropFirst(speaker.count + 1)
                quotation = (speaker, text.utf8.count)
            case "}":
                guard let open = quotation else { continue }
                let kind: Actor.Kind = open.speaker.hasPrefix("=") ? .body : .person
                let speaker = open.speaker.hasPrefix("=") ? String(open.speaker.dropFirst()) : open.speaker
                annotation.quotations.append(
                    Quotation(
                        spans: [open.start..<text.utf8.count], form: .direct,
                        speaker: speaker.isEmpty ? nil : Mention(.name, [], actor: actor(speaker, kind))))
                quotation = nil
            default: text.append(first)
            }
        }
        let size = text.utf8.count
        return AnnotatedArticle(
            Article(
                id: id, text: text, headline: title.map { .own($0) } ?? .lead(0..<size),
                details: Details(date: date, source: source, author: author, tags: tags),
                blocks: [Block(.paragraph, 0..<size)]), annotation)
    }

    /// A library in memory of these articles, each from a file of its own.
    static func library(_ articles: [AnnotatedArticle]) throws -> Library {
        let library = try Library.inMemory(today: { Day(year: 2024, month: 8, day: 31) ?? Day(rawValue: 0) })
        try library.add(articles.flatMap { steps(for: $0) })
        return library
    }

    static func steps(for article: AnnotatedArticle, size: Int64 = 1) -> [ImportStep] {
        let path = article.article.id
        return [
            .began(path: path), .article(Addition(article, from: Origin(path: path))),
            .finished(path: path, FileFacts(size: size, modified: 1, inode: 1), annotator: "test"),
        ]
    }

    /// The ids of all that match, in the list's order.
    static func ids(_ library: Library, _ filter: String) throws -> String {
        let page = try library.articles(matching: Filter(parsing: filter), rows: 0..<100)
        return page.rows.map(\.id).joined(separator: " ")
    }
}
