import DocumentModel

/// Interviews whose turns begin with *Q* and *A*: the one who is introduced first answers, the other one asks.
extension Speakers {
    /// Gives the turns their people, where those before the first turn leave no doubt.
    func nameTurns(_ found: inout [Resolved?], _ reports: [Report]) {
        func letter(_ report: Report) -> String? {
            guard report.tie == .colon, let mention = report.speaker, let first = mention.first,
                text.tokens[first].isCapital
            else { return nil }
            let word = text.lower(first)
            return ["q", "q.", "question", "a", "a.", "answer"].contains(word) ? String(word.prefix(1)) : nil
        }
        guard let start = reports.first(where: { letter($0) != nil })?.speaker?.lowerBound else { return }
        var people: [Int] = []
        for index in 0..<firstName(from: start) where names[index].kind == .person && cast.memberOf[index] >= 0 {
            if !people.contains(cast.memberOf[index]) { people.append(cast.memberOf[index]) }
            if people.count > 2 { return }
        }
        for (index, report) in reports.enumerated() {
            guard let letter = letter(report), let member = letter == "a" ? people.first : people.dropFirst().first else {
                continue
            }
            found[index] = Resolved(
                form: .nominal, member: member,
                reason: "role:\(letter == "a" ? "answer" : "question")→\(shortName(member))",
                way: .introduced)
        }
    }
}
