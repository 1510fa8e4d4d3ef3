@testable import Annotator
import DocumentModel
import EnglishModel
import Testing

@Suite("The model of names")
struct NameModelTests {
    @Test("The binary's model is whole, and no larger than it may be")
    func embedded() throws {
        let file = EnglishNameModel.bytes
        #expect(NameModel(file) != nil)
        #expect(file.count <= 4 << 20)
        #expect(UInt32(littleEndian: file.loadUnaligned(fromByteOffset: 20, as: UInt32.self)) == NameModel.checksum(file))
    }

    @Test("What is no model is refused", arguments: [0, 1, 31, 32, 4_000])
    func refused(count: Int) {
        [UInt8](repeating: 0x50, count: count).withUnsafeBytes { #expect(NameModel($0) == nil) }
        #expect(NameModel(UnsafeRawBufferPointer(rebasing: EnglishNameModel.bytes.prefix(count))) == nil)
    }

    /// Names that no list has, told by what stands beside them.
    @Test(arguments: [
        ("The talks were held in Quorvenna, the capital of the province.", "Quorvenna", EntityKind.location),
        ("Mirelle Tavostin, who founded the company, told reporters on Monday.", "Mirelle Tavostin", .person),
        ("Shares of Brantovik Industries fell after the ministry spoke.", "Brantovik Industries", .organisation),
        ("The Orlo dam will be finished by autumn, Petra Lindqvist said on Monday.", "Orlo dam", .facility),
        ("The harbour of Stennby opened again on Friday, after the storm.", "Stennby", .location),
    ])
    func unknown(text: String, name: String, kind: EntityKind) {
        let found = Annotator().annotation(of: Article(id: "x", text: text)).entities.map {
            "\($0.kind.rawValue) \(text.text(in: $0.range))"
        }
        #expect(found.contains("\(kind.rawValue) \(name)"))
    }

    @Test("Events, works and percentages are the rules'")
    func ruled() {
        let text = "The Second World War cost Norway 12 percent of its fleet."
        let kinds = Annotator().annotation(of: Article(id: "x", text: text)).entities.map(\.kind)
        #expect(kinds.contains(.event))
        #expect(kinds.contains(.percent))
    }

    @Test("A word known for a person's in the text is the person's in a heading")
    func heading() {
        let text = "Tavostin: No Deal\n\nMirelle Tavostin left on Monday."
        let blocks = [Block(.title, 0..<17), Block(.paragraph, 19..<text.utf8.count)]
        let annotation = Annotator().annotation(of: Article(id: "x", text: text, blocks: blocks))
        #expect(annotation.entities.first.map { String(text.text(in: $0.range)) } == "Tavostin")
        #expect(annotation.entities.first?.kind == .person)
    }

    /// Headings in capitals, over a text that names the people in them.
    @Test(
        "The text tells where names in headings begin and end",
        arguments: [
            ("Why Anna Lind Lost Stennby and Varga Took It", ["Anna Lind", "Stennby", "Varga"]),
            ("Varga Got More Votes Than Lind", ["Varga", "Lind"]),
            ("How Varga Won", ["Varga"]),
            ("Anna J. Lind Is Right", ["Anna J. Lind"]),
            ("Poll: Varga Leads Lind in Tarnovia", ["Varga", "Lind", "Tarnovia"]),
            ("Anna Lind Foundation Gives Money Away", ["Anna Lind Foundation"]),
        ])
    func headings(heading: String, names: [String]) {
        let text =
            heading
                + """


                Donald Varga won the election in Tarnovia on Sunday with more votes than any candidate before him, officials said. \
                Anna Lind conceded late at night.

                “We did it,” Varga told supporters in Stennby. Lind said she would take the seat that she had won.
                """
        let title = heading.utf8.count
        let blocks = [Block(.title, 0..<title), Block(.paragraph, title + 2..<text.utf8.count)]
        let entities = Annotator().annotation(of: Article(id: "x", text: text, blocks: blocks)).entities
        #expect(entities.filter { $0.range.lowerBound < title }.map { String(text.text(in: $0.range)) } == names)
    }

    @Test("A body's name ends before the dot that shortens its last word")
    func shortened() {
        let text = "Wexcombe Shipping Co. said on Monday that it would sell two ferries to Brant Lines Ltd. in the spring."
        let bodies = Annotator().annotation(of: Article(id: "x", text: text)).entities.filter { $0.kind == .organisation }
        #expect(bodies.map { String(text.text(in: $0.range)) } == ["Wexcombe Shipping Co", "Brant Lines Ltd"])
    }
}
