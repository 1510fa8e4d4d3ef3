package import DocumentModel
import EnglishModel

/// A text made ready for the tagger: which tokens may be of names, and what features see of each token.
///
/// Trainer and product read the same features off the same tokens, because both come here for them.
package struct TaggedText {
    let text: AnalysedText
    let sketches: WordSketches
    /// Runs of tokens that may be of names: near capitals and digits. All others are of none.
    package private(set) var segments: [Range<Int>] = []
    /// For each word, its case left out: how often it stands small, and capital where that says something.
    private(set) var smallCount: [UInt8] = []
    private(set) var capitalCount: [UInt8] = []
    /// For each token: in a heading of capitals 1, in another heading 2, in a list 3, else 0.
    private(set) var setting: [UInt8] = []
    /// Whether a token begins a sentence, or follows what may.
    private(set) var isFirst: [Bool] = []
    /// For each token the number of what the lists know of a phrase that covers it, with its place in that; 0 for none.
    private var phraseNumber: [UInt16] = []
    /// What phrases are, by their numbers; they are as many as the lists have at most.
    private var phrases: [UInt64] = [0]
    /// The form of the date that the rules find at a token, with the token's place in it; 0 for none.
    private(set) var date: [UInt8] = []
    /// The runs of capital words, what joins them, and where else each word stands.
    private(set) var runs = CapitalRuns()

    /// Tokens in all.
    package var count: Int { text.tokens.count }
    /// Whether a token begins with a capital.
    @inline(__always)
    func isCapital(_ token: Int) -> Bool { text.tokens[token].isCapital }
    /// The bytes of a token.
    package func range(of token: Int) -> TextRange { text.tokens[token].range }

    /// The words' hashes, their case left out: what clusters are found by.
    package var foldedWords: [UInt64] { text.tokens.indices.map { sketches[$0].folded } }

    /// An article as the annotator sees it.
    package init(_ article: Article, clusters: WordClusters) {
        let (text, sketches) = AnalysedText.read(
            article.text, blocks: Annotator.blocks(of: article), clusters: clusters)
        self.init(text, sketches)
    }

    init(_ text: AnalysedText, _ sketches: WordSketches) {
        self.text = text
        self.sketches = sketches
        describePlaces()
        findSegments()
        runs = CapitalRuns(text, sketches, isFirst: isFirst, setting: setting)
    }

    private mutating func describePlaces() {
        let count = text.tokens.count
        setting = Array(repeating: 0, count: count)
        isFirst = Array(repeating: false, count: count)
        phraseNumber = Array(repeating: 0, count: count)
        date = Array(repeating: 0, count: count)
        smallCount = Array(repeating: 0, count: sketches.foldedCount)
        capitalCount = smallCount
        for part in text.parts {
            let isHeading = part.kind == .title || part.kind == .heading
            let value: UInt8 = isMostlyCapital(part.tokens) ? 1 : isHeading ? 2 : part.kind == .listItem ? 3 : 0
            for token in part.tokens { setting[token] = value }
        }
        var numbers: [UInt64: UInt16] = [:]
        for sentence in text.sentences {
            for at in sentence {
                let token = text.tokens[at]
                if at == sentence.lowerBound {
                    isFirst[at] = true
                } else {
                    switch text.tokens[at - 1].kind {
                    case .mark, .stop, .colon, .dash, .openBracket: isFirst[at] = true
                    default: break
                    }
                }
                if token.kind == .word, setting[at] != 1 {
                    let word = sketches.foldedNumber(of: at)
                    if !token.isCapital {
                        smallCount[word] = min(smallCount[word] &+ 1, 250)
                    } else if !isFirst[at] {
                        capitalCount[word] = min(capitalCount[word] &+ 1, 250)
                    }
                }
            }
            findDates(sentence)
            var at = sentence.lowerBound
            while at < sentence.upperBound {
                guard text.tokens[at].classes.contains(.opensPhrase),
                    let known = text.phrase(at: at, before: sentence.upperBound)
                else {
                    at += 1
                    continue
                }
                let classes = known.entry.classes.intersection(WordSketch.seen).rawValue
                for index in 0..<known.count where known.count > 1 {
                    let place: UInt64 = index == 0 ? 1 : index == known.count - 1 ? 3 : 2
                    let value = FeatureHash.mix(classes &+ 1, place)
                    let number = numbers[value] ?? UInt16(clamping: phrases.count)
                    if numbers.updateValue(number, forKey: value) == nil { phrases.append(value) }
                    phraseNumber[at + index] = number
                }
                at += known.count
            }
        }
    }

    /// What the lists know of a phrase that covers a token, with its place in that; 0 for none.
    @inline(__always)
    func phrase(at token: Int) -> UInt64 {
        token >= 0 && token < phraseNumber.count ? phrases[Int(phraseNumber[token])] : 0
    }

    private mutating func findDates(_ sentence: TokenRange) {
        var at = sentence.lowerBound
        while at < sentence.upperBound {
            let token = text.tokens[at]
            guard token.kind == .number || token.isCapital && token.isAny(of: [.month, .weekday]),
                let found = DatePattern(in: text, at: at, before: sentence.upperBound)
            else {
                at += 1
                continue
            }
            for index in at..<found.end {
                let place: UInt8 = found.end - at == 1 ? 3 : index == at ? 0 : index == found.end - 1 ? 2 : 1
                date[index] = found.form.rawValue << 2 | place
            }
            at = found.end
        }
    }

    private func isMostlyCapital(_ tokens: TokenRange) -> Bool {
        guard tokens.count < 60 else { return false }
        var capital = 0
        var small = 0
        for token in text.tokens[tokens] where token.isWord && !token.isAny(of: .function) && token.end - token.start > 3 {
            if token.isCapital { capital += 1 } else { small += 1 }
        }
        return capital > small * 2 && capital > 2
    }

    /// Tokens that names begin and end with, and what lies between two of them no further than four apart.
    private mutating func findSegments() {
        let telling: WordClass = [.number, .month, .weekday, .currency, .moneySign, .magnitude, .demonym, .country]
        for sentence in text.sentences {
            var start = -1
            var past = -1
            for at in sentence {
                let token = text.tokens[at]
                guard
                    token.isCapital || token.kind == .number || token.shape.contains(.foreign)
                        || token.shape.contains(.digit)
                        || token.isAny(of: telling)
                else { continue }
                if start >= 0, at - past > 3 {
                    segments.append(start..<past)
                    start = at
                }
                if start < 0 { start = at }
                past = at + 1
            }
            if start >= 0 { segments.append(start..<past) }
        }
        widen()
    }

    /// Takes in the words beside: names have small words at their ends, and what stands around a name tells its kind.
    private mutating func widen() {
        var wide: [Range<Int>] = []
        var sentence = 0
        for segment in segments {
            while text.sentences[sentence].upperBound <= segment.lowerBound { sentence += 1 }
            let start = max(text.sentences[sentence].lowerBound, segment.lowerBound - Self.margin)
            let end = min(text.sentences[sentence].upperBound, segment.upperBound + Self.margin)
            if let last = wide.last, last.upperBound >= start, last.upperBound > text.sentences[sentence].lowerBound {
                wide[wide.count - 1] = last.lowerBound..<end
            } else {
                wide.append(start..<end)
            }
        }
        segments = wide
    }

    /// How many tokens beside a segment are looked at as well.
    private static let margin = 2
}
