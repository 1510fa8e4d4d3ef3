import DocumentModel
import EnglishModel

/// Whoever the text speaks of without a name, and to whom *he* or *she* may belong rather than to somebody named before.
struct UnnamedPerson {
    /// Where they were last spoken of; -1 for nowhere.
    var token = -1
    var part = -1
    var gender = Gender.unknown
    /// The body for which they speak, where it has a name.
    var body: Int?
    /// The last pronoun found to be theirs.
    var pronoun = -1
}

extension Speakers {
    /// Takes note of what a sentence is about: a body, or somebody without a name.
    mutating func meetSubject(of sentence: TokenRange, _ place: Discourse.Place) {
        var start = sentence.lowerBound
        if start < sentence.upperBound, text.tokens[start].classes.contains(.conjunction) { start += 1 }
        guard start < sentence.upperBound, !text.isQuoted(start),
            let end = phrases.phrase(from: start, before: sentence.upperBound, whole: true), end < sentence.upperBound
        else { return }
        var mention = start..<end
        meetHolder(mention, place)
        var head = phrases.head(of: mention)
        // *The council disputes this*: a verb that may be a noun.
        if phrases.nameOf[head] < 0, let noun = mention.first(where: { isNoun($0) && !isNoun($0 + 1) }), noun < head,
            isVerb(noun + 1)
        {
            mention = start..<noun + 1
            head = noun
        }
        if let name = phrases.name(at: head) {
            if let member = member(at: head), cast.members[member].kind == .body, name.kind != .group, isSubject(name) {
                topic = (member, head)
            }
            return
        }
        let token = text.tokens[head]
        if token.classes.contains(.document), !token.isAny(of: [.body, .outletNoun, .role]), isDefinite(mention, head) {
            document = (head, author(of: mention, head)?.member)
            return
        }
        if token.isAny(of: [.body, .outletNoun]), !token.isAny(of: .role) {
            if isDefinite(mention, head), let member = body(mention, head)?.member { topic = (member, head) }
            return
        }
        guard isSomebody(mention), !namesItsSubject(end, sentence) else { return }
        unnamedPerson = unnamed(mention, end - 1, place.part)
    }

    /// *The president flew home*, *The president's roots*: whoever has the role is in mind.
    private mutating func meetHolder(_ mention: TokenRange, _ place: Discourse.Place) {
        if let member = aged(mention, phrases.head(of: mention))?.member {
            discourse.note(member, at: place, .subject, isPronoun: false, isQuoted: false)
            return
        }
        guard text.token(mention.lowerBound, is: "the"), let head = mention.first(where: { isNoun($0) && !isNoun($0 + 1) }),
            text.tokens[head].classes.contains(.role), !text.tokens[head].isAny(of: [.people, .voice, .relation])
        else { return }
        let isPossessor = head + 1 < text.tokens.count && text.tokens[head + 1].kind == .clitic
        guard isPossessor || isVerb(head + 1), let member = holder(mention.lowerBound..<head + 1, head, place)?.member
        else {
            return
        }
        discourse.note(member, at: place, isPossessor ? .possessor : .subject, isPronoun: false, isQuoted: false)
    }

    private func isNoun(_ at: Int) -> Bool {
        at < text.tokens.count && phrases.nameOf[at] < 0
            && text.tokens[at].isAny(of: [.body, .outletNoun, .role, .relation])
    }

    private func isVerb(_ at: Int) -> Bool {
        guard at < text.tokens.count else { return false }
        let token = text.tokens[at]
        guard token.isWord, !token.isCapital else { return false }
        return token.isAny(of: [.auxiliary, .cue]) || FiniteVerb.isIrregular(text.bytes(of: at))
            || text.bytes(of: at).suffix(2).elementsEqual("ed".utf8)
    }

    /// A speaker was found to have no name.
    mutating func meet(_ mention: TokenRange, _ report: Report, _ token: Int, _ part: Int) {
        guard let first = mention.first else { return }
        // *asked by a reporter*: who asks is not who answers.
        if report.verb >= 0, text.lower(report.verb).hasPrefix("ask") { return }
        let isRelative = text.token(first, is: "who") && mention.count == 1
        guard let mention = isRelative ? noun(before: first) : mention,
            isSomebody(mention) || isUnnamedOffice(mention)
        else { return }
        unnamedPerson = unnamed(mention, token, part)
    }

    /// *A commission spokeswoman disputed that. Staff had met them, she said*: the body speaks through her.
    mutating func meetSpokesperson(_ mention: TokenRange, _ token: Int, _ part: Int, of body: Int?) {
        unnamedPerson = unnamed(mention, token, part)
        unnamedPerson.body = body
    }

    private func unnamed(_ mention: TokenRange, _ token: Int, _ part: Int) -> UnnamedPerson {
        let head = phrases.head(of: mention)
        var person = UnnamedPerson(token: token, part: part, gender: cast.gender(ofRole: head))
        if text.tokens[head].classes.contains(.voice) {
            person.body = namesInside(mention).map { cast.memberOf[$0] }.first {
                $0 >= 0 && cast.members[$0].kind == .body
            }
        }
        return person
    }

    /// *A lawyer by trade, Berg said*: whether a clause with a subject of its own follows a description.
    private func namesItsSubject(_ end: Int, _ sentence: TokenRange) -> Bool {
        guard let comma = (end..<min(end + 12, sentence.upperBound)).first(where: { text.tokens[$0].kind == .comma }) else {
            return false
        }
        guard (end..<comma).allSatisfy({ !text.tokens[$0].isAny(of: [.auxiliary, .cue, .relative]) }) else { return false }
        return (comma + 1..<min(comma + 5, sentence.upperBound)).contains { at in
            phrases.name(at: at)?.kind == .person || text.tokens[at].classes.contains(.subjectPronoun)
        }
    }

    /// *One mother recalls the night. “I could not speak,” she says*: whether a pronoun is rather the one who was last spoken of
    /// and has no name.
    ///
    /// *A nurse told her*: not who does it to her.
    func isUnnamed(_ place: Discourse.Place, _ pronoun: Pronoun, _ member: Int) -> Bool {
        guard pronoun.form != .object || unnamedPerson.token < sentenceStart else { return false }
        return unnamedPerson.part == place.part && unnamedPerson.token < place.token
            && place.token - unnamedPerson.token < 90 && unnamedPerson.gender.agrees(with: pronoun.gender)
            && (Int(discourse.traces[member].token) < unnamedPerson.token
                // *A spokeswoman disputed Ms Berg's account. She denied it*
                || unnamedPerson.body != nil && pronoun.form == .subject && discourse.traces[member].stance != .subject
                    && unnamedPerson.token < sentenceStart && Int(discourse.traces[member].token) < sentenceStart
                || !cast.members[member].gender.agrees(with: pronoun.gender))
    }

    /// Whether *he* or *she*, where nobody else is in mind, is the spokesperson last spoken of.
    func isSpokesperson(_ at: Int) -> Bool {
        unnamedPerson.token >= 0 && unnamedPerson.token < at && at - unnamedPerson.token < 90
            && text.parts[unnamedPerson.part].tokens.contains(at)
            && (text.token(at, is: "he") || text.token(at, is: "she"))
    }

    /// *The migration minister*, whom the article does not name.
    private func isUnnamedOffice(_ mention: TokenRange) -> Bool {
        let head = phrases.head(of: mention)
        return text.token(mention.lowerBound, is: "the") && phrases.nameOf[head] < 0 && head > mention.lowerBound
            && text.tokens[head].classes.contains(.role)
            && !text.tokens[head].isAny(of: [.people, .body, .outletNoun, .document])
    }

    /// *one mother*, *a neighbour*, *my companion*: somebody who is new and alone.
    private func isSomebody(_ mention: TokenRange) -> Bool {
        let head = phrases.head(of: mention)
        return ["a", "an", "one", "another", "my", "our"].contains { text.token(mention.lowerBound, is: $0) }
            && head > mention.lowerBound
            && phrases.nameOf[head] < 0 && text.tokens[head].isAny(of: [.role, .relation])
            && !text.tokens[head].classes.contains(.people)
            && !namesInside(mention).contains { names[$0].kind == .person && names[$0].tokens.lowerBound > head }
    }

    /// The noun phrase that *who* goes back to.
    func noun(before who: Int) -> TokenRange? {
        var end = who
        if end > 0, text.tokens[end - 1].kind == .comma { end -= 1 }
        let floor = max(sentenceStart <= who ? sentenceStart : 0, who - 25)
        guard end > floor else { return nil }
        return phrases.phrase(endingAt: end, floor: floor)
    }

    /// *A judge has ruled …*, at the head of an article that names one judge further on.
    func laterNamed(_ head: Int) -> Resolved? {
        let role = Self.plainRole(text.lower(head))
        guard head < 160, text.tokens[head].classes.contains(.role), !text.tokens[head].isAny(of: [.people, .voice]),
            !Self.common.contains(role), let holders = withRoles[role], holders.count == 1,
            lastMention(of: holders[0], before: head) == nil
        else { return nil }
        return Resolved(
            form: .nominal, member: holders[0], reason: "role:\(text.lower(head))→\(shortName(holders[0]))",
            way: .introduced)
    }

    /// Roles that several people in an article may have.
    private static let common: Set = [
        "source", "official", "man", "woman", "resident", "witness", "person", "expert", "neighbour", "neighbor", "friend",
        "attorney", "reporter", "journalist", "worker", "employee", "user", "member", "supporter", "player", "student",
        "analyst", "doctor", "teacher", "officer", "leader", "adviser", "aide", "voter",
    ]
}
