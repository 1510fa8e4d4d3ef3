extension Filter {
    /// The filter's text of the words of a command line, from which the shell has taken quotation marks: `said:"Ana Ruiz"`
    /// arrives as `said:Ana Ruiz`, and means the whole name. A word that is a filter of its own (`said:ruiz is:unread`) stays
    /// one.
    public static func text(ofArguments words: [String]) -> String {
        words.map(quoted).joined(separator: " ")
    }

    private static func quoted(_ word: String) -> String {
        guard word.unicodeScalars.contains(where: \.properties.isWhitespace) else { return word }
        var tokens = FilterLexer.tokens(of: word)[...]
        let isNegated = tokens.first?.kind == .not
        if isNegated { tokens = tokens.dropFirst() }
        guard case .field(let name) = tokens.first?.kind, let field = FieldName(name.lowercased()) else { return word }
        var value: [String] = []
        for token in tokens.dropFirst() {
            guard case .word(let text) = token.kind else { return word }
            value.append(text)
        }
        let words = value.joined(separator: " ")
        switch field {
        case .words where value.count > 1: break
        case .date where (try? DateSpan(parsing: words)) != nil: break
        case .words, .date, .state, .has, .sort: return word
        }
        return (isNegated ? "-" : "") + name + ":\"" + words + "\""
    }
}
