import Annotator
import DocumentModel
import Testing

@Suite("Clauses of saying with something between, and what looks like one and is none")
struct AsidesInNewsTests {
    @Test("Whose words they are, and where they begin and end", arguments: asides + endings + people + papers)
    func reported(_ gold: GoldCase) throws { try gold.check() }

    static let asides = [
        GoldCase(
            "told somebody, when, inside what is said",
            """
            Tom Reed left at noon. ⟦Q1⟧He had been promised a ferry⟦/Q1⟧, ⟦S1⟧he⟦/S1⟧ ⟦C1⟧told⟦/C1⟧ reporters afterwards, ⟦Q1⟧and had been “sold a raft”⟦/Q1⟧.
            ====
            Q1 mixed speech Tom Reed
            """),
        GoldCase(
            "words in marks before somebody who told a jury on a day",
            """
            ⟦Q1⟧Anna Berg, the former treasurer, “sold her name the way others sell eels,”⟦/Q1⟧ ⟦S1⟧a prosecutor⟦/S1⟧ ⟦C1⟧told⟦/C1⟧ jurors on Thursday, as a long trial ended.
            ====
            Q1 mixed speech -
            """),
        GoldCase(
            "years between the verb and that, and times before whether",
            """
            ⟦S1⟧A review⟦/S1⟧ ⟦C1⟧concluded⟦/C1⟧ two years ago ⟦Q1⟧that the bridge could have been saved⟦/Q1⟧. Anna Berg ⟦C2⟧was asked⟦/C2⟧ three times ⟦Q2⟧whether she had read it⟦/Q2⟧.
            ====
            Q1 indirect speech -
            Q2 indirect speech -
            """),
        GoldCase(
            "a source after and has what follows",
            """
            The tenor sailed for Lisbon and, ⟦C1⟧according to⟦/C1⟧ ⟦S1⟧his dresser⟦/S1⟧, ⟦Q1⟧never once looked back at the quay⟦/Q1⟧.
            ====
            Q1 indirect speech -
            """),
        GoldCase(
            "a source with an aside that goes on",
            """
            ⟦C1⟧According to⟦/C1⟧ ⟦S1⟧Karl Brandt⟦/S1⟧, an economist at Norvik College who has studied ferries, ⟦Q1⟧the average boat loses money⟦/Q1⟧.
            ====
            Q1 indirect speech Karl Brandt
            """),
        GoldCase(
            "a relative word before a clause of saying",
            """
            Anna Berg took the list to the warden, who, ⟦S1⟧she⟦/S1⟧ ⟦C1⟧said⟦/C1⟧, ⟦Q1⟧“looked at the cover and gave it back”⟦/Q1⟧.
            ====
            Q1 direct speech Anna Berg
            """),
        GoldCase(
            "the whole of a sentence whose subject says something too",
            """
            ⟦Q1⟧A nurse who warned the ward that it was late was told to “smile more and count less”⟦/Q1⟧, ⟦S1⟧she⟦/S1⟧ ⟦C1⟧told⟦/C1⟧ a public inquiry yesterday.

            ⟦S2⟧Anna Berg, who left the ward in May⟦/S2⟧, ⟦C2⟧said⟦/C2⟧ ⟦Q2⟧she had kept a notebook⟦/Q2⟧.
            ====
            Q1 mixed speech Anna Berg
            Q2 indirect speech Anna Berg
            """),
        GoldCase(
            "since between has and the verb",
            """
            ⟦S1⟧Mr Reed⟦/S1⟧ ⟦C1⟧has since written⟦/C1⟧ on his blog ⟦Q1⟧that he is “listening”⟦/Q1⟧.
            ====
            Q1 mixed speech Reed
            """),
        GoldCase(
            "apologised to somebody for",
            """
            ⟦S1⟧The Norvik Railway⟦/S1⟧ ⟦C1⟧apologised⟦/C1⟧ to the families for ⟦Q1⟧“every failing, and for the silence about it”⟦/Q1⟧.
            ====
            Q1 direct speech Norvik Railway
            """),
        GoldCase(
            "asked by somebody's lawyer, who is named, whether",
            """
            The heir ⟦C1⟧was asked⟦/C1⟧ by ⟦S1⟧a lawyer for the cousins, Ines Okoro⟦/S1⟧, ⟦Q1⟧whether her uncle had ever cooked an egg⟦/Q1⟧.
            ====
            Q1 indirect speech Ines Okoro
            """),
        GoldCase(
            "an answer with the verb alone",
            """
            ⟦S1⟧Anna Berg⟦/S1⟧ ⟦C1⟧said⟦/C1⟧ ⟦Q1⟧the mill had closed⟦/Q1⟧. ⟦S2⟧Tom Reed⟦/S2⟧ ⟦C2⟧denied⟦/C2⟧ ⟦Q2⟧it⟦/Q2⟧.
            ====
            Q1 indirect speech Anna Berg
            Q2 indirect speech Tom Reed
            """),
    ]

    static let endings = [
        GoldCase(
            "then another verb of saying, and one of several who say two things",
            """
            ⟦S1,2⟧Tom Reed⟦/S1,2⟧ ⟦C1⟧said⟦/C1⟧ ⟦Q1⟧it was “as safe as the sea”⟦/Q1⟧, then ⟦C2⟧demanded⟦/C2⟧ ⟦Q2⟧the next question⟦/Q2⟧. ⟦S3,4⟧Internal memos⟦/S3,4⟧ ⟦C3⟧show⟦/C3⟧ ⟦Q3⟧that engineers saw the crack in March⟦/Q3⟧, and ⟦C4⟧suggest⟦/C4⟧ ⟦Q4⟧that nobody told the islanders⟦/Q4⟧.
            ====
            Q1 mixed speech Tom Reed
            Q2 indirect speech Tom Reed
            Q3 indirect speech -
            Q4 indirect speech -
            """),
        GoldCase(
            "somebody else is asked behind a comma",
            """
            ⟦S1⟧Tom Reed⟦/S1⟧ ⟦C1⟧admitted⟦/C1⟧ ⟦Q1⟧the board had been surprised by the results⟦/Q1⟧, and Anna Berg ⟦C2⟧was asked⟦/C2⟧ ⟦Q2⟧how she had taken that⟦/Q2⟧.
            ====
            Q1 indirect speech Tom Reed
            Q2 indirect speech -
            """),
        GoldCase(
            "a list of infinitives",
            """
            ⟦S1⟧Anna Berg⟦/S1⟧ ⟦C1⟧has vowed⟦/C1⟧ ⟦Q1⟧to jail thieves, bring the age back down and reopen talks⟦/Q1⟧.
            ====
            Q1 indirect speech Anna Berg
            """),
        GoldCase(
            "two clauses of saying on the sides of a semicolon",
            """
            ⟦S1⟧Tom Reed⟦/S1⟧ ⟦C1⟧denied⟦/C1⟧ ⟦Q1⟧that he would get the “lottery win” of rumour⟦/Q1⟧; ⟦Q2⟧the rent was⟦/Q2⟧, ⟦S2⟧he⟦/S2⟧ ⟦C2⟧said⟦/C2⟧, ⟦Q2⟧about what he used to get for lamb⟦/Q2⟧.
            ====
            Q1 mixed speech Tom Reed
            Q2 indirect speech Tom Reed
            """),
        GoldCase(
            "what is not said, performed, or a title",
            """
            Governor Pell, who is never short of words, said nothing. The tenor Tom Reed sang “The Long Night” 600 times. It posted a sample of it under the heading “Free Samples”. A rest centre is open at the town hall.
            ====
            """),
        GoldCase(
            "who is accused is part of it",
            """
            ⟦Q1⟧The local mayor⟦/Q1⟧ ⟦C1⟧is accused⟦/C1⟧ by ⟦S1⟧campaigners⟦/S1⟧ on both sides ⟦Q1⟧of hiding the bill⟦/Q1⟧.
            ====
            Q1 indirect speech -
            """),
    ]

    static let people = [
        GoldCase(
            "the subject of the verb that and joins",
            """
            Tom Reed left with two dogs after ⟦S1⟧a deputy⟦/S1⟧ knocked on his door and ⟦C1⟧asked⟦/C1⟧ ⟦Q1⟧whether he wanted to stay⟦/Q1⟧.
            ====
            Q1 indirect speech -
            """),
        GoldCase(
            "a spokeswoman for a former mayor who is named",
            """
            ⟦S1⟧A spokeswoman for the former mayor, Tom Reed⟦/S1⟧, ⟦C1⟧said⟦/C1⟧ ⟦Q1⟧that he was asleep⟦/Q1⟧.
            ====
            Q1 indirect speech -
            """),
        GoldCase(
            "whoever speaks behind a name in commas is not the one named",
            """
            The folk singer Anna Berg has cancelled her concerts. In a note read out by her son, Karl, ⟦S1⟧the singer⟦/S1⟧ ⟦C1⟧said⟦/C1⟧ ⟦Q1⟧that the words were going⟦/Q1⟧.
            ====
            Q1 indirect speech Anna Berg
            """),
        GoldCase(
            "a body and its report",
            """
            The row began at the Fiscal Council, ⟦S1⟧whose report⟦/S1⟧ ⟦C1⟧described⟦/C1⟧ ⟦Q1⟧the forecasts as “hopeful”⟦/Q1⟧.
            ====
            Q1 mixed speech Fiscal Council
            """),
        GoldCase(
            "a given name with an accent that the lists have without",
            """
            Anna Berg ran the survey. Héctor Vidal left it in June. ⟦S1⟧She⟦/S1⟧ ⟦C1⟧said⟦/C1⟧ ⟦Q1⟧that it was all on a shelf⟦/Q1⟧.
            ====
            Q1 indirect speech Anna Berg
            """),
    ]

    static let papers = [
        GoldCase(
            "insisted where, and that",
            """
            ⟦S1⟧Anna Berg⟦/S1⟧ ⟦C1⟧insisted⟦/C1⟧ on local television ⟦Q1⟧that no more than thirty guests had come⟦/Q1⟧.
            ====
            Q1 indirect speech Anna Berg
            """),
        GoldCase(
            "what is asked for, and what not",
            """
            ⟦S1⟧Anna Berg⟦/S1⟧ ⟦C1⟧asked for⟦/C1⟧ ⟦Q1⟧blankets, not advice⟦/Q1⟧.
            ====
            Q1 indirect speech Anna Berg
            """),
        GoldCase(
            "a report that is told of and says what behind its aside",
            """
            ⟦S1⟧Her report, delivered in April⟦/S1⟧, ⟦C1⟧proposed⟦/C1⟧ ⟦Q1⟧joint administration of the island⟦/Q1⟧.
            ====
            Q1 indirect speech -
            """),
        GoldCase(
            "what is done to people, things and notices",
            """
            Norvia recalled its ambassador on Sunday. The college has dismissed four members of staff over it. The sheriff released four minutes of video. The rubber is pressed into tiles. A notice on the door reads “Max. 12 persons.”
            ====
            """),
        GoldCase(
            "the article agrees with what is said",
            """
            ⟦S1⟧Tom Reed⟦/S1⟧ ⟦C1⟧says⟦/C1⟧ ⟦Q1⟧the two posts are unconnected⟦/Q1⟧, and perhaps they are.
            ====
            Q1 indirect speech Tom Reed
            """),
        GoldCase(
            "the court is the tribunal, and an editorial its paper's",
            """
            ⟦S1⟧The Union Tribunal⟦/S1⟧ ⟦C1⟧said⟦/C1⟧ ⟦Q1⟧that shops may not guess⟦/Q1⟧. ⟦S2⟧The court⟦/S2⟧ ⟦C2⟧warned⟦/C2⟧ ⟦Q2⟧that others would follow⟦/Q2⟧. ⟦S3⟧An editorial in the Norvik Herald⟦/S3⟧ ⟦C3⟧urged⟦/C3⟧ ⟦Q3⟧voters to stay calm⟦/Q3⟧.
            ====
            Q1 indirect speech Union Tribunal
            Q2 indirect speech Union Tribunal
            Q3 indirect speech Norvik Herald
            """),
        GoldCase(
            "the defendant is who denies it",
            """
            ⟦S1⟧Julian Hale, 58, of Quay Street⟦/S1⟧, ⟦C1⟧denies⟦/C1⟧ ⟦Q1⟧six counts of fraud⟦/Q1⟧. ⟦S2⟧The defendant⟦/S2⟧ ⟦C2⟧said⟦/C2⟧ ⟦Q2⟧that he had never sold a boat twice⟦/Q2⟧.
            ====
            Q1 indirect speech Julian Hale
            Q2 indirect speech Julian Hale
            """),
        GoldCase(
            "a name behind a nation of two parts",
            """
            ⟦S1⟧The president of the jury, the French-Lebanese actor Carine Morel⟦/S1⟧, ⟦C1⟧described⟦/C1⟧ ⟦Q1⟧the film as “a poem with weather in it”⟦/Q1⟧.
            ====
            Q1 mixed speech Carine Morel
            """),
        GoldCase(
            "as somebody said so",
            """
            Tom Reed bowed his head as ⟦S1⟧Justice Anna Berg⟦/S1⟧ ⟦C1⟧said⟦/C1⟧ ⟦Q1⟧that it had been planned⟦/Q1⟧.
            ====
            Q1 indirect speech Anna Berg
            """),
    ]

    @Test("Paragraphs in single marks, with double ones inside, are one quotation")
    func paragraphs() throws {
        let text = """
            In a statement Anna Berg said:

            ‘I have known since the spring. First it was verses, then names.

            ‘People were kind. A doctor told me, “You had a good run of it.” It isn’t a run, it’s a walk.

            ‘Sing them wrong. I always did.’
            """
        let annotation = Annotator().annotation(of: Article(id: "x", text: text))
        let quotation = try #require(annotation.quotations.first)
        #expect(annotation.quotations.count == 1)
        #expect(annotation.speaker(of: quotation)?.name == "Anna Berg")
        #expect(quotation.spans.map { text.text(in: $0) }.joined().hasSuffix("I always did.’"))
    }

    @Test("Initials with letters beyond ASCII label the turns of an interview")
    func initials() throws {
        let text = """
            For years Guðrún Ásta Þórisdóttir has steered the ferry. Dieuwke van der Meulen spoke to her on the bridge.

            DM: Is it true that you turned back once?

            GÁ: Three times. I have only been late for volcanoes.

            DM: And what did they say?

            GÁ: Nothing at all.
            """
        let annotation = Annotator().annotation(of: Article(id: "x", text: text))
        #expect(
            annotation.quotations.map { annotation.speaker(of: $0)?.name } == [
                "Dieuwke van der Meulen", "Guðrún Ásta Þórisdóttir", "Dieuwke van der Meulen", "Guðrún Ásta Þórisdóttir",
            ])
    }

    @Test(
        "Words in marks of another language: what is said, and no names of things",
        arguments: [
            ("Der Film „Das weiße Band“ läuft wieder in der Stadt, und alle sind da. „Wir sind bereit“, sagte sie.", 1),
            ("Elle a vu le bateau « La Belle Étoile » dans le port de la ville. « C'est fini », dit-elle.", 1),
            ("Y dijo: «Nunca más». La novela «Cien años» se vende en todas las librerías de la ciudad.", 1),
        ])
    func foreignMarks(text: String, count: Int) {
        #expect(Annotator().annotation(of: Article(id: "x", text: text)).quotations.count == count)
    }

    @Test("A day behind a name is no part of it, and neither is where somebody works")
    func namesApart() {
        let text = """
            Former minister José Chilabert Thursday launched his bid. Anna Thorsen of Harbour Capital said it was late.
            """
        let annotation = Annotator().annotation(of: Article(id: "x", text: text))
        let names = annotation.entities.map { "\(text.text(in: $0.range)):\($0.kind.rawValue)" }
        #expect(names.contains("José Chilabert:PERSON"))
        #expect(names.contains("Thursday:DATE"))
        #expect(names.contains("Anna Thorsen:PERSON"))
    }
}
