import DocumentModel
import Query

/// What is wrong with a filter, and where.
struct FilterMistake: Error, Sendable, Equatable {
    /// How many characters stand before the place.
    var offset: Int
    /// What is wrong, or was expected.
    var message: String
}

/// Between what is typed and the filter language.
enum FilterText {
    /// The filter that a text means; `whileTyping` its last word may be unfinished, and `@name` stands for a saved one.
    static func parse(
        _ text: String, whileTyping: Bool = false, saved: SavedFilters = .none
    ) -> Result<Filter, FilterMistake> {
        do throws(FilterError) {
            return .success(try Filter(parsing: text, whileTyping: whileTyping, saved: saved))
        } catch {
            let before = text.text(in: 0..<max(0, min(error.position, text.utf8.count)))
            return .failure(FilterMistake(offset: before.count, message: error.description))
        }
    }

    /// `said:"Alexander Lukashenko"`: a field and a whole name.
    static func clause(_ field: Field, _ name: String) -> String {
        Filter(.words(field, Words(name, isPrefix: false))).description
    }

    /// The filter for what is named; nil for dates, amounts and the like.
    static func clause(for entity: Entity, in article: AnnotatedArticle) -> String? {
        let words = BlockText(article.article.text, entity.range).joined
        let name = article.annotation.actor(entity.actor)?.name ?? words
        switch entity.kind {
        case .person: return clause(.person, name)
        case .organisation: return clause(.organisation, name)
        case .location, .facility: return clause(.place, name)
        case .group, .product, .event, .work, .miscellaneous: return clause(.entity, name)
        case .date, .money, .percent: return nil
        }
    }
}

extension String {
    /// Without blanks at its ends.
    var trimmingSpaces: String {
        var text = self[...]
        while text.first == " " { text.removeFirst() }
        while text.last == " " { text.removeLast() }
        return String(text)
    }
}
