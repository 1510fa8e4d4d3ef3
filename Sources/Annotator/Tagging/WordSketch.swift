import EnglishModel

/// What features need of a token, computed once for each.
struct WordSketch: Equatable {
    /// The word in lower case, digits as 0.
    var folded: UInt64 = 0
    /// The word as it stands.
    var exact: UInt64 = 0
    /// Its last three bytes, folded.
    var suffix: UInt64 = 0
    /// Runs of capitals, small letters, digits and marks, four bits each.
    var shape: UInt64 = 0
    /// The classes that say something of names.
    var classes: UInt64 = 0
    /// Clusters of words used alike, a coarse and a fine division; 0 for unknown words.
    var coarse: UInt64 = 0
    var fine: UInt64 = 0

    /// The classes of the lists that features see.
    static let seen: WordClass = [
        .determiner, .possessive, .preposition, .conjunction, .pronoun, .auxiliary, .number, .month, .weekday, .time,
        .currency, .moneySign, .magnitude, .percent, .title, .masculine, .feminine, .role, .people, .body, .outletNoun,
        .document, .givenName, .familyNameFirst, .familyName, .particle, .joiner, .suffix, .country, .demonym, .place,
        .organisation, .outlet, .acronym, .organisationHead, .locationHead, .facilityHead, .eventHead, .workHead, .common,
        .cue,
    ]
}

extension WordSketch {
    /// The sketch of a word; `room` is room to work in.
    init(_ word: Tokens.Word, _ bytes: ArraySlice<UInt8>, _ clusters: WordClusters, _ room: inout [UInt8]) {
        classes = word.classes.intersection(Self.seen).rawValue
        guard word.kind.isLookedUp else {
            // Marks of one kind are one word, however they look.
            let byte = word.kind == .stop ? bytes.last ?? 0 : 0
            folded = FeatureHash.mix(UInt64(word.kind.rawValue) &+ 77, UInt64(byte))
            exact = folded
            suffix = folded
            shape = UInt64(word.kind.rawValue) &+ 1 << 40
            return
        }
        var last: UInt64 = 0
        var runs = 0
        exact = FeatureHash.seed
        for byte in bytes {
            exact = FeatureHash.add(byte, to: exact)
            let sort: UInt64 =
                switch byte {
                case 0x41...0x5A: 1
                case 0x61...0x7A: 2
                case 0x30...0x39: 3
                case 0x2D: 4
                case 0x2E: 5
                case 0x27: 6
                case 0x26: 7
                case 0x80...0xBF: last == 0 ? 8 : last
                case 0xC3, 0xC4, 0xC5, 0xCE, 0xD0, 0xD1: last == 0 && word.shape.contains(.capital) ? 1 : 2
                case 0x80...: 9
                default: 10
                }
            if sort != last, runs < 10 {
                shape = shape << 4 | sort
                runs += 1
                last = sort
            }
        }
        room.removeAll(keepingCapacity: true)
        Word.append(bytes, to: &room)
        folded = FeatureHash.seed
        for index in room.indices {
            if Tokenizer.isDigit(room[index]) { room[index] = 0x30 }
            folded = FeatureHash.add(room[index], to: folded)
        }
        suffix = FeatureHash.bytes(room.suffix(3), seed: 3)
        (coarse, fine) = clusters.clusters(of: folded)
    }
}
