/// What may be written at a place of a filter.
public struct FilterCompletion: Sendable, Equatable {
    /// One thing that may be written.
    public struct Candidate: Sendable, Equatable {
        /// What stands in the filter when it is taken: `said:`, `"Ana Ruiz"`. A space belongs behind it unless it ends in `:`.
        public var text: String
        /// What a list of candidates shows: the name without marks.
        public var label: String
        /// What it means, or how often it is there.
        public var detail: String

        /// Something that may be written.
        public init(text: String, label: String, detail: String) {
            self.text = text
            self.label = label
            self.detail = detail
        }
    }

    /// The UTF-8 range that a candidate takes the place of.
    public var range: Range<Int>
    /// What may stand there, the likeliest first; empty where nothing is to be suggested.
    public var candidates: [Candidate]
}

/// Names that a library knows, for a completion.
public struct FilterSuggestion: Sendable, Equatable {
    /// The name.
    public var name: String
    /// How often it is there, in words: `12 quotations`.
    public var detail: String

    /// A name that may be completed to.
    public init(_ name: String, detail: String) {
        self.name = name
        self.detail = detail
    }
}

extension FilterCompletion {
    /// What may be written at `caret`, an offset into the UTF-8 of `text`: fields, values of `is:`, `has:`, `sort:` and
    /// `date:`, saved filters, and for fields of names what `names` gives.
    ///
    /// - Parameter names: people, bodies, outlets, authors and tags of a field that begin like the given words, the likeliest
    ///   first; the words may be empty.
    public init(
        of text: String, caret: Int, saved: SavedFilters = .none, names: (Field, String) -> [FilterSuggestion]
    ) {
        let caret = max(0, min(caret, text.utf8.count))
        let tokens = FilterLexer.tokens(of: text)
        let here = Place(tokens, caret)
        let typed = text.text(from: here.range.lowerBound, to: min(caret, here.range.upperBound))
        range = here.range
        switch here.kind {
        case .nothing: candidates = []
        case .word:
            candidates = typed.first == "@" ? Self.savedFilters(saved, String(typed.dropFirst())) : Self.fields(typed)
            if typed.isEmpty { candidates += Self.savedFilters(saved, "") }
        case .value(let name):
            let words = typed.drop { "\"“„”".contains($0) }
            candidates = FieldName(name.lowercased()).map { Self.values($0, String(words), names) } ?? []
        }
    }

    private static func fields(_ typed: String) -> [Candidate] {
        let typed = typed.lowercased()
        return FieldName.all.filter { $0.name.hasPrefix(typed) }.map {
            Candidate(text: $0.name + ":", label: $0.name + ":", detail: $0.summary)
        }
    }

    private static func savedFilters(_ saved: SavedFilters, _ typed: String) -> [Candidate] {
        saved.entries.filter { $0.name.lowercased().hasPrefix(typed.lowercased()) }.map {
            Candidate(text: "@" + $0.name, label: "@" + $0.name, detail: $0.text)
        }
    }

    private static func values(_ field: FieldName, _ typed: String, _ names: (Field, String) -> [FilterSuggestion])
        -> [Candidate]
    {
        if case .words(let words) = field {
            return names(words, typed).map {
                let text = Words($0.name, isPrefix: false).written
                return Candidate(text: text, label: $0.name, detail: $0.detail)
            }
        }
        // What stands before the part that is being written stays: `>`, `2024..`, the `-` of a reversed order.
        var before = ""
        var rest = typed
        switch field {
        case .date:
            if let dots = rest.rangeOfDots {
                before = String(rest[..<dots.upperBound])
                rest = String(rest[dots.upperBound...])
            } else {
                before = String(rest.prefix { "<>=".contains($0) })
                rest = String(rest.dropFirst(before.count))
            }
        case .sort where rest.hasPrefix("-"):
            before = "-"
            rest = String(rest.dropFirst())
        case .words, .state, .has, .sort: break
        }
        let isBare = before.isEmpty
        return field.values.filter { value in
            guard value.value.hasPrefix(rest.lowercased()) else { return false }
            // A length of time is a span of its own.
            return isBare || field != .date || value.value.first?.isNumber != true
        }.map {
            let meaning = field == .sort && before == "-" ? reversed($0.value) : $0.meaning
            return Candidate(text: before + $0.value, label: before + $0.value, detail: meaning)
        }
    }

    private static func reversed(_ key: String) -> String {
        ListOrder.Key(rawValue: key).map { ListOrder($0, isReversed: true).meaning } ?? ""
    }

    /// What stands at the caret.
    private struct Place {
        enum Kind {
            /// A word outside of fields, or the beginning of one.
            case word
            /// What follows the colon of this field.
            case value(String)
            /// A place where nothing can be suggested.
            case nothing
        }
        var kind: Kind
        var range: Range<Int>

        init(_ tokens: [FilterToken], _ caret: Int) {
            // The token in which the caret stands, or behind which it stands.
            guard let index = tokens.lastIndex(where: { $0.range.lowerBound < caret && caret <= $0.range.upperBound })
            else {
                (kind, range) = (.word, caret..<caret)
                return
            }
            let token = tokens[index]
            let (field, first) = Self.field(before: index, tokens)
            switch token.kind {
            case .field(let name):
                // Behind the colon its value begins, inside the name the name goes on.
                if caret == token.range.upperBound {
                    (kind, range) = (.value(name), caret..<Self.end(ofValueFrom: index + 1, tokens, caret))
                } else {
                    (kind, range) = (.word, token.range)
                }
            case .word, .saved:
                kind = field.map { .value($0) } ?? .word
                range = first.map { tokens[$0].range.lowerBound..<token.range.upperBound } ?? token.range
            case .phrase(_, let isClosed, _):
                let isInside = !isClosed || caret < token.range.upperBound
                kind = isInside ? field.map { .value($0) } ?? .nothing : .nothing
                range = token.range
            case .not:
                kind = field.map { .value($0) } ?? .word
                range = field == nil ? caret..<caret : token.range
            case .open: (kind, range) = (.word, caret..<caret)
            case .close: (kind, range) = (.nothing, caret..<caret)
            case .or, .and: (kind, range) = (.nothing, token.range)
            }
        }

        /// The field whose value the token is part of, and the value's first token.
        private static func field(before index: Int, _ tokens: [FilterToken]) -> (name: String?, first: Int?) {
            var first = index
            while first > 0, tokens[first].isAttached {
                if case .field(let name) = tokens[first - 1].kind { return (name, first) }
                guard tokens[first - 1].kind == .not else { break }
                first -= 1
            }
            return (nil, nil)
        }

        private static func end(ofValueFrom index: Int, _ tokens: [FilterToken], _ caret: Int) -> Int {
            guard tokens.indices.contains(index), tokens[index].isAttached, tokens[index].isValue else { return caret }
            return tokens[index].range.upperBound
        }
    }
}

extension String {
    /// The text between two UTF-8 offsets.
    fileprivate func text(from start: Int, to end: Int) -> String {
        String(decoding: Array(utf8)[min(start, end)..<end], as: UTF8.self)
    }
}
