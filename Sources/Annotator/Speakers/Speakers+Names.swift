import DocumentModel
import EnglishModel

/// Names by place, and beside each other.
extension Speakers {
    /// The last name that begins before a token; -1 for none.
    func lastName(before token: Int) -> Int { firstName(from: token) - 1 }

    /// The first name that begins at a token or after it, by binary search.
    func firstName(from token: Int) -> Int {
        var low = 0
        var high = names.count
        while low < high {
            let middle = (low + high) / 2
            if names[middle].tokens.lowerBound < token { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// Whether a name in apposition begins after a comma, with nothing but its roles between: not *the study, in Polar Notes*.
    func followsComma(_ name: Name, in mention: TokenRange) -> Bool {
        var at = (name.title?.lowerBound ?? name.tokens.lowerBound) - 1
        while at > mention.lowerBound, text.tokens[at].isWord && !text.tokens[at].isAny(of: .preposition) || isHyphen(at) {
            at -= 1
        }
        return at > mention.lowerBound && text.tokens[at].kind == .comma
    }

    /// *the French-Lebanese actor*
    private func isHyphen(_ at: Int) -> Bool {
        text.bytes(of: at).elementsEqual("-".utf8) && !text.tokens[at].shape.contains(.spaceBefore)
    }

    /// *Norway and Chile*: the name that *and* joins to one.
    func coordinated(before name: Name, in mention: TokenRange) -> Name? {
        let first = name.title?.lowerBound ?? name.tokens.lowerBound
        guard first - 2 >= mention.lowerBound, text.token(first - 1, is: "and"),
            let other = phrases.name(at: first - 2), other.tokens.upperBound == first - 1
        else { return nil }
        return other
    }
}
