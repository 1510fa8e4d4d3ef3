/// What a filter is made of, with places.
struct FilterToken: Equatable {
    enum Kind: Equatable {
        case open, close, or, and, not
        /// A word as it stands, without the stars at its end.
        case word(String)
        /// Words in quotation marks; whether the mark that closes them is there, and whether a star follows it.
        case phrase(String, isClosed: Bool, isStarred: Bool)
        /// A field's name and its colon.
        case field(String)
        /// A saved filter's name, without the `@` before it.
        case saved(String)
    }

    var kind: Kind
    var range: Range<Int>
    /// Whether no white space stands before it.
    var isAttached: Bool
}

/// Takes a filter apart. Any text is made of tokens; what they mean together is the parser's to judge.
struct FilterLexer {
    private let scalars: [Unicode.Scalar]
    private var index = 0
    private var offset = 0

    init(_ text: String) { scalars = Array(text.unicodeScalars) }

    static func tokens(of text: String) -> [FilterToken] {
        var lexer = FilterLexer(text)
        var tokens: [FilterToken] = []
        while let token = lexer.next() { tokens.append(token) }
        return tokens
    }

    private var current: Unicode.Scalar? { index < scalars.count ? scalars[index] : nil }
    private var following: Unicode.Scalar? { index + 1 < scalars.count ? scalars[index + 1] : nil }

    private mutating func advance() {
        offset += UTF8.width(scalars[index])
        index += 1
    }

    private mutating func next() -> FilterToken? {
        let start = index
        while let scalar = current, scalar.properties.isWhitespace { advance() }
        guard let scalar = current else { return nil }
        let isAttached = index == start && index > 0
        let from = offset
        let kind: FilterToken.Kind
        switch scalar {
        case "(":
            advance()
            kind = .open
        case ")":
            advance()
            kind = .close
        case "\"": kind = phrase(closedBy: ["\""])
        case "“", "„", "”": kind = phrase(closedBy: ["”", "“"])
        case "-" where following.map { !$0.properties.isWhitespace } ?? true:
            advance()
            kind = .not
        default: kind = word()
        }
        return FilterToken(kind: kind, range: from..<offset, isAttached: isAttached)
    }

    /// Words in marks; the mark twice is the mark itself.
    private mutating func phrase(closedBy marks: Set<Unicode.Scalar>) -> FilterToken.Kind {
        advance()
        var text = String.UnicodeScalarView()
        while let scalar = current {
            advance()
            guard marks.contains(scalar) else {
                text.append(scalar)
                continue
            }
            guard scalar == "\"", current == "\"" else {
                let isStarred = current == "*"
                while current == "*" { advance() }
                return .phrase(String(text), isClosed: true, isStarred: isStarred)
            }
            text.append(scalar)
            advance()
        }
        return .phrase(String(text), isClosed: false, isStarred: false)
    }

    private mutating func word() -> FilterToken.Kind {
        var text = String.UnicodeScalarView()
        while let scalar = current, !scalar.properties.isWhitespace, !FilterLexer.endsWord.contains(scalar) {
            if scalar == ":", FilterLexer.isName(text) {
                advance()
                return .field(String(text))
            }
            text.append(scalar)
            advance()
        }
        while text.last == "*" { text.removeLast() }
        switch String(text) {
        case "OR": return .or
        case "AND": return .and
        case "NOT": return .not
        case let word where word.first == "@" && SavedFilters.isName(String(word.dropFirst())):
            return .saved(String(word.dropFirst()))
        case let word: return .word(word)
        }
    }

    static let endsWord: Set<Unicode.Scalar> = ["(", ")", "\"", "“", "„", "”"]

    /// Whether a colon after this makes it a field: letters alone. `10:30` is a word.
    private static func isName(_ text: String.UnicodeScalarView) -> Bool {
        !text.isEmpty && text.allSatisfy { ("a"..."z").contains($0) || ("A"..."Z").contains($0) }
    }
}
