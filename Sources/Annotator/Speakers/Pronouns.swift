import DocumentModel
import EnglishModel

/// Who a *he* or *she* is: everybody in mind is weighed by learned weights, the heaviest it is.
extension Speakers {
    /// A pronoun in its place.
    struct Pronoun {
        var place: Discourse.Place
        var gender: Gender
        var form: PronounFeature.Form
        var setting: PronounFeature.Setting
        /// What its owner says, where it introduces a quotation.
        var report: Report?
        /// Who is named first after the comma that ends the clause it stands in, where that opens the sentence; -1 for nobody.
        var afterClause = -1
    }

    /// A person a pronoun may stand for.
    struct Candidate {
        var member: Int
        var score: Int32
    }

    /// The pronoun at a token, if it is one of a single person.
    func pronoun(at token: Int, _ place: Discourse.Place, _ sentence: TokenRange, _ report: Report?) -> Pronoun? {
        let length = text.tokens[token].range.count
        guard length >= 2, length <= 7, phrases.nameOf[token] < 0 else { return nil }
        let gender: Gender
        var form = PronounFeature.Form.subject
        if text.token(token, is: "he") || text.token(token, is: "himself") {
            gender = .masculine
        } else if text.token(token, is: "she") || text.token(token, is: "herself") {
            gender = .feminine
        } else if text.token(token, is: "his") {
            (gender, form) = (.masculine, .possessive)
        } else if text.token(token, is: "him") {
            (gender, form) = (.masculine, .object)
        } else if text.token(token, is: "her") {
            gender = .feminine
            form = phrases.isPossessor(token, sentence.upperBound) ? .possessive : .object
        } else {
            return nil
        }
        let setting: PronounFeature.Setting =
            namedInSentence ? .inClause : quotedInSentence ? .afterQuote : .opens
        return Pronoun(
            place: place, gender: gender, form: form, setting: setting, report: report,
            afterClause: personAfterClause(token, sentence))
    }

    /// *As he left, Berg said …*, *In what she called a mistake, …*
    private func personAfterClause(_ token: Int, _ sentence: TokenRange) -> Int {
        let opening = sentence.lowerBound..<min(sentence.lowerBound + 3, token)
        guard !namedInSentence, token - sentence.lowerBound < 8,
            opening.contains(where: { text.tokens[$0].isAny(of: [.subordinator, .preposition]) }),
            let comma = (token + 1..<sentence.upperBound).first(where: { text.tokens[$0].kind == .comma })
        else { return -1 }
        let index = firstName(from: comma)
        guard index < names.count, names[index].tokens.lowerBound < min(comma + 8, sentence.upperBound),
            names[index].kind == .person
        else { return -1 }
        return cast.memberOf[index]
    }

    /// Who it is, by weight; nil when nobody is in mind. With `among`, one of these.
    mutating func owner(of pronoun: Pronoun, among: [Int]? = nil) -> Owner? {
        var example = among == nil && pronoun.gender != .unknown ? example(of: pronoun) : nil
        let owner = heaviest(for: pronoun, among, &example)
        if let example { examples?.append(example) }
        return owner
    }

    /// Changes nothing of what is in mind, so that nothing of it is copied.
    private func heaviest(for pronoun: Pronoun, _ among: [Int]?, _ example: inout PronounExample?) -> Owner? {
        var members = candidates(of: pronoun)
        if let among { members.removeAll { !among.contains($0) } }
        if let asker = asker(before: pronoun), members.count > 1 { members.removeAll { $0 == asker } }
        guard !members.isEmpty else {
            example = nil
            return nil
        }
        let named = membersNamed(in: pronoun.report)
        let topics = mostNamed(members)
        let weights = model.pronouns
        let base = pronoun.setting.rawValue * PronounFeature.count
        var best: Candidate?
        var second: Int32?
        for (rank, member) in members.enumerated() {
            var score: Int32 = 0
            var features: [UInt16] = []
            let isWanted = example != nil
            weigh(member, rank: rank, members.count, pronoun, named: named, topics: topics) { feature in
                score += weights[feature] + weights[base + feature]
                if isWanted { features.append(UInt16(feature)) }
            }
            example?.candidates.append(.init(member: member, features: features))
            if let known = best, known.score >= score {
                second = max(second ?? score, score)
            } else {
                second = best?.score ?? second
                best = Candidate(member: member, score: score)
            }
        }
        guard let best else { return nil }
        example?.chosen = best.member
        let trace = discourse.traces[best.member]
        return Owner(
            pronoun: pronoun, member: best.member, margin: second.map { Int(best.score - $0) } ?? 512,
            distance: trace.token < 0 ? 9 : pronoun.place.sentence - Int(trace.sentence), isAlone: members.count == 1)
    }

    /// *Cross-examined by Anna Berg, she …*: who asks is not who answers.
    private func asker(before pronoun: Pronoun) -> Int? {
        guard pronoun.form == .subject, pronoun.place.token - sentenceStart > 3,
            ["asked", "pressed", "questioned", "challenged", "cross-examined", "quizzed", "examined", "interviewed"]
                .contains(
                    where: { text.token(sentenceStart, is: $0) }),
            text.token(sentenceStart + 1, is: "by")
        else { return nil }
        let index = firstName(from: sentenceStart + 2)
        guard index < names.count, names[index].kind == .person, names[index].tokens.lowerBound < pronoun.place.token else {
            return nil
        }
        return cast.memberOf[index]
    }

    /// The example to fill for a pronoun, where examples are wanted.
    private func example(of pronoun: Pronoun) -> PronounExample? {
        guard examples != nil else { return nil }
        return PronounExample(
            place: text.range(of: pronoun.place.token..<pronoun.place.token + 1), setting: pronoun.setting.rawValue,
            isSpeaker: pronoun.report != nil)
    }

    /// The people in mind who agree, the latest first; where none was named yet, those named next.
    private func candidates(of pronoun: Pronoun) -> [Int] {
        func agrees(_ member: Int) -> Bool {
            cast.members[member].kind == .person && cast.members[member].gender.agrees(with: pronoun.gender)
        }
        var members = discourse.recent.filter(agrees)
        if pronoun.afterClause >= 0, agrees(pronoun.afterClause), !members.contains(pronoun.afterClause) {
            members.append(pronoun.afterClause)
        }
        let after = firstName(from: pronoun.place.token + 1)
        let isEmpty = members.isEmpty
        var seen = 0
        for index in after..<min(after + 6, names.count) {
            guard names[index].kind == .person, cast.memberOf[index] >= 0 else { continue }
            let isNear = names[index].tokens.lowerBound < sentenceEnd
            guard isNear || isEmpty else { break }
            let member = cast.memberOf[index]
            if agrees(member), !members.contains(member), !text.isQuoted(names[index].tokens.lowerBound) {
                members.append(member)
                seen += 1
            }
            if seen == 2 { break }
        }
        // A given name may mislead.
        return members.isEmpty ? discourse.recent.filter { !cast.members[$0].isGenderSure } : members
    }

    /// Whoever is named in what a report says.
    private func membersNamed(in report: Report?) -> [(member: Int, isQuoted: Bool)] {
        guard let report else { return [] }
        var found: [(member: Int, isQuoted: Bool)] = []
        for span in report.spans {
            var index = firstName(from: span.lowerBound)
            while index < names.count, names[index].tokens.lowerBound < span.upperBound, found.count < 40 {
                if cast.memberOf[index] >= 0 {
                    found.append((cast.memberOf[index], text.isQuoted(names[index].tokens.lowerBound)))
                }
                index += 1
            }
        }
        return found
    }

    /// The most often named of some people, and the next.
    private func mostNamed(_ members: [Int]) -> (first: Int, second: Int) {
        var first = -1
        var second = -1
        for member in members {
            let count = cast.members[member].mentions.count
            if first < 0 || count > cast.members[first].mentions.count {
                second = first
                first = member
            } else if second < 0 || count > cast.members[second].mentions.count {
                second = member
            }
        }
        return (first, second)
    }

    private func weigh(
        _ member: Int, rank: Int, _ count: Int, _ pronoun: Pronoun, named: [(member: Int, isQuoted: Bool)],
        topics: (first: Int, second: Int), _ add: (Int) -> Void
    ) {
        typealias F = PronounFeature
        let known = cast.members[member]
        let trace = discourse.traces[member]
        let here = pronoun.place
        if pronoun.gender != .unknown {
            add(
                F.gender
                    + (known.gender == .unknown ? 2 : known.gender != pronoun.gender ? 3 : known.isGenderSure ? 0 : 1))
        }
        let isAhead = trace.firstSentence < 0
        if isAhead {
            add(F.ahead + (names[known.mentions[0]].tokens.lowerBound < sentenceEnd ? 0 : 1))
        } else if trace.token < 0 {
            add(F.distance + 6)
        } else {
            let sentences = here.sentence - Int(trace.sentence)
            add(F.distance + (sentences < 4 ? sentences : sentences < 7 ? 4 : 5))
            let near = min(sentences, 2)
            add(F.stance + trace.stance.rawValue * 3 + near)
            if trace.isPronoun { add(F.byPronoun + near) }
            add(F.part + min(here.part - Int(trace.part), 2))
            if Int(trace.subjectSentence) == here.sentence {
                add(F.subjectHere)
                if pronoun.form == .object { add(F.objectOfSubject) }
                if pronoun.form == .possessive { add(F.possessiveOfSubject) }
            }
            if Int(trace.subjectSentence) == here.sentence - 1 { add(F.subjectBefore) }
        }
        add(F.rank + min(rank, 3))
        if discourse.lastSpeaker == member {
            add(F.speaker + min(here.part - Int(trace.spokePart), 2))
            if here.sentence - Int(trace.spokeSentence) < 2 { add(F.spokeJustNow) }
        } else if trace.speeches > 0 {
            add(F.speaker + 3)
        }
        add(F.speeches + min(Int(trace.speeches), 2))
        add(F.mentions + (trace.mentions < 2 ? 0 : trace.mentions < 4 ? 1 : 2))
        add(F.topic + (member == topics.first ? 0 : member == topics.second ? 1 : 2))
        if known.isInTitle { add(F.inTitle) }
        if Int(trace.quotedSentence) == here.sentence { add(F.quotedHere) }
        if let place = named.first(where: { $0.member == member }) { add(F.inReport + (place.isQuoted ? 0 : 1)) }
        if !isAhead, here.sentence - Int(trace.firstSentence) < 2 { add(F.isNew) }
        if discourse.recent.first == member { add(F.nearest) }
        if discourse.firstOfPart == member { add(F.firstOfPart) }
        if count == 1 { add(F.alone) }
        if pronoun.afterClause == member { add(F.fronted) }
        weighBlock(member, trace, pronoun, add)
        if !isAhead, here.token > 0, text.tokens[here.token - 1].classes.contains(.relative),
            text.token(here.token - 1, is: "whom") || text.token(here.token - 1, is: "who"),
            here.token - Int(trace.token) < 8
        {
            add(F.relativeOf)
        }
    }

    /// What the block and its sentences are about.
    private func weighBlock(_ member: Int, _ trace: Discourse.Trace, _ pronoun: Pronoun, _ add: (Int) -> Void) {
        typealias F = PronounFeature
        let here = pronoun.place
        if discourse.lastSubject == member { add(F.lastSubject) }
        if Int(trace.openedSentence) == here.sentence { add(F.opened) }
        if here.sentence > 0, Int(trace.openedSentence) == here.sentence - 1 { add(F.opened + 1) }
        if Int(trace.part) == here.part {
            add(F.inPart + min(max(Int(trace.partMentions), 1), 3) - 1)
            let isMost = discourse.recent.prefix(8).allSatisfy { other in
                Int(discourse.traces[other].part) != here.part || discourse.traces[other].partMentions <= trace.partMentions
            }
            if isMost { add(F.topicOfPart) }
            if discourse.lastSpeaker == member, pronoun.report != nil, Int(trace.spokePart) == here.part { add(F.speaksOn) }
        }
        if discourse.asked >= 0, discourse.lastSpeaker >= 0,
            here.sentence - Int(discourse.traces[discourse.lastSpeaker].spokeSentence) < 3
        {
            if discourse.lastSpeaker == member { add(F.asker) }
            if discourse.asked == member { add(F.asked) }
        }
        if discourse.firstOfPart < 0 {
            if discourse.firstOfPartBefore == member { add(F.freshBefore) }
            if discourse.lastSubject == member { add(F.freshSubject) }
            if discourse.lastSpeaker == member { add(F.freshSpeaker) }
        }
    }
}
