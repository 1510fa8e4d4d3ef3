import Annotator
import DocumentModel
import Testing

@Suite("Turns of phrase of court reporters, agencies and local papers")
struct ReportersTests {
    @Test("Whose words they are, and where they begin and end", arguments: phrases) func reported(_ gold: GoldCase) throws {
        try gold.check()
    }

    static let phrases = [
        GoldCase(
            "an age, a street and a town before the verb",
            """
            ⟦S1⟧Lorna Beck, 54, of Mill Lane, Whitby⟦/S1⟧, ⟦C1⟧admitted⟦/C1⟧ ⟦Q1⟧that she took the money⟦/Q1⟧.
            ====
            Q1 indirect speech Lorna Beck
            """),
        GoldCase(
            "what a jury heard and an inquiry was told, by nobody named",
            """
            ⟦Q1⟧The gauge had been broken for months⟦/Q1⟧, an inquiry ⟦C1⟧was told⟦/C1⟧ on Thursday. The jury ⟦C2⟧heard⟦/C2⟧ ⟦Q2⟧that nobody had read it⟦/Q2⟧.
            ====
            Q1 indirect speech -
            Q2 indirect speech -
            """),
        GoldCase(
            "said by telephone is no passive",
            """
            Anna Berg lives nearby. ⟦Q1⟧“First it was loud,”⟦/Q1⟧ ⟦S1⟧she⟦/S1⟧ ⟦C1⟧said⟦/C1⟧ by telephone. ⟦Q1⟧“Then it was over.”⟦/Q1⟧
            ====
            Q1 direct speech Anna Berg
            """),
        GoldCase(
            "a verb of any manner in the present",
            """
            ⟦Q1⟧“Nine!”⟦/Q1⟧ ⟦C1⟧snorts⟦/C1⟧ ⟦S1⟧Anna Berg⟦/S1⟧. ⟦Q1⟧“I have counted nine on a Tuesday.”⟦/Q1⟧
            ====
            Q1 direct speech Anna Berg
            """),
        GoldCase(
            "letters after a name",
            """
            ⟦S1⟧Ruth Berg KC, for the defence⟦/S1⟧, ⟦C1⟧asked⟦/C1⟧ ⟦Q1⟧whether he had slept⟦/Q1⟧.
            ====
            Q1 indirect speech Ruth Berg
            """),
        GoldCase(
            "a spokesman of the body that spoke just before",
            """
            ⟦S1⟧The World Bank⟦/S1⟧ ⟦C1⟧said⟦/C1⟧ ⟦Q1⟧that the loan was paid⟦/Q1⟧. ⟦S2⟧A spokesman⟦/S2⟧ ⟦C2⟧added⟦/C2⟧: ⟦Q2⟧“We are very pleased with it.”⟦/Q2⟧
            ====
            Q1 indirect speech World Bank
            Q2 direct speech World Bank
            """),
        GoldCase(
            "hailed by somebody as",
            """
            ⟦Q1⟧The deal⟦/Q1⟧ ⟦C1⟧was hailed⟦/C1⟧ by ⟦S1⟧Anna Berg⟦/S1⟧ ⟦Q1⟧as “tough but fair”⟦/Q1⟧.
            ====
            Q1 mixed speech Anna Berg
            """),
        GoldCase(
            "two roles before the name",
            """
            ⟦Q1⟧“It was me,”⟦/Q1⟧ ⟦C1⟧says⟦/C1⟧ ⟦S1⟧his neighbour and oldest rival, Anna Berg⟦/S1⟧.
            ====
            Q1 direct speech Anna Berg
            """),
        GoldCase(
            "a name that somebody goes by is nobody's words",
            """
            Ines Duarte, whom everybody calls “Nina,” left. ⟦S1⟧She⟦/S1⟧ ⟦C1⟧said⟦/C1⟧ ⟦Q1⟧that she was tired⟦/Q1⟧.
            ====
            Q1 indirect speech Ines Duarte
            """),
        GoldCase(
            "a person in apposition with a firm behind the name",
            """
            ⟦S1⟧Her solicitor, Jasmin Reed of the World Bank⟦/S1⟧, ⟦C1⟧said⟦/C1⟧ ⟦Q1⟧that up to 300 people were affected⟦/Q1⟧.
            ====
            Q1 indirect speech Jasmin Reed
            """),
        GoldCase(
            "a participle between commas inside what is said",
            """
            ⟦S1⟧Anna Berg⟦/S1⟧ ⟦C1⟧says⟦/C1⟧ ⟦Q1⟧the contract, signed in 1958, runs until the harbour closes⟦/Q1⟧.
            ====
            Q1 indirect speech Anna Berg
            """),
    ]

    @Test(
        "Names with what stands beside them",
        arguments: [
            ("Senator Tom Reed, R-Bend, who wrote the bill, said it would pass.", "PERSON Tom Reed"),
            ("Bea, 15, reckons the pool should have been bought instead.", "PERSON Bea"),
            ("Crumb, a two-year-old company whose app sells bread, said it had raised $14 million.", "ORG Crumb"),
        ])
    func names(text: String, name: String) {
        let annotation = Annotator().annotation(of: Article(id: "x", text: text))
        let found = annotation.entities.map { "\($0.kind.rawValue) \(text.text(in: $0.range))" }
        #expect(found.contains(name), "\(found)")
        #expect(annotation.quotations.allSatisfy { annotation.speaker(of: $0).map { name.hasSuffix($0.name) } ?? false })
    }
}
