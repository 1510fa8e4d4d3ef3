@testable import Annotator
import DocumentModel
import Testing

@Suite("Words that are known from other texts")
struct VocabularyTests {
    private func analysed(_ text: String, _ vocabulary: inout Vocabulary) -> (text: AnalysedText, sketches: WordSketches) {
        AnalysedText.read(text, blocks: [(0..<text.utf8.count, .paragraph)], &vocabulary)
    }

    private static let texts = [
        "Anna Berg said the harbour of Stennby, an internationalisation-minded town, was closed in 1998.",
        "The harbour was closed, Berg said; “the 1990s were good to Stennby.”",
        (0..<400).map { "word\($0) Name\($0) said" }.joined(separator: " "),
    ]

    @Test("A text is the same whatever was read before it, however much is kept", arguments: [0, 4, 64, 4096])
    func same(room: Int) {
        var vocabulary = Vocabulary(room: room)
        for text in Self.texts + Self.texts.reversed() {
            let (known, sketches) = analysed(text, &vocabulary)
            let (alone, others) = AnalysedText.read(text, blocks: [(0..<text.utf8.count, .paragraph)])
            #expect(known.tokens.map(\.range) == alone.tokens.map(\.range))
            #expect(known.tokens.map(\.entry) == alone.tokens.map(\.entry))
            #expect(known.tokens.map(\.classes) == alone.tokens.map(\.classes))
            #expect(known.tokens.map(\.shape.rawValue) == alone.tokens.map(\.shape.rawValue))
            #expect(sketches.words == others.words)
        }
    }

    @Test("A word that is kept has one number in all texts, and no two words have the same")
    func numbers() {
        var vocabulary = Vocabulary(room: 4096)
        var words: [Int32: String] = [:]
        for text in Self.texts + Self.texts {
            let (known, sketches) = analysed(text, &vocabulary)
            for at in known.tokens.indices {
                let id = sketches.ids[known.tokens.number(of: at)]
                #expect(words[id, default: known.string(of: at)] == known.string(of: at))
                words[id] = known.string(of: at)
            }
        }
        let harbours = words.filter { $0.value == "harbour" }
        #expect(harbours.count == 1)
    }

    @Test("Names are the same whatever was read before")
    func names() {
        var vocabulary = Vocabulary(room: 64)
        for text in Self.texts + Self.texts.reversed() {
            let (read, sketches) = analysed(text, &vocabulary)
            let known = LearnedNames.names(in: read, sketches, remembering: &vocabulary.weights)
            let (own, others) = AnalysedText.read(text, blocks: [(0..<text.utf8.count, .paragraph)])
            let alone = LearnedNames.names(in: own, others)
            #expect(known.map(\.tokens) == alone.map(\.tokens))
            #expect(known.map(\.kind) == alone.map(\.kind))
        }
    }
}
