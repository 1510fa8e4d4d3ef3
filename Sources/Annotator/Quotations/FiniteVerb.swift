import EnglishModel

/// Verbs whose finite forms no ending tells.
enum FiniteVerb {
    /// Whether a word, in lower case, is such a form and seldom anything else.
    static func isIrregular(_ bytes: ArraySlice<UInt8>) -> Bool {
        bytes.count <= 8 && irregular.value(of: bytes) != nil
    }

    private static let irregular: ByteTable = {
        var table = ByteTable(capacity: words.count)
        for word in words { _ = table.value(of: Array(word.utf8)[...], orStore: 1) }
        return table
    }()

    private static let words = """
        won went came got made took gave ran lost began became knew saw met kept held brought built left felt broke
        fell grew rose drove chose stood sent spent paid put cut set hit shot fought bought sold caught heard found needs
        means makes takes goes comes gets gives looks seems remains wants works plans depends sank sat sang drank swam
        threw blew flew drew wore tore swore bore froze stole woke hid slid bit shook forgot forgave understood withdrew
        overcame struck stuck swung hung dug fled bled bred fed sped slept swept wept dealt meant burnt learnt lent bent
        taught sought laid lay rode wrote spoke arose beat spread shut quit cost hurt split has was were had did does is
        are
        """.split { $0 == " " || $0 == "\n" }
}

extension Clauses {
    /// Whether a finite verb seems to follow before the clause ends. Looks at few tokens, so that texts stay linear.
    func hasFiniteVerb(_ start: Int, _ end: Int) -> Bool {
        var at = start
        let last = min(end, start + 40)
        while at < last {
            if text.isQuoted(at) {
                // A verb may stand inside the marks: *said the plan "will fail"*.
                at = min(last, text.quoted[Int(text.quoteOf[at])].tokens.upperBound)
                if at > start + 1 { return true }
                continue
            }
            let token = text.tokens[at]
            if token.kind == .clitic, at > start,
                text.tokens[at - 1].isAny(of: [.pronoun, .relative]) || text.token(at - 1, is: "there")
                    || text.token(at - 1, is: "that")
            {
                return true
            }
            if token.isWord, phrases.nameOf[at] < 0, at > start {
                if token.classes.contains(.auxiliary) { return true }
                if token.classes.contains(.cue), token.entry >= 0,
                    !text.lexicon.entries[Int(token.entry)].verbForm.isDisjoint(with: [.past, .third]),
                    !text.tokens[at - 1].isAny(of: [.determiner, .possessive, .preposition])
                {
                    return true
                }
                let before = text.tokens[at - 1]
                let bytes = text.bytes(of: at)
                if before.isAny(of: .pronoun), before.classes.contains(.subjectPronoun) || phrases.nameOf[at - 1] >= 0,
                    !token.isAny(of: .function), !token.classes.contains(.adverb), !isManner(at)
                {
                    return true
                }
                if bytes.count > 3, bytes.suffix(2).elementsEqual("ed".utf8), !token.isAny(of: [.number, .magnitude]),
                    !before.isAny(of: [.determiner, .possessive, .preposition, .conjunction])
                {
                    return true
                }
                if !token.isCapital, bytes.last == UInt8(ascii: "s"), bytes.count > 3,
                    !token.isAny(
                        of: .function.union([.people, .body, .document, .time, .number, .adverb, .magnitude, .currency])),
                    phrases.nameOf[at - 1] >= 0 || before.isAny(of: [.role, .body]),
                    !text.tokens[at - 1].classes.contains(.demonym)
                {
                    return true
                }
                if FiniteVerb.isIrregular(bytes) { return true }
            }
            at += 1
        }
        return false
    }

    /// Whether an infinitive may stand at a token; past the last one none does.
    func isBaseVerb(_ at: Int) -> Bool {
        guard at < text.tokens.count else { return false }
        let token = text.tokens[at]
        guard token.isWord, !token.isCapital, phrases.nameOf[at] < 0 else { return false }
        if text.isQuoted(at) { return true }
        return !token.isAny(of: [.determiner, .possessive, .pronoun, .preposition, .number, .people])
            || token.isAny(of: [.auxiliary])
    }
}
