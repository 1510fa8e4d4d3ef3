import DocumentModel
import EnglishModel

/// What stands in apposition to a subject, or between it and its verb: *Anna Berg, a doctor, said*.
extension Clauses {
    /// *Anna Berg, prosecuting, said Tom Reed had lied*, *The memo, which is short, tells staff to wait*: what stands before
    /// the verb is its subject with an aside, and no clause.
    func hasSubjectWithAside(endingAt comma: Int, in sentence: TokenRange) -> Bool {
        guard let subject = subjectBeforeAside(endingAt: comma, in: sentence),
            subject.lowerBound == sentence.lowerBound || isClauseStart(subject.lowerBound, sentence),
            let opening = subject.first(where: { text.tokens[$0].kind == .comma || text.tokens[$0].kind == .dash })
        else { return false }
        let relative = (opening + 1..<comma).first { text.tokens[$0].classes.contains(.relative) && phrases.nameOf[$0] < 0 }
        // *The lawsuit, filed on Monday, says*: a participle is no verb.
        if hasFiniteVerb(isParticipleAside(opening, comma + 1) ? opening + 1 : opening, relative ?? comma) { return false }
        // A verb after another comma is the main clause's.
        guard let relative,
            let next = (relative..<comma).first(where: { text.tokens[$0].kind == .comma && phrases.nameOf[$0] < 0 })
        else { return true }
        return !hasFiniteVerb(next, comma)
    }

    func isApposition(_ phrase: TokenRange) -> Bool {
        let head = phrases.head(of: phrase)
        guard phrases.nameOf[head] < 0 else { return false }
        let first = text.tokens[phrase.lowerBound]
        return text.tokens[head].isAny(of: [.role, .relation, .body]) || text.token(head, is: "one")
            || first.isAny(of: [.determiner, .possessive]) && !text.tokens[head].isAny(of: [.time, .document])
    }

    /// *its director, Zhang Weiling*: where a name in apposition after a noun phrase ends.
    func apposition(after end: Int, of phrase: TokenRange, in sentence: TokenRange) -> Int? {
        guard end + 1 < sentence.upperBound, text.tokens[end].kind == .comma, isApposition(phrase),
            let name = phrases.name(at: end + 1) ?? titled(end + 1, sentence), name.kind != .date, name.kind != .group,
            name.kind != .money
        else { return nil }
        let past = name.tokens.upperBound
        guard
            past >= sentence.upperBound || [.comma, .stop, .semicolon, .dash].contains(text.tokens[past].kind)
                || text.isQuoted(past)
        else { return nil }
        return past
    }

    /// *her neighbour and oldest rival*: where a second role ends that *and* joins to the first.
    func roles(after end: Int, of phrase: TokenRange, in sentence: TokenRange) -> Int {
        guard end + 1 < sentence.upperBound, text.token(end, is: "and"), isApposition(phrase),
            let past = phrases.phrase(from: end + 1, before: sentence.upperBound, whole: true),
            text.tokens[phrases.head(of: end + 1..<past)].isAny(of: [.role, .relation]),
            phrases.nameOf[past - 1] < 0
        else { return end }
        return past
    }

    /// The name whose title begins at a token: *Dr Anna Berg*.
    private func titled(_ at: Int, _ sentence: TokenRange) -> Name? {
        guard let next = (at..<min(at + 4, sentence.upperBound)).first(where: { phrases.nameOf[$0] >= 0 }),
            let name = phrases.name(at: next), name.title?.lowerBound == at
        else { return nil }
        return name
    }

    /// *Anna Berg, 54, of Mill Lane, Whitby, admitted*, *Senator Tom Reed, R-Bend, who wrote the bill, said*: all between an age
    /// or a seat and the verb is about the one whose it is.
    private func personWithAge(endingAt comma: Int, in sentence: TokenRange) -> TokenRange? {
        var at = comma - 1
        while at > sentence.lowerBound + 1, comma - at < 24, !text.isQuoted(at) {
            defer { at -= 1 }
            let isSeat =
                text.tokens[at].shape.contains(.hyphen) && text.bytes(of: at).dropFirst().first == UInt8(ascii: "-")
            guard text.tokens[at].kind == .number && at + 1 < comma || isSeat, text.tokens[at - 1].kind == .comma,
                text.tokens[at + 1].kind == .comma, let name = phrases.name(at: at - 2), name.kind == .person,
                name.tokens.upperBound == at - 1
            else { continue }
            let relative = (at..<comma).first { text.tokens[$0].classes.contains(.relative) }
            return hasFiniteVerb(at + 1, relative ?? comma)
                ? nil : (name.title?.lowerBound ?? name.tokens.lowerBound)..<comma
        }
        return nil
    }

    func subjectBeforeAside(endingAt comma: Int, in sentence: TokenRange) -> TokenRange? {
        if let person = personWithAge(endingAt: comma, in: sentence) { return person }
        var at = comma - 1
        var nearest: TokenRange?
        while at > sentence.lowerBound, comma - at < 45 {
            if text.isQuoted(at) {
                at = text.quoted[Int(text.quoteOf[at])].tokens.lowerBound - 1
                continue
            }
            if text.tokens[at].kind == .comma || text.tokens[at].kind == .dash, opensAside(at + 1),
                let phrase = phrases.phrase(endingAt: at, floor: sentence.lowerBound),
                phrases.isAgent(phrase) || isRenamed(phrase, at + 1..<comma)
            {
                // *The president of Belarus, Alexander Lukashenko, said*
                if at + 1 < comma, let name = phrases.name(at: at + 1), name.kind == .person || name.kind == .organisation,
                    (name.title?.lowerBound ?? name.tokens.lowerBound) == at + 1, name.tokens.upperBound == comma,
                    isApposition(phrase)
                {
                    return phrase.lowerBound..<comma
                }
                if let person = personAfterBody(phrase, at, comma, sentence) { return person }
                let isNamed = phrases.name(at: phrases.head(of: phrase)) != nil
                if isNamed, isClauseStart(phrase.lowerBound, sentence) || nearest == nil {
                    return (role(before: phrase.lowerBound, sentence) ?? phrase.lowerBound)..<comma
                }
                // *The governor, in a statement issued by his secretary, Mr. Reed, vowed*: not whoever issued it.
                let isAgent = nearest.map { $0.lowerBound > 0 && text.token($0.lowerBound - 1, is: "by") } ?? true
                if isAgent { nearest = phrase.lowerBound..<comma }
            }
            at -= 1
        }
        return nearest
    }

    /// *The prime minister, Anna Berg, who …*: where the role begins that stands in apposition before a person's name.
    private func role(before name: Int, _ sentence: TokenRange) -> Int? {
        guard phrases.name(at: name)?.kind == .person, name - 1 > sentence.lowerBound, text.tokens[name - 1].kind == .comma,
            !text.isQuoted(name - 2), let role = phrases.phrase(endingAt: name - 1, floor: sentence.lowerBound),
            isApposition(role), text.tokens[phrases.head(of: role)].isAny(of: [.role, .relation]),
            role.lowerBound == sentence.lowerBound
        else { return nil }
        return role.lowerBound
    }

    /// *His employer, Carpathia Wild*: a noun of any kind, and the name of whom it means.
    func isRenamed(_ phrase: TokenRange, _ aside: TokenRange) -> Bool {
        guard !aside.isEmpty, text.tokens[phrase.lowerBound].isAny(of: [.determiner, .possessive]),
            phrases.nameOf[phrases.head(of: phrase)] < 0, let name = phrases.name(at: aside.lowerBound)
        else { return false }
        return (name.kind == .person || name.kind == .organisation) && name.tokens.upperBound == aside.upperBound
            && (name.title?.lowerBound ?? name.tokens.lowerBound) == aside.lowerBound
    }

    /// *Her opposite number at the Guild, Ted Reed, said*: what stands before the comma is no aside to the body.
    func personAfterBody(_ phrase: TokenRange, _ opening: Int, _ comma: Int, _ sentence: TokenRange) -> TokenRange? {
        guard opening + 1 < comma, let name = phrases.name(at: opening + 1), name.kind == .person,
            (name.title?.lowerBound ?? name.tokens.lowerBound) == opening + 1, name.tokens.upperBound == comma,
            let body = phrases.name(at: phrases.head(of: phrase)), body.kind != .person
        else { return nil }
        let before = phrase.lowerBound - 1
        if before > sentence.lowerBound, text.tokens[before].classes.contains(.preposition),
            let outer = phrases.phrase(endingAt: before, floor: sentence.lowerBound),
            text.tokens[outer.lowerBound].isAny(of: [.determiner, .possessive])
        {
            return outer.lowerBound..<comma
        }
        return opening + 1..<comma
    }

    /// *executive director of the union*: a role without a determiner.
    func opensRole(_ at: Int) -> Bool {
        guard text.tokens[at].isWord, !text.tokens[at].isAny(of: .function),
            let past = phrases.phrase(from: at, before: min(at + 10, text.tokens.count))
        else { return false }
        return phrases.nameOf[past - 1] < 0 && text.tokens[past - 1].isAny(of: [.role, .voice])
    }

    private static let participles: [StaticString] = [
        "former", "now", "clad", "known", "born", "sworn", "caught", "shot", "sent", "held", "seen", "chosen", "torn",
        "worn", "left", "hurt", "best", "once",
    ]

    /// Whether what begins here can be an aside on the name before: *who replaced Y*, *a doctor*, *45*.
    func opensAside(_ at: Int) -> Bool {
        let token = text.tokens[at]
        if token.isAny(of: [.determiner, .possessive, .relative]) && !token.isAny(of: .conjunction) || token.kind == .number
        {
            return true
        }
        if token.isAny(of: [.role, .people, .adverb, .preposition, .title, .demonym]) { return true }
        if opensRole(at) { return true }
        return token.isWord
            && (phrases.nameOf[at] >= 0 || text.bytes(of: at).suffix(3).elementsEqual("ing".utf8)
                || text.bytes(of: at).suffix(2).elementsEqual("ed".utf8)
                || Self.participles.contains { text.token(at, is: $0) })
    }
}
