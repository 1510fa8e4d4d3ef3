import Testing

@Suite("Quotations and their extent")
struct QuotationTests {
    @Test("Words in quotation marks", arguments: direct) func directSpeech(_ gold: GoldCase) throws { try gold.check() }
    @Test("Reported clauses", arguments: indirect) func indirectSpeech(_ gold: GoldCase) throws { try gold.check() }
    @Test("Turns that run on", arguments: turns) func turnsRunOn(_ gold: GoldCase) throws { try gold.check() }
    @Test("What is not speech", arguments: nothing) func isNotSpeech(_ gold: GoldCase) throws { try gold.check() }

    static let direct = [
        GoldCase(
            "the cue after the words",
            """
            ⟦Q1⟧"We leave at dawn,"⟦/Q1⟧ ⟦S1⟧Anna Berg⟦/S1⟧ ⟦C1⟧said⟦/C1⟧ on Monday.
            ====
            Q1 direct speech Anna Berg
            """),
        GoldCase(
            "inverted order",
            """
            ⟦Q1⟧“The harbour is closed,”⟦/Q1⟧ ⟦C1⟧said⟦/C1⟧ ⟦S1⟧Captain Ole Lund⟦/S1⟧ at the gate.
            ====
            Q1 direct speech Ole Lund
            """),
        GoldCase(
            "the cue before the words",
            """
            ⟦S1⟧Maria Santos⟦/S1⟧ ⟦C1⟧replied⟦/C1⟧: ⟦Q1⟧"Nobody asked us."⟦/Q1⟧
            ====
            Q1 direct speech Maria Santos
            """),
        GoldCase(
            "the cue in the middle makes one quotation of two spans",
            """
            ⟦Q1⟧"I am tired,"⟦/Q1⟧ ⟦S1⟧Peter Novak⟦/S1⟧ ⟦C1⟧said⟦/C1⟧, ⟦Q1⟧"and I am going home."⟦/Q1⟧
            ====
            Q1 direct speech Peter Novak
            """),
        GoldCase(
            "words after the clause of saying go on",
            """
            ⟦Q1⟧"The vote was fair,"⟦/Q1⟧ ⟦S1⟧Peter Novak⟦/S1⟧ ⟦C1⟧said⟦/C1⟧. ⟦Q1⟧"We counted twice."⟦/Q1⟧
            ====
            Q1 direct speech Peter Novak
            """),
        GoldCase(
            "an aside between subject and verb",
            """
            ⟦Q1⟧"It will pass,"⟦/Q1⟧ ⟦S1⟧Hugh Hill, a doctor⟦/S1⟧, ⟦C1⟧said⟦/C1⟧.
            ====
            Q1 direct speech Hugh Hill
            """),
        GoldCase(
            "said X, who replaced Y",
            """
            Lena Ott left in May.

            ⟦Q1⟧"The plan stands,"⟦/Q1⟧ ⟦C1⟧said⟦/C1⟧ ⟦S1⟧Ivan Petrov⟦/S1⟧, who replaced Ott.
            ====
            Q1 direct speech Ivan Petrov
            """),
        GoldCase(
            "straight marks inside straight marks",
            """
            ⟦Q1⟧"They called it an "operation" and left,"⟦/Q1⟧ ⟦S1⟧Olena Bondar⟦/S1⟧ ⟦C1⟧said⟦/C1⟧.
            ====
            Q1 direct speech Olena Bondar
            """),
        GoldCase(
            "an opening mark at the end of a line",
            """
            ⟦S1⟧Olena Bondar⟦/S1⟧ ⟦C1⟧said⟦/C1⟧ ⟦Q1⟧that her town is "
            ready for the winter."⟦/Q1⟧
            ====
            Q1 mixed speech Olena Bondar
            """),
        GoldCase(
            "British single marks and an apostrophe",
            """
            ⟦Q1⟧‘I don’t know the workers’ names,’⟦/Q1⟧ ⟦S1⟧Tom Reed⟦/S1⟧ ⟦C1⟧said⟦/C1⟧.
            ====
            Q1 direct speech Tom Reed
            """),
        GoldCase(
            "straight single marks",
            """
            ⟦Q1⟧'It's not the rain that's new,'⟦/Q1⟧ ⟦S1⟧Tom Reed⟦/S1⟧ ⟦C1⟧said⟦/C1⟧.
            ====
            Q1 direct speech Tom Reed
            """),
        GoldCase(
            "a question is followed by a name",
            """
            ⟦Q1⟧"Why should we pay?"⟦/Q1⟧ ⟦S1⟧Greta Holm⟦/S1⟧ ⟦C1⟧asked⟦/C1⟧.
            ====
            Q1 direct speech Greta Holm
            """),
        GoldCase(
            "a rare cue",
            """
            ⟦Q1⟧“Absolutely not,”⟦/Q1⟧ ⟦C1⟧quipped⟦/C1⟧ ⟦S1⟧Greta Holm⟦/S1⟧.
            ====
            Q1 direct speech Greta Holm
            """),
        GoldCase(
            "quoted words as the object",
            """
            ⟦S1⟧Greta Holm⟦/S1⟧ ⟦C1⟧called⟦/C1⟧ ⟦Q1⟧the tax "a cruel joke."⟦/Q1⟧
            ====
            Q1 mixed speech Greta Holm
            """),
    ]

    static let indirect = [
        GoldCase(
            "that and its coordinated clauses",
            """
            ⟦S1⟧Anna Berg⟦/S1⟧ ⟦C1⟧said⟦/C1⟧ ⟦Q1⟧that the road was closed and that nobody knew for how long⟦/Q1⟧.
            ====
            Q1 indirect speech Anna Berg
            """),
        GoldCase(
            "without that",
            """
            ⟦S1⟧Anna Berg⟦/S1⟧ ⟦C1⟧said⟦/C1⟧ ⟦Q1⟧the road was closed because of snow⟦/Q1⟧.
            ====
            Q1 indirect speech Anna Berg
            """),
        GoldCase(
            "told reporters that",
            """
            On Tuesday, ⟦S1⟧Anna Berg⟦/S1⟧ ⟦C1⟧told⟦/C1⟧ reporters in Oslo ⟦Q1⟧that the bridge would open in June⟦/Q1⟧.
            ====
            Q1 indirect speech Anna Berg
            """),
        GoldCase(
            "according to, in front and behind",
            """
            ⟦C1⟧According to⟦/C1⟧ ⟦S1⟧Anna Berg⟦/S1⟧, ⟦Q1⟧the ship was late⟦/Q1⟧. ⟦Q2⟧The crew was safe⟦/Q2⟧, ⟦C2⟧according to⟦/C2⟧ ⟦S2⟧the coastguard⟦/S2⟧.
            ====
            Q1 indirect speech Anna Berg
            Q2 indirect speech -
            """),
        GoldCase(
            "has claimed, concluded that",
            """
            ⟦S1⟧Russia⟦/S1⟧ ⟦C1⟧has claimed⟦/C1⟧ ⟦Q1⟧the talks were close to success⟦/Q1⟧. ⟦S2⟧Anna Berg⟦/S2⟧ ⟦C2⟧concluded⟦/C2⟧ ⟦Q2⟧that they were not⟦/Q2⟧.
            ====
            Q1 indirect speech Russia
            Q2 indirect speech Anna Berg
            """),
        GoldCase(
            "the clause of saying at the end",
            """
            ⟦Q1⟧The two ships had collided in thick fog⟦/Q1⟧, ⟦S1⟧Anna Berg⟦/S1⟧ ⟦C1⟧said⟦/C1⟧.
            ====
            Q1 indirect speech Anna Berg
            """),
        GoldCase(
            "the clause of saying in the middle",
            """
            ⟦Q1⟧The ships⟦/Q1⟧, ⟦S1⟧Anna Berg⟦/S1⟧ ⟦C1⟧said⟦/C1⟧, ⟦Q1⟧were too close to the coast⟦/Q1⟧.
            ====
            Q1 indirect speech Anna Berg
            """),
        GoldCase(
            "urging, accusing, ordering",
            """
            ⟦S1⟧Anna Berg⟦/S1⟧ ⟦C1⟧urged⟦/C1⟧ ⟦Q1⟧both sides to return to the table⟦/Q1⟧. ⟦S2⟧Tom Reed⟦/S2⟧ ⟦C2⟧accused⟦/C2⟧ ⟦Q2⟧the minister of lying⟦/Q2⟧. ⟦S3⟧The court⟦/S3⟧ ⟦C3⟧ordered⟦/C3⟧ ⟦Q3⟧the company to pay⟦/Q3⟧.
            ====
            Q1 indirect speech Anna Berg
            Q2 indirect speech Tom Reed
            Q3 indirect speech -
            """),
        GoldCase(
            "promises and denials",
            """
            ⟦S1⟧Anna Berg⟦/S1⟧ ⟦C1⟧promised⟦/C1⟧ ⟦Q1⟧to repair the roof⟦/Q1⟧. ⟦S2⟧Tom Reed⟦/S2⟧ ⟦C2⟧has denied⟦/C2⟧ ⟦Q2⟧the accusation⟦/Q2⟧.
            ====
            Q1 indirect speech Anna Berg
            Q2 indirect speech Tom Reed
            """),
        GoldCase(
            "thought is told from speech",
            """
            ⟦S1⟧Anna Berg⟦/S1⟧ ⟦C1⟧believes⟦/C1⟧ ⟦Q1⟧that the ice will hold⟦/Q1⟧. ⟦S2⟧Tom Reed⟦/S2⟧ ⟦C2⟧wants⟦/C2⟧ ⟦Q2⟧to go home⟦/Q2⟧.
            ====
            Q1 indirect thought Anna Berg
            Q2 indirect thought Tom Reed
            """),
        GoldCase(
            "a second saying ends the first",
            """
            ⟦S1⟧Anna Berg⟦/S1⟧ ⟦C1⟧said⟦/C1⟧ ⟦Q1⟧the plan was sound⟦/Q1⟧, but ⟦S2⟧Tom Reed⟦/S2⟧ ⟦C2⟧said⟦/C2⟧ ⟦Q2⟧it would fail⟦/Q2⟧.
            ====
            Q1 indirect speech Anna Berg
            Q2 indirect speech Tom Reed
            """),
        GoldCase(
            "adding that",
            """
            ⟦S1,2⟧Anna Berg⟦/S1,2⟧ ⟦C1⟧said⟦/C1⟧ ⟦Q1⟧the plan was sound⟦/Q1⟧, ⟦C2⟧adding⟦/C2⟧ ⟦Q2⟧that it was cheap⟦/Q2⟧.
            ====
            Q1 indirect speech Anna Berg
            Q2 indirect speech Anna Berg
            """),
        GoldCase(
            "the outermost of nested quotations",
            """
            ⟦S1⟧Anna Berg⟦/S1⟧ ⟦C1⟧said⟦/C1⟧ ⟦Q1⟧that Tom Reed had told her that he would resign⟦/Q1⟧.
            ====
            Q1 indirect speech Anna Berg
            """),
    ]

    static let turns = [
        GoldCase(
            "marks that close and open anew begin another quotation",
            """
            ⟦Q1⟧"The first year was hard,"⟦/Q1⟧ ⟦S1,2⟧Anna Berg⟦/S1,2⟧ ⟦C1⟧said⟦/C1⟧.

            ⟦Q2⟧"The second year was harder."⟦/Q2⟧
            ====
            Q1 direct speech Anna Berg
            Q2 direct speech Anna Berg
            """),
        GoldCase(
            "a mark opens each paragraph, one closes",
            """
            ⟦S1⟧Anna Berg⟦/S1⟧ ⟦C1⟧said⟦/C1⟧: ⟦Q1⟧“The first year was hard.

            “The second year was harder.”⟦/Q1⟧

            The third was quiet.
            ====
            Q1 direct speech Anna Berg
            """),
        GoldCase(
            "the saying ends a paragraph, the words begin the next",
            """
            ⟦S1⟧Anna Berg⟦/S1⟧ ⟦C1⟧added⟦/C1⟧:

            ⟦Q1⟧"We will not ask again."⟦/Q1⟧
            ====
            Q1 direct speech Anna Berg
            """),
        GoldCase(
            "an interview's answer of two paragraphs, and what the reporter saw",
            """
            ⟦S1⟧Ole Lund⟦/S1⟧⟦C1⟧:⟦/C1⟧ ⟦Q1⟧Why do you row?⟦/Q1⟧

            **⟦S2⟧Anna Berg⟦/S2⟧⟦C2⟧:⟦/C2⟧** ⟦Q2⟧It keeps me warm.

            I row in winter too.⟦/Q2⟧

            She pours the tea.

            ⟦S3⟧Lund⟦/S3⟧⟦C3⟧:⟦/C3⟧ ⟦Q3⟧And in summer?⟦/Q3⟧
            ====
            Q1 indirect speech Ole Lund
            Q2 indirect speech Anna Berg
            Q3 indirect speech Ole Lund
            """),
        GoldCase(
            "turns of an interview",
            """
            ⟦S1⟧Anna Berg⟦/S1⟧: ⟦Q1⟧When did you know?⟦/Q1⟧

            ⟦S2⟧Tom Reed⟦/S2⟧: ⟦Q2⟧On the first day. It was raining.⟦/Q2⟧

            ⟦S3⟧Anna Berg⟦/S3⟧: ⟦Q3⟧And then?⟦/Q3⟧
            ====
            Q1 indirect speech Anna Berg
            Q2 indirect speech Tom Reed
            Q3 indirect speech Anna Berg
            """),
    ]

    static let nothing = [
        GoldCase("scare quotes", "The so-called \"reform\" took a \"short\" nine years.\n====\n"),
        GoldCase("terms of a document", "Under this plan, the region would receive \"special status\" for a year.\n====\n"),
        GoldCase("titles of works", "Her film \"The Long Night\" opened in Berlin in 2021.\n====\n"),
        GoldCase("banners", "A man held a sign that said “HANDS OFF OUR RIVER.” It rained.\n====\n"),
        GoldCase("a noun that looks like a cue", "The report of the claims reached the calls desk.\n====\n"),
        GoldCase("the passive", "The bill was called the Water Act. He was told to wait.\n====\n"),
    ]
}
