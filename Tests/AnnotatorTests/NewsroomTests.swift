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
        GoldCase(
            "a remark of the article's ends what is said",
            """
            ⟦S1⟧The ministry⟦/S1⟧ ⟦C1⟧argues⟦/C1⟧ ⟦Q1⟧that glass breaks too easily⟦/Q1⟧, a point nobody had asked it to make.
            ====
            Q1 indirect speech -
            """),
        GoldCase(
            "what is planned has a condition",
            """
            ⟦S1⟧She⟦/S1⟧ ⟦C1⟧plans⟦/C1⟧ ⟦Q1⟧to sample rocks in the north next summer, if a permit arrives⟦/Q1⟧.
            ====
            Q1 indirect thought -
            """),
        GoldCase(
            "the article goes on behind its source",
            """
            ⟦Q1⟧About one in seven adults snores⟦/Q1⟧, ⟦C1⟧according to⟦/C1⟧ ⟦S1⟧the council⟦/S1⟧, and there is no cure.
            ====
            Q1 indirect speech -
            """),
        GoldCase(
            "the clause a clause of saying stands inside",
            """
            The gate closes before noon, although ⟦Q1⟧no driver⟦/Q1⟧, ⟦S1⟧she⟦/S1⟧ ⟦C1⟧admits⟦/C1⟧, ⟦Q1⟧has ever needed it at seventy miles an hour⟦/Q1⟧.
            ====
            Q1 indirect speech -
            """),
        GoldCase(
            "somebody herself",
            """
            ⟦Q1⟧She herself⟦/Q1⟧ ⟦C1⟧is said⟦/C1⟧ by ⟦S1⟧an aide⟦/S1⟧ ⟦Q1⟧to favour waiting⟦/Q1⟧.
            ====
            Q1 indirect speech -
            """),
        GoldCase(
            "a claim is denied with its noun",
            """
            ⟦S1⟧Anna Berg⟦/S1⟧ ⟦C1⟧debunked⟦/C1⟧ ⟦Q1⟧the claim that no reply was sent⟦/Q1⟧. ⟦S2⟧She⟦/S2⟧ ⟦C2⟧undertook⟦/C2⟧ ⟦Q2⟧to write⟦/Q2⟧.
            ====
            Q1 indirect speech Anna Berg
            Q2 indirect speech Anna Berg
            """),
        GoldCase(
            "a study at the end of a headline",
            """
            ⟦Q1⟧Lichens keep a diary of lightning⟦/Q1⟧, ⟦S1⟧a study⟦/S1⟧ ⟦C1⟧finds⟦/C1⟧
            ====
            Q1 indirect speech -
            """),
        GoldCase(
            "a plea, and an oath never to do it again",
            """
            ⟦S1⟧Anna Berg⟦/S1⟧ ⟦C1⟧pleaded⟦/C1⟧ ⟦Q1⟧not guilty to all of it⟦/Q1⟧. ⟦S2⟧She⟦/S2⟧ ⟦C2⟧had sworn⟦/C2⟧ ⟦Q2⟧never to sing again⟦/Q2⟧.
            ====
            Q1 indirect speech Anna Berg
            Q2 indirect speech Anna Berg
            """),
        GoldCase(
            "words in marks go on before a sentence whose noun may be a verb of saying",
            """
            ⟦Q1⟧"We are aware of it,"⟦/Q1⟧ ⟦S1⟧Anna Berg⟦/S1⟧ ⟦C1⟧tweeted⟦/C1⟧. ⟦Q1⟧"Why not try walking?"⟦/Q1⟧ The tweet is gone.
            ====
            Q1 direct speech Anna Berg
            """),
        GoldCase(
            "an hour ends a sentence before a number",
            """
            ⟦Q1⟧“It is late,”⟦/Q1⟧ ⟦S1⟧Anna Berg⟦/S1⟧ ⟦C1⟧wrote⟦/C1⟧ at 5 a.m. Twenty minutes later ⟦S2⟧she⟦/S2⟧ ⟦C2⟧wrote⟦/C2⟧: ⟦Q2⟧“It is early.”⟦/Q2⟧
            ====
            Q1 direct speech Anna Berg
            Q2 direct speech Anna Berg
            """),
        GoldCase(
            "words inside words in marks, over several paragraphs",
            """
            ⟦Q1⟧“He came in wet,”⟦/Q1⟧ ⟦S1⟧Anna Berg⟦/S1⟧ ⟦C1⟧remembers⟦/C1⟧. ⟦Q1⟧“I said, ‘Sir, we close at five.’

            “He said, ‘I know. That is why I came at six.’

            “So I let him in.”⟦/Q1⟧
            ====
            Q1 direct speech Anna Berg
            """),
        GoldCase(
            "two who speak in one sentence, each with a verb that *that* or *whether* joins",
            """
            ⟦S1⟧Anna Berg, an analyst⟦/S1⟧, ⟦C1⟧wrote⟦/C1⟧ ⟦Q1⟧that the shop had blamed the weather⟦/Q1⟧, and ⟦S2⟧Karl Reed of Norvik Research⟦/S2⟧ ⟦C2⟧questioned⟦/C2⟧ ⟦Q2⟧whether the savings would be enough⟦/Q2⟧.
            ====
            Q1 indirect speech Anna Berg
            Q2 indirect speech Karl Reed
            """),
        GoldCase(
            "both pluperfects that *and* joins are told",
            """
            ⟦S1⟧Anna Berg⟦/S1⟧ ⟦C1⟧told⟦/C1⟧ reporters ⟦Q1⟧that the president had spoken with the envoy on Monday and had thanked him for his work⟦/Q1⟧.
            ====
            Q1 indirect speech Anna Berg
            """),
        GoldCase(
            "that nothing is said of something is the article's",
            """
            ⟦S1⟧The statement⟦/S1⟧ ⟦C1⟧says⟦/C1⟧ ⟦Q1⟧that mines will be cleared⟦/Q1⟧ but makes no mention of the sailors.
            ====
            Q1 indirect speech -
            """),
        GoldCase(
            "an amount that somebody puts",
            """
            ⟦S1⟧Anna Berg⟦/S1⟧ ⟦C1⟧puts⟦/C1⟧ ⟦Q1⟧the cost of the strike so far at €2.6 million⟦/Q1⟧. She put the number on the door.
            ====
            Q1 indirect speech Anna Berg
            """),
        GoldCase(
            "where something is told that a clause with *which* stands inside",
            """
            ⟦S1⟧Anna Berg⟦/S1⟧ ⟦C1⟧rejected⟦/C1⟧ ⟦Q1⟧a suggestion that the government, which faces an election, had leaned on her⟦/Q1⟧.
            ====
            Q1 indirect speech Anna Berg
            """),
        GoldCase(
            "two who speak in one sentence, whoever the second is",
            """
            ⟦S1⟧One guard⟦/S1⟧ ⟦C1⟧complained⟦/C1⟧ ⟦Q1⟧that nobody had told him⟦/Q1⟧, and ⟦S2⟧another⟦/S2⟧ ⟦C2⟧wondered⟦/C2⟧ ⟦Q2⟧how long the fund would last⟦/Q2⟧. ⟦S3⟧The board⟦/S3⟧ ⟦C3⟧insisted⟦/C3⟧ ⟦Q3⟧that it was late⟦/Q3⟧, although ⟦S4⟧its deputy administrator, Karl Reed⟦/S4⟧, ⟦C4⟧told⟦/C4⟧ a panel last month ⟦Q4⟧that it was not⟦/Q4⟧.
            ====
            Q1 indirect speech -
            Q2 indirect speech -
            Q3 indirect speech -
            Q4 indirect speech Karl Reed
            """),
        GoldCase(
            "a listener with much to tell of",
            """
            ⟦S1⟧Anna Berg⟦/S1⟧ ⟦C1⟧had told⟦/C1⟧ about 300 people packed into the hall ⟦Q1⟧that the school had lost its roof⟦/Q1⟧.
            ====
            Q1 indirect speech Anna Berg
            """),
        GoldCase(
            "who asks and is told, by whom with an aside",
            """
            ⟦S1⟧Tom Reed⟦/S1⟧ ⟦C1⟧asked⟦/C1⟧ ⟦Q1⟧why the roof had not been mended⟦/Q1⟧, and ⟦C2⟧was told⟦/C2⟧ by ⟦S2⟧the city's estate chief, Anna Berg⟦/S2⟧, ⟦Q2⟧that there was no money⟦/Q2⟧.
            ====
            Q1 indirect speech Tom Reed
            Q2 indirect speech Anna Berg
            """),
        GoldCase(
            "a verb that opens the sentence, listeners with a number, another who speaks behind *while*",
            """
            ⟦C1⟧Said⟦/C1⟧ ⟦S1⟧Anna Berg⟦/S1⟧, ⟦Q1⟧“That an error led to this is very painful.”⟦/Q1⟧ ⟦S2⟧She⟦/S2⟧ ⟦C2⟧told⟦/C2⟧ her 1.2 million followers in a tearful video: ⟦Q2⟧“We are done.”⟦/Q2⟧ ⟦S3⟧Another⟦/S3⟧ ⟦C3⟧fumed⟦/C3⟧: ⟦Q3⟧“He never deserved it”⟦/Q3⟧, while a third laughed.
            ====
            Q1 direct speech Anna Berg
            Q2 direct speech Anna Berg
            Q3 direct speech -
            """),
        GoldCase(
            "a clause of saying between a subject and its verb",
            """
            The commodore rose. ⟦Q1⟧The minister⟦/Q1⟧, ⟦C1⟧complained⟦/C1⟧ ⟦S1⟧Anna Berg⟦/S1⟧, ⟦Q1⟧had given the club forty minutes⟦/Q1⟧.
            ====
            Q1 indirect speech Anna Berg
            """),
        GoldCase(
            "inches inside marks close nothing, and a semicolon ends who speaks",
            """
            ⟦Q1⟧"That one is 24" wider than ours,"⟦/Q1⟧ ⟦S1⟧Anna Berg⟦/S1⟧ ⟦C1⟧said⟦/C1⟧. ⟦Q1⟧"What do they feed it?"⟦/Q1⟧ ⟦Q2⟧It was about a dog⟦/Q2⟧, ⟦C2⟧according to⟦/C2⟧ ⟦S2⟧the postmistress, Ada Reed⟦/S2⟧; nobody knows.
            ====
            Q1 direct speech Anna Berg
            Q2 indirect speech Ada Reed
            """),
        GoldCase(
            "somebody who is asked to do something on a day, behind an aside on who asks",
            """
            ⟦S1⟧The traders, who have sold here since the war⟦/S1⟧, ⟦C1⟧asked⟦/C1⟧ ⟦Q1⟧the city on Monday to stop the sale⟦/Q1⟧. ⟦S2⟧An engineer standing behind him⟦/S2⟧ ⟦C2⟧said⟦/C2⟧ ⟦Q2⟧it had not been decided⟦/Q2⟧.
            ====
            Q1 indirect speech -
            Q2 indirect speech -
            """),
        GoldCase(
            "more that somebody adds in marks, and who says what stands behind a colon",
            """
            ⟦S1,2⟧Anna Berg⟦/S1,2⟧ ⟦C1⟧said⟦/C1⟧ ⟦Q1⟧it was too early to tell⟦/Q1⟧ but ⟦C2⟧added⟦/C2⟧, ⟦Q2⟧“I think you all know.”⟦/Q2⟧ ⟦S3⟧Tom Reed⟦/S3⟧ ⟦C3⟧asserted⟦/C3⟧ ⟦Q3⟧that the town had lost its heart⟦/Q3⟧: ⟦Q4⟧“The town is no longer the town,”⟦/Q4⟧ ⟦S4⟧he⟦/S4⟧ ⟦C4⟧claimed⟦/C4⟧.
            ====
            Q1 indirect speech Anna Berg
            Q2 direct speech Anna Berg
            Q3 indirect speech Tom Reed
            Q4 direct speech Tom Reed
            """),
        GoldCase(
            "a programme in marks that somebody speaks to, and a question in marks that somebody is asked",
            """
            ⟦Q1⟧“They are concerned too,”⟦/Q1⟧ ⟦S1⟧Tom Reed⟦/S1⟧ ⟦C1⟧told⟦/C1⟧ “Good Morning Norvik.” ⟦Q1⟧“When you have one, you are a threat.”⟦/Q1⟧ Anna Berg ⟦C2⟧was asked⟦/C2⟧, ⟦Q2⟧“Would you have told her?”⟦/Q2⟧ ⟦S3⟧She⟦/S3⟧ ⟦C3⟧answered⟦/C3⟧, ⟦Q3⟧“I have no idea.”⟦/Q3⟧
            ====
            Q1 direct speech Tom Reed
            Q2 direct speech -
            Q3 direct speech Anna Berg
            """),
        GoldCase(
            "a question that ends before who is asked acts and speaks, and what the article makes of it",
            """
            Last month, when ⟦S1⟧I⟦/S1⟧ ⟦C1⟧asked⟦/C1⟧ Tom Reed ⟦Q1⟧if he would ever endorse her⟦/Q1⟧, ⟦S2⟧he⟦/S2⟧ looked into my camera, furrowed his brow and ⟦C2⟧said⟦/C2⟧, ⟦Q2⟧“I will.”⟦/Q2⟧ ⟦S3⟧Anna Berg⟦/S3⟧ ⟦C3⟧says⟦/C3⟧ ⟦Q3⟧she is “losing the war,”⟦/Q3⟧ part of a lashing that both gave him.
            ====
            Q1 indirect speech -
            Q2 direct speech Tom Reed
            Q3 mixed speech Anna Berg
            """),
        GoldCase(
            "words without marks that lead to those behind a clause of saying with an adjunct",
            """
            Anna Berg was waiting. ⟦Q1⟧Her crews⟦/Q1⟧, ⟦S1⟧she⟦/S1⟧ ⟦C1⟧argued⟦/C1⟧ in a letter to the board, ⟦Q1⟧“watered what they were told to water.”⟦/Q1⟧ ⟦Q2⟧Changing the drivers⟦/Q2⟧, ⟦S2⟧she⟦/S2⟧ ⟦C2⟧says⟦/C2⟧, ⟦Q2⟧“won’t help.”⟦/Q2⟧
            ====
            Q1 mixed speech Anna Berg
            Q2 mixed speech Anna Berg
            """),
        GoldCase(
            "what a name behind its verb is told to be is not said, nor the bracket before",
            """
            ⟦Q1⟧That caution is warranted⟦/Q1⟧, ⟦C1⟧says⟦/C1⟧ ⟦S1⟧Tom Reed⟦/S1⟧, a biophysicist at the River Institute who was not involved. (⟦Q2⟧The owner was amused⟦/Q2⟧, ⟦S2⟧a person close to him⟦/S2⟧ ⟦C2⟧insists⟦/C2⟧.)
            ====
            Q1 indirect speech Tom Reed
            Q2 indirect speech -
            """),
        GoldCase(
            "a third, somebody at first, and who calls out",
            """
            ⟦S1⟧A third⟦/S1⟧ ⟦C1⟧cautioned against⟦/C1⟧ ⟦Q1⟧fixing a date⟦/Q1⟧. ⟦S2⟧Norvik Foods⟦/S2⟧ at first ⟦C2⟧insisted⟦/C2⟧ ⟦Q2⟧that its guarantee had expired⟦/Q2⟧. ⟦Q3⟧“I do not want it,”⟦/Q3⟧ ⟦C3⟧called out⟦/C3⟧ ⟦S3⟧Anna Berg⟦/S3⟧.
            ====
            Q1 indirect speech -
            Q2 indirect speech Norvik Foods
            Q3 direct speech Anna Berg
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
            "The owner, Anna Berg, is expected to give evidence in the spring.",
            "The film has had two million views under the title “Wash and Go”.",
            "On a good day you can tell the two boats apart by their colours.",
            "She can tell a herring from a sprat at forty paces.",
            "Under party rules, a vote is held when 38 members write to the chair of the council.",
            "The call that broke the case came in at night, from a woman who mended clocks.",
            "The minister, who alone can tell them, has been on the point of it since spring.",
            "It says a lot about the person who drew it, but hers has none.",
            "Nobody has said why.",
            "The senator has not been accused of wrongdoing in that sale.",
            "She also fielded questions about flooding in the south and a delayed budget.",
            "The dispute concerns rosters as much as money.",
            "The notice on the door, which reads “Closed for the season”, has been there for years.",
            "The president, who has said little in public since the crisis began, left.",
            "The memoir tells the reader nothing of his marriage.",
            "He gave his cap to the only one who wanted it: his granddaughter, who is 23 and used to be late.",
            "Until the red card, shown to Brito for a tackle, the sides were level.",
        ])
    func nobody(_ text: String) {
        #expect(Annotator().annotation(of: Article(id: "x", text: text)).quotations.isEmpty)
    }
}
