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
        ("", ""),
    ])
    func readsOnOneLine(source: String, read: String) {
        #expect(BlockText(source, 0..<source.utf8.count).joined == read)
    }

    @Test func identityFoldsWhiteSpace() {
        #expect(ArticleIdentity(ofText: "A b\n\nc ") == ArticleIdentity(ofText: "A b c"))
        #expect(ArticleIdentity(ofText: "A b c") != ArticleIdentity(ofText: "A bc"))
    }
}
