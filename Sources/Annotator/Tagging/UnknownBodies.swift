import DocumentModel
import EnglishModel

/// Bodies that nobody took for a name, told by what they do.
extension LearnedNames {
    /// *Norvik said*, *Crumb, a two-year-old company, has confirmed*: capital words that nobody took for a name and that say
    /// something are a body's. Words that stand small elsewhere in the article are none, nor is what the lists know.
    func unknownBodies(beside names: [Name]) -> [Name] {
        var isTaken = [Bool](repeating: false, count: text.tokens.count)
        for name in names {
            for token in (name.title?.lowerBound ?? name.tokens.lowerBound)..<name.tokens.upperBound {
                isTaken[token] = true
            }
        }
        var found: [TokenRange] = []
        for sentence in text.sentences where !isHeading[sentence.lowerBound] {
            var at = sentence.lowerBound
            while at < sentence.upperBound {
                let start = at
                while at < sentence.upperBound, at - start < 5, !isTaken[at], isCapitalWord(at) || isPlural(at, sentence) {
                    at += 1
                }
                guard at > start else {
                    at += 1
                    continue
                }
                // *Harbor of Hope, a relief charity, said*
                if at + 2 < sentence.upperBound, text.token(at, is: "of"), !isTaken[at + 1], isCapitalWord(at + 1),
                    isWhatItIs(at + 2, sentence)
                {
                    at += 2
                }
                // *Sursaut 26*
                if at < sentence.upperBound, text.tokens[at].kind == .number, !isTaken[at],
                    says(at + 1, sentence, anything: true)
                {
                    at += 1
                }
                // After another name it may be what is left of that one; alone at a sentence's head it must be unknown.
                let isApart = start == sentence.lowerBound || !isTaken[start - 1]
                let isName = start > sentence.lowerBound || at - start > 1 || text.tokens[start].entry < 0
                if isApart, isName,
                    says(at, sentence, anything: at - start > 1) || isVoice(at, sentence) || isWhatItIs(at, sentence)
                        || pastAside(at, sentence).map({ says($0, sentence, anything: at - start > 1) }) ?? false
                {
                    found.append(start..<at)
                } else if at - start == 1, start == sentence.lowerBound, isName, isShop(at, sentence) {
                    found.append(start..<at + 1)
                }
            }
        }
        guard !found.isEmpty else { return [] }
        let small = small(of: Set(found.map { text.lower($0.lowerBound) }))
        return found.filter { !small.contains(text.lower($0.lowerBound)) }.map { named($0, .organisation) }
    }

    /// Which of some words stand small somewhere in the article.
    private func small(of words: Set<String>) -> Set<String> {
        let beginnings = Set(words.compactMap(\.utf8.first))
        var small: Set<String> = []
        for at in text.tokens.indices where !text.tokens[at].isCapital && text.tokens[at].isWord {
            guard let first = text.bytes(of: at).first, beginnings.contains(first) else { continue }
            let word = text.lower(at)
            if words.contains(word) { small.insert(word) }
        }
        return small
    }

    private func isCapitalWord(_ at: Int) -> Bool {
        let token = text.tokens[at]
        return token.isWord && token.isCapital && !text.isQuoted(at)
            && !token.isAny(of: .function.union([.title, .role, .people, .cue, .month, .weekday, .demonym, .adverb]))
    }

    /// *an ITN4 spokeswoman*
    private func isVoice(_ at: Int, _ sentence: TokenRange) -> Bool {
        at < sentence.upperBound && text.tokens[at].classes.contains(.voice) && !text.tokens[at].isCapital
    }

    /// *Garnock's, whose jars have shrunk, said*: whether *'s* goes on with a clause as after a subject.
    func isShop(_ clitic: Int, _ sentence: TokenRange) -> Bool {
        clitic + 1 < sentence.upperBound && text.tokens[clitic].kind == .clitic
            && text.bytes(of: clitic).last == UInt8(ascii: "s")
            && (says(clitic + 1, sentence) || pastAside(clitic + 1, sentence) != nil)
    }

    /// *Growers North*: a word for people that goes on with another capital.
    private func isPlural(_ at: Int, _ sentence: TokenRange) -> Bool {
        at > sentence.lowerBound && at + 1 < sentence.upperBound && text.tokens[at].isCapital
            && text.tokens[at].classes.contains(.people) && !text.isQuoted(at) && isCapitalWord(at + 1)
            && !text.tokens[at].isAny(of: .function)
    }

    /// *Norvik, which has sold eels since May, said*: where the main clause goes on after what is told of a body.
    func pastAside(_ comma: Int, _ sentence: TokenRange) -> Int? {
        guard comma + 2 < sentence.upperBound, text.tokens[comma].kind == .comma,
            text.token(comma + 1, is: "which") || text.token(comma + 1, is: "whose")
        else { return nil }
        return (comma + 2..<min(comma + 26, sentence.upperBound - 1)).first {
            text.tokens[$0].kind == .comma && says($0 + 1, sentence)
        }.map { $0 + 1 }
    }

    /// Whether a verb of saying follows: *said*, *has confirmed*; with `anything` also one that takes no clause: *accused*.
    func says(_ at: Int, _ sentence: TokenRange, anything: Bool = false) -> Bool {
        var at = at
        if at < sentence.upperBound, text.tokens[at].classes.contains(.have) { at += 1 }
        guard at < sentence.upperBound, text.tokens[at].entry >= 0 else { return false }
        let entry = text.lexicon.entries[Int(text.tokens[at].entry)]
        guard entry.cueVerb >= 0, !entry.verbForm.isDisjoint(with: [.past, .third]) else { return false }
        let verb = text.lexicon.cueVerbs[Int(entry.cueVerb)]
        return !verb.isThought && (anything || verb.takes.contains(.that)) && !verb.takes.contains(.weak)
    }

    /// *…, a two-year-old company*, *…, the airline*
    func isWhatItIs(_ comma: Int, _ sentence: TokenRange) -> Bool {
        guard comma + 2 < sentence.upperBound, text.tokens[comma].kind == .comma,
            text.token(comma + 1, is: "a") || text.token(comma + 1, is: "an") || text.token(comma + 1, is: "the")
        else { return false }
        for at in comma + 2..<min(comma + 6, sentence.upperBound) {
            guard text.tokens[at].isWord || text.tokens[at].kind == .number, !text.tokens[at].isAny(of: .preposition) else {
                return false
            }
            // *an opposition politician*
            let goesOn =
                at + 1 < sentence.upperBound && text.tokens[at + 1].isWord
                && !text.tokens[at + 1].isAny(of: .function.union([.relative, .possessive, .adverb]))
            if !goesOn, Self.firms.contains(text.lower(at)) { return true }
            if text.tokens[at].isAny(of: [.body, .outletNoun]), !goesOn {
                return !text.tokens[at].isAny(of: [.role, .people])
            }
        }
        return false
    }
}
