public import DocumentModel

/// Articles in a feed: RSS 2.0 and 1.0 (https://www.rssboard.org/rss-specification) and Atom (RFC 4287).
///
/// An entry's text is its content, or its summary where it has no more, with markup taken off; its id is the feed's own for it,
/// or its address. What the feed is called is the outlet. A pure function of the bytes; any bytes are safe.
public enum FeedReader {
    /// The feed's articles in its order, each structured as a record is; entries without a word of text are left out. Nil for
    /// bytes that are no feed.
    public static func articles(in bytes: [UInt8]) -> [Article]? {
        var parser = FeedParser(bytes)
        guard let entries = parser.entries() else { return nil }
        return entries.compactMap { $0.article(from: parser.outlet) }
    }
}

/// An entry as it is read.
private struct FeedEntry {
    var id: String?
    var link: String?
    var title: String?
    var date: String?
    var author: String?
    var tags: [String] = []
    var content: String?
    var summary: String?

    func article(from outlet: String?) -> Article? {
        let text = MarkupText.text(of: [content, summary].compactMap { $0 }.first { !$0.isEmpty } ?? "")
        guard !text.isEmpty else { return nil }
        let title = self.title.map { MarkupText.text(of: $0) }.flatMap { $0.isEmpty ? nil : $0 }
        let structure = Structure(of: text, format: .text, title: title)
        var details = Details(date: date, source: outlet, url: link, author: author, tags: tags)
        details.complete(from: structure.details)
        let id = [self.id, link].compactMap { $0 }.first { !$0.isEmpty } ?? RecordID(ofText: text).text
        return Article(id: id, text: text, headline: structure.headline, details: details, blocks: structure.blocks)
    }
}

private struct FeedParser {
    private var scanner: XMLScanner
    private(set) var outlet: String?
    /// Deeper than this nobody nests; what is there is passed over.
    private static let maximumDepth = 64

    init(_ bytes: [UInt8]) { scanner = XMLScanner(bytes) }

    /// All entries; nil where the root is no feed's.
    mutating func entries() -> [FeedEntry]? {
        var entries: [FeedEntry] = []
        var path: [String] = []
        var isFeed = false
        while let token = scanner.next() {
            switch token {
            case .start(let name, _):
                if path.isEmpty {
                    guard ["rss", "feed", "rdf"].contains(name) else { return nil }
                    isFeed = true
                }
                if name == "item" || name == "entry" {
                    entries.append(entry(endedBy: name))
                } else if name == "title", outlet == nil, ["channel", "feed"].contains(path.last) {
                    let title = MarkupText.text(of: content(endedBy: name))
                    if !title.isEmpty { outlet = title }
                } else {
                    path.append(name)
                }
            case .end(let name): if let open = path.lastIndex(of: name) { path.removeSubrange(open...) }
            case .text: break
            }
        }
        return isFeed ? entries : nil
    }

    private mutating func entry(endedBy end: String) -> FeedEntry {
        var entry = FeedEntry()
        var isPermanent = true
        while let token = scanner.next() {
            switch token {
            case .end(end): return entry
            case .end, .text: break
            case .start(let name, let attributes):
                let words = name == "author" ? authors() : content(endedBy: name)
                switch name {
                case "guid":
                    entry.id = words
                    isPermanent = attributes["ispermalink"] != "false"
                    if isPermanent, entry.link == nil, words.hasPrefix("http") { entry.link = words }
                case "id": entry.id = words
                case "link":
                    // Of Atom's several links the one to the article itself.
                    let target = attributes["href"] ?? words
                    if ["alternate", nil].contains(attributes["rel"]), !target.isEmpty { entry.link = target }
                case "title": entry.title = words
                case "pubdate", "published", "date": entry.date = words
                case "updated": entry.date = entry.date ?? words
                case "author", "creator":
                    entry.author = [entry.author, words].compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: ", ")
                case "category":
                    let tag = attributes["label"] ?? attributes["term"] ?? words
                    if !tag.isEmpty, !entry.tags.contains(tag) { entry.tags.append(tag) }
                case "content:encoded", "content": entry.content = words
                case "description", "summary": entry.summary = words
                default: break
                }
            }
        }
        return entry
    }

    /// What stands inside an element; elements inside it (XHTML in Atom) become markup again.
    private mutating func content(endedBy end: String) -> String {
        var words = ""
        var depth = 0
        while let token = scanner.next() {
            switch token {
            case .text(let text): words += depth > 0 ? Self.escaped(text) : text
            case .start(let name, _):
                depth += 1
                words += "<\(name)>"
            case .end(let name):
                if depth == 0 || name == end && depth > Self.maximumDepth { return String(words.trimmingSpaces) }
                depth -= 1
                words += "</\(name)>"
            }
        }
        return String(words.trimmingSpaces)
    }

    private static func escaped(_ text: String) -> String {
        text.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
    }

    /// The names in an author's element; in RSS its words, in which a name stands in brackets behind an address.
    private mutating func authors() -> String {
        var words = ""
        var names: [String] = []
        while let token = scanner.next() {
            switch token {
            case .end("author"):
                if !names.isEmpty { return names.joined(separator: ", ") }
                guard let open = words.firstIndex(of: "("), words.contains("@") else { return String(words.trimmingSpaces) }
                return String(words[words.index(after: open)...].prefix { $0 != ")" })
            case .text(let text): words += text
            case .start("name", _): names.append(content(endedBy: "name"))
            case .start(let name, _): _ = content(endedBy: name)
            case .end: break
            }
        }
        return String(words.trimmingSpaces)
    }
}
