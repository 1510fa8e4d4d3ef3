import Annotator
import DocumentModel
import Testing

@Suite("Names")
struct NameTests {
    /// Names stand between ⟦KIND and ⟧: *⟦PERSON Anna Berg⟧ lives in ⟦LOC Oslo⟧*.
    @Test(arguments: [
        "⟦NORP Ukrainian⟧ President ⟦PERSON Volodymyr Koval⟧ met Mrs. ⟦PERSON Berg⟧ in ⟦LOC Kyiv⟧ on ⟦DATE November 23⟧.",
        "The ⟦ORG World Bank⟧ lent ⟦MONEY $3.5 million⟧, or ⟦PERCENT 12 percent⟧, in ⟦DATE July 2022⟧.",
        "⟦PERSON Anna Berg⟧ of ⟦ORG NATO⟧ flew from ⟦FACILITY Heathrow Airport⟧ on ⟦DATE Tuesday⟧; last week she was ill.",
        "The ⟦ORG Ministry of Health and Welfare⟧ wrote to ⟦ORG Ohio State University⟧.",
        "He read it in the ⟦ORG New York Times⟧ during the ⟦EVENT Second World War⟧.",
        "The ⟦ORG NATO⟧-led force crossed the ⟦LOC Jordan River⟧.",
        "Then ⟦PERSON J. K. Morton⟧, 45, left the ⟦LOC United States⟧.",
        // A body that bears a person's name leaves the family name to the person.
        "⟦PERSON Anton Varga⟧ spoke. ⟦PERSON Anton Varga⟧ founded ⟦ORG Varga University⟧. Later ⟦PERSON Varga⟧ left the debate.",
        // Whom *Ms* tells to be a person, and who has an office in a body.
        "They wrote to the chair of the council, ⟦PERSON Ottoline Brusk⟧. ⟦PERSON Brusk⟧ keeps the letters.",
        // What somebody does or has, in a capital at the head of a sentence.
        "Mum-of-three ⟦PERSON Chantelle Rudd⟧ waved. Eyewitness ⟦PERSON Gethin Prosser⟧ ran.",
        "In ⟦DATE March⟧ ⟦ORG Brindle District Council⟧ closed the bridge.",
        "The developer, ⟦ORG Kestrel Urban⟧, has a brochure.",
    ])
    func kinds(marked: String) {
        var text = ""
        var expected: [String] = []
        for piece in marked.split(separator: "⟦", omittingEmptySubsequences: false) {
            guard let close = piece.firstIndex(of: "⟧"), let space = piece.firstIndex(of: " ") else {
                text += piece
                continue
            }
            let name = piece[piece.index(after: space)..<close]
            expected.append("\(piece[..<space]) \(name) \(text.utf8.count)")
            text += name + piece[piece.index(after: close)...]
        }
        let annotation = Annotator().annotation(of: Article(id: "x", text: text))
        let found = annotation.entities.map { "\($0.kind.rawValue) \(text.text(in: $0.range)) \($0.range.lowerBound)" }
        #expect(found == expected)
    }

    @Test("All spellings of one person are one actor, under the longest")
    func actors() {
        let text =
            "Lukashenka spoke first. Alexander Lukashenko then left. President Lukashenko came back. The European Union (EU) waited. EU officials left."
        let annotation = Annotator().annotation(of: Article(id: "x", text: text))
        let people = annotation.actors.filter { $0.kind == .person }
        #expect(people.map(\.name) == ["Alexander Lukashenko"])
        #expect(people.first?.aliases == ["Lukashenka", "Alexander Lukashenko", "Lukashenko"])
        let bodies = annotation.actors.filter { $0.kind == .body }
        #expect(bodies.map(\.aliases) == [["European Union", "EU"]])
    }

    @Test(
        "Who bears a name that no list knows",
        arguments: [
            ("Brelko said it was sorry. Brelko will pay by May.", "Brelko", Actor.Kind.body),
            ("Brelko, which has sold eels since May, denied on Monday that they were old.", "Brelko", .body),
            ("Tractor maker Brelko closed its plant. Brelko was founded in 1950.", "Brelko", .body),
            ("The insurer, Brelko, rang on Monday. Nobody answered.", "Brelko", .body),
            ("A spokeswoman for Brelko said the ship was late.", "Brelko", .body),
            ("EelSure promised a new boat.", "EelSure", .body),
            ("Garnock's, whose jars have shrunk since May, said jam was dear.", "Garnock's", .body),
            ("Her daughter, Zelkova, said she would stay.", "Zelkova", .person),
            ("Zelkova said she would stay. Then Zelkova left.", "Zelkova", .person),
            ("Canoeist Jorun Zelkova won. Jorun Zelkova trains in a quarry.", "Jorun Zelkova", .person),
            ("Fr Donal Keavney said Mass. The Rev Thora Binns rang the bell.", "Donal Keavney", .person),
            ("The Rev Thora Binns said that she was tired.", "Thora Binns", .person),
            ("“We walked,” said Mr Penn. “It was far.”", "Penn", .person),
        ])
    func unknownNames(text: String, name: String, kind: Actor.Kind) {
        let annotation = Annotator().annotation(of: Article(id: "x", text: text))
        let actors = annotation.actors.map { "\($0.kind) \($0.name)" }
        #expect(actors.contains("\(kind) \(name)"))
        #expect(!annotation.actors.contains { $0.name.contains(name) && $0.kind != kind })
    }
}
