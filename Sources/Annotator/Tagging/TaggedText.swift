package import DocumentModel
import EnglishModel

/// A text made ready for the tagger: which tokens may be of names, and what features see of each token.
///
/// Trainer and product read the same features off the same tokens, because both come here for them.
package struct TaggedText {
    let text: AnalysedText
    private(set) var sketches: [WordSketch] = []
    /// Runs of tokens that may be of names: near capitals and digits. All others are of none.
    package private(set) var segments: [Range<Int>] = []
    /// For each token the number of its word in this text, its case left out.
    private(set) var wordOf: [Int32] = []
    private(set) var words = 0
    /// For each word: how often it stands small, and capital where that says something.
    private var smallCount: [UInt8] = []
    private var capitalCount: [UInt8] = []
    /// For each token: in a heading of capitals 1, in another heading 2, in a list 3, else 0.
    private var setting: [UInt8] = []
    /// Whether a token begins a sentence, or follows what may.
    private var isFirst: [Bool] = []
    /// What the lists know of a phrase that covers the token, with the token's place in it.
    private var phrase: [UInt64] = []
    /// The runs of capital words, what joins them, and where else each word stands.
    private var runs = CapitalRuns()

    /// Tokens in all.
    package var count: Int { text.tokens.count }
    /// The bytes of a token.
    package func range(of token: Int) -> TextRange { text.tokens[token].range }

    /// The words' hashes, their case left out: what clusters are found by.
    package var foldedWords: [UInt64] { sketches.map(\.folded) }

    /// An article as the annotator sees it.
    package init(_ article: Article, clusters: WordClusters) {
        self.init(AnalysedText(article.text, blocks: Annotator.blocks(of: article)), clusters)
    }

    init(_ text: AnalysedText, _ clusters: WordClusters) {
        self.text = text
        sketch(clusters)
        numberWords()
        describePlaces()
        findSegments()
        runs = CapitalRuns(text, wordOf: wordOf, words: words, isFirst: isFirst, setting: setting)
    }

    private mutating func sketch(_ clusters: WordClusters) {
        var room: [UInt8] = []
        sketches.reserveCapacity(text.tokens.count)
        for (index, token) in text.tokens.enumerated() {
            sketches.append(WordSketch(token, text.bytes(of: index), clusters, &room))
        }
    }

    private mutating func numberWords() {
        var size = 16
        while size < sketches.count * 2 { size *= 2 }
        var slots = [Int32](repeating: -1, count: size)
        var keys: [UInt64] = []
        wordOf.reserveCapacity(sketches.count)
        for sketch in sketches {
            var at = Int(truncatingIfNeeded: sketch.folded ^ sketch.folded >> 32) & (size - 1)
            while slots[at] >= 0, keys[Int(slots[at])] != sketch.folded { at = (at + 1) & (size - 1) }
            if slots[at] < 0 {
                slots[at] = Int32(keys.count)
                keys.append(sketch.folded)
            }
            wordOf.append(slots[at])
        }
        words = keys.count
    }

    private mutating func describePlaces() {
        let count = text.tokens.count
        setting = Array(repeating: 0, count: count)
        isFirst = Array(repeating: false, count: count)
        phrase = Array(repeating: 0, count: count)
        smallCount = Array(repeating: 0, count: words)
        capitalCount = Array(repeating: 0, count: words)
        for part in text.parts {
            let isHeading = part.kind == .title || part.kind == .heading
            let value: UInt8 = isMostlyCapital(part.tokens) ? 1 : isHeading ? 2 : part.kind == .listItem ? 3 : 0
            for token in part.tokens { setting[token] = value }
        }
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
                    let word = Int(wordOf[at])
                    if !token.isCapital {
                        smallCount[word] = min(smallCount[word] &+ 1, 250)
                    } else if !isFirst[at] {
                        capitalCount[word] = min(capitalCount[word] &+ 1, 250)
                    }
                }
            }
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
                    phrase[at + index] = FeatureHash.mix(classes &+ 1, place)
                }
                at += known.count
            }
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

extension TaggedText {
    private func sketch(_ at: Int) -> WordSketch {
        at >= 0 && at < sketches.count ? sketches[at] : WordSketch()
    }

    /// Appends all features of a token.
    package func appendFeatures(of at: Int, to features: inout [UInt32]) {
        appendWordFeatures(of: at, to: &features)
        appendContextFeatures(of: at, to: &features)
        appendRunFeatures(of: at, to: &features)
    }

    /// Appends the features of a token's word alone.
    private func appendWordFeatures(of at: Int, to features: inout [UInt32]) {
        let word = sketches[at]
        features.append(FeatureHash.feature(1, 0))
        features.append(FeatureHash.feature(2, word.folded))
        features.append(FeatureHash.feature(3, word.exact))
        features.append(FeatureHash.feature(4, word.shape))
        features.append(FeatureHash.feature(5, word.classes))
        let bytes = text.bytes(of: at)
        var prefix: UInt64 = 0x77
        for (length, byte) in bytes.prefix(5).enumerated() {
            prefix = FeatureHash.mix(prefix, UInt64(byte))
            if length > 0 { features.append(FeatureHash.feature(6, prefix)) }
        }
        var suffix: UInt64 = 0x99
        for (length, byte) in bytes.suffix(5).reversed().enumerated() {
            suffix = FeatureHash.mix(suffix, UInt64(byte))
            if length > 0 { features.append(FeatureHash.feature(7, suffix)) }
        }
        if word.coarse > 0 {
            features.append(FeatureHash.feature(8, word.coarse))
            features.append(FeatureHash.feature(9, word.fine))
        }
        var classes = word.classes
        while classes != 0 {
            features.append(FeatureHash.feature(10, UInt64(classes.trailingZeroBitCount)))
            classes &= classes - 1
        }
    }

    /// Appends the features of a token in its place.
    private func appendContextFeatures(of at: Int, to features: inout [UInt32]) {
        let word = sketches[at]
        let before = sketch(at - 1)
        let after = sketch(at + 1)
        let before2 = sketch(at - 2)
        let after2 = sketch(at + 2)
        func add(_ template: UInt64, _ value: UInt64) { features.append(FeatureHash.feature(template, value)) }
        func add(_ template: UInt64, _ one: UInt64, _ other: UInt64) { add(template, FeatureHash.mix(one &+ 1, other)) }
        add(11, before.folded)
        add(12, after.folded)
        add(13, before2.folded)
        add(14, after2.folded)
        add(15, before.folded, word.folded)
        add(16, word.folded, after.folded)
        add(17, before.folded, after.folded)
        add(18, before.shape, word.shape)
        add(19, word.shape, after.shape)
        add(20, FeatureHash.mix(before.shape, word.shape), after.shape)
        add(21, before.suffix)
        add(22, after.suffix)
        add(23, before.folded, word.shape)
        add(24, after.folded, word.shape)
        add(25, before2.folded, before.folded)
        add(26, after.folded, after2.folded)
        add(27, before.classes, word.classes)
        add(28, word.classes, after.classes)
        add(29, FeatureHash.mix(before.classes, word.shape), after.classes)
        add(30, before.coarse, word.shape)
        add(31, after.coarse, word.shape)
        add(32, before.fine)
        add(33, after.fine)
        add(34, before2.fine)
        add(35, after2.fine)
        add(36, before.fine, word.fine)
        add(37, word.fine, after.fine)
        add(38, FeatureHash.mix(before.coarse, word.coarse), after.coarse)
        add(39, sketch(at - 3).folded)
        add(40, sketch(at + 3).folded)
        add(41, before2.shape, FeatureHash.mix(before.shape, word.shape))
        add(42, after2.shape, FeatureHash.mix(after.shape, word.shape))
        let token = text.tokens[at]
        let number = Int(wordOf[at])
        let small = smallCount[number] > 0
        let capital = capitalCount[number] > (token.isCapital && !isFirst[at] && setting[at] != 1 ? 1 : 0)
        let place =
            UInt64(setting[at]) | (isFirst[at] ? 8 : 0) | (text.isQuoted(at) ? 16 : 0)
            | (token.shape.contains(.spaceBefore) ? 32 : 0)
        add(43, place, word.shape)
        add(44, (small ? 1 : 0) | (capital ? 2 : 0) | (isFirst[at] ? 4 : 0), word.shape)
        if phrase[at] != 0 { add(45, phrase[at]) }
        if at + 1 < phrase.count, phrase[at + 1] != 0 { add(46, phrase[at + 1]) }
        if at > 0, phrase[at - 1] != 0 { add(47, phrase[at - 1]) }
    }

    /// Appends what the run of capital words around a token tells, and the other places of its word in the article.
    private func appendRunFeatures(of at: Int, to features: inout [UInt32]) {
        guard let run = runs.run(at) else { return }
        func add(_ template: UInt64, _ value: UInt64) { features.append(FeatureHash.feature(template, value)) }
        func add(_ template: UInt64, _ one: UInt64, _ other: UInt64) { add(template, FeatureHash.mix(one &+ 1, other)) }
        let place = Self.place(at, in: run)
        let first = sketches[run.lowerBound]
        let last = sketches[run.upperBound - 1]
        let before = sketch(run.lowerBound - 1)
        let after = sketch(run.upperBound)
        add(60, last.folded, place)
        add(61, first.folded, place)
        add(62, UInt64(min(run.count, 6)), FeatureHash.mix(place, UInt64(min(at - run.lowerBound, 3))))
        add(63, last.classes, FeatureHash.mix(place, first.classes))
        add(64, before.folded, place)
        add(65, after.folded, place)
        add(66, before.classes, FeatureHash.mix(place, after.classes))
        add(67, after.fine, place)
        add(68, before.fine, place)
        add(69, sketch(run.upperBound + 1).folded, FeatureHash.mix(place, after.folded))
        add(70, sketch(run.lowerBound - 2).folded, FeatureHash.mix(place, before.folded))
        add(71, last.fine, FeatureHash.mix(place, 0))
        add(72, first.fine, FeatureHash.mix(place, 0))
        if let whole = runs.initialised[Int(wordOf[at])] {
            add(73, sketches[Int(whole)].folded)
            add(74, 1)
        }
        guard text.tokens[at].isCapital else { return }
        var others: UInt64 = 0
        var isFirstPlace = true
        var next = runs.firstPlace[Int(wordOf[at])]
        if next != at { isFirstPlace = false }
        while next >= 0, others < Self.placesSeen {
            let other = Int(next)
            next = runs.nextPlace[other]
            guard other != at, let elsewhere = runs.run(other) else { continue }
            others += 1
            let before = sketch(other - 1)
            let after = sketch(other + 1)
            add(80, before.folded)
            add(81, after.folded)
            add(82, FeatureHash.mix(before.classes, 1))
            add(83, after.classes)
            add(84, after.fine)
            add(85, before.fine)
            let otherPlace = Self.place(other, in: elsewhere)
            add(86, otherPlace, place)
            if elsewhere.count > 1 {
                let first = sketches[elsewhere.lowerBound]
                let last = sketches[elsewhere.upperBound - 1]
                add(87, last.folded, otherPlace)
                add(88, first.folded, otherPlace)
                add(89, first.classes, FeatureHash.mix(otherPlace, last.classes))
            }
            add(90, sketch(elsewhere.lowerBound - 1).folded, otherPlace)
            add(91, sketch(elsewhere.upperBound).folded, otherPlace)
        }
        add(92, min(others, 4))
        if isFirstPlace, others > 0 { add(93, 1) }
    }

    /// How many other places of a word are looked at.
    private static let placesSeen: UInt64 = 6

    /// A token's place in a run: 0 first, 1 inside, 2 last, 3 alone.
    private static func place(_ at: Int, in run: Range<Int>) -> UInt64 {
        run.count == 1 ? 3 : at == run.lowerBound ? 0 : at == run.upperBound - 1 ? 2 : 1
    }
}
