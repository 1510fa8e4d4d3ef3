import Annotator
import DocumentModel
import TestSupport

/// Articles with quotations by hand as sequences to learn from: one for each word that may be a cue.
struct QuotationSequences {
    /// An article, what the rules made of it, and its quotations with their cues' tokens.
    struct Document {
        var article: Article
        var gold: [GoldQuotation]
        var text: ReportingText
        /// For each quotation the token that is its cue; -1 where it has none that can be one.
        var cues: [Int]
        /// The quotations' spans and sources, in bytes.
        var spans: [[TextRange]]
        var sources: [[TextRange]]
        /// How often it is learned from.
        var weight = 1
        /// The whole annotation, where the article is one of ours.
        var own: GoldArticle?
    }

    var documents: [Document] = []

    init(_ corpus: [(Article, [GoldQuotation])]) {
        documents = corpus.map { article, gold in
            let text = ReportingText(article)
            let points = CodePoints(article.text)
            let spans = gold.map { $0.spans.map(points.bytes) }
            let sources = gold.map { $0.speaker.map(points.bytes) }
            let cues = gold.map { Self.cue(of: $0.cue.map(points.bytes), text) }
            return Document(
                article: article, gold: gold, text: text, cues: cues, spans: spans, sources: sources)
        }
    }

    /// The token of a cue's words that is the cue: the verb of the rules, else a verb of the lists, else the first word that
    /// can be one.
    private static func cue(of ranges: [TextRange], _ text: ReportingText) -> Int {
        var best = -1
        var rank = 0
        for range in ranges {
            for token in text.tokens(in: range) where text.canBeCue(token) {
                let own = text.isRuledCue(token) ? 3 : text.isListedCue(token) ? 2 : 1
                if own > rank {
                    best = token
                    rank = own
                }
            }
        }
        return best
    }

    /// The words that may be cues: those that were a cue twice or more, and not too seldom where they stand.
    /// One is a cue of thought where most of them are no speech.
    static func vocabulary(of documents: [Document]) -> [(word: UInt64, isThought: Bool)] {
        var all: [UInt64: Int] = [:]
        var right: [UInt64: Int] = [:]
        var speech: [UInt64: Int] = [:]
        for document in documents {
            let cues = Set(document.cues)
            for (index, cue) in document.cues.enumerated() where cue >= 0 && document.gold[index].isSpeech {
                speech[document.text.word(at: cue), default: 0] += 1
            }
            for token in 0..<document.text.count where document.text.canBeCue(token) {
                let word = document.text.word(at: token)
                all[word, default: 0] += 1
                if cues.contains(token) { right[word, default: 0] += 1 }
            }
        }
        return right.filter { $0.value >= 2 && $0.value * 50 >= all[$0.key, default: 0] }.sorted { $0.key < $1.key }
            .map { ($0.key, speech[$0.key, default: 0] * 2 < $0.value) }
    }

    /// Unlikely enough that no path takes it.
    private static let never: Float = -60

    /// The sequences of a document.
    static func sequences(of document: Document, _ vocabulary: Set<UInt64>) -> [LabelledSequence] {
        var result: [LabelledSequence] = []
        eachCandidate(of: document, vocabulary) { view, head, own, quotation in
            if own.isEmpty {
                own = (0..<view.count).map {
                    var features: [UInt32] = []
                    view.appendOwnFeatures(of: $0, to: &features)
                    return features
                }
            }
            if let sequence = sequence(document, view, head, own, quotation) { result.append(sequence) }
        }
        return result
    }

    /// The words of a document that may be cues and that no rule has for one, each a sequence of its own: 1 where it is
    /// one.
    static func candidates(of document: Document, _ vocabulary: Set<UInt64>, isRight: (Int) -> Bool) -> [LabelledSequence] {
        var result: [LabelledSequence] = []
        eachCandidate(of: document, vocabulary) { view, head, _, _ in
            let token = view.token(of: head)
            guard !document.text.isRuledCue(token) else { return }
            var features: [UInt32] = []
            view.appendHeadFeatures(to: &features)
            var sequence = LabelledSequence()
            sequence.append(
                features.map { UInt32(ReportModel.Sieve.place(of: $0)) }, label: isRight(token) ? 1 : 0)
            result.append(sequence)
        }
        return result
    }

    /// Calls with each word that may be a cue: the sentence as seen from it, its unit, room for what is the same for all
    /// words of the sentence, and the quotation whose cue it is.
    private static func eachCandidate(
        of document: Document, _ vocabulary: Set<UInt64>,
        _ body: (_ view: SentenceView, _ head: Int, _ own: inout [[UInt32]], _ quotation: Int?) -> Void
    ) {
        var quotations: [Int: Int] = [:]
        for (index, cue) in document.cues.enumerated() where cue >= 0 { quotations[cue] = index }
        for sentence in document.text.sentences {
            var view: SentenceView?
            var own: [[UInt32]] = []
            for token in sentence where document.text.canBeCue(token) {
                guard
                    quotations[token] != nil || document.text.isRuledCue(token)
                        || vocabulary.contains(document.text.word(at: token))
                else { continue }
                var seen = view ?? document.text.view(of: sentence)
                view = seen
                guard let head = (0..<seen.count).first(where: { seen.token(of: $0) == token }) else { continue }
                seen.look(from: head)
                body(seen, head, &own, quotations[token])
            }
        }
    }

    private static func sequence(
        _ document: Document, _ view: SentenceView, _ head: Int, _ own: [[UInt32]], _ quotation: Int?
    ) -> LabelledSequence? {
        let window = view.window(around: head)
        var labels = [UInt8](repeating: ReportLabel.none, count: window.count)
        if let quotation {
            labels = Self.labels(document, view, head, quotation)
            guard labels.contains(where: ReportLabel.isContent) else { return nil }
        }
        var sequence = LabelledSequence()
        for (at, unit) in window.enumerated() {
            var features = own[unit]
            view.appendFeatures(of: unit, to: &features)
            sequence.append(features, label: labels[at])
            for label in 0..<ReportLabel.count {
                let isOpen =
                    label == Int(ReportLabel.none) || (label == Int(ReportLabel.cue)) == (unit == head)
                sequence.scores.append(isOpen ? 0 : never)
            }
        }
        return sequence
    }

    private static func labels(_ document: Document, _ view: SentenceView, _ head: Int, _ quotation: Int) -> [UInt8] {
        let window = view.window(around: head)
        var labels = [UInt8](repeating: ReportLabel.other, count: window.count)
        for (at, unit) in window.enumerated() {
            let range = view.range(of: unit)
            func share(_ ranges: [TextRange]) -> Bool {
                let covered = ranges.reduce(0) { $0 + range.clamped(to: $1).count }
                return covered * 2 > range.count
            }
            if unit == head {
                labels[at] = ReportLabel.cue
            } else if share(document.spans[quotation]) {
                labels[at] = ReportLabel.inner
            } else if share(document.sources[quotation]) {
                labels[at] = ReportLabel.source
            }
        }
        ReportLabel.bound(&labels)
        return labels
    }
}
