import Annotator
import DocumentModel
import Foundation

/// A quotation of the corpora, offsets in code points.
struct GoldQuotation {
    var spans: [Range<Int>]
    var speaker: [Range<Int>]
    var cue: [Range<Int>]
    var form: String
    var isSpeech: Bool
    /// How likely it was said to be one; 1 for those by hand.
    var confidence = 1.0
    /// Who speaks, and what that is known from: in the corpora derived, not by hand.
    var speakerName: String?
    var speakerKind = ""
    /// In thousandths.
    var speakerConfidence = 0

    /// What a record's `quotes` hold.
    init?(_ fields: [String: Any]) {
        guard let form = fields["type"] as? String else { return nil }
        spans = Self.ranges(fields["spans"])
        speaker = Self.ranges(fields["speaker_span"])
        cue = Self.ranges(fields["cue"])
        self.form = form
        isSpeech = fields["speech"] as? Bool ?? false
        speakerName = fields["speaker_name"] as? String
        speakerKind = fields["speaker_kind"] as? String ?? ""
    }

    /// Lists of start, end and perhaps more.
    private static func ranges(_ field: Any?) -> [Range<Int>] {
        (field as? [[Any]] ?? []).compactMap { span in
            guard span.count >= 2, let start = span[0] as? Int, let end = span[1] as? Int, start <= end else { return nil }
            return start..<end
        }
    }

    init(_ quotation: Quotation, of annotation: Annotation, _ points: CodePoints) {
        self.init(quotation, speakerName: annotation.speaker(of: quotation)?.name, points)
    }

    init(_ quotation: Quotation, speakerName: String?, _ points: CodePoints) {
        spans = quotation.spans.map(points.points)
        speaker = (quotation.speaker?.ranges ?? []).map(points.points)
        cue = quotation.cue.map(points.points)
        form = quotation.form.rawValue
        isSpeech = quotation.act == .speech
        confidence = Double(quotation.confidence.thousandths) / 1000
        self.speakerName = speakerName
        speakerConfidence = Int(quotation.speakerConfidence.thousandths)
    }
}

/// Quotations found against quotations by hand, as the corpora's own scorer counts them with `--speech`: what is only
/// believed or intended is left out on both sides.
struct QuotationScores {
    typealias Count = EntityScores.Count

    private(set) var exact = Count()
    private(set) var tokens = Count()
    private(set) var found = Count()
    private(set) var withSpeaker = Count()
    /// Of the quotations found whose speaker is known, those with the right mention.
    private(set) var mentions = Count()
    private(set) var forms: [String: Count] = [:]
    /// Of all quotations listed, those of thoughts among them, how sure they were said to be and whether they are some: by
    /// tenths of confidence.
    private(set) var confidences = [(sum: Double, right: Int, count: Int)](repeating: (0, 0, 0), count: 10)
    private(set) var speakers = SpeakerScores()

    /// A quotation with its spans made bare at both ends, and the words they cover.
    private struct Scored {
        var quotation: GoldQuotation
        var bare: [Range<Int>]
        var words: Set<Int>
    }

    /// Counts what an annotator finds in an article.
    mutating func add(_ article: Article, _ gold: [GoldQuotation], by annotator: Annotator) {
        let points = CodePoints(article.text)
        let annotation = annotator.annotation(of: article)
        let found = annotation.quotations.filter { $0.part == .text }
        add(gold: gold, found: found.map { GoldQuotation($0, of: annotation, points) }, in: article.text)
    }

    mutating func add(gold: [GoldQuotation], found predicted: [GoldQuotation], in text: String) {
        let scalars = Array(text.unicodeScalars)
        let words = Self.words(scalars)
        func scored(_ quotations: [GoldQuotation]) -> [Scored] {
            quotations.compactMap { quotation in
                let bare = Self.bare(quotation.spans, scalars)
                return bare.isEmpty ? nil : Scored(quotation: quotation, bare: bare, words: Self.words(words, in: bare))
            }
        }
        let gold = scored(gold)
        for quotation in scored(predicted) {
            let isRight = gold.contains { one in
                let common = one.words.intersection(quotation.words).count
                return common > 0 && common * 2 >= one.words.count + quotation.words.count - common
            }
            let tenth = min(9, Int(quotation.quotation.confidence * 10))
            confidences[tenth].sum += quotation.quotation.confidence
            confidences[tenth].right += isRight ? 1 : 0
            confidences[tenth].count += 1
        }
        let predicted = scored(predicted.filter(\.isSpeech))
        let matches = Self.matches(gold, predicted)
        let matched = Dictionary(uniqueKeysWithValues: matches.map { ($0.value, $0.key) })
        let unspoken = gold.filter { !$0.quotation.isSpeech }.reduce(into: Set<Int>()) { $0.formUnion($1.words) }
        let keptGold = gold.indices.filter { gold[$0].quotation.isSpeech }
        let kept = predicted.indices.filter { index in
            if let match = matched[index] { return gold[match].quotation.isSpeech }
            let shared = predicted[index].words.intersection(unspoken).count
            return Double(shared) < 0.5 * Double(predicted[index].words.count)
        }
        let goldWords = keptGold.reduce(into: Set<Int>()) { $0.formUnion(gold[$1].words) }
        let foundWords = kept.reduce(into: Set<Int>()) { $0.formUnion(predicted[$1].words) }
        tokens.add(right: goldWords.intersection(foundWords).count, found: foundWords.count, gold: goldWords.count)
        var rest = Dictionary(kept.map { (predicted[$0].bare, 1) }, uniquingKeysWith: +)
        var right = 0
        for index in keptGold where rest[gold[index].bare, default: 0] > 0 {
            rest[gold[index].bare, default: 0] -= 1
            right += 1
        }
        exact.add(right: right, found: kept.count, gold: keptGold.count)
        found.add(right: 0, found: kept.count, gold: keptGold.count)
        withSpeaker.add(right: 0, found: kept.count, gold: keptGold.count)
        for index in keptGold {
            let quotation = gold[index].quotation
            forms[quotation.form, default: Count()].gold += 1
            guard let match = matches[index] else { continue }
            found.right += 1
            forms[quotation.form, default: Count()].right += 1
            let isRight =
                quotation.speaker.isEmpty
                || quotation.speaker.contains { one in
                    predicted[match].quotation.speaker.contains { $0.overlaps(one) }
                }
            if !quotation.speaker.isEmpty { mentions.add(right: isRight ? 1 : 0, found: 1, gold: 1) }
            if isRight { withSpeaker.right += 1 }
            speakers.add(gold: quotation, found: predicted[match].quotation)
        }
    }

    /// Pairs gold with found, the best overlap first, down to a half of their words.
    private static func matches(_ gold: [Scored], _ predicted: [Scored]) -> [Int: Int] {
        var pairs: [(share: Double, gold: Int, predicted: Int)] = []
        for one in gold.indices {
            for other in predicted.indices {
                let shared = gold[one].words.intersection(predicted[other].words).count
                guard shared > 0 else { continue }
                let all = gold[one].words.count + predicted[other].words.count - shared
                if shared * 2 >= all { pairs.append((Double(shared) / Double(all), one, other)) }
            }
        }
        pairs.sort { ($1.share, $1.gold, $1.predicted) < ($0.share, $0.gold, $0.predicted) }
        var matches: [Int: Int] = [:]
        var taken: Set<Int> = []
        for pair in pairs where matches[pair.gold] == nil && taken.insert(pair.predicted).inserted {
            matches[pair.gold] = pair.predicted
        }
        return matches
    }

    private static let stripped = Set(" \t\n\"“”‘’'`,.;:".unicodeScalars)

    private static func bare(_ spans: [Range<Int>], _ text: [Unicode.Scalar]) -> [Range<Int>] {
        spans.sorted { $0.lowerBound < $1.lowerBound }.compactMap { span in
            var range = span
            while let first = range.first, stripped.contains(text[first]) { range = first + 1..<range.upperBound }
            while let last = range.last, stripped.contains(text[last]) { range = range.lowerBound..<last }
            return range.isEmpty ? nil : range
        }
    }

    /// Runs that begin with a letter or digit and go on with such, apostrophes and hyphens.
    private static func words(_ text: [Unicode.Scalar]) -> [Range<Int>] {
        var words: [Range<Int>] = []
        var at = 0
        while at < text.count {
            guard isWord(text[at]) else {
                at += 1
                continue
            }
            let start = at
            while at < text.count, isWord(text[at]) || text[at] == "'" || text[at] == "’" || text[at] == "-" { at += 1 }
            words.append(start..<at)
        }
        return words
    }

    private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber,
            .letterNumber, .otherNumber:
            true
        default: scalar == "_"
        }
    }

    private static func words(_ words: [Range<Int>], in spans: [Range<Int>]) -> Set<Int> {
        var covered: Set<Int> = []
        for span in spans {
            for (index, word) in words.enumerated() where word.overlaps(span) { covered.insert(index) }
        }
        return covered
    }

    /// By how much confidence is off, in percent: the mean over tenths of confidence of what was said against what was so.
    var calibrationError: Double {
        let all = confidences.reduce(0) { $0 + $1.count }
        return all == 0 ? 0 : 100 * confidences.reduce(0) { $0 + abs($1.sum - Double($1.right)) } / Double(all)
    }

    /// The figures by name, in percent.
    var figures: [(name: String, value: Double)] {
        [
            ("content token F1", tokens.f1), ("content exact F1", exact.f1), ("quotation F1", found.f1),
            ("quotation + speaker F1", withSpeaker.f1), ("quotation precision", found.precision),
            ("speaker mention", mentions.recall),
        ] + ["direct", "mixed", "indirect"].map { ("recall \($0)", forms[$0]?.recall ?? 0) }
            + [("confidence error", calibrationError)]
    }
}
