public import DocumentModel

extension Filter {
    /// What a filter looks for in one kind of text, ready to be lit: make it once for a filter, use it for every row.
    public struct Highlighter: Sendable {
        fileprivate struct Term: Sendable {
            var words: [[UInt8]]
            var isPrefix: Bool
        }
        fileprivate var terms: [Term]

        /// Whether nothing is looked for.
        public var isEmpty: Bool { terms.isEmpty }

        /// Where the filter's words stand in a text: UTF-8 ranges in their order, without overlap. Of a word that is only
        /// begun the beginning is lit. Linear in the text's length.
        public func ranges(in text: String) -> [TextRange] {
            guard !terms.isEmpty else { return [] }
            var found: [TextRange] = []
            // The words seen so far, as far back as the longest phrase goes.
            var recent: [(range: TextRange, folded: [UInt8])] = []
            let longest = terms.map(\.words.count).max() ?? 1
            TextFold.forEachWord(in: text) { range, folded in
                recent.append((range, Array(folded)))
                if recent.count > longest { recent.removeFirst() }
                for term in terms where term.ends(recent) {
                    let first = recent[recent.count - term.words.count].range.lowerBound
                    let isPart = term.isPrefix && folded.count > (term.words.last?.count ?? 0)
                    let end =
                        isPart
                        ? range.lowerBound + Self.length(of: term.words.last ?? [], at: range, in: text) : range.upperBound
                    found.append(first..<end)
                }
            }
            return Self.merged(found)
        }

        /// How many bytes of the word in `range` fold to `prefix`, the marks on its last letter among them.
        private static func length(of prefix: [UInt8], at range: TextRange, in text: String) -> Int {
            var left = prefix.count
            var length = 0
            for scalar in text.text(in: range).unicodeScalars {
                switch TextFold.fold(scalar) {
                case .letter(let letter):
                    if left <= 0 { return length }
                    left -= UTF8.width(letter)
                case .diacritic, .separator: break
                }
                length += UTF8.width(scalar)
            }
            return length
        }

        private static func merged(_ ranges: [TextRange]) -> [TextRange] {
            var merged: [TextRange] = []
            for range in ranges.sorted(by: { ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound) }) {
                if let last = merged.last, range.lowerBound < last.upperBound {
                    merged[merged.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
                } else {
                    merged.append(range)
                }
            }
            return merged
        }
    }

    /// What a filter can look for in.
    public enum Place: Sendable, Hashable, CaseIterable {
        /// A title, in a list or over a text.
        case title
        /// An article's text.
        case text
        /// A quotation's words.
        case quotation
        /// The name of somebody who is quoted.
        case speaker
        /// The name of an outlet.
        case source

        fileprivate func takes(_ field: Field) -> Bool {
            switch self {
            case .title: [.anywhere, .title, .person, .entity, .organisation, .place].contains(field)
            case .text: [.anywhere, .person, .said, .about, .entity, .organisation, .place].contains(field)
            case .quotation: [.anywhere, .quote, .about, .person, .entity, .organisation, .place].contains(field)
            case .speaker: [.anywhere, .person, .said, .entity].contains(field)
            case .source: [.anywhere, .source].contains(field)
            }
        }
    }

    /// What to light in texts of this kind; what the filter excludes is not looked for.
    public func highlighter(for place: Place) -> Highlighter {
        var terms: [Highlighter.Term] = []
        for (field, words) in positiveWords where place.takes(field) {
            let folded = TextFold.words(of: words.text).map { Array($0.folded.utf8) }
            if !folded.isEmpty { terms.append(Highlighter.Term(words: folded, isPrefix: words.isPrefix)) }
        }
        return Highlighter(terms: terms)
    }

    /// The words that the filter looks for, with their fields, in their order; not those under a negation.
    public var positiveWords: [(field: Field, words: Words)] { condition?.positiveWords ?? [] }
}

extension Condition {
    fileprivate var positiveWords: [(field: Field, words: Words)] {
        switch self {
        case .words(let field, let words): [(field, words)]
        case .all(let parts), .any(let parts): parts.flatMap(\.positiveWords)
        case .not, .published, .state, .hasQuotation: []
        }
    }
}

extension Filter.Highlighter.Term {
    /// Whether the last of these words end as the term does.
    fileprivate func ends(_ recent: [(range: TextRange, folded: [UInt8])]) -> Bool {
        guard recent.count >= words.count, let last = words.last, let newest = recent.last else { return false }
        guard isPrefix ? newest.folded.starts(with: last) : newest.folded == last else { return false }
        var index = recent.count - words.count
        for word in words.dropLast() {
            guard recent[index].folded == word else { return false }
            index += 1
        }
        return true
    }
}
