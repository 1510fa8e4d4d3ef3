import DocumentModel
import Testing

@testable import ArticleImport

@Suite("The structure of Markdown is found")
struct MarkdownTests {
    @Test("Marks at a line's begin are no part of a block; lines of a paragraph are one")
    func blocks() {
        let text = """
            # Mill opens again

            The mill of Obern opened **again**
            on Sunday.

            ## Setting the stones ##

            - Two stones
            - Forty-eight
              buckets
            1. One wheel

            > "It turns,"
            > said Voss.

            The weir
            --------
            It leaks.

            ***

            ![The old weir](weir.jpg)

            Related: Why mills matter

            [1]: https://lahnpost.example
            """
        #expect(
            outline(text, .markdown) == [
                "title: Mill opens again", "paragraph: The mill of Obern opened **again** on Sunday.",
                "heading: Setting the stones", "listItem: Two stones", "listItem: Forty-eight buckets",
                "listItem: 1. One wheel",
                "paragraph: \"It turns,\" said Voss.", "heading: The weir", "paragraph: It leaks.", "caption: The old weir",
                "boilerplate: Related: Why mills matter",
            ])
        #expect(Structure(of: text, format: .markdown).headline == .inText(2..<18))
    }

    @Test(
        "Front matter gives title and details, as YAML or TOML writes them",
        arguments: [
            "---\ntitle: Mill opens\ndate: 2025-05-04\nsource: Lahn Post\nauthor: Jane Doe\nurl: https://a.example/x#y\ntags: [mills, \"Obern, town\"]\n---\n",
            "---\r\ntitle: \"Mill opens\"\r\ndate: 2025-05-04 # Sunday\r\npublisher: 'Lahn Post'\r\nauthors:\r\n  - Jane Doe\r\nlink: https://a.example/x#y\r\ntags:\r\n- mills\r\n- Obern, town\r\n...\r\n",
            "+++\ntitle = \"Mill opens\"\ndate = 2025-05-04\nsource = \"Lahn Post\"\nauthor = \"Jane Doe\"\nurl = \"https://a.example/x#y\"\ntags = [\"mills\", \"Obern, town\"]\n+++\n",
            "---\ntitle: >-\n  Mill\n  opens\ndate: 2025-05-04\nlayout: post\nsource: Lahn Post\nby: Jane Doe\nurl: https://a.example/x#y\ntags: ['mills', 'Obern, town']\n---\n",
        ])
    func frontMatter(_ front: String) {
        let structure = Structure(of: front + "\nThe mill opened.\n", format: .markdown)
        #expect(structure.headline == .own("Mill opens"))
        #expect(
            structure.details
                == Details(
                    date: "2025-05-04", source: "Lahn Post", url: "https://a.example/x#y", author: "Jane Doe",
                    tags: ["mills", "Obern, town"]))
        #expect(structure.blocks.map(\.kind) == [.paragraph])
    }

    @Test("A line of dashes that nothing closes is no front matter")
    func noFrontMatter() {
        #expect(outline("---\ntitle: x\n\nText.", .markdown) == ["paragraph: title: x", "paragraph: Text."])
    }

    @Test("A title in front matter is not read twice when the text begins with it")
    func repeated() {
        #expect(
            outline("---\ntitle: Mill opens\n---\n# Mill opens\n\nIt opened.", .markdown) == [
                "title: Mill opens", "paragraph: It opened.",
            ])
    }
}
