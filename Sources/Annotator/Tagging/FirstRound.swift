import EnglishModel

/// The names that a first round of tagging found, as the second round sees them, which settles their kinds: what the same
/// words are elsewhere in the text, and which names stand beside.
package struct FirstRound {
    /// A name of the first round.
    package struct Found {
        package var tokens: Range<Int>
        /// An index into ``NameTags/kinds``.
        package var kind: Int
        /// The number of its words, their case left out.
        fileprivate var words: Int
    }

    /// How often something is a name of each kind, or of none.
    private struct Tally {
        private(set) var counts = SIMD16<UInt16>()

        mutating func count(_ kind: Int) { if counts[kind] < 999 { counts[kind] &+= 1 } }

        func without(_ kind: Int) -> Tally {
            var other = self
            if other.counts[kind] > 0 { other.counts[kind] &-= 1 }
            return other
        }

        /// The kind counted most and how clearly, in one number; nil where nothing was counted.
        var most: UInt64? {
            var best = 0
            var sum = 0
            for kind in 0..<TagDecoder.classes {
                sum += Int(counts[kind])
                if counts[kind] > counts[best] { best = kind }
            }
            guard sum > 0 else { return nil }
            let own = Int(counts[best])
            let clearness = own == sum ? min(own, 3) : own * 4 >= sum * 3 ? 4 : own * 2 > sum ? 5 : 6
            return UInt64(best) << 4 | UInt64(clearness)
        }
    }

    private let text: TaggedText
    private let range: Range<Int>
    package private(set) var names: [Found] = []
    /// For each token of the range the number of its name; -1 outside.
    private var nameOf: [Int32]
    private var words: [Tally]
    private var wholes: [Tally] = []
    /// For each word the longest name of several words that it is in.
    private var longest: [Int32]

    /// What the tags of a range of tokens say; all others are as if they were not there. Linear.
    package init(_ text: TaggedText, _ tags: [UInt8], _ range: Range<Int>) {
        self.text = text
        self.range = range
        nameOf = Array(repeating: -1, count: range.count)
        words = Array(repeating: Tally(), count: text.sketches.foldedCount)
        longest = Array(repeating: -1, count: text.sketches.foldedCount)
        findNames(tags)
        for at in range where text.isCapital(at) {
            words[text.sketches.foldedNumber(of: at)].count(NameTags.kind(of: tags[at]) + 1)
        }
    }

    private mutating func findNames(_ tags: [UInt8]) {
        var known = NumberTable()
        var at = range.lowerBound
        while at < range.upperBound {
            guard tags[at] != NameTags.outside else {
                at += 1
                continue
            }
            var past = at + 1
            if NameTags.place(of: tags[at]) == 0 {
                while past < range.upperBound, NameTags.place(of: tags[past - 1]) != 2 { past += 1 }
            }
            var hash: UInt64 = 1
            for token in at..<past {
                hash = FeatureHash.mix(hash, text.sketches[token].folded)
                nameOf[token - range.lowerBound] = Int32(names.count)
            }
            let kind = NameTags.kind(of: tags[at])
            let number = known.number(of: hash)
            if number == wholes.count { wholes.append(Tally()) }
            wholes[number].count(kind + 1)
            names.append(Found(tokens: at..<past, kind: kind, words: number))
            if past - at > 1 {
                for token in at..<past where text.isCapital(token) {
                    let word = text.sketches.foldedNumber(of: token)
                    if longest[word] < 0 || names[Int(longest[word])].tokens.count < past - at {
                        longest[word] = Int32(names.count - 1)
                    }
                }
            }
            at = past
        }
    }

    /// Whether a name's kind is asked again: it has a capital.
    package func isAsked(_ name: Found) -> Bool { name.tokens.contains { text.isCapital($0) } }

    /// All features of a name, by number; `margin` is by how much its kind's score was higher than the next one's, in the
    /// model's units.
    package func features(of number: Int, margin: Int32) -> [UInt32] {
        var list = FeatureList(features: [])
        addFeatures(of: number, margin: margin, to: &list)
        return list.features
    }

    /// Adds the features of a name.
    func addFeatures(of number: Int, margin: Int32, to sink: inout some FeatureSink) {
        let name = names[number]
        let own = UInt64(name.kind) + 1
        let length = UInt64(min(name.tokens.count, 3))
        let sure = UInt64(max(0, min(7, margin / 24)))
        sink.add(110, own)
        sink.add(111, own << 4 | sure)
        sink.add(112, own << 4 | length)
        addWords(of: name, own, sure, length, to: &sink)
        addNeighbours(of: number, own, sure, to: &sink)
    }

    private func addWords(
        of name: Found, _ own: UInt64, _ sure: UInt64, _ length: UInt64, to sink: inout some FeatureSink
    ) {
        if let most = wholes[name.words].without(Int(own)).most {
            sink.add(113, most)
            sink.add(114, most, own)
            sink.add(115, most, sure << 4 | own)
        } else {
            sink.add(116, length, own)
        }
        let last = name.tokens.upperBound - 1
        for (place, at) in [(UInt64(0), name.tokens.lowerBound), (1, last)] where text.isCapital(at) {
            if place == 1, length == 1 { continue }
            let where_ = length == 1 ? 2 : place
            let word = text.sketches.foldedNumber(of: at)
            let others = words[word].without(Int(own))
            if let most = others.most {
                sink.add(117, most, where_)
                sink.add(118, most, where_ << 8 | own)
                sink.add(119, most, where_ << 8 | sure)
                for kind in 0..<TagDecoder.classes where others.counts[kind] > 0 {
                    sink.add(120, UInt64(kind) << 4 | UInt64(min(others.counts[kind], 4)), where_ << 8 | own)
                }
            }
            if longest[word] >= 0 {
                let other = names[Int(longest[word])]
                if other.tokens.count > name.tokens.count {
                    var inside: UInt64 = 1
                    if text.sketches.foldedNumber(of: other.tokens.lowerBound) == word { inside = 0 }
                    if text.sketches.foldedNumber(of: other.tokens.upperBound - 1) == word { inside = 2 }
                    let told = UInt64(other.kind) << 4 | inside
                    sink.add(121, told, where_)
                    sink.add(122, told, where_ << 8 | own)
                    sink.add(123, told, where_ << 8 | sure)
                }
            }
            if length == 1, let whole = text.runs.initialised[word], range.contains(Int(whole)) {
                let of = nameOf[Int(whole) - range.lowerBound]
                let kind = of < 0 ? 0 : UInt64(names[Int(of)].kind) + 1
                sink.add(124, kind)
                sink.add(125, kind, own)
            }
        }
    }

    private func addNeighbours(of number: Int, _ own: UInt64, _ sure: UInt64, to sink: inout some FeatureSink) {
        let name = names[number]
        if number > 0 {
            let other = names[number - 1]
            add(126, other.tokens.upperBound..<name.tokens.lowerBound, UInt64(other.kind), own, sure, to: &sink)
        }
        if number + 1 < names.count {
            let other = names[number + 1]
            add(128, name.tokens.upperBound..<other.tokens.lowerBound, UInt64(other.kind), own, sure, to: &sink)
        }
    }

    private func add(
        _ template: UInt64, _ gap: Range<Int>, _ kind: UInt64, _ own: UInt64, _ sure: UInt64,
        to sink: inout some FeatureSink
    ) {
        guard gap.count <= 2 else { return }
        var between = UInt64(gap.count)
        for token in gap { between = FeatureHash.mix(between, text.sketches[token].folded) }
        sink.add(template, between, kind)
        sink.add(template + 1, between, own << 8 | kind)
    }
}

extension FirstRound {
    /// The scores of a name's tokens, row by row, summed for each kind; and by how much its own kind's is higher than the
    /// next one's.
    package static func sums<Score: Numeric & Comparable>(
        _ scores: UnsafePointer<Score>, _ count: Int, width: Int, kind own: Int, into sums: UnsafeMutablePointer<Score>
    ) -> Score {
        var next: Score?
        for kind in NameTags.kinds.indices {
            var sum: Score = 0
            for at in 0..<count {
                let tag =
                    count == 1
                    ? NameTags.alone(kind)
                    : at == 0 ? NameTags.first(kind) : at == count - 1 ? NameTags.last(kind) : NameTags.inside(kind)
                sum += scores[at * width + Int(tag)]
            }
            sums[kind] = sum
            if kind != own, next.map({ sum > $0 }) ?? true { next = sum }
        }
        return sums[own] - (next ?? sums[own])
    }
}
