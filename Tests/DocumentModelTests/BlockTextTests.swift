import DocumentModel
import Testing

@Suite struct BlockTextTests {
    @Test(arguments: [
        ("one line", "one line"),
        ("told\nRussia-1: \"Yes", "told Russia-1: \"Yes"),
        ("Kyiv is \"\nwilling and ready", "Kyiv is \"willing and ready"),
        ("he said.\"\nThen he left", "he said.\" Then he left"),
        ("“\nwilling", "“willing"),
        ("two  spaces\u{A0} and\ttabs", "two spaces and tabs"),
        ("It turns,\n> > said Voss.\n>\n> End", "It turns, said Voss. End"),
        ("a > b\r\nc\u{2028}d", "a > b c d"),
        ("", ""),
    ])
    func readsOnOneLine(source: String, read: String) {
        #expect(BlockText(source, 0..<source.utf8.count).joined == read)
    }

    @Test func piecesAreRangesOfTheText() {
        let text = "…He is \"\nwilling  now"
        let block = BlockText(text, 3..<text.utf8.count)
        #expect(block.pieces.map(\.range) == [3..<10, 11..<18, 20..<23])
        #expect(block.pieces.map(\.isJoined) == [false, true, false])
        #expect(BlockText(text, 0..<1000).joined == "…He is \"willing now")
    }

    @Test func identityIsSHA256OfTheFoldedText() {
        // The example of FIPS 180-4 for one block.
        let hex = ArticleIdentity(ofText: " abc\r\n").bytes.map { String($0, radix: 16) }.joined(separator: " ")
        #expect(hex.hasPrefix("ba 78 16 bf 8f 1 cf ea 41 41 40 de 5d ae 22 23"))
        let long = String(repeating: "ab \n", count: 20_000)
        #expect(ArticleIdentity(ofText: long) == ArticleIdentity(ofText: String(repeating: "ab ", count: 20_000)))
        #expect(ArticleIdentity(ofText: long) != ArticleIdentity(ofText: String(repeating: "ab ", count: 19_999)))
    }

    @Test func identityFoldsWhiteSpace() {
        #expect(ArticleIdentity(ofText: "A b\n\nc ") == ArticleIdentity(ofText: "A b c"))
        #expect(ArticleIdentity(ofText: "A b c") != ArticleIdentity(ofText: "A bc"))
    }
}
