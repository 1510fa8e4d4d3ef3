@testable import Annotator
import DocumentModel
import EnglishModel
import Testing

@Suite("Sketches of words")
struct WordSketchesTests {
    private static let words =
        "\"Yes,\" he said: 12 of the U.S. men and 12 Men said yes; Yes! MEN's — O'Brien-Smith (née Østergård) paid $12.50."

    @Test("Each token has the sketch that it would have alone", arguments: [1, 60])
    func same(times: Int) {
        // Many different words, so that the table of words has to grow.
        let text = (0..<times).map { "\(Self.words) word\($0)x Name\($0)y" }.joined(separator: " ")
        let (analysed, sketches) = AnalysedText.read(text, blocks: [(0..<text.utf8.count, .paragraph)])
        var room: [UInt8] = []
        for at in analysed.tokens.indices {
            let alone = WordSketch(analysed.tokens.word(of: at), analysed.bytes(of: at), .english, &room)
            #expect(sketches[at] == alone, "\(analysed.string(of: at))")
        }
        #expect(sketches[-1] == WordSketch())
        #expect(sketches[analysed.tokens.count] == WordSketch())
    }

    @Test("Spellings with and without capitals are two words of one number")
    func folded() {
        let text = "Men and men and MEN and women"
        let (_, sketches) = AnalysedText.read(text, blocks: [(0..<text.utf8.count, .paragraph)])
        #expect(Set([0, 2, 4].map { sketches.foldedNumber(of: $0) }).count == 1)
        #expect(Set([0, 2, 4].map { sketches.number(of: $0) }).count == 3)
        #expect(sketches.foldedNumber(of: 6) != sketches.foldedNumber(of: 0))
        #expect(sketches.foldedCount == 3)
    }
}
