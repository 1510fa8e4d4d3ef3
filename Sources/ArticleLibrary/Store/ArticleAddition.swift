public import DocumentModel
import Query

/// An article made ready to be stored. Making it is most of the work of storing that needs no database, and can be done on
/// any thread.
public final class Addition: Sendable {
    /// Where it came from.
    public let origin: Origin
    /// The model that annotated it; nil where nobody knows.
    public let annotator: String?
    let identity: ArticleIdentity
    let article: Article
    let title: String
    let titleKey: String
    let published: PublicationDate?
    /// One a line; nil for none.
    let tags: String?
    let language: String
    let words: Int
    let packedText: [UInt8]
    let packedRecord: [UInt8]
    let record: [UInt8]
    let speakers: String
    let names: ArticleNames
    let sketch: TextSketch
    let beginnings: WordBeginnings
    let quotations: [QuotationRow]

    /// One row of the table of quotations.
    struct QuotationRow: Sendable {
        var key: Int64
        var speaker: Int?
        var form: UInt8
        var act: UInt8
        var confidence: Int
        var text: String
        var words: QuotedWords
    }

    /// An annotated article from this origin. Takes some microseconds for each KB of text.
    public convenience init(_ annotated: AnnotatedArticle, from origin: Origin, annotator: String? = nil) {
        self.init(annotated, from: origin, annotator, correctedBy: [])
    }

    /// The article as corrections have it; what is kept of it is the annotation without them.
    func corrected(by changes: [Correction.Change]) throws -> Addition {
        guard !changes.isEmpty else { return self }
        return Addition(
            try ArticleRecord.decode(record, text: article.text), from: origin, annotator, correctedBy: changes)
    }

    private init(
        _ original: AnnotatedArticle, from origin: Origin, _ annotator: String?, correctedBy changes: [Correction.Change]
    ) {
        let identity = ArticleIdentity(of: original.article)
        let corrected = CorrectedArticle(original, by: changes, identity: identity)
        let annotated = corrected.annotated
        self.origin = origin
        self.annotator = annotator
        article = annotated.article
        self.identity = identity
        title = article.title
        titleKey = Addition.titleKey(title)
        published = article.details.date.flatMap(PublicationDate.init(parsing:))
        let tags = article.details.tags
        self.tags = tags.isEmpty ? nil : tags.map(\.onOneLine).joined(separator: "\n")
        language = annotated.annotation.language
        words = Addition.countWords(article.text)
        packedText = PackedText.pack(article.text)
        record = ArticleRecord.encode(original)
        packedRecord = PackedText.pack(record: record, of: article.text)
        sketch = TextSketch(article)
        // Of what the index of words has: see ArticleWriter.
        beginnings = WordBeginnings(of: title, article.text, article.details.source, article.details.author, self.tags)
        let names = ArticleNames(annotated)
        self.names = names
        speakers = names.speakerNames.map(\.onOneLine).joined(separator: "\n")
        quotations = annotated.annotation.quotations.prefix(Schema.ordinals).enumerated().map { ordinal, quotation in
            let text = corrected.anchors[ordinal].words.withoutNUL
            let key = corrected.anchors[ordinal].key
            return QuotationRow(
                key: key, speaker: names.speakers[ordinal],
                form: ArticleRecord.code(quotation.form, ArticleRecord.quotationForms),
                act: ArticleRecord.code(quotation.act, ArticleRecord.acts),
                confidence: Int(quotation.speakerConfidence.thousandths), text: text,
                words: QuotedWords(text, of: quotation, key: key))
        }
    }

    /// What a title is sorted by.
    static func titleKey(_ title: String) -> String {
        let folded = TextFold.folded(title)
        // Letters of ASCII, without a line break among them, are characters each.
        return folded.utf8.allSatisfy { $0 < 0x80 } ? String(folded.utf8.prefix(48)) ?? folded : String(folded.prefix(48))
    }

    /// Runs of anything but ASCII white space, as `wc -w` counts.
    private static func countWords(_ text: String) -> Int {
        var text = text
        return text.withUTF8 { bytes in
            var count = 0
            var isInside = false
            for byte in bytes {
                let isSpace = byte == 0x20 || (0x09...0x0D).contains(byte)
                if !isSpace, !isInside { count += 1 }
                isInside = !isSpace
            }
            return count
        }
    }
}

extension ImportStep {
    /// An article was read and annotated; it is made ready right here.
    public static func article(_ annotated: AnnotatedArticle, _ origin: Origin) -> ImportStep {
        .article(Addition(annotated, from: origin))
    }
}

/// Quotations' stable keys: FNV-1a (Fowler, Noll, Vo) of the folded words, and how many times an article has said the same
/// before. A quotation keeps its key when other text around it changes.
struct QuotationKeys {
    private var seen: [UInt64: UInt64] = [:]

    mutating func next(_ text: String) -> Int64 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in TextFold.foldedBytes(text) { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        let before = seen[hash, default: 0]
        seen[hash] = before + 1
        return Int64(bitPattern: (hash ^ before) &* (before == 0 ? 1 : 0x100_0000_01B3))
    }
}

extension String {
    /// SQLite's text ends at the first NUL: shown instead is the sign for what cannot be shown.
    var withoutNUL: String {
        utf8.contains(0) ? String(String.UnicodeScalarView(unicodeScalars.map { $0.value == 0 ? "\u{FFFD}" : $0 })) : self
    }

    /// Without line breaks and NUL, so that it can be one line of a list.
    var onOneLine: String {
        utf8.contains { $0 < 0x20 }
            ? String(
                String.UnicodeScalarView(unicodeScalars.map { $0.value < 0x20 ? ($0.value == 0 ? "\u{FFFD}" : " ") : $0 }))
            : self
    }
}
