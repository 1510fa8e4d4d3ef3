import DocumentModel
import EnglishModel

/// Leads and headlines describe first, the text names afterwards.
extension Speakers {
    /// *An engineer told the court … Katarzyna Lindqvist, 52, testified …*: who is described before anybody is named is the
    /// first person named as a subject after it. Whom a headline calls by what they are is who speaks first below.
    func introduce(_ found: inout [Resolved?], _ reports: [Report]) {
        introduceLead(&found, reports)
        introduceHeadline(&found, reports)
    }

    private func introduceLead(_ found: inout [Resolved?], _ reports: [Report]) {
        guard let index = reports.indices.first(where: { found[$0] != nil && !isInHeading(reports[$0]) }),
            found[index]?.way == .nobody || found[index]?.way == .otherPronoun,
            let words = reports[index].speaker, let who = words.first,
            let mention = text.token(who, is: "who") ? noun(before: who) : describedInSentence(of: words) ?? words,
            let last = mention.last,
            ["a", "an", "the"].contains(where: { text.token(mention.lowerBound, is: $0) }),
            opensText(mention.lowerBound)
        else { return }
        let head = phrases.head(of: mention)
        guard isOnePerson(head), let next = personNamed(after: last), names[next].tokens.lowerBound - last < 80,
            cast.members[cast.memberOf[next]].gender.agrees(with: cast.gender(ofRole: head)),
            !isSaidToBeAnother(cast.memberOf[next], head)
        else { return }
        let introduced = Resolved(
            form: .nominal, member: cast.memberOf[next], reason: reason(head, cast.memberOf[next]), way: .introduced)
        // Whatever else the same words said.
        for report in index..<reports.count
        where found[report]?.member == nil
            && reports[report].speaker.map({ $0.lowerBound == words.lowerBound || mention.contains($0.lowerBound) })
                ?? false
        {
            found[report] = introduced
        }
    }

    /// *A midwife who raised the alarm was told to wait, she said*: whom a lead describes before it calls them *she*.
    private func describedInSentence(of words: TokenRange) -> TokenRange? {
        guard words.count == 1, text.token(words.lowerBound, is: "she") || text.token(words.lowerBound, is: "he"),
            let sentence = text.sentences.first(where: { $0.contains(words.lowerBound) }),
            let past = phrases.phrase(from: sentence.lowerBound, before: words.lowerBound)
        else { return nil }
        return sentence.lowerBound..<past
    }

    private func isInHeading(_ report: Report) -> Bool {
        part(at: report.start).map { text.parts[$0].kind == .title || text.parts[$0].kind == .heading } ?? false
    }

    /// Whether a token is the first of a sentence and nobody was named before it in the text.
    private func opensText(_ at: Int) -> Bool {
        opensSentence(at)
            && !names.prefix(firstName(from: at)).contains { name in
                name.kind == .person && part(at: name.tokens.lowerBound).map { text.parts[$0].kind == .paragraph } ?? false
            }
    }

    private func isOnePerson(_ head: Int) -> Bool {
        phrases.nameOf[head] < 0 && text.tokens[head].isAny(of: [.role, .relation])
            && !text.tokens[head].isAny(of: [.voice, .people, .body, .outletNoun])
    }

    /// The first person named behind a token, where that is a subject or follows the verb of saying.
    private func personNamed(after token: Int) -> Int? {
        guard let next = (firstName(from: token)..<names.count).first(where: { names[$0].kind == .person }),
            cast.memberOf[next] >= 0
        else { return nil }
        let start = names[next].title?.lowerBound ?? names[next].tokens.lowerBound
        guard start > 0 else { return nil }
        let before = text.tokens[start - 1]
        let isSpeaker = before.classes.contains(.cue) && start > 1 && text.isQuoted(start - 2)
        return before.kind == .mark || isSpeaker || opensSentence(start) || isDescribed(from: start) ? next : nil
    }

    private func opensSentence(_ at: Int) -> Bool { text.sentences.contains { $0.lowerBound == at } }

    /// *Retired teacher Nora Berg asked …*: whether nothing but what somebody does stands between a sentence's start and a name.
    private func isDescribed(from name: Int) -> Bool {
        guard let opening = (max(0, name - 4)..<name).last(where: opensSentence) else { return false }
        return text.tokens[name - 1].isAny(of: [.role, .title])
            && (opening..<name).allSatisfy { text.tokens[$0].isWord && !text.tokens[$0].isAny(of: .function) }
    }

    /// Whether the article gives somebody quite another office than the words have.
    private func isSaidToBeAnother(_ member: Int, _ head: Int) -> Bool {
        let role = Self.plainRole(text.lower(head))
        let holders = withRoles[role] ?? []
        return !holders.isEmpty && !holders.contains(member)
    }

    /// *Judge: the bridge stays shut*; *Lab chief tells inquiry*: who speaks first below, where the article gives the office to
    /// nobody else.
    private func introduceHeadline(_ found: inout [Resolved?], _ reports: [Report]) {
        guard let title = reports.indices.first(where: { isInHeading(reports[$0]) }), found[title]?.way == .nobody,
            let mention = reports[title].speaker, reports[title].end <= text.parts[0].tokens.upperBound,
            !["a", "an"].contains(where: { text.token(mention.lowerBound, is: $0) })
        else { return }
        let head = phrases.head(of: mention)
        guard isOnePerson(head),
            let lead = reports.indices.first(where: {
                found[$0]?.member != nil && !isInHeading(reports[$0]) && !reports[$0].isLaidOut
            }),
            let member = found[lead]?.member, cast.members[member].kind == .person, reports[lead].start < 160,
            cast.members[member].gender.agrees(with: cast.gender(ofRole: head)), !isSaidToBeAnother(member, head),
            !isSomethingElse(member, head)
        else { return }
        let way = found[lead]?.way
        guard way == .introduced || way == .name || way == .apposition || way == .guessedName else { return }
        found[title] = Resolved(form: .nominal, member: member, reason: reason(head, member), way: .introduced)
    }
}
