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
    private let names: [Name]
    /// Who was found to speak, latest last, with the token of their mention.
    private var spoken: [(member: Int, token: Int)] = []
    private var mainSpeaker: Int?

    init(_ text: AnalysedText, _ phrases: NounPhrases, _ cast: Cast) {
        self.text = text
        self.phrases = phrases
        self.cast = cast
        names = phrases.names
    }

    /// Who speaks a report. Reports are to be given in their order.
    mutating func resolve(_ report: Report) -> Resolved? {
        guard let mention = report.speaker else { return nil }
        var resolved = resolve(mention, report)
        if let member = resolved.member { spoken.append((member, report.start)) }
        if report.isImplied { resolved.thousandths -= 40 }
        return resolved
    }

    private mutating func resolve(_ mention: TokenRange, _ report: Report) -> Resolved {
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

    private func member(at token: Int) -> Int? {
        let name = phrases.nameOf[token]
        guard name >= 0, cast.memberOf[Int(name)] >= 0 else { return nil }
        return cast.memberOf[Int(name)]
    }

    private func shortName(_ member: Int) -> String {
        guard let mention = cast.members[member].mentions.last else { return "" }
        let tokens = cast.members[member].kind == .person ? names[mention].tokens.suffix(1) : names[mention].tokens[...]
        return text.string(of: tokens)
    }

    // MARK: Pronouns

    private func antecedent(_ who: Int) -> Resolved {
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

    private mutating func pronoun(_ at: Int, _ report: Report) -> Resolved {
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
    private mutating func person(_ gender: Gender, _ at: Int, _ word: String, _ report: Report) -> Resolved {
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
            let last = spoken.last(where: {
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

    private func isInside(_ name: Name, _ report: Report) -> Bool {
        report.spans.contains { $0.contains(name.tokens.lowerBound) }
    }

    /// The first name of its sentence's clause, with a verb rather soon after it.
    private func isSubject(_ name: Name) -> Bool {
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
    private func lastName(before token: Int) -> Int {
        var low = 0
        var high = names.count
        while low < high {
            let middle = (low + high) / 2
            if names[middle].tokens.lowerBound < token { low = middle + 1 } else { high = middle }
        }
        return low - 1
    }

    private func body(_ at: Int, _ word: String) -> Resolved {
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

    // MARK: Roles

    private mutating func nominal(_ mention: TokenRange, _ head: Int, _ report: Report) -> Resolved {
        let classes = text.tokens[head].classes
        let inside = namesInside(mention)
        // *a spokesman for the ministry*: the body speaks; *the ministry's spokeswoman* too.
        if classes.contains(.voice), !classes.contains(.people) {
            if let body = inside.first(where: { cast.memberOf[$0] >= 0 && cast.members[cast.memberOf[$0]].kind == .body }) {
                return Resolved(
                    form: .nominal, member: cast.memberOf[body], reason: "spokesperson:\(shortName(cast.memberOf[body]))",
                    thousandths: 850)
            }
            if let known = withRole(mention, head, before: mention.lowerBound) { return known }
            return Resolved(form: .nominal, member: nil, reason: nil, thousandths: 650)
        }
        let isDefinite =
            text.token(mention.lowerBound, is: "the") || text.tokens[mention.lowerBound].isAny(of: .possessive)
            || text.token(mention.lowerBound, is: "this") || text.token(mention.lowerBound, is: "that")
        if classes.contains(.outletNoun) || classes.contains(.body),
            !classes.contains(.role) || classes.contains(.outletNoun)
        {
            if isDefinite, let body = lastBody(mention, head) { return body }
            return Resolved(form: .nominal, member: nil, reason: nil, thousandths: 600)
        }
        guard isDefinite || isPossessed(mention, head), classes.contains(.role) || classes.contains(.title)
        else {
            return Resolved(form: .nominal, member: nil, reason: nil, thousandths: 700)
        }
        if let known = withRole(mention, head, before: mention.lowerBound) { return known }
        // *the close ally of X*: the person who is spoken of and fits, but not X.
        if isDefinite, classes.contains(.relation) || inside.isEmpty,
            let last = salient(before: mention.lowerBound, excluding: inside, gender(of: head))
        {
            let isClose = last.distance < 160
            guard classes.contains(.relation) && !inside.isEmpty || isClose && isGeneric(mention, head) else {
                return Resolved(form: .nominal, member: nil, reason: nil, thousandths: 600)
            }
            return Resolved(
                form: .nominal, member: last.member, reason: "role:\(text.lower(head))→\(shortName(last.member))",
                thousandths: 700)
        }
        return Resolved(form: .nominal, member: nil, reason: nil, thousandths: 650)
    }

    private func isPossessed(_ mention: TokenRange, _ head: Int) -> Bool {
        mention.contains { text.tokens[$0].kind == .clitic && $0 < head }
    }

    /// A role with nothing but an adjective, which whoever is spoken of may be called: *the 45-year-old lawyer*.
    private func isGeneric(_ mention: TokenRange, _ head: Int) -> Bool {
        head == mention.upperBound - 1 && !text.tokens[mention.lowerBound].isAny(of: .possessive)
    }

    private func namesInside(_ mention: TokenRange) -> [Int] {
        var found: [Int] = []
        for token in mention where phrases.nameOf[token] >= 0 {
            if found.last != Int(phrases.nameOf[token]) { found.append(Int(phrases.nameOf[token])) }
        }
        return found
    }

    private func gender(of head: Int) -> Gender {
        let classes = text.tokens[head].classes
        return classes.contains(.feminine) ? .feminine : classes.contains(.masculine) ? .masculine : .unknown
    }

    /// The latest person to whom the article gave this role, and this country where the mention has one.
    private func withRole(_ mention: TokenRange, _ head: Int, before token: Int) -> Resolved? {
        let role = Self.plainRole(text.lower(head))
        var country: Int16 = -1
        for index in mention where text.tokens[index].entry >= 0 && text.tokens[index].isCapital {
            let entry = text.lexicon.entries[Int(text.tokens[index].entry)]
            if entry.country >= 0 { country = entry.country }
        }
        let named = Set(namesInside(mention).map { cast.memberOf[$0] })
        let wanted = gender(of: head)
        var found: (member: Int, at: Int)?
        for (number, member) in cast.members.enumerated()
        where member.kind == .person && !named.contains(number) && member.gender.agrees(with: wanted) {
            guard country < 0 || member.countries.isEmpty && false || member.countries.contains(country) else { continue }
            guard member.roles.contains(where: { roles in roles.contains { Self.plainRole(text.lower($0)) == role } })
            else { continue }
            guard let first = member.mentions.first, names[first].tokens.lowerBound < token else { continue }
            let latest =
                member.mentions.last { names[$0].tokens.lowerBound < token }.map { names[$0].tokens.lowerBound } ?? 0
            if latest > found?.at ?? -1 { found = (number, latest) }
        }
        guard let found else { return nil }
        return Resolved(
            form: .nominal, member: found.member, reason: "role:\(text.lower(head))→\(shortName(found.member))",
            thousandths: country >= 0 ? 900 : 820)
    }

    /// Titles in short and in full are one role.
    private static func plainRole(_ word: String) -> String {
        switch word {
        case "sen.", "sens.": "senator"
        case "gov.", "govs.": "governor"
        case "rep.", "reps.", "representative", "congressman", "congresswoman": "representative"
        case "gen.": "general"
        case "col.": "colonel"
        case "lt.": "lieutenant"
        case "sgt.": "sergeant"
        case "capt.": "captain"
        case "dr.", "dr": "doctor"
        case "prof.", "prof": "professor"
        case "rev.": "reverend"
        case "pres.": "president"
        case "atty.", "lawyer": "attorney"
        case "chairman", "chairwoman", "chairperson": "chair"
        case "advisor": "adviser"
        case "premier": "minister"
        default: word
        }
    }

    /// The body that *the bank*, *the state-owned news outlet* means: who spoke last or was named last and fits.
    private func lastBody(_ mention: TokenRange, _ head: Int) -> Resolved? {
        let isOutlet = text.tokens[head].classes.contains(.outletNoun)
        let word = text.lower(head)
        func fits(_ member: Int) -> Bool {
            guard cast.members[member].kind == .body else { return false }
            if isOutlet, cast.members[member].isOutlet { return true }
            if cast.members[member].words.last.map({ String(decoding: $0, as: UTF8.self) }) == word { return true }
            return cast.members[member].roles.contains { roles in roles.contains { text.lower($0) == word } }
        }
        if let last = spoken.last(where: { fits($0.member) }) {
            return Resolved(
                form: .nominal, member: last.member, reason: "role:\(word)→\(shortName(last.member))", thousandths: 850)
        }
        var index = lastName(before: mention.lowerBound)
        var steps = 0
        while index >= 0, steps < 40 {
            let member = cast.memberOf[index]
            if member >= 0, fits(member) {
                return Resolved(
                    form: .nominal, member: member, reason: "role:\(word)→\(shortName(member))", thousandths: 780)
            }
            index -= 1
            steps += 1
        }
        // *the company*: the last organisation named outside marks.
        index = lastName(before: mention.lowerBound)
        steps = 0
        while !isOutlet, index >= 0, steps < 8 {
            let member = cast.memberOf[index]
            if member >= 0, names[index].kind == .organisation, !text.isQuoted(names[index].tokens.lowerBound),
                ["company", "firm", "group", "organization", "organisation", "agency"].contains(word)
            {
                return Resolved(
                    form: .nominal, member: member, reason: "role:\(word)→\(shortName(member))", thousandths: 600)
            }
            index -= 1
            steps += 1
        }
        return nil
    }

    /// The person the text is about right before a token: who spoke last, else the last named.
    private func salient(before token: Int, excluding: [Int], _ gender: Gender) -> (member: Int, distance: Int)? {
        let excluded = Set(excluding.map { cast.memberOf[$0] })
        func fits(_ member: Int) -> Bool {
            cast.members[member].kind == .person && !excluded.contains(member)
                && cast.members[member].gender.agrees(with: gender)
        }
        if let last = spoken.last(where: { fits($0.member) }) { return (last.member, token - last.token) }
        var index = lastName(before: token)
        var steps = 0
        while index >= 0, steps < 20 {
            let member = cast.memberOf[index]
            if member >= 0, fits(member), !text.isQuoted(names[index].tokens.lowerBound) {
                return (member, token - names[index].tokens.lowerBound)
            }
            index -= 1
            steps += 1
        }
        return nil
    }
}
