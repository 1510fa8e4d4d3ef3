import DocumentModel
import EnglishModel

/// What tells how sure a speaker is.
extension Speakers {
    /// The features of ``Certainty`` that are there.
    func certainty(of resolved: Resolved?, _ report: Report) -> [Int] {
        guard let resolved else { return [Certainty.way + Certainty.Way.missing.rawValue] }
        var features = [Certainty.way + resolved.way.rawValue]
        let tie =
            switch report.tie {
            case .cue: 0
            case .accordingTo: 1
            case .colon: 2
            case .turn: 3
            case .none: 4
            }
        features.append(Certainty.tie + tie)
        if report.isImplied { features.append(Certainty.implied) }
        if report.isWeak { features.append(Certainty.weak) }
        if report.isThought { features.append(Certainty.thought) }
        if resolved.way == .pronoun || resolved.way == .salience {
            let steps = [16, 32, 64, 96, 160, 256, 384]
            features.append(Certainty.margin + (steps.firstIndex { resolved.margin < $0 } ?? 7))
            features.append(Certainty.distance + (resolved.distance < 2 ? 0 : resolved.distance < 6 ? 1 : 2))
        }
        if let pronoun = resolved.pronoun, resolved.way == .pronoun {
            features.append(Certainty.setting + pronoun.setting.rawValue - 1)
            let step = [64, 160, 320].firstIndex { resolved.margin < $0 } ?? 3
            features.append(Certainty.settingMargin + (pronoun.setting.rawValue - 1) * 4 + step)
            if resolved.isAlone { features.append(Certainty.lone) }
        }
        if let words = report.speaker { features += signs(of: words, resolved) }
        if let number = resolved.member, cast.members[number].kind == .person {
            let member = cast.members[number]
            if member.words.count == 1 { features.append(Certainty.inShort) }
            if cast.hasNamesake(number) { features.append(Certainty.namesake) }
            if let pronoun = resolved.pronoun, resolved.way == .pronoun {
                features.append(
                    Certainty.gender
                        + (member.gender == .unknown
                            ? 2 : member.gender != pronoun.gender ? 3 : member.isGenderSure ? 0 : 1))
            }
        }
        return features
    }

    /// What the words for a speaker look like, and what is known of the one they stand for.
    private func signs(of mention: TokenRange, _ resolved: Resolved) -> [Int] {
        let head = phrases.head(of: mention)
        let first = text.tokens[mention.lowerBound]
        let article =
            text.token(mention.lowerBound, is: "the")
            ? 0
            : text.token(mention.lowerBound, is: "a") || text.token(mention.lowerBound, is: "an")
                ? 1 : first.isAny(of: .possessive) ? 2 : 3
        var features = [
            Certainty.head + kind(of: head).rawValue, Certainty.article + article,
            Certainty.length + (mention.count < 3 ? mention.count - 1 : mention.count < 6 ? 2 : 3),
        ]
        if let number = resolved.member {
            let names = cast.members[number].mentions.count
            features.append(Certainty.known + (names < 2 ? 0 : names < 4 ? 1 : names < 9 ? 2 : 3))
            features.append(Certainty.kind + (cast.members[number].kind == .person ? 0 : 1))
        } else {
            features.append(Certainty.kind + 2)
        }
        if mention.contains(where: { phrases.nameOf[$0] >= 0 && phrases.nameOf[$0] != phrases.nameOf[head] }) {
            features.append(Certainty.shared)
        }
        if isInHeading(mention.lowerBound) { features.append(Certainty.inHeading) }
        return features
    }

    private func isInHeading(_ token: Int) -> Bool {
        var low = 0
        var high = text.parts.count
        while low < high {
            let middle = (low + high) / 2
            if text.parts[middle].tokens.upperBound <= token { low = middle + 1 } else { high = middle }
        }
        return low < text.parts.count && (text.parts[low].kind == .title || text.parts[low].kind == .heading)
    }

    private func kind(of head: Int) -> Certainty.Head {
        if let name = phrases.name(at: head) {
            return switch name.kind {
            case .person: .person
            case .organisation: .body
            case .location, .facility: .place
            case .group: .group
            default: .other
            }
        }
        let token = text.tokens[head]
        if token.classes.contains(.people) { return .people }
        if token.isAny(of: [.pronoun, .relative]) { return .pronoun }
        if token.isAny(of: [.role, .title, .voice, .relation]) { return .role }
        if token.isAny(of: [.body, .outletNoun]) { return .bodyNoun }
        return token.classes.contains(.document) ? .document : .other
    }
}
