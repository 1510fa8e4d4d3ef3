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
    /// What the first round found of each word: for each kind, how many of its tokens.
    private var found: [UInt16] = []
    private var foundAny: [UInt16] = []
    private var firstRound: [UInt8] = []
    /// For each token: in a heading of capitals 1, in another heading 2, in a list 3, else 0.
    private var setting: [UInt8] = []
    /// Whether a token is in one of ``segments``.
    private var inSegment: [Bool] = []
    /// Whether a token begins a sentence, or follows what may.
    private var isFirst: [Bool] = []
    /// What the lists know of a phrase that covers the token, with the token's place in it.
    private var phrase: [UInt64] = []

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
        inSegment = Array(repeating: false, count: count)
        for segment in segments {
            for at in segment { inSegment[at] = true }
        }
    }

    /// Notes what the first round found, for the features of the second.
    package mutating func note(_ tags: [UInt8]) {
        let kinds = NameTags.kinds.count
        firstRound = tags
        found = Array(repeating: 0, count: words * kinds)
        foundAny = Array(repeating: 0, count: words)
        for segment in segments {
            for at in segment {
                let word = Int(wordOf[at])
                foundAny[word] &+= 1
                let kind = NameTags.kind(of: tags[at])
                if kind >= 0 { found[word * kinds + kind] &+= 1 }
            }
        }
    }
}

extension TaggedText {
    private func sketch(_ at: Int) -> WordSketch {
        at >= 0 && at < sketches.count ? sketches[at] : WordSketch()
    }

    /// Appends the features of a token's word alone.
    package func appendWordFeatures(of at: Int, to features: inout [UInt32]) {
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
    package func appendContextFeatures(of at: Int, to features: inout [UInt32]) {
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

    /// Appends what the first round says of a token, its neighbours and its word elsewhere in the article.
    package func appendDocumentFeatures(of at: Int, to features: inout [UInt32]) {
        func add(_ template: UInt64, _ value: UInt64) { features.append(FeatureHash.feature(template, value)) }
        func add(_ template: UInt64, _ one: UInt64, _ other: UInt64) { add(template, FeatureHash.mix(one &+ 1, other)) }
        let own = UInt64(firstRound[at])
        let before = at > 0 ? UInt64(firstRound[at - 1]) : 99
        let after = at + 1 < firstRound.count ? UInt64(firstRound[at + 1]) : 99
        add(60, own)
        add(61, before, own)
        add(62, own, after)
        add(63, FeatureHash.mix(before, own), after)
        let elsewhere = elsewhere(at)
        add(64, elsewhere)
        add(65, elsewhere, own)
        add(66, elsewhere, sketches[at].shape)
        let beforeElsewhere = at > 0 ? self.elsewhere(at - 1) : 0
        let afterElsewhere = at + 1 < count ? self.elsewhere(at + 1) : 0
        add(67, beforeElsewhere, elsewhere)
        add(68, elsewhere, afterElsewhere)
        add(69, FeatureHash.mix(beforeElsewhere, elsewhere), afterElsewhere)
        add(70, elsewhere, FeatureHash.mix(own, isFirst[at] ? 2 : 1))
    }

    /// What most other places of a token's word in this article are: a kind with how sure, 0 where there is none.
    private func elsewhere(_ at: Int) -> UInt64 {
        let word = Int(wordOf[at])
        let kinds = NameTags.kinds.count
        let own = NameTags.kind(of: firstRound[at])
        var best = -1
        var most = 0
        var all = Int(foundAny[word])
        if all > 0, inSegment[at] { all -= 1 }
        guard all > 0 else { return 0 }
        for kind in 0..<kinds {
            let count = Int(found[word * kinds + kind]) - (kind == own ? 1 : 0)
            if count > most {
                most = count
                best = kind
            }
        }
        if best < 0 { return 100 + UInt64(min(all, 3)) }
        let share = most == all ? 2 : most * 2 > all ? 1 : 0
        return UInt64(1 + best * 12 + share * 4 + (most > 2 ? 2 : most > 1 ? 1 : 0))
    }
}
