import DocumentModel
import EnglishModel

/// Whom *who* and *which* go back to.
extension Speakers {
    /// *Dr. Berg, a surgeon at St. Brendan's in Graz, who was not there, said*: the *who* right behind a place.
    func who(behind name: Name, in mention: TokenRange) -> Int? {
        var at = name.tokens.upperBound
        if at < mention.upperBound, text.tokens[at].kind == .comma { at += 1 }
        return at < mention.upperBound && text.token(at, is: "who") ? at : nil
    }

    /// Whom *who* or *which* stands for: the name right before, or the one whose aside ends there (*Anna Berg, the head of
    /// the council, who*).
    mutating func antecedent(_ who: Int, _ place: Discourse.Place) -> Resolved {
        func found(_ member: Int) -> Resolved {
            Resolved(
                form: .pronoun, member: member, reason: "pronoun:\(text.lower(who))→\(shortName(member))", way: .relative)
        }
        var at = who - 1
        var aside = false
        // *a surgeon at St. Brendan's in Graz, who*
        let isInPlace = who > 1 && phrases.name(at: who - 2).map { $0.kind != .person && $0.kind != .group } ?? false
        while at >= 0, who - at < 25, !text.isQuoted(at) {
            let token = text.tokens[at]
            if let member = member(at: at), !aside || at + 1 < who && text.tokens[at + 1].kind != .clitic {
                let isPerson = cast.members[member].kind == .person
                if !isPerson, isOfDocument(at) { break }
                if isPerson || !text.token(who, is: "who") { return found(member) }
            }
            if token.kind == .stop || token.isAny(of: [.auxiliary, .cue, .relative]) && phrases.nameOf[at] < 0 { break }
            if token.isWord, phrases.nameOf[at] < 0 {
                // Only an aside may lie between: it begins with a determiner after a comma.
                if token.isAny(of: .determiner) {
                    guard at > 0, text.tokens[at - 1].kind == .comma || text.tokens[at - 1].isAny(of: .preposition) else {
                        break
                    }
                } else if !aside, text.tokens[who - 1].kind != .comma || who - at > 2 && !isInPlace {
                    break
                }
                aside = true
            }
            at -= 1
        }
        if text.token(who, is: "who"), let noun = noun(before: who) {
            let head = phrases.head(of: noun)
            if let known = laterNamed(head) { return known }
            // *The mayor, who admits*
            if text.token(noun.lowerBound, is: "the"), text.tokens[who - 1].kind == .comma, head == noun.upperBound - 1,
                let known = holder(noun, head, place)
            {
                return known
            }
        }
        return Resolved(form: .pronoun, member: nil, reason: nil, way: .nobody)
    }
}
