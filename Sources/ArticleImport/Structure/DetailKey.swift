import DocumentModel

/// What a line of front matter or of a header says: its key, under the names that are in use for it.
enum DetailKey {
    case title, date, source, author, url, tags

    init?(_ name: String) {
        switch name.lowercased() {
        case "title", "headline", "subject": self = .title
        case "date", "published", "pubdate", "publish_date", "publication_date", "published_at", "date_published":
            self = .date
        case "source", "outlet", "publication", "publisher", "site", "newspaper", "site_name": self = .source
        case "author", "authors", "by", "byline", "writer": self = .author
        case "url", "link", "canonical", "canonical_url", "permalink", "source_url", "original_url": self = .url
        case "tags", "tag", "keywords", "categories", "topics": self = .tags
        default: return nil
        }
    }
}

extension Details {
    /// Sets what a key stands for; the title is none of the details. Of several values only tags keep all apart.
    mutating func set(_ key: DetailKey, _ values: [String]) {
        let values = values.filter { !$0.isEmpty }
        guard !values.isEmpty else { return }
        let joined = values.joined(separator: ", ")
        switch key {
        case .title: break
        case .date: date = joined
        case .source: source = joined
        case .author: author = joined
        case .url: url = joined
        case .tags: tags = values
        }
    }
}
