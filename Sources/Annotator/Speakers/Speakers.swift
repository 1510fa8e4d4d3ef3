import DocumentModel
import EnglishModel

/// Whose words a report's are: from the words that stand for the speaker to an actor, with the reason and how sure it is.
struct Speakers {
    /// A speaker as resolved.
    struct Resolved {
        var form: Mention.Form
        var member: Int?
        var reason: String?
        var thousandths: Int
    }

    let text: AnalysedText
    let phrases: NounPhrases
    var cast: Cast
    /// The name at or before each token, so that a search backwards begins at once.
    let names: [Name]
    /// Who was found to speak, latest last, with the token of their mention.
    var spoken: [(member: Int, token: Int)] = []
    /// How many speakers back a search goes, so that long texts stay linear.
    static let memory = 64
    let withRoles: [String: [Int]]

    init(_ text: AnalysedText, _ phrases: NounPhrases, _ cast: Cast) {
        self.text = text
        self.phrases = phrases
        self.cast = cast
        names = phrases.names
        // A role's latest holders are enough; a list of thousands would make each mention cost as much.
        var withRoles: [String: [Int]] = [:]
        for (number, member) in cast.members.enumerated() where member.kind == .person {
            for token in Set(member.roles.flatMap { $0 }).sorted() {
                let role = Self.plainRole(text.lower(token))
                if withRoles[role]?.last != number, withRoles[role, default: []].count < 200 {
                    withRoles[role, default: []].append(number)
                }
            }
        }
        self.withRoles = withRoles
    }

    /// Who speaks a report. Reports are to be given in their order.
    mutating func resolve(_ report: Report) -> Resolved? {
        guard let mention = report.speaker else { return nil }
        var resolved = resolve(mention, report)
        if let member = resolved.member { spoken.append((member, report.start)) }
        if report.isImplied { resolved.thousandths -= 40 }
        return resolved
    }

    mutating func resolve(_ mention: TokenRange, _ report: Report) -> Resolved {
        let head = phrases.head(of: mention)
        // *The president of Belarus, Alexander Lukashenko*: the name in apposition.
        if phrases.nameOf[head] < 0, let last = mention.last, let name = phrases.name(at: last),
            name.kind == .person || name.kind == .organisation,
            phrases.nameOf[head] != phrases.nameOf[last],
            mention.contains(where: { text.tokens[$0].kind == .comma }), let member = member(at: last)
        {
            return Resolved(form: .name, member: member, reason: "apposition", thousandths: 970)
        }
        if let name = phrases.name(at: head) {
            if name.kind == .group { return Resolved(form: .nominal, member: nil, reason: nil, thousandths: 700) }
            if let member = member(at: head) {
                return Resolved(form: .name, member: member, reason: nil, thousandths: name.isGuess ? 880 : 960)
            }
            return Resolved(form: .nominal, member: nil, reason: nil, thousandths: 600)
        }
        let token = text.tokens[head]
        if token.classes.contains(.relative) || text.token(head, is: "who") { return antecedent(head) }
        if token.classes.contains(.pronoun), mention.count == 1 { return pronoun(head, report) }
        return nominal(mention, head, report)
    }

    func member(at token: Int) -> Int? {
        let name = phrases.nameOf[token]
        guard name >= 0, cast.memberOf[Int(name)] >= 0 else { return nil }
        return cast.memberOf[Int(name)]
    }

    func shortName(_ member: Int) -> String {
        guard let mention = cast.members[member].mentions.last else { return "" }
        let tokens = cast.members[member].kind == .person ? names[mention].tokens.suffix(1) : names[mention].tokens[...]
        return text.string(of: tokens)
    }

    // MARK: Pronouns

    func antecedent(_ who: Int) -> Resolved {
        var at = who - 1
        while at >= 0, who - at < 6, !text.isQuoted(at),
            text.tokens[at].kind == .comma || text.tokens[at].kind == .dash || phrases.nameOf[at] >= 0
                || text.tokens[at].kind == .closeBracket
        {
            if let member = member(at: at) {
                return Resolved(
                    form: .pronoun, member: member, reason: "pronoun:who→\(shortName(member))", thousandths: 900)
            }
            at -= 1
        }
        return Resolved(form: .pronoun, member: nil, reason: nil, thousandths: 500)
    }

    mutating func pronoun(_ at: Int, _ report: Report) -> Resolved {
        let word = text.lower(at)
        switch word {
        case "he", "him", "himself": return person(.masculine, at, word, report)
        case "she", "her", "herself": return person(.feminine, at, word, report)
        case "it", "itself": return body(at, word)
        case "they":
            // A body or group just named may be *they*; with no plural group known it stays open.
            return Resolved(form: .pronoun, member: nil, reason: nil, thousandths: 500)
        default: return Resolved(form: .pronoun, member: nil, reason: nil, thousandths: 600)
        }
    }

    /// The person a *he* or *she* is: those named before, nearer ones, subjects and who spoke last first.
    mutating func person(_ gender: Gender, _ at: Int, _ word: String, _ report: Report) -> Resolved {
        var scores: [(member: Int, score: Int)] = []
        var sentenceBreaks = 0
        var index = lastName(before: at)
        var position = at
        var steps = 0
        while index >= 0, steps < 60, sentenceBreaks < 8 {
            let name = names[index]
            var token = position - 1
            while token >= name.tokens.upperBound {
                if text.tokens[token].kind == .stop { sentenceBreaks += 1 }
                token -= 1
                if position - token > 400 { break }
            }
            position = name.tokens.lowerBound
            defer {
                index -= 1
                steps += 1
            }
            let member = cast.memberOf[index]
            guard name.kind == .person, member >= 0, cast.members[member].gender.agrees(with: gender) else { continue }
            var score = 100 - sentenceBreaks * 18 - steps * 2
            if cast.members[member].gender == gender { score += 25 }
            if text.isQuoted(name.tokens.lowerBound) { score -= 60 }
            if isSubject(name) { score += 30 }
            if isInside(name, report) { score -= 40 }
            if let before = name.title?.lowerBound ?? Optional(name.tokens.lowerBound), before > 0,
                text.tokens[before - 1].classes.contains(.preposition)
                    || name.tokens.upperBound < text.tokens.count && text.tokens[name.tokens.upperBound].kind == .clitic
            {
                score -= 20
            }
            if let last = spoken.last, last.member == member { score += 20 }
            if let known = scores.firstIndex(where: { $0.member == member }) {
                scores[known].score = max(scores[known].score, score + 4)
            } else {
                scores.append((member, score))
            }
        }
        if scores.isEmpty,
            let last = spoken.suffix(Self.memory).last(where: {
                cast.members[$0.member].kind == .person && cast.members[$0.member].gender.agrees(with: gender)
            })
        {
            scores.append((last.member, 40))
        }
        guard let best = scores.max(by: { ($0.score, $1.member) < ($1.score, $0.member) }) else {
            return Resolved(form: .pronoun, member: nil, reason: nil, thousandths: 400)
        }
        let second = scores.filter { $0.member != best.member }.map(\.score).max() ?? 0
        let margin = best.score - max(second, 0)
        cast.note(gender, of: best.member)
        return Resolved(
            form: .pronoun, member: best.member, reason: "pronoun:\(word)→\(shortName(best.member))",
            thousandths: min(930, 620 + margin * 4))
    }

    func isInside(_ name: Name, _ report: Report) -> Bool {
        report.spans.contains { $0.contains(name.tokens.lowerBound) }
    }

    /// The first name of its sentence's clause, with a verb rather soon after it.
    func isSubject(_ name: Name) -> Bool {
        let after = name.tokens.upperBound
        guard after < text.tokens.count else { return false }
        let next = text.tokens[after]
        if next.isAny(of: [.auxiliary, .cue, .adverb])
            || next.kind == .comma && after + 1 < text.tokens.count
                && text.tokens[after + 1].isAny(of: [.relative, .determiner])
        {
            return true
        }
        return next.isWord && !next.isAny(of: .function) && !next.isCapital
            && text.bytes(of: after).suffix(2).elementsEqual("ed".utf8)
    }

    /// The last name that begins before a token, by binary search.
    func lastName(before token: Int) -> Int {
        var low = 0
        var high = names.count
        while low < high {
            let middle = (low + high) / 2
            if names[middle].tokens.lowerBound < token { low = middle + 1 } else { high = middle }
        }
        return low - 1
    }

    func body(_ at: Int, _ word: String) -> Resolved {
        if let last = spoken.last, cast.members[last.member].kind == .body, at - last.token < 200 {
            return Resolved(
                form: .pronoun, member: last.member, reason: "pronoun:\(word)→\(shortName(last.member))", thousandths: 750)
        }
        var index = lastName(before: at)
        var steps = 0
        while index >= 0, steps < 12 {
            let member = cast.memberOf[index]
            if member >= 0, cast.members[member].kind == .body, isSubject(names[index]),
                !text.isQuoted(names[index].tokens.lowerBound)
            {
                return Resolved(
                    form: .pronoun, member: member, reason: "pronoun:\(word)→\(shortName(member))", thousandths: 600)
            }
            index -= 1
            steps += 1
        }
        return Resolved(form: .pronoun, member: nil, reason: nil, thousandths: 400)
    }
}
