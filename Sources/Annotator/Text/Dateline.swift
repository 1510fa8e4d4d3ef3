import EnglishModel

/// Where and when a report was written, in front of its first words: *LYON, France, May 3 (Northern Wire) — *.
enum Dateline {
    /// Longer ones are none.
    private static let longest = 24

    /// Past a block's dateline, its dash included; nil for a block that begins without one.
    ///
    /// It begins with a place in capitals or one that the lists know, holds nothing but names, dates and brackets, and ends
    /// in a dash. *NATO – the alliance – said* is none: what its dash opens, another closes.
    static func end(_ tokens: Tokens, _ block: TokenRange) -> Int? {
        guard block.count > 3 else { return nil }
        let first = tokens[block.lowerBound]
        guard first.isWord, first.isCapital else { return nil }
        let isShouted = first.shape.contains(.allCapitals)
        guard isShouted || first.classes.contains(.place) else { return nil }
        var isSure = false
        for at in block.lowerBound + 1..<min(block.upperBound - 1, block.lowerBound + longest) {
            let token = tokens[at]
            switch token.kind {
            case .dash:
                guard token.shape.contains(.spaceBefore) || tokens[at - 1].kind == .closeBracket else { return nil }
                guard isShouted || isSure, isSure || !hasDash(tokens, at + 1..<block.upperBound) else { return nil }
                return at + 1
            case .openBracket, .closeBracket, .number: isSure = true
            // *ZARICHNA. Oct 14 (Promin) –*
            case .stop where isShouted && at == block.lowerBound + 1: break
            case .comma: if isShouted { isSure = true }
            case .word where token.isCapital || token.isAny(of: [.joiner, .particle, .month]):
                if token.isAny(of: [.month, .weekday]) { isSure = true }
            case .symbol, .clitic: break
            default: return nil
            }
        }
        return nil
    }

    private static func hasDash(_ tokens: Tokens, _ run: TokenRange) -> Bool {
        run.prefix(40).contains { tokens[$0].kind == .dash }
    }
}
