/// Addresses on the web in a text.
enum Address {
    /// Whether a line is nothing but an address: of a site, a page, a mailbox or an account.
    static func isAlone(_ line: Range<Int>, _ bytes: Span<UInt8>) -> Bool {
        guard line.count <= 2000, let word = bytes.word(from: line.lowerBound, to: line.upperBound), word == line else {
            return false
        }
        return isAddress(word, bytes)
    }

    /// Whether there is an address in the range.
    static func occurs(in range: Range<Int>, _ bytes: Span<UInt8>) -> Bool {
        var at = range.lowerBound
        while let word = bytes.word(from: at, to: range.upperBound) {
            at = word.upperBound
            if isAddress(word, bytes) { return true }
        }
        return false
    }

    private static func isAddress(_ word: Range<Int>, _ bytes: Span<UInt8>) -> Bool {
        let bare = bytes.bare(word)
        guard bare.count >= 4,
            word.contains(where: {
                bytes[$0] == UInt8(ascii: ".") || bytes[$0] == UInt8(ascii: "@") || bytes[$0] == UInt8(ascii: "/")
            })
        else { return false }
        if bytes[word.lowerBound] == UInt8(ascii: "@"), bare.allSatisfy({ bytes[$0].isWordByte || bytes[$0] == 0x5F }) {
            return true
        }
        let text = bytes.string(in: bare)
        let lowercased = text.lowercased()
        if ["http://", "https://", "www."].contains(where: lowercased.hasPrefix) { return true }
        return isHost(text.prefix { $0 != "/" && $0 != ":" && $0 != "?" })
    }

    /// `name.ending` with an ending that is one, in small letters: *talks.In* only lacks a space.
    private static func isHost(_ text: Substring) -> Bool {
        let labels = text.split(separator: ".", omittingEmptySubsequences: false)
        guard labels.count >= 2, let ending = labels.last, let name = labels.dropLast().last, !name.isEmpty else {
            return false
        }
        let isPlain = labels.allSatisfy { label in
            !label.isEmpty
                && label.utf8.allSatisfy {
                    $0.isASCIIDigit || $0.isASCIILowercase || $0.isASCIIUppercase || $0 == 0x2D || $0 == 0x40
                }
        }
        return isPlain && endings.contains(String(ending)) && labels.first.map { $0.count > 1 || labels.count > 2 } == true
    }

    /// The generic endings in use on news sites, the reserved ones of RFC 2606, and the countries'.
    private static let endings: Set<String> = Set(
        """
        com org net info biz news tv online press media live today world site blog app io co eu int gov edu mil club report \
        example test invalid ac ad ae af ag al am ar at au az ba bd be bg bh bo br by ca cc cd ch ci cl cm cn cr cu cy cz de \
        dk do dz ec ee eg es et fi fj fm fr ge gg gh gr gt hk hn hr ht hu id ie il im in iq ir is it je jm jo jp ke kg kh kr \
        kw kz la lb li lk lt lu lv ly ma mc md me mg mk ml mm mn mo mt mu mv mx my mz na ng ni nl no np nz om pa pe pg ph pk \
        pl ps pt py qa ro rs ru rw sa sc sd se sg si sk sn so sv sy th tj tm tn to tr tt tw tz ua ug uk us uy uz va ve vn ws \
        ye za zm zw
        """.split(separator: " ").map(String.init))
}
