/// Letters that stand after a person's name and are no part of it.
extension AnalysedText {
    /// Whether a token is such letters: *Anna Berg KC*.
    func isHonour(_ at: Int) -> Bool {
        tokens[at].shape.contains(.allCapitals) && tokens[at].range.count < 5
            && Self.honours.contains { token(at, is: $0) }
    }

    private static let honours: [StaticString] = [
        "kc", "qc", "sc", "mp", "msp", "mep", "td", "bl", "mbe", "obe", "cbe", "esq", "md", "phd",
    ]
}
