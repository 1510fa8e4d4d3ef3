import DocumentModel
import EnglishModel

/// Whose words a report's are: from the words that stand for the speaker to an actor, with the reason and how sure it is.
///
/// Goes through the text once as a reader does, keeping in mind who was named and who spoke: ``Discourse``. Linear.
struct Speakers {
    /// A speaker as resolved.
    struct Resolved {
        var form: Mention.Form
        var member: Int?
        var reason: String?
        var way: Certainty.Way
        /// For a person found by weight: by how much, 64 for one in the logarithm of the odds.
        var margin = 0
        /// How many sentences lie between the words and the last mention of who they stand for.
        var distance = 0
        var pronoun: Pronoun?
        /// Whether nobody else agrees with a pronoun.
        var isAlone = false
    }

    /// A report's speaker and how sure it is.
    struct Verdict {
        var resolved: Resolved?
        var thousandths: Int
    }

    let text: AnalysedText
    let phrases: NounPhrases
    var cast: Cast
    let model: SpeakerModel
    let names: [Name]
    var discourse: Discourse
    /// Who was found to speak, latest last, with the token of their mention.
    var spoken: [(member: Int, token: Int)] = []
    /// How many speakers back a search goes, so that long texts stay linear.
    static let memory = 64
    let withRoles: [String: [Int]]
    let known: KnownPeople
    /// See ``Cast/bodiesByNoun()``.
    let withNoun: [String: Int]
    /// The sentence that is being read: its end, and whether somebody was named or quoted in it so far.
    var sentenceEnd = 0
    var namedInSentence = false
    var quotedInSentence = false
    /// The pronouns met, where they are wanted.
    var examples: [PronounExample]?
    /// Roles of speakers that the article left unnamed: *an aide*, then *the aide*.
    var unnamed: Set<String> = []
    /// Where a body without a name spoke last: *The regulator said …*; -1 for nowhere.
    var unnamedBody = -1
    /// Who was last spoken of and has no name: *One mother said …*.
    var unnamedPerson = UnnamedPerson()
    /// The body that a sentence was last about, and where.
    var topic: (member: Int, token: Int)?
    /// The document that a sentence was last about, and whose words it has, where somebody's.
    var document: (token: Int, author: Int?)?
    /// The last *his* or *her*, and whose it was.
    var possessor: (token: Int, member: Int)?
    var sentenceStart = 0
    /// The organisation that the article names most often; nil where none stands out.
    let mainBody: Int?
    /// What certainty was weighed from, by report, where it is wanted.
    var certainties: [[Int]]?

    init(_ text: AnalysedText, _ phrases: NounPhrases, _ cast: Cast, _ model: SpeakerModel = .english) {
        self.text = text
        self.phrases = phrases
        self.cast = cast
        self.model = model
        names = phrases.names
        discourse = Discourse(members: cast.members.count)
        withRoles = cast.holders()
        known = KnownPeople(cast, text, phrases.names)
        withNoun = cast.bodiesByNoun()
        mainBody = Self.mainBody(of: cast, phrases.names)
    }

    // MARK: The way through the text

    /// The speakers of reports, in their order.
    /// In a dialogue the words that name who speaks are put right as well.
    mutating func verdicts(on reports: inout [Report]) -> [Verdict] {
        var found = learnGenders(reports) ?? read(reports)
        introduce(&found, reports)
        nameTurns(&found, reports)
        alternate(&found, &reports)
        var verdicts: [Verdict] = []
        verdicts.reserveCapacity(reports.count)
        for index in reports.indices {
            let features = certainty(of: found[index], reports[index])
            certainties?.append(features)
            verdicts.append(Verdict(resolved: found[index], thousandths: Certainty.thousandths(of: features, model)))
        }
        return verdicts
    }

    /// Reads the text once for the pronouns alone: they tell who is a man and who a woman where no name does, also to those
    /// that stand before them. Where they tell nothing, a second reading would be the same: what the first one found is given.
    private mutating func learnGenders(_ reports: [Report]) -> [Resolved?]? {
        guard cast.members.contains(where: { $0.kind == .person && $0.gender == .unknown }) else { return nil }
        var first = self
        first.examples = nil
        let found = first.read(reports)
        var isTold = false
        for number in cast.members.indices where cast.members[number].gender == .unknown {
            let gender = first.cast.members[number].gender
            cast.members[number].tell(gender, .pronoun)
            isTold = isTold || gender != .unknown
        }
        guard !isTold, examples == nil else { return nil }
        self = first
        return found
    }

    /// Goes through the text: who the words of each report stand for.
    private mutating func read(_ reports: [Report]) -> [Resolved?] {
        var found = [Resolved?](repeating: nil, count: reports.count)
        // By the end of the words that stand for the speaker: then all names among them have been met.
        let order = reports.indices.filter { !(reports[$0].speaker?.isEmpty ?? true) }.sorted {
            (reports[$0].speaker?.upperBound ?? 0, $0) < (reports[$1].speaker?.upperBound ?? 0, $1)
        }
        var next = 0
        var known: (mention: TokenRange, resolved: Resolved)?
        // Where the words for the next report's speaker end.
        var end = order.first.flatMap { reports[$0].speaker?.upperBound } ?? .max
        for (part, block) in text.parts.enumerated() {
            discourse.enter(part: part)
            for sentence in block.sentences {
                let range = text.sentences[sentence]
                sentenceStart = range.lowerBound
                sentenceEnd = range.upperBound
                namedInSentence = false
                quotedInSentence = false
                meetSubject(of: range, Discourse.Place(token: range.lowerBound, sentence: sentence, part: part))
                for token in range {
                    let isLast = token + 1 >= end
                    guard isLast || mayTell(token) else { continue }
                    let place = Discourse.Place(token: token, sentence: sentence, part: part)
                    let owner = read(place, range, reports, isLast ? order[next] : nil)
                    while next < order.count, let mention = reports[order[next]].speaker, mention.upperBound <= token + 1 {
                        let number = order[next]
                        next += 1
                        // A turn that runs on has the words of the report before.
                        if known?.mention != mention {
                            known = (mention, resolve(mention, place, owner))
                            if known?.resolved.member == nil, isBodyNoun(mention) { unnamedBody = token }
                            if known?.resolved.member == nil { meet(mention, reports[number], token, part) }
                            if let known, known.resolved.way == .spokesperson, known.resolved.form == .nominal {
                                meetSpokesperson(mention, token, part, of: known.resolved.member)
                            }
                            if let member = known?.resolved.member {
                                spoken.append((member, token))
                                if cast.members[member].kind == .person {
                                    noteRole(known?.resolved, mention, place)
                                    discourse.noteSpeech(of: member, at: place, asked: asked(by: reports[number]))
                                }
                            }
                        }
                        found[number] = known?.resolved
                        end = next < order.count ? reports[order[next]].speaker?.upperBound ?? 0 : .max
                    }
                }
            }
        }
        return found
    }

    /// Who a pronoun or a role was found to be.
    struct Owner {
        var pronoun: Pronoun
        var member: Int
        var margin: Int
        /// The sentences back to the last mention.
        var distance: Int
        var isAlone = false
    }

    /// Whether a token is quoted, of a name or a pronoun: nothing else tells who is in mind.
    @inline(__always)
    private func mayTell(_ token: Int) -> Bool {
        text.tokens[token].isAny(of: [.pronoun, .possessive]) || phrases.nameOf.contains(token) || text.isQuoted(token)
    }

    /// Takes note of the name or pronoun at a token.
    private mutating func read(
        _ place: Discourse.Place, _ sentence: TokenRange, _ reports: [Report], _ report: Int?
    ) -> Owner? {
        let token = place.token
        let isQuoted = text.isQuoted(token)
        let index = Int(phrases.nameOf[token])
        if index >= 0 {
            let name = names[index]
            guard name.tokens.lowerBound == token, name.kind == .person, cast.memberOf[index] >= 0 else { return nil }
            discourse.note(
                cast.memberOf[index], at: place, stance(of: name, sentence), isPronoun: false, isQuoted: isQuoted)
            if isQuoted { quotedInSentence = true } else { namedInSentence = true }
            return nil
        }
        if isQuoted {
            quotedInSentence = true
            return nil
        }
        guard text.tokens[token].isAny(of: [.pronoun, .possessive]),
            let pronoun = pronoun(at: token, place, sentence, report.map { reports[$0] }), let owner = owner(of: pronoun)
        else { return nil }
        if isUnnamed(place, pronoun, owner.member) {
            unnamedPerson.pronoun = token
            return nil
        }
        if pronoun.form == .possessive { possessor = (token, owner.member) }
        cast.note(pronoun.gender, of: owner.member)
        if discourse.traces[owner.member].firstSentence >= 0 {
            let stance: Discourse.Stance =
                switch pronoun.form {
                case .subject: .subject
                case .object: .object
                case .possessive: .possessor
                }
            discourse.note(owner.member, at: place, stance, isPronoun: true, isQuoted: false)
        }
        return owner
    }

    /// *The Democrat told the paper … that he believes*: whoever a role stands for is in mind, as the subject.
    private mutating func noteRole(_ resolved: Resolved?, _ mention: TokenRange, _ place: Discourse.Place) {
        guard let resolved, resolved.form == .nominal, let member = resolved.member,
            resolved.way == .role || resolved.way == .salience || resolved.way == .introduced,
            Int(discourse.traces[member].token) < mention.lowerBound, !text.isQuoted(mention.lowerBound)
        else { return }
        let start = Discourse.Place(token: mention.lowerBound, sentence: place.sentence, part: place.part)
        discourse.note(member, at: start, .subject, isPronoun: false, isQuoted: false)
    }

    /// *The reporter asked Anna Berg whether*: who is asked by name; -1 for nobody.
    private func asked(by report: Report) -> Int {
        guard report.verb >= 0, text.lower(report.verb).hasPrefix("ask") else { return -1 }
        let index = firstName(from: report.verb + 1)
        guard index < names.count, names[index].kind == .person,
            (names[index].title?.lowerBound ?? names[index].tokens.lowerBound) == report.verb + 1
        else { return -1 }
        return cast.memberOf[index]
    }

    /// What a name does in its clause, as far as its neighbours tell.
    private func stance(of name: Name, _ sentence: TokenRange) -> Discourse.Stance {
        let after = name.tokens.upperBound
        if isSubject(name) { return .subject }
        if after < sentence.upperBound, text.tokens[after].kind == .clitic { return .possessor }
        let first = name.title?.lowerBound ?? name.tokens.lowerBound
        guard first > sentence.lowerBound else { return .subject }
        let before = text.tokens[first - 1]
        if before.classes.contains(.preposition) { return .object }
        // *said Berg*
        if before.classes.contains(.cue), first - 2 >= sentence.lowerBound,
            text.isQuoted(first - 2) || text.tokens[first - 2].kind == .comma
        {
            return .subject
        }
        return before.kind == .comma || before.classes.contains(.conjunction) ? .other : .object
    }

    /// Whether a verb seems to follow a name, perhaps after an aside.
    func isSubject(_ name: Name) -> Bool {
        let after = name.tokens.upperBound
        guard after < text.tokens.count else { return false }
        let next = text.tokens[after]
        // *His doctor, Anna Berg, found him asleep*
        if next.kind == .comma, after + 1 < text.tokens.count,
            let before = name.title?.lowerBound ?? name.tokens.first, before > 0, text.tokens[before - 1].kind == .comma,
            text.tokens[after + 1].isAny(of: [.auxiliary, .cue]) || FiniteVerb.isIrregular(text.bytes(of: after + 1))
                || text.tokens[after + 1].isWord && !text.tokens[after + 1].isCapital
                    && text.bytes(of: after + 1).suffix(2).elementsEqual("ed".utf8)
        {
            return true
        }
        // *Anna Berg, 82, was asleep*
        if next.kind == .comma, after + 3 < text.tokens.count, text.tokens[after + 1].kind == .number,
            text.tokens[after + 2].kind == .comma
        {
            return true
        }
        if next.isAny(of: [.auxiliary, .cue, .adverb])
            || next.kind == .comma && after + 1 < text.tokens.count
                && text.tokens[after + 1].isAny(of: [.relative, .determiner])
        {
            return true
        }
        return next.isWord && !next.isAny(of: .function) && !next.isCapital
            && (text.bytes(of: after).suffix(2).elementsEqual("ed".utf8) || FiniteVerb.isIrregular(text.bytes(of: after)))
    }

    // MARK: One mention

    private mutating func resolve(_ mention: TokenRange, _ place: Discourse.Place, _ owner: Owner?) -> Resolved {
        let head = phrases.head(of: mention)
        // *People close to the minister, Anna Berg,*: the name stands beside one of whom they are several.
        if isSeveral(mention, head) { return nominal(mention, head, place) }
        // *A spokeswoman for the former governor, Earl Reed*: the name is his for whom she speaks.
        if isForSomebody(mention, head) { return Resolved(form: .nominal, member: nil, reason: nil, way: .nobody) }
        // *The president of Belarus, Alexander Lukashenko*: the name in apposition.
        if phrases.nameOf[head] < 0, let last = mention.last, let name = phrases.name(at: last),
            name.kind == .person || name.kind == .organisation,
            phrases.nameOf[head] != phrases.nameOf[last],
            followsComma(name, in: mention), let member = member(at: last)
        {
            return Resolved(form: .name, member: member, reason: "apposition", way: .apposition)
        }
        // *Her solicitor, Jasmin Gill of Gill & Sons*: the person in apposition, whatever is told of them behind the name.
        if phrases.nameOf[head] < 0, text.tokens[head].isAny(of: [.role, .relation]) || text.token(head, is: "one"),
            let index = namesInside(mention).first(where: {
                names[$0].kind == .person && followsComma(names[$0], in: mention)
            }),
            cast.memberOf[index] >= 0, isWhole(names[index])
        {
            return Resolved(form: .name, member: cast.memberOf[index], reason: "apposition", way: .apposition)
        }
        if let member = nameBehind(mention, head) {
            return Resolved(form: .name, member: member, reason: "apposition", way: .apposition)
        }
        // *the VC*, where that was taken for a name
        if let officer = officer(mention, head) { return officer }
        if let name = phrases.name(at: head) {
            if let first = coordinated(before: name, in: mention) {
                // Two people who speak as one: the first; two bodies are nobody by name.
                guard name.kind == .person, first.kind == .person, let member = member(at: first.tokens.lowerBound) else {
                    return Resolved(form: .nominal, member: nil, reason: nil, way: .nobody)
                }
                return Resolved(form: .name, member: member, reason: nil, way: .guessedName)
            }
            if name.kind == .location || name.kind == .facility, let who = who(behind: name, in: mention) {
                return antecedent(who, place)
            }
            if name.kind != .group, let member = member(at: head) {
                return Resolved(form: .name, member: member, reason: nil, way: name.isGuess ? .guessedName : .name)
            }
            if name.kind == .group, let known = national(mention, head, name, place) { return known }
            return Resolved(form: .nominal, member: nil, reason: nil, way: .nobody)
        }
        let token = text.tokens[head]
        if token.classes.contains(.relative) || text.token(head, is: "who") { return antecedent(head, place) }
        if token.classes.contains(.pronoun), mention.count == 1 { return pronoun(head, owner) }
        return nominal(mention, head, place)
    }

    /// Whether a mention is of several people, and names somebody behind a preposition.
    private func isSeveral(_ mention: TokenRange, _ head: Int) -> Bool {
        phrases.nameOf[head] < 0 && text.tokens[head].classes.contains(.people)
            && !text.tokens[head].isAny(of: [.body, .title, .role]) && head + 1 < mention.upperBound
            && (text.tokens[head + 1].classes.contains(.preposition) || text.token(head + 1, is: "close"))
    }

    /// Whether no *'s* follows a name, which would make it another's.
    func isWhole(_ name: Name) -> Bool {
        name.tokens.upperBound >= text.tokens.count || text.tokens[name.tokens.upperBound].kind != .clitic
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

    private func pronoun(_ at: Int, _ owner: Owner?) -> Resolved {
        let word = text.lower(at)
        if let owner {
            return Resolved(
                form: .pronoun, member: owner.member, reason: "pronoun:\(word)→\(shortName(owner.member))", way: .pronoun,
                margin: owner.margin, distance: owner.distance, pronoun: owner.pronoun, isAlone: owner.isAlone)
        }
        if word == "it" || word == "itself" { return thing(at, word) }
        // *A spokesman for Norvik shrugged. “No,” he said*
        if let body = unnamedPerson.body, unnamedPerson.pronoun == at || isSpokesperson(at) {
            return Resolved(
                form: .pronoun, member: body, reason: "spokesperson:\(shortName(body))", way: .spokesperson)
        }
        return Resolved(form: .pronoun, member: nil, reason: nil, way: .otherPronoun)
    }
}
