import Testing

/// Short passages in the manners of news: courts, sport, interviews, science, statements, letters, transcripts.
@Suite("Quotations in the forms of news")
struct NewsFormTests {
    @Test("Courts and police", arguments: courts) func court(_ gold: GoldCase) throws { try gold.check() }
    @Test("Interviews and transcripts", arguments: interviews) func interview(_ gold: GoldCase) throws { try gold.check() }
    @Test("Statements, letters, posts", arguments: statements) func statement(_ gold: GoldCase) throws { try gold.check() }
    @Test("Turns and who goes on", arguments: turns) func turn(_ gold: GoldCase) throws { try gold.check() }
    @Test("Words in marks and those around", arguments: mixed) func partlyQuoted(_ gold: GoldCase) throws {
        try gold.check()
    }

    static let courts = [
        GoldCase(
            "somebody in apposition inside what is said",
            """
            Prosecuting, ⟦S1⟧Simon Achebe⟦/S1⟧ ⟦C1⟧said⟦/C1⟧ ⟦Q1⟧the defendant, Colin Marsh, had bought weedkiller “in quantities that would clear a motorway.”⟦/Q1⟧
            ====
            Q1 mixed speech Simon Achebe
            """),
        GoldCase(
            "a title before an inverted name",
            """
            ⟦Q1⟧“You took the savings of people who trusted you,”⟦/Q1⟧ ⟦C1⟧said⟦/C1⟧ ⟦S1⟧Mr Justice Penhaligon⟦/S1⟧, ⟦Q1⟧“and spent them on boats.”⟦/Q1⟧
            ====
            Q1 direct speech Penhaligon
            """),
        GoldCase(
            "a man in apposition after a report",
            """
            ⟦C1⟧According to⟦/C1⟧ ⟦S1⟧the police report⟦/S1⟧, ⟦Q1⟧the groom’s uncle, Ray Stubbs, 54, “became agitated when the band played.”⟦/Q1⟧
            ====
            Q1 mixed speech -
            """),
        GoldCase(
            "those were the words of",
            """
            ⟦Q1⟧“I was tired and I drove too fast.”⟦/Q1⟧

            Those were the ⟦C1⟧words⟦/C1⟧ of ⟦S1⟧Darren Pike⟦/S1⟧ as he was sentenced on Friday.
            ====
            Q1 direct speech Darren Pike
            """),
        GoldCase(
            "nobody's name given",
            """
            ⟦Q1⟧“They don’t care about us,”⟦/Q1⟧ ⟦S1⟧the driver⟦/S1⟧ ⟦C1⟧said⟦/C1⟧, declining to give his name.
            ====
            Q1 direct speech -
            """),
        GoldCase(
            "counsel, the jury and a client",
            """
            Colin Marsh was in court. ⟦S1⟧His barrister, Lucy Fairfax⟦/S1⟧, ⟦C1⟧told⟦/C1⟧ the jury ⟦Q1⟧her client was “a fool, but not a poisoner.”⟦/Q1⟧
            ====
            Q1 mixed speech Lucy Fairfax
            """),
    ]

    static let interviews = [
        GoldCase(
            "labels in capitals",
            """
            The call was made at night, and the state released it on Friday morning.

            ⟦S1⟧OPERATOR⟦/S1⟧⟦C1⟧:⟦/C1⟧ ⟦Q1⟧What is your emergency?⟦/Q1⟧

            ⟦S2⟧CALLER⟦/S2⟧⟦C2⟧:⟦/C2⟧ ⟦Q2⟧There’s a bear in my kitchen.⟦/Q2⟧

            ⟦S3⟧OPERATOR⟦/S3⟧⟦C3⟧:⟦/C3⟧ ⟦Q3⟧Is the bear still there?⟦/Q3⟧

            ⟦S4⟧CALLER⟦/S4⟧⟦C4⟧:⟦/C4⟧ ⟦Q4⟧She’s eating the cake.⟦/Q4⟧
            ====
            Q1 indirect speech -
            Q2 indirect speech -
            Q3 indirect speech -
            Q4 indirect speech -
            """),
        GoldCase(
            "a question before the main clause",
            """
            When the mayor ⟦C1⟧was asked⟦/C1⟧ ⟦Q1⟧whether she would run again⟦/Q1⟧, she laughed.
            ====
            Q1 indirect speech -
            """),
        GoldCase(
            "who answers what was asked",
            """
            ⟦C1⟧Asked⟦/C1⟧ by ⟦S1⟧a reporter⟦/S1⟧ ⟦Q1⟧how he felt⟦/Q1⟧, ⟦S2⟧Carl Hayes⟦/S2⟧ waved and ⟦C2⟧said⟦/C2⟧, ⟦Q2⟧“Never better.”⟦/Q2⟧
            ====
            Q1 indirect speech -
            Q2 direct speech Carl Hayes
            """),
        GoldCase(
            "a heading of the speaker and the topic",
            """
            Fans went home late after the game, and few of them slept before the morning came.

            ⟦S1⟧Coach Dana Ruiz⟦/S1⟧, on the last shot⟦C1⟧:⟦/C1⟧ ⟦Q1⟧“He’s been taking it in the driveway since he was six.”⟦/Q1⟧
            ====
            Q1 direct speech Dana Ruiz
            """),
    ]

    static let statements = [
        GoldCase(
            "a military title in apposition",
            """
            ⟦S1⟧The president’s doctor, Rear Adm. Scott Pell⟦/S1⟧, ⟦C1⟧said⟦/C1⟧ in a letter released on Friday ⟦Q1⟧that the leader was “fit for duty.”⟦/Q1⟧
            ====
            Q1 mixed speech Scott Pell
            """),
        GoldCase(
            "a relative clause with an object",
            """
            The memo came on Monday. ⟦S1⟧Two employees who received it⟦/S1⟧ ⟦C1⟧said⟦/C1⟧ ⟦Q1⟧they had laughed out loud⟦/Q1⟧.
            ====
            Q1 indirect speech -
            """),
        GoldCase(
            "a spokesman for a body in apposition",
            """
            ⟦S1⟧A spokeswoman for Redfern Aerospace, which built the valve⟦/S1⟧, ⟦C1⟧said⟦/C1⟧ ⟦Q1⟧the company was reviewing the data⟦/Q1⟧.
            ====
            Q1 indirect speech Redfern Aerospace
            """),
        GoldCase(
            "a post and its reply",
            """
            ⟦Q1⟧“We hear you, Marty,”⟦/Q1⟧ ⟦S1⟧CityTransit⟦/S1⟧ ⟦C1⟧replied⟦/C1⟧ from its official account. ⟦Q1⟧“Crews are on it.”⟦/Q1⟧
            ====
            Q1 direct speech CityTransit
            """),
    ]

    static let turns = [
        GoldCase(
            "a verb of any manner between words and a name",
            """
            ⟦Q1⟧“Lots of butter,”⟦/Q1⟧ ⟦C1⟧chuckled⟦/C1⟧ ⟦S1⟧Anna Berg⟦/S1⟧.
            ====
            Q1 direct speech Anna Berg
            """),
        GoldCase(
            "she is the mother who has no name",
            """
            Dr Miriam Katz has treated hundreds. ⟦S1⟧One mother⟦/S1⟧ ⟦C1⟧said⟦/C1⟧ ⟦Q1⟧that her son had turned blue⟦/Q1⟧. ⟦Q2⟧“I rang and I could not speak,”⟦/Q2⟧ ⟦S2⟧she⟦/S2⟧ ⟦C2⟧said⟦/C2⟧.
            ====
            Q1 indirect speech -
            Q2 direct speech -
            """),
        GoldCase(
            "words of the turn before somebody else speaks",
            """
            ⟦Q1⟧“He gave us honey every year,”⟦/Q1⟧ ⟦C1⟧said⟦/C1⟧ ⟦S1⟧Doreen Hatch⟦/S1⟧. ⟦Q1⟧“You never think, do you?”⟦/Q1⟧ ⟦S2⟧Tom Reed⟦/S2⟧ ⟦C2⟧said⟦/C2⟧ ⟦Q2⟧that police had been there all night⟦/Q2⟧.
            ====
            Q1 direct speech Doreen Hatch
            Q2 indirect speech Tom Reed
            """),
        GoldCase(
            "the bishop is named further on",
            """
            ⟦S1⟧The bishop⟦/S1⟧ ⟦C1⟧wrote⟦/C1⟧ ⟦Q1⟧that the church would be sold⟦/Q1⟧. In the letter, ⟦S2⟧Bishop Cuthbert Lang⟦/S2⟧ ⟦C2⟧said⟦/C2⟧ ⟦Q2⟧the roof was gone⟦/Q2⟧.
            ====
            Q1 indirect speech Cuthbert Lang
            Q2 indirect speech Cuthbert Lang
            """),
        GoldCase(
            "a colleague is somebody else",
            """
            Winston Clarke drives a taxi. Next to him, a colleague nodded. ⟦Q1⟧“They do not care about us,”⟦/Q1⟧ ⟦S1⟧the man⟦/S1⟧ ⟦C1⟧said⟦/C1⟧.
            ====
            Q1 direct speech -
            """),
        GoldCase(
            "the central bank is another bank",
            """
            Bexley Bank will merge. ⟦S1⟧The central bank⟦/S1⟧ ⟦C1⟧said⟦/C1⟧ ⟦Q1⟧that it would look at the data⟦/Q1⟧.
            ====
            Q1 indirect speech -
            """),
        GoldCase(
            "who spoke without marks goes on with them",
            """
            Anna Berg and Tom Reed own the mill. ⟦Q1⟧“It is dry,”⟦/Q1⟧ ⟦S1⟧Reed⟦/S1⟧ ⟦C1⟧said⟦/C1⟧. ⟦S2,3⟧Berg⟦/S2,3⟧ ⟦C2⟧said⟦/C2⟧ ⟦Q2⟧that the river would come back⟦/Q2⟧. ⟦Q3⟧“It always has.”⟦/Q3⟧
            ====
            Q1 direct speech Tom Reed
            Q2 indirect speech Anna Berg
            Q3 direct speech Anna Berg
            """),
        GoldCase(
            "the next sentence begins in marks and ends without",
            """
            ⟦Q1⟧“Many of them agree with us,”⟦/Q1⟧ ⟦S1⟧Anna Berg⟦/S1⟧ ⟦C1⟧said⟦/C1⟧. ⟦Q1⟧“They simply are not there yet” to sign the letter⟦/Q1⟧.
            ====
            Q1 mixed speech Anna Berg
            """),
        GoldCase(
            "two shouts",
            """
            ⟦S1⟧The crowd⟦/S1⟧ ⟦C1⟧chanted⟦/C1⟧ ⟦Q1⟧“Send them home,” and “Build the wall.”⟦/Q1⟧
            ====
            Q1 mixed speech -
            """),
    ]

    static let mixed = [
        GoldCase(
            "a list of names that are given",
            """
            ⟦S1⟧Anna Berg⟦/S1⟧ ⟦C1⟧called⟦/C1⟧ ⟦Q1⟧the mayor a “nasty man,” a “serial liar,” “unstable” and “sick.”⟦/Q1⟧
            ====
            Q1 mixed speech Anna Berg
            """),
        GoldCase(
            "but, and the words go on in marks",
            """
            ⟦Q1⟧“You know, I love Larry,”⟦/Q1⟧ ⟦S1⟧Anna Berg⟦/S1⟧ ⟦C1⟧said⟦/C1⟧, ⟦Q1⟧but “he has never been on time.”⟦/Q1⟧
            ====
            Q1 mixed speech Anna Berg
            """),
        GoldCase(
            "but, and the article speaks again",
            """
            ⟦S1⟧Anna Berg⟦/S1⟧ ⟦C1⟧said⟦/C1⟧ ⟦Q1⟧that the figure was “true,”⟦/Q1⟧ but in her report she could not show it.
            ====
            Q1 mixed speech Anna Berg
            """),
        GoldCase(
            "another clause of saying after words in marks",
            """
            ⟦S1,2⟧Anna Berg⟦/S1,2⟧ ⟦C1⟧wrote⟦/C1⟧ ⟦Q1⟧that it was “a con”⟦/Q1⟧ and ⟦C2⟧urged⟦/C2⟧ ⟦Q2⟧the mayor to go⟦/Q2⟧.
            ====
            Q1 mixed speech Anna Berg
            Q2 indirect speech Anna Berg
            """),
        GoldCase(
            "a name that is given, and of what",
            """
            The court condemned ⟦Q1⟧what⟦/Q1⟧ ⟦S1⟧it⟦/S1⟧ ⟦C1⟧called⟦/C1⟧ ⟦Q1⟧a “brazen breach” of the rules⟦/Q1⟧.
            ====
            Q1 mixed speech -
            """),
        GoldCase(
            "it is not who is warned",
            """
            ⟦S1⟧Anna Berg⟦/S1⟧ ⟦C1⟧warned⟦/C1⟧ ⟦Q1⟧it “would make felons of wedding photographers.”⟦/Q1⟧
            ====
            Q1 mixed speech Anna Berg
            """),
        GoldCase(
            "a document after an aside",
            """
            ⟦S1⟧The committee’s report, published on Thursday⟦/S1⟧, ⟦C1⟧concludes⟦/C1⟧ ⟦Q1⟧that ministers “misled the public.”⟦/Q1⟧
            ====
            Q1 mixed speech -
            """),
        GoldCase(
            "a name with a title in apposition to who speaks",
            """
            ⟦S1⟧The coroner, Dr Philip Osei⟦/S1⟧, recorded a verdict and ⟦C1⟧said⟦/C1⟧ ⟦Q1⟧that lessons must be learned⟦/Q1⟧.
            ====
            Q1 indirect speech Philip Osei
            """),
        GoldCase(
            "an aside between who is accused and of what",
            """
            ⟦S1⟧Anna Berg⟦/S1⟧ ⟦C1⟧accused⟦/C1⟧ ⟦Q1⟧Reed, the winner of three elections in the north, of being “queasy” about bread⟦/Q1⟧.
            ====
            Q1 mixed speech Anna Berg
            """),
        GoldCase(
            "a list whose last part is in marks",
            """
            ⟦S1⟧Anna Berg⟦/S1⟧ ⟦C1⟧described⟦/C1⟧ ⟦Q1⟧families at long tables, kitchens full of steam, and a town of “honesty and straight talk.”⟦/Q1⟧
            ====
            Q1 mixed speech Anna Berg
            """),
        GoldCase(
            "a noun after the name that is given",
            """
            The firm builds ⟦Q1⟧what⟦/Q1⟧ ⟦S1⟧it⟦/S1⟧ ⟦C1⟧calls⟦/C1⟧ ⟦Q1⟧“deep” profiles of voters⟦/Q1⟧.
            ====
            Q1 mixed speech -
            """),
        GoldCase(
            "a participle in front without a comma",
            """
            ⟦C1⟧Conceding⟦/C1⟧ ⟦Q1⟧that there would be a deal “down the line”⟦/Q1⟧ ⟦S1,2⟧he⟦/S1,2⟧ ⟦C2⟧warned⟦/C2⟧: ⟦Q2⟧“It will not happen soon.”⟦/Q2⟧
            ====
            Q1 mixed speech -
            Q2 direct speech -
            """),
        GoldCase(
            "no words on signs, none in lists",
            """
            Thousands marched through the town carrying banners that read “Bread, not bonds.” Among the reasons: falling wages, new taxes and “a cold wind.”
            ====
            """),
    ]
}
