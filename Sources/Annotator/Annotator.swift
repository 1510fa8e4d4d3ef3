public import DocumentModel
import EnglishModel

/// Finds names, quotations and speakers in articles.
///
/// A pure function over word lists and learned parameters in the binary: the same article gives the same annotation on
/// every machine and in every thread. Linear in the article's length.
public struct Annotator: Sendable {
    /// What an annotation is said to be made by.
    public static let modelName = "learned-9"

    /// An annotator; costs nothing, the word lists are read at the first annotation of the process, the model in place.
    public init() { reports = ReportModel(EnglishQuotationModel.bytes) }

    /// An annotator that reads quotations with another model than the one in the binary; with none by rules alone.
    package init(reports: ReportModel?) { self.reports = reports }

    private let reports: ReportModel?

    /// What stands in the article: its language, names, quotations and their speakers. Any text is fit for it.
    ///
    /// An article that is not English gets its names and quotation marks, without speakers.
    public func annotation(of article: Article) -> Annotation { annotation(of: article) { _ in } }

    /// The steps from text to annotation, in their order.
    public enum Stage: String, Sendable, CaseIterable {
        /// Tokens, quotation marks and sentences; the language.
        case tokens
        /// Names and their kinds.
        case names
        /// What is said, with its cue.
        case quotations
        /// Who is who: all spellings of a person or a body.
        case people
        /// Who says it.
        case speakers
        /// The annotation out of all of these.
        case assembly
    }

    /// The same annotation; tells of each stage when it is done, so that its cost can be measured. A text that is not English
    /// goes through fewer of them.
    public func annotation(of article: Article, after: (Stage) -> Void) -> Annotation {
        guard article.text.utf8.count < Int(Int32.max) else { return Annotation() }
        return Vocabularies.english.lend { annotation(of: article, by: &$0, after) }
    }

    private func annotation(of article: Article, by vocabulary: inout Vocabulary, _ after: (Stage) -> Void) -> Annotation {
        let (text, sketches) = AnalysedText.read(article.text, blocks: Self.blocks(of: article), &vocabulary)
        let language = Language.code(of: text.bytes)
        after(.tokens)
        let (phrases, reports) = phrasesAndReports(in: text, sketches, language, &vocabulary, after)
        let names = phrases.names
        let cast = Cast(text, names)
        let actors = cast.actors(names)
        after(.people)
        var quotations: [Quotation] = []
        if let reports {
            if case .own(let title) = article.headline {
                quotations = Self.quotations(inTitle: title, actors, cast, &vocabulary)
            }
            quotations += Assembly.quotations(text, phrases, reports, cast, part: .text)
            after(.speakers)
            let headings = text.parts.filter { $0.kind == .title || $0.kind == .heading }.map { text.range(of: $0.tokens) }
            HeadlineSpeakers.settle(&quotations, of: article, headings: headings)
        } else {
            quotations = UtteredWords.quotations(in: text)
        }
        let entities = names.indices.map { index in
            let member = cast.memberOf[index]
            return Entity(
                names[index].kind, text.range(of: names[index]),
                actor: member < 0 ? nil : Actor.ID(rawValue: Int32(clamping: member)))
        }
        after(.assembly)
        return Annotation(language: language, actors: actors, entities: entities, quotations: quotations)
    }

    /// A text's names in their phrases and, where it is English, what is said in it. What both are found by is let go with this.
    private func phrasesAndReports(
        in text: AnalysedText, _ sketches: WordSketches, _ language: String, _ vocabulary: inout Vocabulary,
        _ after: (Stage) -> Void
    ) -> (phrases: NounPhrases, reports: [Report]?) {
        guard language == "en" else {
            let names = ForeignNames.names(in: text, language: language)
            after(.names)
            return (NounPhrases(text, names), nil)
        }
        let names = LearnedNames.names(in: text, sketches, remembering: &vocabulary.weights)
        after(.names)
        let phrases = NounPhrases(text, names)
        let found = LearnedReports.reports(in: text, phrases, sketches, reports)
        after(.quotations)
        return (phrases, found)
    }

    /// The quotations of a title of its own; its speakers are those of the text, by name or by a role that one of them has.
    private static func quotations(
        inTitle title: String, _ actors: [Actor], _ cast: Cast, _ vocabulary: inout Vocabulary
    ) -> [Quotation] {
        let text = AnalysedText.read(title, blocks: [(0..<title.utf8.count, .title)], &vocabulary).text
        let names = TitleNames.names(in: text, actors)
        let phrases = NounPhrases(text, names.map(\.name))
        return Assembly.quotations(text, phrases, inTitleOf: names.map(\.actor), of: cast)
    }

    /// The article's blocks; for one without structure, each run of lines without a blank one between.
    static func blocks(of article: Article) -> [(TextRange, Block.Kind)] {
        if !article.blocks.isEmpty { return article.blocks.map { ($0.range, $0.kind) } }
        var blocks: [(TextRange, Block.Kind)] = []
        var start: Int?
        var end = 0
        var breaks = 0
        for (at, byte) in article.text.utf8.enumerated() {
            switch byte {
            case 0x0A: breaks += 1
            case 0x20, 0x09, 0x0D: break
            default:
                if let from = start, breaks > 1 {
                    blocks.append((from..<end, .paragraph))
                    start = at
                }
                if start == nil { start = at }
                breaks = 0
                end = at + 1
            }
        }
        if let start { blocks.append((start..<end, .paragraph)) }
        return blocks
    }
}
