import DocumentModel
import EnglishModel

/// Interviews whose turns begin with *Q* and *A*: the one who is introduced first answers, the other one asks.
extension Speakers {
    /// Gives the turns their people, where those before the first turn leave no doubt.
    func nameTurns(_ found: inout [Resolved?], _ reports: [Report]) {
        func letter(_ report: Report) -> String? {
            guard report.tie == .colon, let mention = report.speaker, mention.count < 3, let first = mention.first,
                text.tokens[first].isCapital, mention.dropFirst().allSatisfy({ text.tokens[$0].kind == .stop })
            else { return nil }
            let word = text.lower(first)
            return ["q", "q.", "question", "a", "a.", "answer"].contains(word) ? String(word.prefix(1)) : nil
        }
        nameInitials(&found, reports)
        guard let start = reports.first(where: { letter($0) != nil })?.speaker?.lowerBound else { return }
        var people: [Int] = []
        for index in 0..<firstName(from: start) where names[index].kind == .person && cast.memberOf[index] >= 0 {
            if !people.contains(cast.memberOf[index]) { people.append(cast.memberOf[index]) }
        }
        if people.count > 2 {
            // Of many only whoever the text is about answers.
            let count = { (member: Int) in cast.members[member].mentions.count }
            guard let most = people.max(by: { (count($0), -$0) < (count($1), -$1) }),
                people.count(where: { count($0) == count(most) }) == 1
            else { return }
            people = [most]
        }
        let asker = people.dropFirst().first { isInterviewer($0, before: start) }
        for (index, report) in reports.enumerated() {
            guard let letter = letter(report), let member = letter == "a" ? people.first : asker else { continue }
            found[index] = Resolved(
                form: .nominal, member: member,
                reason: "role:\(letter == "a" ? "answer" : "question")→\(shortName(member))",
                way: .introduced)
        }
    }

    /// *She spoke to Tom Reed*, *by Tom Reed*: whether somebody named in front of an interview is who asks.
    private func isInterviewer(_ member: Int, before start: Int) -> Bool {
        cast.members[member].mentions.contains { mention in
            let first = names[mention].title?.lowerBound ?? names[mention].tokens.lowerBound
            guard first < start, first > 0 else { return false }
            let before = text.tokens[first - 1]
            return before.kind != .word || before.isAny(of: [.role, .title])
                || ["to", "by", "with", "and"].contains { text.token(first - 1, is: $0) }
        }
    }

    /// **CI:** *…*: initials, of which the text before the first turn says whose they are: those of all parts of a name, or of
    /// the first of them.
    private func nameInitials(_ found: inout [Resolved?], _ reports: [Report]) {
        func initials(_ report: Report) -> String? {
            guard report.tie == .colon, let mention = report.speaker, mention.count == 1, let at = mention.first,
                text.tokens[at].shape.contains(.allCapitals)
            else { return nil }
            let letters = text.string(of: mention)
            return (2...3).contains(letters.count) ? letters : nil
        }
        guard let start = reports.first(where: { initials($0) != nil })?.speaker?.lowerBound else { return }
        var members: [String: [Int]] = [:]
        for index in 0..<firstName(from: start) where names[index].kind == .person && names[index].tokens.count > 1 {
            let member = cast.memberOf[index]
            guard member >= 0 else { continue }
            var letters = ""
            for at in names[index].tokens where text.tokens[at].isCapital {
                letters += text.string(of: at..<at + 1).prefix(1)
                if !members[letters, default: []].contains(member) { members[letters, default: []].append(member) }
            }
        }
        for (index, report) in reports.enumerated() {
            guard let letters = initials(report), let bearers = members[letters], bearers.count == 1 else { continue }
            found[index] = Resolved(
                form: .name, member: bearers[0], reason: "initials:\(shortName(bearers[0]))", way: .introduced)
        }
    }
}
