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
}
