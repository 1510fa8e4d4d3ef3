import DocumentModel
import Query

@testable import Reader

/// A library in memory that answers the reader's questions: every article in the order given.
struct FakeLibrary {
    private(set) var articles: [(key: ArticleKey, article: AnnotatedArticle)] = []
    private(set) var read: Set<ArticleKey> = []
    private(set) var starred: Set<ArticleKey> = []
    private(set) var places: [ArticleKey: Int] = [:]
    private(set) var saved = SavedFilters.none
    private(set) var bookmarks: [Bookmark] = []
    private(set) var corrections: [CorrectionRequest] = []
    private(set) var notes: [ArticleKey: String] = [:]

    init(_ articles: [AnnotatedArticle]) {
        for (index, article) in articles.enumerated() {
            self.articles.append((ArticleKey(rawValue: Int64(index + 1)), article))
        }
    }

    /// Puts an article before all others.
    mutating func insert(_ article: AnnotatedArticle) {
        articles.insert((ArticleKey(rawValue: Int64(articles.count + 1)), article), at: 0)
    }

    /// Puts an article in the place of another.
    mutating func replace(_ key: ArticleKey, _ article: AnnotatedArticle) {
        for index in articles.indices where articles[index].key == key { articles[index].article = article }
    }

    /// Carries out an effect; gives the answer where it has one.
    mutating func answer(_ effect: Effect) -> Event? {
        switch effect {
        case .list(let filter, let rows, let keeping, let generation):
            let found = matching(filter)
            let part = rows.clamped(to: 0..<found.count)
            return .listed(
                total: found.count, first: part.lowerBound, rows: part.map { summary(of: found[$0]) },
                kept: keeping.flatMap { key in found.firstIndex { $0.key == key } }, generation: generation)
        case .open(let key, let generation):
            return .opened(
                key, articles.first { $0.key == key }?.article, place: places[key] ?? 0, note: notes[key],
                generation: generation)
        case .openPerson(let name, let generation):
            let summary = people(in: articles).first { $0.name == name.name && $0.kind == name.kind }
            var page = summary.map { PersonPage($0) }
            page?.roles = [PersonPage.Count("docker", articles: 1)]
            page?.firstSeen = "2025-03-04"
            page?.months = [PersonPage.Share("2025-03", articles: 1, quotations: 3)]
            return .person(page, generation: generation)
        case .complete(let text, let caret, let generation):
            let completion = FilterCompletion(of: text, caret: caret, saved: saved) { _, typed in
                people(in: articles).filter { $0.name.lowercased().hasPrefix(typed.lowercased()) }
                    .map { FilterSuggestion($0.name, detail: "\($0.articles) articles") }
            }
            return .completion(completion, generation: generation)
        case .loadSavedFilters: return .savedFilters(saved)
        case .loadBookmarks: return .bookmarks(bookmarks)
        case .setBookmark(let bookmark): bookmarks.append(bookmark)
        case .saveFilter(let text, let name):
            saved = SavedFilters(saved.entries + [SavedFilters.Entry(name: name, text: text)])
        case .correct(let request):
            corrections.append(request)
            return .corrected("Corrected.")
        case .undoCorrection:
            return .corrected(corrections.popLast() == nil ? "There is nothing to take back." : "Taken back.")
        case .listReports(let key, let generation):
            let all = articles.flatMap { quotations(in: $0, by: .all) }
            guard let own = all.first(where: { $0.article == key.article && $0.ordinal == key.ordinal }) else {
                return .reports([], generation: generation)
            }
            let others = all.filter { $0.speaker == own.speaker && ($0.article, $0.ordinal) != (own.article, own.ordinal) }
            return .reports(
                others.map {
                    QuotationMatch(
                        $0, closeness: .certain,
                        alignment: WordAlignment(
                            asked: own.text, found: $0.text,
                            runs: [
                                .init(.changed, asked: 0..<own.text.utf8.count, found: 0..<$0.text.utf8.count)
                            ]))
                }, generation: generation)
        case .findUnread(let filter, let row, let generation):
            let found = matching(filter)
            let next =
                found.indices.first { $0 > row && !read.contains(found[$0].key) }
                ?? found.indices.first { !read.contains(found[$0].key) }
            return .unread(row: next, key: next.map { found[$0].key }, generation: generation)
        case .listPeople(let filter, let typed, let rows, let generation):
            let people = self.people(in: matching(filter)).filter {
                " \($0.name)".lowercased().contains(" \(typed.lowercased())") || typed.isEmpty
            }
            let part = rows.clamped(to: 0..<people.count)
            return .people(total: people.count, first: part.lowerBound, rows: Array(people[part]), generation: generation)
        case .listQuotations(let filter, let rows, let generation):
            let all = matching(filter).flatMap { quotations(in: $0, by: filter) }
            let part = rows.clamped(to: 0..<all.count)
            return .quotations(total: all.count, first: part.lowerBound, rows: Array(all[part]), generation: generation)
        case .setRead(let key, let isRead):
            if isRead { read.insert(key) } else { read.remove(key) }
        case .setStarred(let key, let isStarred):
            if isStarred { starred.insert(key) } else { starred.remove(key) }
        case .setPlace(let key, let place): places[key] = place
        case .setNote(let key, let note): notes[key] = note.isEmpty ? nil : note
        default: break
        }
        return nil
    }

    // MARK: Rows

    private typealias Entry = (key: ArticleKey, article: AnnotatedArticle)

    private func summary(of entry: Entry) -> ArticleSummary {
        let article = entry.article
        var counts: [(name: String, count: Int)] = []
        for quotation in article.annotation.quotations {
            guard let name = article.annotation.speaker(of: quotation)?.name else { continue }
            if let known = counts.firstIndex(where: { $0.name == name }) {
                counts[known].count += 1
            } else {
                counts.append((name, 1))
            }
        }
        let details = article.article.details
        return ArticleSummary(
            key: entry.key, title: article.article.title, id: article.article.id, source: details.source,
            date: details.date, speakers: counts.sorted { $0.count > $1.count }.map(\.name),
            quotations: article.annotation.quotations.count,
            words: article.article.text.split { $0 == " " || $0 == "\n" }.count, isRead: read.contains(entry.key),
            isStarred: starred.contains(entry.key))
    }

    private func people(in entries: [Entry]) -> [PersonSummary] {
        var people: [PersonSummary] = []
        for entry in entries {
            let annotation = entry.article.annotation
            for actor in annotation.actors {
                let quotations = annotation.quotations.count { $0.speaker?.actor == actor.id }
                let mentions = annotation.entities.count { $0.actor == actor.id }
                let index = people.firstIndex { $0.name == actor.name } ?? people.count
                if index == people.count {
                    people.append(
                        PersonSummary(name: actor.name, kind: actor.kind, quotations: 0, mentions: 0, articles: 0))
                }
                people[index].quotations += quotations
                people[index].mentions += mentions
                people[index].articles += 1
            }
        }
        return people.sorted { ($1.quotations, $1.mentions, $0.name) < ($0.quotations, $0.mentions, $1.name) }
    }

    private func quotations(in entry: Entry, by filter: Filter) -> [QuotationSummary] {
        let article = entry.article
        let speakers = said(filter.condition).map { LitWords(of: Filter($0)).actors(in: article.annotation) }
        return article.annotation.quotations.enumerated().compactMap { index, quotation in
            guard speakers.allSatisfy({ named in quotation.speaker?.actor.map(named.contains) == true }) else { return nil }
            return QuotationSummary(
                article: entry.key, ordinal: index, text: article.text(of: quotation),
                speaker: article.annotation.speaker(of: quotation)?.name, form: quotation.form, act: quotation.act,
                speakerConfidence: quotation.speakerConfidence, title: article.article.title, id: article.article.id,
                source: article.article.details.source, date: article.article.details.date)
        }
    }

    // MARK: Filters

    /// The conditions on who speaks that all quotations must meet.
    private func said(_ condition: Condition?) -> [Condition] {
        switch condition {
        case .all(let parts): parts.flatMap { said($0) }
        case .words(.said, _): condition.map { [$0] } ?? []
        default: []
        }
    }

    private func matching(_ filter: Filter) -> [Entry] {
        guard let condition = filter.condition else { return articles }
        return articles.filter { matches($0, condition) }
    }

    private func matches(_ entry: Entry, _ condition: Condition) -> Bool {
        let article = entry.article
        switch condition {
        case .all(let parts): return parts.allSatisfy { matches(entry, $0) }
        case .any(let parts): return parts.contains { matches(entry, $0) }
        case .not(let inner): return !matches(entry, inner)
        case .hasQuotation: return !article.annotation.quotations.isEmpty
        case .state(let state):
            switch state {
            case .unread: return !read.contains(entry.key)
            case .read: return read.contains(entry.key)
            case .starred: return starred.contains(entry.key)
            case .noted: return notes[entry.key] != nil
            }
        case .published: return true
        case .words(let field, _):
            let lit = LitWords(of: Filter(condition))
            switch field {
            case .said:
                let named = lit.actors(in: article.annotation)
                return article.annotation.quotations.contains { $0.speaker?.actor.map(named.contains) == true }
            case .person, .about, .entity, .organisation, .place: return !lit.actors(in: article.annotation).isEmpty
            case .title: return !lit.ranges(inTitle: article.article.title).isEmpty
            default:
                let text = article.article.text
                return !lit.ranges(in: text, 0..<text.utf8.count).isEmpty
                    || !lit.ranges(inTitle: article.article.title).isEmpty
            }
        }
    }
}
