import DocumentModel
import Query

extension ReaderState {
    /// Where the reader is, so that a step back finds it as it was left: a list at its row, or an article at its place.
    struct Station: Sendable {
        var side: Side
        var focus: Focus
        var open: OpenArticle?
        var people: WindowedList<PersonSummary>
        var quotations: WindowedList<QuotationSummary>
        var source: QuotationSource
    }

    /// The way to a filter that was set in the list of people or of quotations: that list, and how the reader came to it.
    struct Way: Sendable {
        var station: Station
        var before: [Station]
    }

    /// How many steps back are remembered beside those of the filters.
    private static var mostStations: Int { 16 }

    /// Where the reader is now.
    var station: Station {
        Station(side: side, focus: focus, open: open, people: people, quotations: quotations, source: quotationSource)
    }

    /// Shows people or quotations in the left pane, and gives them the keys. From one of the two lists to the other is no
    /// step on the way: both are left for where the first was opened.
    mutating func show(_ newSide: Side) {
        keepPlace()
        if side == .articles || focus == .article || quotationSource != .all {
            leaveStation()
        }
        side = newSide
        quotationSource = .all
        focus = .list
        switch newSide {
        case .articles: break
        case .people:
            people = WindowedList()
            namesTyped = ""
            askForPeople()
        case .quotations:
            quotations = WindowedList()
            askForQuotations()
        }
    }

    private mutating func leaveStation() {
        stations.append(station)
        if stations.count > Self.mostStations { stations.removeFirst() }
    }

    /// Shows all that one person says in the listed articles, from the list of people.
    mutating func showTimeline(of name: String) {
        showQuotations(.person(name))
    }

    /// Shows other reports of the quotation the reader is at.
    mutating func showSameWords() {
        let key: QuotationKey
        if focus == .list, side == .quotations {
            guard let row = quotations.selectedRow else { return }
            key = QuotationKey(article: row.article, ordinal: row.ordinal)
        } else if let open, case .quotation(let index) = open.cursor {
            key = QuotationKey(article: open.key, ordinal: index)
        } else {
            messages.answer("First go to a quotation\(keyName(.nextQuotation).map { " (\($0))" } ?? "").")
            return
        }
        showQuotations(.sameWords(key))
    }

    private mutating func showQuotations(_ source: QuotationSource) {
        keepPlace()
        leaveStation()
        quotationSource = source
        side = .quotations
        focus = .list
        quotations = WindowedList()
        askForQuotations()
    }

    /// Which quotations the list of quotations shows.
    var quotationFilter: Filter {
        guard case .person(let name) = quotationSource else { return filter }
        let said = Condition.words(.said, Words(name, isPrefix: false))
        return Filter(Condition.joined([filter.condition, said].compactMap { $0 }), order: filter.order)
    }

    /// Leaves the list of people or of quotations for where it was opened: the list of articles, or an article.
    mutating func leaveSide() {
        keepPlace()
        if let station = stations.popLast() {
            go(to: station)
        } else {
            side = .articles
            focus = .list
        }
    }

    /// Goes on from the list of people or of quotations to the articles. Gives the way back there; nil from the articles.
    mutating func leaveForArticles(_ station: Station) -> Way? {
        side = .articles
        focus = .list
        guard station.side != .articles else { return nil }
        defer { stations = [] }
        return Way(station: station, before: stations)
    }

    /// Goes back a way.
    mutating func goBack(_ way: Way) {
        stations = way.before
        go(to: way.station)
    }

    private mutating func go(to station: Station) {
        side = station.side
        people = station.people
        quotations = station.quotations
        quotationSource = station.source
        focus = .list
        if station.focus == .article, let article = station.open {
            focus = .article
            open = article
            opening = nil
        }
        // Answers may have been missed, and the library may have changed.
        switch side {
        case .articles: break
        case .people: askForPeople()
        case .quotations: askForQuotations()
        }
    }
}
