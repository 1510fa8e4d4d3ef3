import EnglishModel

/// The features of tokens.
extension TaggedText {
    /// All features of a token.
    package func features(of at: Int) -> [UInt32] {
        var list = FeatureList(features: [])
        addFeatures(of: at, to: &list)
        return list.features
    }

    /// Adds all features of a token.
    private func addFeatures(of at: Int, to sink: inout some FeatureSink) {
        addWordFeatures(of: at, to: &sink)
        addContextFeatures(of: at, to: &sink)
        addRunFeatures(of: at, isWhole: true, to: &sink)
    }

    /// Adds the features of a token in its place, without what other places of its word tell alone, which
    /// ``addElsewhereFeatures(of:seenFrom:to:)`` adds.
    func addPlaceFeatures(of at: Int, to sink: inout some FeatureSink) {
        addContextFeatures(of: at, to: &sink)
        addRunFeatures(of: at, isWhole: false, to: &sink)
    }

    /// Adds the features of a token's word alone: the same for all tokens of one number in ``sketches``.
    func addWordFeatures(of at: Int, to sink: inout some FeatureSink) {
        let word = sketches[at]
        sink.add(1, 0)
        sink.add(2, word.folded)
        sink.add(3, word.exact)
        sink.add(4, word.shape)
        sink.add(5, word.classes)
        let bytes = text.bytes(of: at)
        var prefix: UInt64 = 0x77
        for (length, byte) in bytes.prefix(5).enumerated() {
            prefix = FeatureHash.mix(prefix, UInt64(byte))
            if length > 0 { sink.add(6, prefix) }
        }
        var suffix: UInt64 = 0x99
        for (length, byte) in bytes.suffix(5).reversed().enumerated() {
            suffix = FeatureHash.mix(suffix, UInt64(byte))
            if length > 0 { sink.add(7, suffix) }
        }
        if word.coarse > 0 {
            sink.add(8, word.coarse)
            sink.add(9, word.fine)
        }
        var classes = word.classes
        while classes != 0 {
            sink.add(10, UInt64(classes.trailingZeroBitCount))
            classes &= classes - 1
        }
    }

    /// Adds what stands around a token.
    private func addContextFeatures(of at: Int, to sink: inout some FeatureSink) {
        let word = sketches[at]
        let before = sketches[at - 1]
        let after = sketches[at + 1]
        let before2 = sketches[at - 2]
        let after2 = sketches[at + 2]
        sink.add(11, before.folded)
        sink.add(12, after.folded)
        sink.add(13, before2.folded)
        sink.add(14, after2.folded)
        sink.add(15, before.folded, word.folded)
        sink.add(16, word.folded, after.folded)
        sink.add(17, before.folded, after.folded)
        sink.add(18, before.shape, word.shape)
        sink.add(19, word.shape, after.shape)
        sink.add(20, FeatureHash.mix(before.shape, word.shape), after.shape)
        sink.add(21, before.suffix)
        sink.add(22, after.suffix)
        sink.add(23, before.folded, word.shape)
        sink.add(24, after.folded, word.shape)
        sink.add(25, before2.folded, before.folded)
        sink.add(26, after.folded, after2.folded)
        sink.add(27, before.classes, word.classes)
        sink.add(28, word.classes, after.classes)
        sink.add(29, FeatureHash.mix(before.classes, word.shape), after.classes)
        sink.add(30, before.coarse, word.shape)
        sink.add(31, after.coarse, word.shape)
        sink.add(32, before.fine)
        sink.add(33, after.fine)
        sink.add(34, before2.fine)
        sink.add(35, after2.fine)
        sink.add(36, before.fine, word.fine)
        sink.add(37, word.fine, after.fine)
        sink.add(38, FeatureHash.mix(before.coarse, word.coarse), after.coarse)
        sink.add(39, sketches[at - 3].folded)
        sink.add(40, sketches[at + 3].folded)
        sink.add(41, before2.shape, FeatureHash.mix(before.shape, word.shape))
        sink.add(42, after2.shape, FeatureHash.mix(after.shape, word.shape))
        let token = text.tokens[at]
        let number = sketches.foldedNumber(of: at)
        let small = smallCount[number] > 0
        let capital = capitalCount[number] > (token.isCapital && !isFirst[at] && setting[at] != 1 ? 1 : 0)
        let place =
            UInt64(setting[at]) | (isFirst[at] ? 8 : 0) | (text.isQuoted(at) ? 16 : 0)
            | (token.shape.contains(.spaceBefore) ? 32 : 0)
        sink.add(43, place, word.shape)
        sink.add(44, (small ? 1 : 0) | (capital ? 2 : 0) | (isFirst[at] ? 4 : 0), word.shape)
        let dates = (at > 0 ? date[at - 1] : 0, date[at], at + 1 < date.count ? date[at + 1] : 0)
        if dates.1 != 0 {
            sink.add(48, UInt64(dates.1))
            sink.add(49, UInt64(dates.0) << 16 | UInt64(dates.1) << 8 | UInt64(dates.2))
            sink.add(52, before.folded, UInt64(dates.1))
            sink.add(53, after.folded, UInt64(dates.1))
        } else if dates.0 != 0 || dates.2 != 0 {
            sink.add(50, UInt64(dates.0) << 16 | UInt64(dates.2))
            sink.add(51, word.folded, dates.0 == 0 ? 1 : 0)
        }
        let phrases = (phrase(at: at), phrase(at: at + 1), phrase(at: at - 1))
        if phrases.0 != 0 { sink.add(45, phrases.0) }
        if phrases.1 != 0 { sink.add(46, phrases.1) }
        if phrases.2 != 0 { sink.add(47, phrases.2) }
    }

    /// Adds what the run of capital words around a token tells, and the other places of its word; of these only what they tell
    /// together with its own place unless all is wanted.
    @inline(__always)
    private func addRunFeatures(of at: Int, isWhole: Bool, to sink: inout some FeatureSink) {
        guard let run = runs.run(at) else { return }
        let place = Self.place(at, in: run)
        let first = sketches[run.lowerBound]
        let last = sketches[run.upperBound - 1]
        let before = sketches[run.lowerBound - 1]
        let after = sketches[run.upperBound]
        sink.add(60, last.folded, place)
        sink.add(61, first.folded, place)
        sink.add(62, UInt64(min(run.count, 6)), FeatureHash.mix(place, UInt64(min(at - run.lowerBound, 3))))
        sink.add(63, last.classes, FeatureHash.mix(place, first.classes))
        sink.add(64, before.folded, place)
        sink.add(65, after.folded, place)
        sink.add(66, before.classes, FeatureHash.mix(place, after.classes))
        sink.add(67, after.fine, place)
        sink.add(68, before.fine, place)
        sink.add(69, sketches[run.upperBound + 1].folded, FeatureHash.mix(place, after.folded))
        sink.add(70, sketches[run.lowerBound - 2].folded, FeatureHash.mix(place, before.folded))
        sink.add(71, last.fine, FeatureHash.mix(place, 0))
        sink.add(72, first.fine, FeatureHash.mix(place, 0))
        if let whole = runs.initialised[sketches.foldedNumber(of: at)] {
            sink.add(73, sketches[Int(whole)].folded)
            sink.add(74, 1)
        }
        guard text.tokens[at].isCapital else { return }
        let others = otherPlaces(of: at)
        var count = 0
        while count < Self.placesSeen, others[count] >= 0 {
            let other = Int(others[count])
            if isWhole {
                addElsewhereFeatures(of: other, seenFrom: place, to: &sink)
            } else {
                addElsewhere(of: other, from: place, to: &sink)
            }
            count += 1
        }
        sink.add(92, UInt64(min(count, 4)))
        let earliest = runs.firstPlace[sketches.foldedNumber(of: at)]
        if count > 0, earliest >= 0, runs.places[Int(earliest)].token == at { sink.add(93, 1) }
    }

    /// The first other places where a token's word stands capital, ``placesSeen`` at most; -1 behind the last.
    @inline(__always)
    func otherPlaces(of at: Int) -> SIMD8<Int32> {
        var places = SIMD8<Int32>(repeating: -1)
        guard text.tokens[at].isCapital, runs.run(at) != nil else { return places }
        var count = 0
        var next = runs.firstPlace[sketches.foldedNumber(of: at)]
        while next >= 0, count < Self.placesSeen {
            let place = runs.places[Int(next)]
            if place.token != at {
                places[count] = place.token
                count += 1
            }
            next = place.next
        }
        return places
    }

    /// Adds what another place of a word tells to one that stands at some place of its run; or, where that is left out, what it
    /// tells to all.
    func addElsewhereFeatures(of other: Int, seenFrom place: UInt64?, to sink: inout some FeatureSink) {
        guard let elsewhere = runs.run(other) else { return }
        let before = sketches[other - 1]
        let after = sketches[other + 1]
        sink.add(80, before.folded)
        sink.add(81, after.folded)
        sink.add(82, FeatureHash.mix(before.classes, 1))
        sink.add(83, after.classes)
        sink.add(84, after.fine)
        sink.add(85, before.fine)
        if let place { addElsewhere(of: other, from: place, to: &sink) }
        let otherPlace = Self.place(other, in: elsewhere)
        if elsewhere.count > 1 {
            let first = sketches[elsewhere.lowerBound]
            let last = sketches[elsewhere.upperBound - 1]
            sink.add(87, last.folded, otherPlace)
            sink.add(88, first.folded, otherPlace)
            sink.add(89, first.classes, FeatureHash.mix(otherPlace, last.classes))
        }
        sink.add(90, sketches[elsewhere.lowerBound - 1].folded, otherPlace)
        sink.add(91, sketches[elsewhere.upperBound].folded, otherPlace)
    }

    /// Adds what the places of a word in two runs tell together.
    @inline(__always)
    private func addElsewhere(of other: Int, from place: UInt64, to sink: inout some FeatureSink) {
        guard let elsewhere = runs.run(other) else { return }
        sink.add(86, Self.place(other, in: elsewhere), place)
    }

    /// How many other places of a word are looked at.
    static let placesSeen = 6

    /// A token's place in a run: 0 first, 1 inside, 2 last, 3 alone.
    private static func place(_ at: Int, in run: Range<Int>) -> UInt64 {
        run.count == 1 ? 3 : at == run.lowerBound ? 0 : at == run.upperBound - 1 ? 2 : 1
    }
}
