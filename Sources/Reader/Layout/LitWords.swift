import DocumentModel
import Foundation
import Query

/// The words of a filter that are lit where they stand: folded as the library folds them, so that what is lit is what
/// matched.
struct LitWords: Sendable, Equatable {
    /// Words that follow each other; each matches a word that begins with it where `isPrefix`, else the whole word.
    struct Phrase: Sendable, Equatable {
        var words: [String]
        var isPrefix: Bool
    }

    /// What is lit wherever it stands.
    private var phrases: [Phrase] = []
    /// Names: lit in the article under every spelling, in the list also by their last word.
    private var names: [Phrase] = []

    /// Nothing is lit.
    init() {}

    /// What is lit for a filter: all words that must or may be in what it lets through, none that must not.
    init(of filter: Filter) {
        if let condition = filter.condition { collect(condition) }
    }

    /// Whether nothing is lit.
    var isEmpty: Bool { phrases.isEmpty && names.isEmpty }

    private mutating func collect(_ condition: Condition) {
        switch condition {
        case .all(let parts), .any(let parts): parts.forEach { collect($0) }
        case .not, .published, .state, .hasQuotation: break
        case .words(let field, let words):
            let folded = FoldedWord.words(in: words.text[...], from: 0).map(\.text)
            guard !folded.isEmpty else { return }
            let phrase = Phrase(words: folded, isPrefix: words.isPrefix)
            switch field {
            case .anywhere, .title, .quote: phrases.append(phrase)
            case .person, .said, .about, .entity, .organisation, .place: names.append(phrase)
            case .source, .author, .tag: break
            }
        }
    }

    /// Those of an article's actors whom the filter names, under any spelling. Linear in their number.
    func actors(in annotation: Annotation) -> Set<Actor.ID> {
        guard !names.isEmpty else { return [] }
        var found: Set<Actor.ID> = []
        for actor in annotation.actors {
            let isNamed = (actor.aliases + [actor.name]).contains { alias in
                let words = FoldedWord.words(in: alias[...], from: 0)
                return names.contains { phrase in words.indices.contains { matches(phrase, words[$0...]) } }
            }
            if isNamed { found.insert(actor.id) }
        }
        return found
    }

    /// Where something is lit in a title of the list.
    func ranges(inTitle title: String) -> [TextRange] {
        let last = names.map { Phrase(words: Array($0.words.suffix(1)), isPrefix: $0.isPrefix) }
        return ranges(of: phrases + names + last, in: title, 0..<title.utf8.count)
    }

    /// Where something is lit in a part of an article's text, in order, without overlap. Linear in the part.
    func ranges(in text: String, _ range: TextRange) -> [TextRange] {
        ranges(of: phrases + names, in: text, range)
    }

    private func ranges(of phrases: [Phrase], in text: String, _ range: TextRange) -> [TextRange] {
        guard !phrases.isEmpty, !range.isEmpty else { return [] }
        let words = FoldedWord.words(in: text.text(in: range), from: range.lowerBound)
        var found: [TextRange] = []
        for start in words.indices {
            if let last = found.last, words[start].range.lowerBound < last.upperBound { continue }
            for phrase in phrases where matches(phrase, words[start...]) {
                found.append(words[start].range.lowerBound..<words[start + phrase.words.count - 1].range.upperBound)
                break
            }
        }
        return found
    }

    private func matches(_ phrase: Phrase, _ words: ArraySlice<FoldedWord>) -> Bool {
        guard words.count >= phrase.words.count else { return false }
        let last = phrase.words.count - 1
        for (index, wanted) in phrase.words.enumerated() {
            let word = words[words.startIndex + index].text
            let isMatch = index == last && phrase.isPrefix ? word.hasPrefix(wanted) : word == wanted
            if !isMatch { return false }
        }
        return true
    }
}

/// A word of a text without case and diacritics.
struct FoldedWord: Sendable, Equatable {
    /// Where it stands, as UTF-8 offsets.
    var range: TextRange
    /// Its letters and digits, folded.
    var text: String

    /// The words of a text that begins at offset `start`: runs of letters, digits and marks.
    static func words(in text: Substring, from start: Int) -> [FoldedWord] {
        var words: [FoldedWord] = []
        var offset = start
        var beginning = start
        var end = start
        var folded = ""
        var isPlain = true
        for scalar in text.unicodeScalars {
            let width = UTF8.width(scalar)
            let isPart: Bool
            if scalar.value < 0x80 {
                let byte = UInt8(scalar.value)
                isPart = (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20)
                if isPart { folded.unicodeScalars.append(Unicode.Scalar(byte < 0x41 ? byte : byte | 0x20)) }
            } else {
                isPart =
                    scalar.properties.isAlphabetic || scalar.properties.numericType != nil
                    || (scalar.properties.generalCategory == .nonspacingMark && !folded.isEmpty)
                if isPart {
                    folded.unicodeScalars.append(scalar)
                    isPlain = false
                }
            }
            if isPart { end = offset + width } else { finish() }
            offset += width
            if folded.isEmpty { beginning = offset }
        }
        finish()
        return words

        func finish() {
            guard !folded.isEmpty else { return }
            // Only words beyond ASCII need the tables.
            let text = isPlain ? folded : folded.folding(options: [.diacriticInsensitive, .caseInsensitive], locale: nil)
            words.append(FoldedWord(range: beginning..<end, text: text))
            folded = ""
            isPlain = true
        }
    }
}
