import Annotator
import DocumentModel
import Testing

@Suite("Clauses around what is said")
struct ClauseTests {
    @Test("Where it begins and ends", arguments: extents) func extent(_ gold: GoldCase) throws { try gold.check() }
    @Test("Whose it is", arguments: speakers) func speaker(_ gold: GoldCase) throws { try gold.check() }
    @Test("What nobody says", arguments: nothing) func isNotSpeech(_ text: String) {
        #expect(Annotator().annotation(of: Article(id: "x", text: text)).quotations == [])
    }

    static let extents = [
        GoldCase(
            "an aside without a verb belongs to the subject",
            """
            ⟦S1⟧Anna Berg, prosecuting⟦/S1⟧, ⟦C1⟧said⟦/C1⟧ ⟦Q1⟧Tom Reed, 58, had bought the tank in May⟦/Q1⟧.
            ====
            Q1 indirect speech Anna Berg
            """),
        GoldCase(
            "two things said at present",
            """
            ⟦S1,2⟧Anna Berg⟦/S1,2⟧ ⟦C1⟧says⟦/C1⟧ ⟦Q1⟧the doors failed last year⟦/Q1⟧, and ⟦C2⟧warns⟦/C2⟧ ⟦Q2⟧that they will fail again⟦/Q2⟧.
            ====
            Q1 indirect speech Anna Berg
            Q2 indirect speech Anna Berg
            """),
        GoldCase(
            "a habit of saying",
            """
            ⟦Q1⟧“A timetable,”⟦/Q1⟧ ⟦S1⟧Tom Reed, a signalman⟦/S1⟧, ⟦C1⟧used to say⟦/C1⟧, ⟦Q1⟧“is a promise.”⟦/Q1⟧
            ====
            Q1 direct speech Tom Reed
            """),
        GoldCase(
            "the main clause after one in front",
            """
            When ⟦S1⟧Anna Berg⟦/S1⟧ ⟦C1⟧said⟦/C1⟧ ⟦Q1⟧that the mill would close⟦/Q1⟧, the workers left the room.
            ====
            Q1 indirect speech Anna Berg
            """),
        GoldCase(
            "words of place before a clause",
            """
            ⟦S1⟧Anna Berg⟦/S1⟧ ⟦C1⟧said⟦/C1⟧ in a note on the door ⟦Q1⟧she would buy a second kettle⟦/Q1⟧.
            ====
            Q1 indirect speech Anna Berg
            """),
        GoldCase(
            "quoted words that go on after an aside on the speaker",
            """
            ⟦Q1⟧“The dam will hold,”⟦/Q1⟧ ⟦C1⟧said⟦/C1⟧ ⟦S1⟧Tom Reed⟦/S1⟧, who built it, ⟦Q1⟧“as long as it is dry.”⟦/Q1⟧
            ====
            Q1 direct speech Tom Reed
            """),
        GoldCase(
            "a participle in front",
            """
            ⟦C1⟧Conceding⟦/C1⟧ ⟦Q1⟧that the plan was “rough in places,”⟦/Q1⟧ ⟦S1⟧Anna Berg⟦/S1⟧ went home.
            ====
            Q1 mixed speech Anna Berg
            """),
        GoldCase(
            "only that",
            """
            ⟦S1⟧Anna Berg⟦/S1⟧ ⟦C1⟧said⟦/C1⟧ only ⟦Q1⟧that she would check the lamps⟦/Q1⟧.
            ====
            Q1 indirect speech Anna Berg
            """),
        GoldCase(
            "a verb that no list has",
            """
            ⟦S1⟧The parish clerk, Anna Berg⟦/S1⟧, ⟦C1⟧minuted⟦/C1⟧ ⟦Q1⟧that “feelings ran high”⟦/Q1⟧.
            ====
            Q1 mixed speech Anna Berg
            """),
        GoldCase(
            "what somebody calls a thing",
            """
            Tom Reed sold the mill. The council closed ⟦Q1⟧what⟦/Q1⟧ ⟦S1⟧Reed⟦/S1⟧ ⟦C1⟧called⟦/C1⟧ ⟦Q1⟧“the last honest bakery.”⟦/Q1⟧
            ====
            Q1 mixed speech Tom Reed
            """),
        GoldCase(
            "in somebody's words",
            """
            Tom Reed left. The road was, in ⟦S1⟧Reed⟦/S1⟧'s ⟦C1⟧words⟦/C1⟧, ⟦Q1⟧“a long lake.”⟦/Q1⟧
            ====
            Q1 direct speech Tom Reed
            """),
        GoldCase(
            "a verb of doing after quoted words",
            """
            ⟦S1⟧Tom Reed⟦/S1⟧ ⟦C1⟧said⟦/C1⟧ ⟦Q1⟧“That is enough”⟦/Q1⟧ and left through the kitchen.
            ====
            Q1 direct speech Tom Reed
            """),
        GoldCase(
            "a semicolon before what the article says",
            """
            ⟦S1⟧Tom Reed⟦/S1⟧ ⟦C1⟧said⟦/C1⟧ ⟦Q1⟧that he wrote it in a week⟦/Q1⟧; the play runs for three hours.
            ====
            Q1 indirect speech Tom Reed
            """),
        GoldCase(
            "a gesture between quoted words",
            """
            ⟦Q1⟧“The bridge”⟦/Q1⟧ – he pointed – ⟦Q1⟧“was there yesterday,”⟦/Q1⟧ ⟦C1⟧said⟦/C1⟧ ⟦S1⟧Tom Reed⟦/S1⟧.
            ====
            Q1 direct speech Tom Reed
            """),
        GoldCase(
            "two who speak in one sentence",
            """
            In the film Anna Berg ⟦C1⟧said⟦/C1⟧: ⟦Q1⟧“Get off the roof!”⟦/Q1⟧ A second voice ⟦C2⟧replied⟦/C2⟧: ⟦Q2⟧“Make me.”⟦/Q2⟧
            ====
            Q1 direct speech Anna Berg
            Q2 direct speech -
            """),
        GoldCase(
            "paragraphs in single marks, each opened, the last closed",
            """
            ⟦Q1⟧‘We were warned,’⟦/Q1⟧ ⟦C1⟧said⟦/C1⟧ ⟦S1⟧Anna Berg⟦/S1⟧. ⟦Q1⟧‘We were warned in May and in July.

            ‘Nobody listened. The water came at ten.

            ‘I am not angry. I am wet.’⟦/Q1⟧
            ====
            Q1 direct speech Anna Berg
            """),
        GoldCase(
            "signed after a dash",
            """
            ⟦Q1⟧“We count fish so that our children can eat them”⟦/Q1⟧ ⟦C1⟧–⟦/C1⟧ ⟦S1⟧Anna Berg⟦/S1⟧, biologist
            ====
            Q1 direct speech Anna Berg
            """),
    ]

    static let speakers = [
        GoldCase(
            "a person after the body they work for",
            """
            ⟦S1⟧Her counterpart at the River Guild, Tom Reed⟦/S1⟧, ⟦C1⟧said⟦/C1⟧ ⟦Q1⟧that the mugs were gone⟦/Q1⟧.
            ====
            Q1 indirect speech Tom Reed
            """),
        GoldCase(
            "two countries are nobody by name",
            """
            ⟦S1⟧Norway and Chile⟦/S1⟧ ⟦C1⟧said⟦/C1⟧ ⟦Q1⟧that the convoy would leave⟦/Q1⟧.
            ====
            Q1 indirect speech -
            """),
        GoldCase(
            "a document that a newspaper has seen",
            """
            ⟦S1⟧A confidential report seen by the Washington Post⟦/S1⟧ ⟦C1⟧said⟦/C1⟧ ⟦Q1⟧that the doors had failed⟦/Q1⟧.
            ====
            Q1 indirect speech -
            """),
        GoldCase(
            "somebody in apposition is the subject",
            """
            Anna Berg saw a light. Her doctor, Julia Lind, found her asleep. ⟦S1⟧She⟦/S1⟧ ⟦C1⟧said⟦/C1⟧ ⟦Q1⟧that it was late⟦/Q1⟧.
            ====
            Q1 indirect speech Julia Lind
            """),
        GoldCase(
            "who acts right before words without a cue",
            """
            Tom Reed shrugged. ⟦Q1⟧“The hands, yes. The heart, no.”⟦/Q1⟧
            ====
            Q1 direct speech Tom Reed
            """),
        GoldCase(
            "a participle after who was written to",
            """
            Tom Reed has written to the minister, ⟦C1⟧saying⟦/C1⟧ ⟦Q1⟧that the boats are late⟦/Q1⟧.
            ====
            Q1 indirect speech Tom Reed
            """),
        GoldCase(
            "it, after a body that has no name",
            """
            Nordia Bank closed early. The regulator ⟦C1⟧said⟦/C1⟧ ⟦Q1⟧that it would look into the matter⟦/Q1⟧. ⟦Q2⟧“An hour is long in a bank,”⟦/Q2⟧ ⟦S2⟧it⟦/S2⟧ ⟦C2⟧said⟦/C2⟧.
            ====
            Q1 indirect speech -
            Q2 direct speech -
            """),
        GoldCase(
            "a man by his name is not Mrs",
            """
            A judge acquitted Declan Roche. ⟦S1⟧Mrs Roche⟦/S1⟧ ⟦C1⟧said⟦/C1⟧ ⟦Q1⟧that she had been in the bath⟦/Q1⟧. ⟦S2⟧Mr Roche⟦/S2⟧ ⟦C2⟧said⟦/C2⟧ ⟦Q2⟧that he had not⟦/Q2⟧.
            ====
            Q1 indirect speech Roche
            Q2 indirect speech Declan Roche
            """),
        GoldCase(
            "another trade is another person",
            """
            Tom Reed, the founder, opened the line. ⟦S1⟧The guard⟦/S1⟧ ⟦C1⟧explained⟦/C1⟧ ⟦Q1⟧that the engine had gone⟦/Q1⟧.
            ====
            Q1 indirect speech -
            """),
    ]

    static let nothing = [
        "“HANDS OFF OUR TREES,” read a placard at the gate.",
        "The largest banner on the square said “Not for sale, not now.”",
        "The driver told a joke that only the cook got.", "An aide who asked not to be named left the room.",
        "The towns signed a paper on Tuesday, ending a dispute that had outlived three governments.",
        "Ms. Berg grants no interviews, but on Sunday evening she read out a short statement.",
        "When the baker opened her shop to see why, there was an orange light on the sea.",
        "Review: “The Salt Road” at the Old Mill",
    ]

    @Test("A headline's quoted words are whoever's they are in the text")
    func headlineWords() {
        let text = "Anna Berg lost the vote. “We will be back in the spring,” Berg said. Tom Reed won."
        let article = Article(id: "x", text: text, headline: .own("“We will be back”"))
        let annotation = Annotator().annotation(of: article)
        #expect(annotation.quotations.map { annotation.speaker(of: $0)?.name } == ["Anna Berg", "Anna Berg"])
    }

    @Test("A role in a headline is the only one who has it")
    func headlineRole() {
        let text = "The mayor, Anna Berg, opened the bridge. Tom Reed, a baker, watched."
        let article = Article(id: "x", text: text, headline: .own("Mayor: The bridge is safe"))
        let annotation = Annotator().annotation(of: article)
        #expect(annotation.quotations.first.flatMap(annotation.speaker)?.name == "Anna Berg")
    }

    @Test("A company with and without its legal form")
    func legalForm() {
        let text = "Lumen Foods AG cut its forecast. Lumen Foods said that it was sorry."
        let annotation = Annotator().annotation(of: Article(id: "x", text: text))
        #expect(annotation.quotations.first.flatMap(annotation.speaker)?.name == "Lumen Foods AG")
    }
}
