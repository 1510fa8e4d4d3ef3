import DocumentModel
import EnglishModel

/// Words in marks that stand on a thing and are said by nobody.
extension QuotationFinder {
    func hasQuoteAhead(_ start: Int, _ sentence: TokenRange) -> Bool {
        (start..<min(start + 14, sentence.upperBound)).contains { text.isQuoted($0) }
    }

    /// Words on a sign, banner or shirt, which nobody says: *a banner that read “…”*, words all in capitals.
    func isSign(_ start: Int, _ clause: Clauses.Clause) -> Bool {
        let isReading =
            text.token(clause.verb, is: "read") || text.token(clause.verb, is: "reads")
            || text.token(clause.verb, is: "reading") || text.token(clause.verb, is: "written")
        guard
            isReading || text.token(clause.verb, is: "said") || text.token(clause.verb, is: "saying")
                || text.token(clause.verb, is: "says")
        else { return false }
        if let subject = clause.subject, isSurface(phrases.head(of: subject)) { return true }
        // *a notice on the door, which reads*
        if let who = clause.subject?.lowerBound, text.tokens[who].classes.contains(.relative), isReading,
            (max(0, who - 7)..<who).contains(where: isSurface)
        {
            return true
        }
        return isReading && isShouted(start)
    }

    /// *“HANDS OFF,” read a placard*, *The sign says the road is closed*
    func saysOnThing(_ subject: TokenRange) -> Bool {
        let head = phrases.head(of: subject)
        return phrases.nameOf[head] < 0 && isSurface(head)
    }

    func isSurface(_ at: Int) -> Bool {
        // *a notice on the gate*; a notice alone is a letter.
        if text.token(at, is: "notice") || text.token(at, is: "plate"), at + 1 < text.tokens.count {
            return ["on", "read", "reads"].contains { text.token(at + 1, is: $0) }
                || text.token(at, is: "plate") && text.token(at + 1, is: "at")
        }
        return Self.surfaces.contains { text.token(at, is: $0) }
    }

    private static let surfaces: [StaticString] = [
        "banner", "banners", "sign", "signs", "placard", "placards", "shirt", "shirts", "t-shirt", "t-shirts", "poster",
        "posters", "plaque",
        "sticker", "stickers", "card", "cards", "sheet", "sheets", "billboard", "billboards", "graffiti", "cardboard",
        "hat", "cap", "slogan", "slogans",
        "label", "tattoo", "headstone", "bedsheet", "bedsheets",
    ]

    /// *Review: “The Salt Road”*: words in marks that are all capital but the small ones are a work's title.
    func isTitled(_ start: Int) -> Bool {
        guard text.isQuoted(start) else { return false }
        let words = text.quoted[Int(text.quoteOf[start])].tokens.filter { text.tokens[$0].isWord }
        let large = words.filter { !text.tokens[$0].isAny(of: .function) }
        return words.count > 1 && words.count < 8 && large.count > 1
            && large.allSatisfy { text.tokens[$0].isCapital } && words.first.map { text.tokens[$0].isCapital } ?? false
            && !words.contains { text.tokens[$0].classes.contains(.pronoun) && !text.tokens[$0].isCapital }
    }

    /// *sang “The Long Night”*: the title of what is performed, and nothing that is said.
    func isPerformed(_ verb: Int, _ content: Int) -> Bool {
        isTitled(content) && Self.performing.contains { text.token(verb, is: $0) }
    }

    private static let performing: [StaticString] = [
        "sang", "sings", "sing", "sung", "singing", "plays", "played", "playing", "performed", "performs", "whistle",
        "whistled", "whistles", "hummed", "wrote",
        "directed",
        "opened", "opens", "open",
    ]

    func isShouted(_ start: Int) -> Bool {
        guard text.isQuoted(start) else { return false }
        let words = text.quoted[Int(text.quoteOf[start])].tokens.filter {
            text.tokens[$0].isWord && text.tokens[$0].end - text.tokens[$0].start > 1
        }
        return words.count > 1 && words.allSatisfy { text.tokens[$0].shape.contains(.allCapitals) }
    }
}
