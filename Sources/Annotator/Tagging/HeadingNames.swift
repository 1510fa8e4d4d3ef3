import DocumentModel
import EnglishModel

/// Names in headings, whose capitals say nothing: the text below tells which of their words are somebody's name.
extension LearnedNames {
    /// The kinds of names that are looked for in headings.
    private static let settling: Set<EntityKind> = [.person, .location, .organisation]

    /// The words of names that stand below the headings, by their first one, the longest first.
    private struct Known {
        struct Entry {
            var words: [String]
            var kind: EntityKind
        }

        private(set) var entries: [String: [Entry]] = [:]

        mutating func add(_ words: [String], _ kind: EntityKind) {
            guard let first = words.first, !entries[first, default: []].contains(where: { $0.words == words }) else {
                return
            }
            entries[first, default: []].append(Entry(words: words, kind: kind))
            entries[first]?.sort { $0.words.count > $1.words.count }
        }
    }

    /// The names with those in headings put right: *Anna Lind Tells Varga*, found as one name, is two people's where the text
    /// below speaks of Anna Lind and of Varga.
    func withHeadingsSettled(_ names: [Name]) -> [Name] {
        guard text.parts.contains(where: { $0.kind == .title || $0.kind == .heading }) else { return names }
        let families = familyNames(names)
        var known = Known()
        for name in names where !isHeading[name.tokens.lowerBound] && Self.settling.contains(name.kind) {
            known.add(name.tokens.map { text.lower($0) }, name.kind)
        }
        for family in families { known.add([family], .person) }
        guard !known.entries.isEmpty else { return names }
        var settled: [Name] = []
        // Some become two.
        settled.reserveCapacity(names.count + names.count / 32)
        for name in names {
            if isHeading[name.tokens.lowerBound], name.kind == .person, name.tokens.count > 1 {
                settled += parts(of: name, known)
            } else if isHeading[name.tokens.lowerBound], name.kind == .organisation, let body = body(in: name, known) {
                settled.append(body)
            } else {
                settled.append(name)
            }
        }
        return withMissing(settled, known, families)
    }

    /// Adds people to the headings whom nobody found there: *Varga Got More Votes*.
    private func withMissing(_ names: [Name], _ known: Known, _ families: Set<String>) -> [Name] {
        var isFree = isHeading
        for name in names { for token in name.tokens { isFree[token] = false } }
        var all = names
        for part in text.parts where part.kind == .title || part.kind == .heading {
            for found in occurrences(of: known, in: part.tokens) where found.kind == .person {
                let first = found.tokens.lowerBound
                // A family name may be a word that any heading has: *Price Rises*.
                let isSure =
                    found.tokens.count > 1
                    || families.contains(text.lower(first))
                        && text.tokens[first].classes.isDisjoint(with: [.common, .function, .cue])
                guard isSure, found.tokens.allSatisfy({ isFree[$0] && text.tokens[$0].isCapital }) else { continue }
                all.append(named(found.tokens, .person))
            }
        }
        guard all.count > names.count else { return names }
        return all.sorted { $0.tokens.lowerBound < $1.tokens.lowerBound }
    }

    /// Where known names stand in a run of tokens, from left to right, the longest that begins at a token.
    private func occurrences(of known: Known, in run: TokenRange) -> [(tokens: TokenRange, kind: EntityKind)] {
        var found: [(tokens: TokenRange, kind: EntityKind)] = []
        var at = run.lowerBound
        while at < run.upperBound {
            let here = known.entries[text.lower(at)]?.first { entry in
                at + entry.words.count <= run.upperBound
                    && entry.words.indices.allSatisfy { text.lower(at + $0) == entry.words[$0] }
            }
            if let here { found.append((at..<at + here.words.count, here.kind)) }
            at += here?.words.count ?? 1
        }
        return found
    }

    /// The body that a longer name in a heading begins with, which the text below names too or which a verb follows: *Lind
    /// Foundation Gives Money Away*.
    private func body(in name: Name, _ known: Known) -> Name? {
        if let first = occurrences(of: known, in: name.tokens).first, first.kind == .organisation,
            first.tokens.lowerBound == name.tokens.lowerBound, first.tokens.count > 1
        {
            return named(first.tokens, .organisation)
        }
        let verb = name.tokens.dropFirst(2).first { at in
            text.tokens[at - 1].isAny(of: .organisationHead) && isFinite(at)
        }
        return verb.map { named(name.tokens.lowerBound..<$0, .organisation) }
    }

    private func isFinite(_ at: Int) -> Bool {
        if text.tokens[at].classes.contains(.auxiliary) || FiniteVerb.isIrregular(Array(text.lower(at).utf8)[...]) {
            return true
        }
        guard text.tokens[at].entry >= 0 else { return false }
        let entry = text.lexicon.entries[Int(text.tokens[at].entry)]
        return entry.cueVerb >= 0 && entry.verbForm.contains(.third)
    }

    /// The known names in a name of several words, where it is more than one of them; else the name.
    private func parts(of name: Name, _ known: Known) -> [Name] {
        let found = occurrences(of: known, in: name.tokens)
        let people = found.filter { $0.kind == .person }
        let isWhole = found.count == 1 && found[0].tokens == name.tokens
        // *Anna J. Lind* ends as Anna Lind does; *Lind Won* goes on.
        let goesOn = people.contains { $0.tokens.count > 1 || $0.tokens.upperBound < name.tokens.upperBound }
        // *Absent Varga Wins*, where the text has Anna Varga
        let first = text.tokens[name.tokens.lowerBound]
        let isDescribed =
            !first.shape.contains(.dotted) && first.classes.isDisjoint(with: [.givenName, .familyName, .familyNameFirst])
        // *He Won Tarnovia*
        let isClause = text.tokens[name.tokens.lowerBound].classes.contains(.pronoun)
        guard !isWhole, goesOn || isClause || isDescribed && !found.isEmpty else { return [name] }
        return found.map { named($0.tokens, $0.kind) }
    }
}
