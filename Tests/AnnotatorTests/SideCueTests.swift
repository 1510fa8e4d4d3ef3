import Testing

@Suite("Cues that are no verb with its subject, and cues apart from what is said")
struct SideCueTests {
    @Test("Passives, nouns, views", arguments: sideways) func sideCues(_ gold: GoldCase) throws { try gold.check() }
    @Test("Cues after or inside what is said", arguments: apart) func cuesApart(_ gold: GoldCase) throws {
        try gold.check()
    }
    @Test("Quoted words inside a phrase", arguments: phrases) func quotedInPhrases(_ gold: GoldCase) throws {
        try gold.check()
    }

    static let sideways = [
        GoldCase(
            "told and reported by nobody named",
            """
            Ole Lund ⟦C1⟧was told⟦/C1⟧ ⟦Q1⟧that the ship was lost⟦/Q1⟧. It ⟦C2⟧was reported⟦/C2⟧ ⟦Q2⟧that the crew was safe⟦/Q2⟧.
            ====
            Q1 indirect speech -
            Q2 indirect speech -
            """),
        GoldCase(
            "asked by somebody whether",
            """
            ⟦C1⟧Asked⟦/C1⟧ by ⟦S1⟧Anna Berg⟦/S1⟧ ⟦Q1⟧whether he would resign⟦/Q1⟧, ⟦S2⟧Ole Lund⟦/S2⟧ ⟦C2⟧said⟦/C2⟧ ⟦Q2⟧that he would not⟦/Q2⟧.
            ====
            Q1 indirect speech Anna Berg
            Q2 indirect speech Ole Lund
            """),
        GoldCase(
            "somebody's claim that",
            """
            The trial began with ⟦S1⟧Anna Berg⟦/S1⟧'s ⟦C1⟧claim⟦/C1⟧ ⟦Q1⟧that the bank was hers⟦/Q1⟧.
            ====
            Q1 indirect speech Anna Berg
            """),
        GoldCase(
            "as X noted, as X put it",
            """
            As ⟦S1⟧Anna Berg⟦/S1⟧ ⟦C1⟧noted⟦/C1⟧, ⟦Q1⟧the harbour was empty⟦/Q1⟧. The sea, as ⟦S2⟧Ole Lund⟦/S2⟧ ⟦C2⟧put it⟦/C2⟧, ⟦Q2⟧"always wins."⟦/Q2⟧
            ====
            Q1 indirect speech Anna Berg
            Q2 direct speech Ole Lund
            """),
        GoldCase(
            "in somebody's view",
            """
            In ⟦S1⟧Ole Lund⟦/S1⟧'s ⟦C1⟧view⟦/C1⟧, ⟦Q1⟧the harbour is too small⟦/Q1⟧.
            ====
            Q1 indirect speech Ole Lund
            """),
        GoldCase(
            "the subject before another verb",
            """
            ⟦S1⟧Anna Berg⟦/S1⟧ shook her head and ⟦C1⟧said⟦/C1⟧ ⟦Q1⟧that she was tired⟦/Q1⟧.
            ====
            Q1 indirect speech Anna Berg
            """),
        GoldCase(
            "an aside between verb and that",
            """
            ⟦S1⟧Anna Berg⟦/S1⟧ ⟦C1⟧said⟦/C1⟧, without evidence, ⟦Q1⟧that the vote was stolen⟦/Q1⟧.
            ====
            Q1 indirect speech Anna Berg
            """),
        GoldCase(
            "said if",
            """
            ⟦S1⟧Anna Berg⟦/S1⟧ ⟦C1⟧said⟦/C1⟧ ⟦Q1⟧if the ice broke, the ferry would stop⟦/Q1⟧.
            ====
            Q1 indirect speech Anna Berg
            """),
    ]

    static let apart = [
        GoldCase(
            "the cue is a paragraph of its own",
            """
            ⟦Q1⟧"The port will reopen on Friday."⟦/Q1⟧

            ⟦S1⟧Russia Today⟦/S1⟧ ⟦C1⟧noted⟦/C1⟧.

            The city was calm.
            ====
            Q1 direct speech Russia Today
            """),
        GoldCase(
            "that is what X told",
            """
            ⟦Q1⟧"The money was gone before we came."⟦/Q1⟧

            That is what ⟦S1⟧Anna Berg⟦/S1⟧ ⟦C1⟧told⟦/C1⟧ the committee on Monday.
            ====
            Q1 direct speech Anna Berg
            """),
        GoldCase(
            "according to in the middle",
            """
            ⟦Q1⟧The deal⟦/Q1⟧, ⟦C1⟧according to⟦/C1⟧ ⟦S1⟧Ole Lund⟦/S1⟧, ⟦Q1⟧was dead⟦/Q1⟧.
            ====
            Q1 indirect speech Ole Lund
            """),
        GoldCase(
            "an irregular verb makes a clause",
            """
            ⟦Q1⟧The ship sank at dawn⟦/Q1⟧, ⟦S1⟧Reuters⟦/S1⟧ ⟦C1⟧reported⟦/C1⟧ Monday.
            ====
            Q1 indirect speech Reuters
            """),
        GoldCase(
            "quoted words before are not the speaker's",
            """
            To cries of "Shame! Shame!" ⟦S1⟧Anna Berg⟦/S1⟧ ⟦C1⟧said⟦/C1⟧ ⟦Q1⟧that she would go⟦/Q1⟧.
            ====
            Q1 indirect speech Anna Berg
            """),
        GoldCase(
            "what one did not say ends what another said",
            """
            ⟦S1⟧Ole Lund⟦/S1⟧ ⟦C1⟧said⟦/C1⟧ ⟦Q1⟧the trial was over⟦/Q1⟧, but he did not say why.
            ====
            Q1 indirect speech Ole Lund
            """),
    ]

    static let phrases = [
        GoldCase(
            "an article before quoted words",
            """
            ⟦S1⟧Anna Berg⟦/S1⟧ ⟦C1⟧praised⟦/C1⟧ ⟦Q1⟧the "brave crew" of the ship⟦/Q1⟧.
            ====
            Q1 mixed speech Anna Berg
            """),
        GoldCase("a thing that is called so", "She bought a website called \"Night Train\" in May.\n====\n"),
        GoldCase(
            "a role without an article in the aside",
            """
            ⟦S1⟧Anna Berg, executive director of the Water Board⟦/S1⟧, ⟦C1⟧called⟦/C1⟧ ⟦Q1⟧the plan a "cruel joke."⟦/Q1⟧
            ====
            Q1 mixed speech Anna Berg
            """),
        GoldCase(
            "her lawyer, named once",
            """
            Anna Berg was freed. ⟦S1⟧Her lawyer, Karl Brandt⟦/S1⟧, ⟦C1⟧said⟦/C1⟧ ⟦Q1⟧that she was well⟦/Q1⟧. ⟦Q2⟧"She is well,"⟦/Q2⟧ ⟦S2⟧her lawyer⟦/S2⟧ ⟦C2⟧said⟦/C2⟧.
            ====
            Q1 indirect speech Karl Brandt
            Q2 direct speech Karl Brandt
            """),
    ]
}
