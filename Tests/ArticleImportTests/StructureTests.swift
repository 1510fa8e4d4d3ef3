import DocumentModel
import Testing

@testable import ArticleImport

/// An article's structure, one line for each block, as a test compares it: its kind and its words as one reads them.
func outline(_ text: String, _ format: Structure.Format = .text, title: String? = nil) -> [String] {
    Structure(of: text, format: format, title: title).blocks.map { "\($0.kind): \(BlockText(text, $0.range).joined)" }
}

@Suite("The structure of a plain text is found")
struct StructureTests {
    @Test("A title, paragraphs between blank lines, topics set in, a stray word of the page")
    func blankLines() {
        let text = """
            Miller: The mill must turn again

            The miller of Obern, Hanna Voss, said on Monday that the mill would open in May.

            "It will turn," she said.

            \u{A0} Mills, Obern, Hanna Voss

            Comments
            """
        #expect(
            outline(text) == [
                "title: Miller: The mill must turn again",
                "paragraph: The miller of Obern, Hanna Voss, said on Monday that the mill would open in May.",
                "paragraph: \"It will turn,\" she said.", "tags: Mills, Obern, Hanna Voss", "boilerplate: Comments",
            ])
        let structure = Structure(of: text, format: .text)
        #expect(structure.headline == .inText(0..<32))
        #expect(structure.details.tags == ["Mills", "Obern", "Hanna Voss"])
    }

    @Test("Sentences broken where links stood are one paragraph again; a subheading and an aside stand by themselves")
    func brokenAtLinks() {
        let text = """
            Obern's mayor Ludwig Brandt
            has asked the state for a new weir. He made the request in a talk with the local broadcaster
            Radio Lahn on Friday.
            "We cannot wait for the next flood," Brandt warned. The mayor told
            Radio Lahn: "The old weir is a sieve." (Related:
            The ten leakiest weirs of the north.)
            "If nobody acts, and nobody seems to want to, the water will be in the market square by Easter,"
            Radio Lahn noted.
            Brandt says the state is ASLEEP
            The mayor added that the letter of May was never answered. He called it "
            a scandal in twelve lines."
            """
        #expect(
            outline(text) == [
                "paragraph: Obern's mayor Ludwig Brandt has asked the state for a new weir. He made the request in a talk with the local broadcaster Radio Lahn on Friday.",
                "paragraph: \"We cannot wait for the next flood,\" Brandt warned. The mayor told Radio Lahn: \"The old weir is a sieve.\"",
                "boilerplate: (Related: The ten leakiest weirs of the north.)",
                "paragraph: \"If nobody acts, and nobody seems to want to, the water will be in the market square by Easter,\" Radio Lahn noted.",
                "heading: Brandt says the state is ASLEEP",
                "paragraph: The mayor added that the letter of May was never answered. He called it \"a scandal in twelve lines.\"",
            ])
    }

    @Test("Lines of one paragraph each stay apart, though none is blank")
    func singleLines() {
        let text = """
            Mill opens again
            The mill of Obern opened again on Sunday.
            Four hundred people came to see it.
            """
        #expect(
            outline(text) == [
                "title: Mill opens again", "paragraph: The mill of Obern opened again on Sunday.",
                "paragraph: Four hundred people came to see it.",
            ])
    }

    @Test("Text wrapped at a fixed width is joined, whatever its lines end with")
    func wrapped() {
        let text = """
            The mill of Obern opened again on Sunday after nine years of repairs.
            Four hundred people came to see it. The miller, Hanna Voss, said that
            Mayor Brandt had promised a speech and brought a cake. It was a good
            one, and it was gone by noon.

              The wheel was built in 1887 by the brothers Lang, who also made the
            bell of St. Anne. It has forty-eight buckets. Two of them are new.
            Visitors may turn it by hand.
              The next open day is in May, said Voss, and there will be bread and
            music.
            """
        #expect(
            outline(text).map { $0.prefix(40) } == [
                "paragraph: The mill of Obern opened agai", "paragraph: The wheel was built in 1887 b",
                "paragraph: The next open day is in May, ",
            ])
    }

    @Test("A text without title is called by its first words, cut between words")
    func lead() {
        let text = "The mayor of Obern has asked the state for a new weir, because the old one, he says, is a sieve."
        #expect(Structure(of: text, format: .text).headline == .lead(0..<70))
        #expect(text.text(in: 0..<70) == "The mayor of Obern has asked the state for a new weir, because the old")
        let short = "The mayor is tired."
        #expect(Structure(of: short, format: .text).headline == .lead(0..<19))
        let unspaced = String(repeating: "村の水車", count: 50) + "。"
        #expect(Structure(of: unspaced, format: .text).headline == .lead(0..<105))
    }

    @Test(
        "What a headline may look like, and a first sentence does not",
        arguments: [
            ("Will the mill turn again?", Block.Kind.title), ("Voss: \"It will turn.\"", .title),
            ("Voss: ‘It will turn.’", .title),
            ("THE MILL TURNS", .title), ("U.S. envoy Gen. Miller visits Obern", .title), ("The mill turns.", .paragraph),
            ("\"It will turn.\"", .paragraph), ("Voss said: \"It will turn.\"", .paragraph),
            ("and so it turned", .paragraph),
            ("The mill turns, it", .title), ("Three things were decided:", .paragraph),
        ])
    func title(_ line: String, _ kind: Block.Kind) {
        let text = line + "\n\nThe mill of Obern opened again on Sunday. Four hundred people came to see it."
        #expect(Structure(of: text, format: .text).blocks.first?.kind == kind)
    }

    @Test("An address above the text or below it says where it was published")
    func address() {
        let text = "https://lahnpost.example/mill\nMill opens again\nThe mill of Obern opened on Sunday."
        let structure = Structure(of: text, format: .text)
        #expect(structure.details.url == "https://lahnpost.example/mill")
        #expect(structure.blocks.map(\.kind) == [.boilerplate, .title, .paragraph])
    }

    @Test("Author and date below the title are taken up and set apart")
    func byline() {
        let text = """
            Mill opens again

            By Jane van der Berg and John Roe | The Lahn Post

            Updated: Sunday, May 4, 2025 at 10:30 AM CET

            OBERN, May 4 (Lahn Wire) — The mill of Obern opened again on Sunday.
            """
        let structure = Structure(of: text, format: .text)
        #expect(structure.blocks.map(\.kind) == [.title, .boilerplate, .boilerplate, .paragraph])
        #expect(structure.details.author == "Jane van der Berg and John Roe")
        #expect(structure.details.date == "2025-05-04")
    }

    @Test("Headings, lists and captions between paragraphs")
    func others() {
        let text = """
            The council met on Monday and voted on three things.

            What was decided

            The weir will be built. Three offers came in:

            - The brothers Lang asked for nine months.
            • A firm from the coast asked for six.

            1. The mill stays open.
            2. The bridge is closed.

            Photo: The old weir at low water, seen from the bridge of Obern. (Lahn Post)

            What happens next?

            Nobody knows, the mayor said.
            """
        #expect(
            outline(text) == [
                "paragraph: The council met on Monday and voted on three things.", "heading: What was decided",
                "paragraph: The weir will be built. Three offers came in:",
                "listItem: The brothers Lang asked for nine months.",
                "listItem: A firm from the coast asked for six.", "listItem: 1. The mill stays open.",
                "listItem: 2. The bridge is closed.",
                "caption: Photo: The old weir at low water, seen from the bridge of Obern. (Lahn Post)",
                "heading: What happens next?", "paragraph: Nobody knows, the mayor said.",
            ])
    }

    @Test("A record's own title is not looked for in its text; repeated there, it is read once")
    func ownTitle() {
        let text = "Mill opens again\n\nThe mill of Obern opened again on Sunday."
        let same = Structure(of: text, format: .text, title: "Mill Opens Again")
        #expect(same.headline == .own("Mill Opens Again"))
        #expect(same.blocks.map(\.kind) == [.title, .paragraph])
        let other = Structure(of: text, format: .text, title: "Obern celebrates")
        #expect(other.headline == .own("Obern celebrates"))
        #expect(other.blocks.map(\.kind) == [.heading, .paragraph])
    }

    @Test("Lines of a header give the details")
    func header() {
        let text = """
            Title: Mill opens again
            Date: May 4, 2025
            Source: The Lahn Post
            Tags: mills, Obern

            The mill of Obern opened again on Sunday.
            """
        let structure = Structure(of: text, format: .text)
        #expect(structure.headline == .inText(7..<23))
        #expect(structure.details == Details(date: "2025-05-04", source: "The Lahn Post", tags: ["mills", "Obern"]))
        #expect(
            structure.blocks.map(\.kind) == [.boilerplate, .title, .boilerplate, .boilerplate, .boilerplate, .paragraph])
    }

    @Test("Any line end does", arguments: ["\n", "\r\n", "\r", "\u{2028}"])
    func lineEnds(_ end: String) {
        let text = ["Mill opens again", "", "The mill opened on Sunday.", "It was", "windy."].joined(separator: end)
        #expect(Structure(of: text, format: .text).blocks.map(\.kind) == [.title, .paragraph, .paragraph])
    }

    @Test("White space alone has no structure", arguments: ["", " ", "\n\n", "\u{FEFF}\u{A0}\n\u{2003}"])
    func nothing(_ text: String) {
        let structure = Structure(of: text, format: .text)
        #expect(structure.blocks.isEmpty)
        #expect(structure.headline == .none)
    }
}
