import DocumentModel
import TestSupport

/// Articles with their annotation, written as gold files are: see ``GoldArticle``. Paragraphs are parted by blank lines;
/// one that begins with `# ` is a heading, with `- ` a list item, with `~ ` boilerplate.
enum MarkedArticle {
    static func article(_ name: String, _ contents: String) throws -> AnnotatedArticle {
        let whole = try GoldArticle(name: name, contents: contents)
        let text = String(decoding: Array(whole.file.utf8)[whole.bodyStart...], as: UTF8.self)
        let gold = whole.ranges(in: text) ?? whole
        var article = Article(id: name, text: text, details: details(in: whole.file))
        if let title = gold.title { article.headline = .own(title) }
        article.blocks = blocks(of: text)
        if gold.title == nil, let first = article.blocks.first {
            article.headline = .lead(first.range.lowerBound..<min(first.range.upperBound, first.range.lowerBound + 60))
        }
        return AnnotatedArticle(article, annotation(of: gold, text: text))
    }

    private static func annotation(of gold: GoldArticle, text: String) -> Annotation {
        var actors: [Actor] = []
        func actor(named name: String, kind: Actor.Kind, alias: String?) -> Actor.ID {
            let known = actors.firstIndex { $0.name == name || $0.name.split(separator: " ").last.map(String.init) == name }
            let index = known ?? actors.count
            if known == nil {
                actors.append(Actor(id: Actor.ID(rawValue: Int32(index)), kind: kind, name: name, aliases: [name]))
            }
            if let alias, !actors[index].aliases.contains(alias) { actors[index].aliases.append(alias) }
            return actors[index].id
        }
        let names = gold.quotations.compactMap(\.speakerName)
        for name in names { _ = actor(named: name, kind: .person, alias: nil) }
        let entities = gold.entities.map { entity in
            var entity = entity
            switch entity.kind {
            case .person, .organisation, .location, .facility, .group:
                let name = BlockText(text, entity.range).joined
                entity.actor = actor(named: name, kind: entity.kind == .person ? .person : .body, alias: name)
            default: break
            }
            return entity
        }
        let quotations = gold.quotations.map { expected in
            var quotation = expected.quotation
            if let name = expected.speakerName { quotation.speaker?.actor = actor(named: name, kind: .person, alias: nil) }
            return quotation
        }
        return Annotation(actors: actors, entities: entities, quotations: quotations)
    }

    private static func details(in file: String) -> Details {
        var details = Details()
        guard file.hasPrefix("---\n") else { return details }
        for line in file.split(separator: "\n").dropFirst().prefix(while: { $0 != "---" }) {
            guard let colon = line.firstIndex(of: ":") else { continue }
            let value = String(line[line.index(after: colon)...].drop { $0 == " " })
            switch line[..<colon] {
            case "date": details.date = value
            case "source": details.source = value
            case "author": details.author = value
            case "url": details.url = value
            default: break
            }
        }
        return details
    }

    /// The paragraphs of a text, parted by blank lines.
    static func blocks(of text: String) -> [Block] {
        var blocks: [Block] = []
        var start: Int?
        var end = 0
        var offset = 0
        func finish() {
            guard var from = start else { return }
            start = nil
            let beginning = text.text(in: from..<min(end, from + 2))
            let kind: Block.Kind =
                switch beginning {
                case "# ": .heading
                case "- ": .listItem
                case "~ ": .boilerplate
                default: .paragraph
                }
            if kind == .heading || kind == .boilerplate { from += 2 }
            blocks.append(Block(kind, from..<end))
        }
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            if line.isEmpty {
                finish()
            } else {
                if start == nil || line.hasPrefix("- ") || line.hasPrefix("~ ") {
                    finish()
                    start = offset
                }
                end = offset + line.utf8.count
            }
            offset += line.utf8.count + 1
        }
        finish()
        return blocks
    }
}
