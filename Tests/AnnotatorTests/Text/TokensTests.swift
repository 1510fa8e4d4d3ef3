@testable import Annotator
import DocumentModel
import Testing

@Suite("Words of tokens")
struct TokensTests {
    private func analysed(_ text: String) -> AnalysedText {
        AnalysedText(text, blocks: [(0..<text.utf8.count, .paragraph)])
    }

    @Test("Tokens of the same bytes are of one word, others are not")
    func words() {
        let text = analysed("The harbour, the harbour and the harbours: The harbourmasters' harbourmaster.")
        let numbers = text.tokens.map(\.number)
        for (one, number) in numbers.enumerated() {
            for (other, otherNumber) in numbers.enumerated() {
                #expect((number == otherNumber) == text.bytes(of: one).elementsEqual(text.bytes(of: other)))
            }
        }
    }

    @Test("Read in two ways, the same bytes are two words: the s of 1990s and the letter")
    func readings() throws {
        let text = analysed("s 1990s")
        let letters = text.tokens.indices.filter { text.string(of: $0) == "s" }.map { text.tokens[$0] }
        #expect(letters.map(\.kind) == [.word, .clitic])
        #expect(Set(letters.map(\.number)).count == 2)
    }

    @Test("White space is the token's own, all else the word's")
    func spaces() {
        let text = analysed("Berg (Berg) Berg")
        let names = text.tokens.indices.filter { text.string(of: $0) == "Berg" }.map { text.tokens[$0] }
        #expect(names.map { $0.shape.contains(.spaceBefore) } == [true, false, true])
        #expect(Set(names.map(\.number)).count == 1)
    }

    @Test("However many words there are, each token keeps its bytes", arguments: [10, 5000])
    func many(count: Int) {
        let words = (0..<count).map { "w\($0 % 3000)" + String(repeating: "x", count: $0 % 13) }
        let text = analysed(words.joined(separator: " "))
        #expect(text.tokens.indices.map { text.string(of: $0) } == words)
        #expect(text.tokens.words.count == Set(words).count)
    }

    @Test(
        "A token is compared with a word whatever its case",
        arguments: [
            ("The", "the", true), ("WHO", "who", true), ("whom", "who", false), ("Reported", "reported", true),
            ("reporter", "reported", false), ("élan", "elan", false), ("a", "a", true), ("she's", "'s", true),
        ])
    func compared(token: String, word: String, isSame: Bool) throws {
        let known: [String: StaticString] = [
            "the": "the", "who": "who", "reported": "reported", "elan": "elan", "a": "a", "'s": "'s",
        ]
        let text = analysed("it \(token)")
        #expect(text.token(text.tokens.count - 1, is: try #require(known[word])) == isSame)
    }

    @Test("The longest phrase of the lists that ends in time", arguments: [(2, 0), (3, 2), (4, 3), (5, 3)])
    func phrases(end: Int, count: Int) {
        let text = analysed("the chief executive officer said")
        #expect(text.phrase(at: 1, before: end)?.count ?? 0 == count)
        #expect(text.phrase(at: 4, before: 5)?.count == nil)
    }
}
