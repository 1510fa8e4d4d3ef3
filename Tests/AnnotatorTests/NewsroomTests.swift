import Annotator
import DocumentModel
import Testing

@Suite("Turns of phrase of newsrooms: passives, what goes on behind a quotation, what is begun before it")
struct NewsroomTests {
    @Test("Whose words they are, and where they begin and end", arguments: phrases) func reported(_ gold: GoldCase) throws {
        try gold.check()
    }

    static let phrases = [
        GoldCase(
            "the whole of a sentence is heard in court, whatever is said in it",
            """
            ⟦Q1⟧A man who fell from a ladder had begged his firm to mend it⟦/Q1⟧, an inquest ⟦C1⟧has heard⟦/C1⟧.
            ====
            Q1 indirect speech -
            """),
        GoldCase(
            "the subject of a passive is part of what is said",
            """
            ⟦Q1⟧People in the valley⟦/Q1⟧ ⟦C1⟧are being urged⟦/C1⟧ ⟦Q1⟧to boil their water⟦/Q1⟧. ⟦Q2⟧About 40 houses⟦/Q2⟧ ⟦C2⟧are thought⟦/C2⟧ ⟦Q2⟧to have lost their roofs⟦/Q2⟧.
            ====
            Q1 indirect speech -
            Q2 indirect thought -
            """),
        GoldCase(
            "another verb of saying behind *but* and *and*",
            """
            ⟦S1,2⟧Anna Berg⟦/S1,2⟧ ⟦C1⟧admitted⟦/C1⟧ ⟦Q1⟧that the papers had been lost⟦/Q1⟧ but ⟦C2⟧ruled out⟦/C2⟧ ⟦Q2⟧a second vote⟦/Q2⟧.
            ====
            Q1 indirect speech Anna Berg
            Q2 indirect speech Anna Berg
            """),
        GoldCase(
            "what is begun before a clause of saying goes on in marks behind it",
            """
            ⟦Q1⟧The lamp⟦/Q1⟧, ⟦S1⟧Anna Berg⟦/S1⟧ ⟦C1⟧noted⟦/C1⟧, ⟦Q1⟧“still has its first wick”⟦/Q1⟧.
            ====
            Q1 mixed speech Anna Berg
            """),
        GoldCase(
            "what stands behind *because* alone is theirs",
            """
            Anna Berg has turned down the medal because, ⟦S1⟧she⟦/S1⟧ ⟦C1⟧says⟦/C1⟧, ⟦Q1⟧it is for the wrong boat⟦/Q1⟧.
            ====
            Q1 indirect speech Anna Berg
            """),
        GoldCase(
            "several gerunds",
            """
            ⟦S1⟧Anna Berg⟦/S1⟧ ⟦C1⟧denied⟦/C1⟧ ⟦Q1⟧taking the tapes, hiding them, or knowing where they were⟦/Q1⟧.
            ====
            Q1 indirect speech Anna Berg
            """),
        GoldCase(
            "speakers whom no list knows",
            """
            ⟦Q1⟧“It was the dog,”⟦/Q1⟧ ⟦C1⟧said⟦/C1⟧ ⟦S1⟧one assistant signaller in the north⟦/S1⟧, who has worked there for years. ⟦Q1⟧“It always is.”⟦/Q1⟧
            ====
            Q1 direct speech -
            """),
        GoldCase(
            "a subject whose last words stand in marks",
            """
            ⟦S1⟧A pilot who uses the name “Falcon”⟦/S1⟧ ⟦C1⟧said⟦/C1⟧ ⟦Q1⟧the line was holding⟦/Q1⟧.
            ====
            Q1 indirect speech -
            """),
        GoldCase(
            "who is told is no part of it, who is urged is",
            """
            ⟦S1,2⟧Anna Berg⟦/S1,2⟧ ⟦C1⟧told⟦/C1⟧ him ⟦Q1⟧not to worry⟦/Q1⟧ and ⟦C2⟧urged⟦/C2⟧ ⟦Q2⟧the others to wait⟦/Q2⟧.
            ====
            Q1 indirect speech Anna Berg
            Q2 indirect speech Anna Berg
            """),
        GoldCase(
            "the article's own word for it",
            """
            ⟦S1⟧Anna Berg⟦/S1⟧ ⟦C1⟧said⟦/C1⟧ ⟦Q1⟧that the strike had cost the town a million⟦/Q1⟧, a figure nobody could check. ⟦S2⟧She⟦/S2⟧ ⟦C2⟧promised⟦/C2⟧ ⟦Q2⟧to “look into it,”⟦/Q2⟧ which is what mayors do.
            ====
            Q1 indirect speech Anna Berg
            Q2 mixed speech Anna Berg
            """),
        GoldCase(
            "the questions of those who want to know",
            """
            Members ⟦C1⟧wanted to know⟦/C1⟧ ⟦Q1⟧why the line kept pumping⟦/Q1⟧.
            ====
            Q1 indirect speech -
            """),
        GoldCase(
            "a subject, what is told of it, and its verb",
            """
            ⟦S1⟧Scientists not involved in the study⟦/S1⟧ ⟦C1⟧said⟦/C1⟧ ⟦Q1⟧the sample was small⟦/Q1⟧.
            ====
            Q1 indirect speech -
            """),
    ]

    @Test(
        "Words that nobody said",
        arguments: [
            "Behind the jokes lies a threat to her seat.",
            "Since Monday the bells have told them nothing at all.",
            "A colleague, who did not want his name used, left early.",
            "Nobody disputes that the bells are loud.",
            "There is a till where a woman called Maureen will scan your shopping.",
            "It did not mention the alarm.",
        ])
    func nobody(_ text: String) {
        #expect(Annotator().annotation(of: Article(id: "x", text: text)).quotations.isEmpty)
    }
}
