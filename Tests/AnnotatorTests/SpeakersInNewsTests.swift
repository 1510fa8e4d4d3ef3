import Annotator
import DocumentModel
import Testing

@Suite("Who speaks: roles, documents, groups and headlines of news")
struct SpeakersInNewsTests {
    @Test("Whose words they are", arguments: cases) func speakers(_ gold: GoldCase) throws { try gold.check() }

    static let cases = [
        GoldCase(
            "whoever a role stands for keeps the pronouns behind it",
            """
            Former Senator Bob Varga, who wrote the report, has met President Tom Reed twice. ⟦S1⟧The senator⟦/S1⟧ ⟦C1⟧told⟦/C1⟧ the Herald ⟦Q1⟧the dam would break⟦/Q1⟧. ⟦S2⟧He⟦/S2⟧ ⟦C2⟧believes⟦/C2⟧ ⟦Q2⟧the money was lost⟦/Q2⟧.
            ====
            Q1 indirect speech Bob Varga
            Q2 indirect thought Bob Varga
            """),
        GoldCase(
            "several people beside somebody who is named",
            """
            ⟦S1⟧People close to the finance minister, Tom Reed⟦/S1⟧, ⟦C1⟧maintain⟦/C1⟧ ⟦Q1⟧that the vote was lost in June⟦/Q1⟧.
            ====
            Q1 indirect speech -
            """),
        GoldCase(
            "a statement is that of whoever made it",
            """
            In a written statement, ⟦S1⟧Anna Berg⟦/S1⟧ ⟦C1⟧accused⟦/C1⟧ ⟦Q1⟧the majority of cowardice⟦/Q1⟧. ⟦Q2⟧“Nobody here has a plan,”⟦/Q2⟧ ⟦S2⟧the statement⟦/S2⟧ ⟦C2⟧read⟦/C2⟧.
            ====
            Q1 indirect speech Anna Berg
            Q2 direct speech Anna Berg
            """),
        GoldCase(
            "a release issued by a body, whoever else speaks in it",
            """
            In a press release issued by Stennby University, ⟦S1⟧the chemist Anna Berg⟦/S1⟧ ⟦C1⟧calls⟦/C1⟧ ⟦Q1⟧the dye “a small wonder.”⟦/Q1⟧ ⟦S2⟧The release⟦/S2⟧ ⟦C2⟧claimed⟦/C2⟧ ⟦Q2⟧that it would never fade⟦/Q2⟧.
            ====
            Q1 mixed speech Anna Berg
            Q2 indirect speech Stennby University
            """),
        GoldCase(
            "somebody known by a first name alone, who keeps the pronouns",
            """
            Prime Minister Tom Reed left at noon. A baker who gave only his first name, Peter, ⟦C1⟧said⟦/C1⟧ ⟦Q1⟧the shop had lost its roof⟦/Q1⟧. ⟦S2⟧He⟦/S2⟧ ⟦C2⟧believes⟦/C2⟧ ⟦Q2⟧the guns will come back⟦/Q2⟧.
            ====
            Q1 indirect speech Peter
            Q2 indirect thought Peter
            """),
        GoldCase(
            "the paper's own correspondent is not somebody else's",
            """
            Anna Berg, a correspondent of the Herald, was freed on Monday. ⟦S1⟧Our correspondent⟦/S1⟧ ⟦C1⟧observed⟦/C1⟧ ⟦Q1⟧that two shops were open⟦/Q1⟧.
            ====
            Q1 indirect speech -
            """),
        GoldCase(
            "a lead tells of the only head of a company, named further on",
            """
            ⟦S1⟧The chief executive of the largest ferry line⟦/S1⟧ ⟦C1⟧told⟦/C1⟧ a panel on Friday ⟦Q1⟧that it had known of the crack⟦/Q1⟧. Tom Reed, the head of Norvik Ferries, wept.
            ====
            Q1 indirect speech Tom Reed
            """),
        GoldCase(
            "police who are named once are the police",
            """
            Norvik Police closed the bridge. ⟦Q1⟧Two people were hurt⟦/Q1⟧, ⟦S1⟧police⟦/S1⟧ ⟦C1⟧said⟦/C1⟧. ⟦S2⟧The force⟦/S2⟧ ⟦C2⟧added⟦/C2⟧ ⟦Q2⟧that it would stay shut⟦/Q2⟧.
            ====
            Q1 indirect speech Norvik Police
            Q2 indirect speech Norvik Police
            """),
        GoldCase(
            "who, behind the place where somebody works",
            """
            Dr. Anna Berg, a surgeon at St. Brendan's Hospital in Graz, Austria, who was not there, ⟦C1⟧called⟦/C1⟧ ⟦Q1⟧the results “a start.”⟦/Q1⟧
            ====
            Q1 mixed speech Anna Berg
            """),
        GoldCase(
            "a rank before the name of whoever has the office",
            """
            Mr Tom Reed, an officer of the company, spoke first. ⟦S1⟧The police spokesperson, SP Anna Lind⟦/S1⟧, ⟦C1⟧confirmed⟦/C1⟧ ⟦Q1⟧the arrest⟦/Q1⟧, ⟦C2⟧adding⟦/C2⟧ ⟦Q2⟧that it was lawful⟦/Q2⟧.
            ====
            Q1 indirect speech Anna Lind
            Q2 indirect speech Anna Lind
            """),
        GoldCase(
            "a senator is rather a politician than somebody of a trade",
            """
            Anna Lind, a Democrat of Ohio, sat beside the flag. ⟦Q1⟧“It was a process,”⟦/Q1⟧ ⟦C1⟧said⟦/C1⟧ ⟦S1⟧Tom Reed⟦/S1⟧, the head of Norvik Ferries. ⟦Q2⟧“Has it a name?”⟦/Q2⟧ ⟦S2⟧the senator⟦/S2⟧ ⟦C2⟧shot back⟦/C2⟧.
            ====
            Q1 direct speech Tom Reed
            Q2 direct speech Anna Lind
            """),
        GoldCase(
            "whose manager it is does not speak for him",
            """
            Peter Varga saved two penalties.

            His manager, Tom Reed, wept. ⟦Q1⟧“I watched these boys train in a car park,”⟦/Q1⟧ ⟦S1⟧he⟦/S1⟧ ⟦C1⟧said⟦/C1⟧.
            ====
            Q1 direct speech Tom Reed
            """),
        GoldCase(
            "a body speaks through whoever speaks for it, further on as well",
            """
            The Fair Trading Commission met on Friday. ⟦S1⟧A commission spokeswoman⟦/S1⟧ ⟦C1⟧disputed⟦/C1⟧ ⟦Q1⟧that account⟦/Q1⟧. ⟦Q2⟧Staff had met both firms⟦/Q2⟧, ⟦S2⟧she⟦/S2⟧ ⟦C2⟧said⟦/C2⟧.
            ====
            Q1 indirect speech Fair Trading Commission
            Q2 indirect speech Fair Trading Commission
            """),
        GoldCase(
            "somebody who goes by one name",
            """
            Mayor Tom Reed left. ⟦S1⟧One rider, who identified himself only as Peter⟦/S1⟧, ⟦C1⟧denied⟦/C1⟧ ⟦Q1⟧profiteering⟦/Q1⟧. ⟦Q2⟧“It goes by the sun,”⟦/Q2⟧ ⟦S2⟧he⟦/S2⟧ ⟦C2⟧explained⟦/C2⟧.
            ====
            Q1 indirect speech Peter
            Q2 direct speech Peter
            """),
        GoldCase(
            "who asks in court is no witness",
            """
            Anna Lind KC, counsel to the inquiry, read out the entry. ⟦S1⟧The witness⟦/S1⟧ ⟦C1⟧conceded⟦/C1⟧ ⟦Q1⟧that it was a mistake⟦/Q1⟧.
            ====
            Q1 indirect speech -
            """),
        GoldCase(
            "a minister whom the article does not name keeps the pronouns behind him",
            """
            Peter Varga was pulled out of the sea. ⟦S1⟧The migration minister, on a visit to Graz⟦/S1⟧, ⟦C1⟧blamed⟦/C1⟧ ⟦Q1⟧smugglers⟦/Q1⟧. ⟦S2⟧He⟦/S2⟧ ⟦C2⟧said⟦/C2⟧ ⟦Q2⟧that two men were held⟦/Q2⟧.
            ====
            Q1 indirect speech -
            Q2 indirect speech -
            """),
        GoldCase(
            "who is told something is not who tells it",
            """
            Anna Lind was one of the parents. ⟦Q1⟧A midwife told her that all was well⟦/Q1⟧, ⟦S1⟧she⟦/S1⟧ ⟦C1⟧said⟦/C1⟧.
            ====
            Q1 indirect speech Anna Lind
            """),
        GoldCase(
            "who is asked by name answers",
            """
            ⟦S1⟧Peter Varga⟦/S1⟧ ⟦C1⟧asked⟦/C1⟧ Tom Reed ⟦Q1⟧whether his age was fair game⟦/Q1⟧. ⟦Q2⟧“I would not have run if it were not,”⟦/Q2⟧ ⟦S2⟧he⟦/S2⟧ ⟦C2⟧said⟦/C2⟧.
            ====
            Q1 indirect speech Peter Varga
            Q2 direct speech Tom Reed
            """),
        GoldCase(
            "whoever a sentence is about by his office",
            """
            President Tom Reed flew to the islands. ⟦Q1⟧“He reads a lot,”⟦/Q1⟧ ⟦S1⟧Peter Varga⟦/S1⟧ ⟦C1⟧said⟦/C1⟧.

            The president left for the hills on Sunday. ⟦S2⟧He⟦/S2⟧ ⟦C2⟧told⟦/C2⟧ the crowd ⟦Q2⟧that the sea would rise⟦/Q2⟧.
            ====
            Q1 direct speech Peter Varga
            Q2 indirect speech Tom Reed
            """),
        GoldCase(
            "a document that says who made it, or whose it is",
            """
            ⟦Q1⟧Half of the mills are shut⟦/Q1⟧, ⟦C1⟧according to⟦/C1⟧ ⟦S1⟧figures⟦/S1⟧ compiled by Norvik College. Anna Berg left. ⟦S2⟧Her report⟦/S2⟧ ⟦C2⟧concludes⟦/C2⟧ ⟦Q2⟧that the rest will follow⟦/Q2⟧.
            ====
            Q1 indirect speech Norvik College
            Q2 indirect speech Anna Berg
            """),
        GoldCase(
            "an office between a title and its holder",
            """
            ⟦S1⟧Minister for Water Resources Anna Lind⟦/S1⟧ ⟦C1⟧assured⟦/C1⟧ the house ⟦Q1⟧that the tank would be mended⟦/Q1⟧.
            ====
            Q1 indirect speech Anna Lind
            """),
        GoldCase(
            "one of those at a company is not the company",
            """
            ⟦S1⟧Norvik Foods⟦/S1⟧ ⟦C1⟧said⟦/C1⟧ ⟦Q1⟧that jobs would go⟦/Q1⟧. ⟦S2⟧One designer with 19 years at the company⟦/S2⟧ ⟦C2⟧said⟦/C2⟧ ⟦Q2⟧she had heard nothing⟦/Q2⟧.
            ====
            Q1 indirect speech Norvik Foods
            Q2 indirect speech -
            """),
        GoldCase(
            "whoever a lead describes is named further on",
            """
            ⟦S1⟧The widow of the former goalkeeper Tom Reed⟦/S1⟧ ⟦C1⟧told⟦/C1⟧ a court ⟦Q1⟧that a bank had opened his box⟦/Q1⟧.

            ⟦S2⟧Anna Berg, 34⟦/S2⟧, ⟦C2⟧said⟦/C2⟧ ⟦Q2⟧she had not been told⟦/Q2⟧. ⟦S3⟧The 34-year-old⟦/S3⟧ ⟦C3⟧denied⟦/C3⟧ ⟦Q3⟧that she wanted money⟦/Q3⟧.
            ====
            Q1 indirect speech Anna Berg
            Q2 indirect speech Anna Berg
            Q3 indirect speech Anna Berg
            """),
        GoldCase(
            "of two with one family name whoever was named before",
            """
            A jury indicted Mayor Anton Varga. ⟦S1⟧Varga⟦/S1⟧ ⟦C1⟧denied⟦/C1⟧ ⟦Q1⟧the charges⟦/Q1⟧. His cousin, Mary Ann Varga, wept. ⟦Q2⟧“I love him,”⟦/Q2⟧ ⟦S2⟧Mary Ann Varga⟦/S2⟧ ⟦C2⟧said⟦/C2⟧.
            ====
            Q1 indirect speech Anton Varga
            Q2 direct speech Mary Ann Varga
            """),
        GoldCase(
            "a union, a ministry and a board are those whose names tell it",
            """
            Norvik Lines cut wages at its Stennby yard. The Dockers' Federation met. Norvik Lines spoke of a loss. ⟦S1⟧The union⟦/S1⟧ ⟦C1⟧said⟦/C1⟧ ⟦Q1⟧the strike would go on⟦/Q1⟧. The Ministry of Health was silent until noon. ⟦S2⟧The ministry⟦/S2⟧ then ⟦C2⟧warned⟦/C2⟧ ⟦Q2⟧that wards would close⟦/Q2⟧. ⟦S3⟧The board of the Stennby County Fair⟦/S3⟧ ⟦C3⟧said⟦/C3⟧ ⟦Q3⟧the fair was off⟦/Q3⟧.
            ====
            Q1 indirect speech Dockers' Federation
            Q2 indirect speech Ministry of Health
            Q3 indirect speech Stennby County Fair
            """),
        GoldCase(
            "a body that nobody knew, by what it does",
            """
            ⟦S1,2⟧Common Furrow⟦/S1,2⟧ ⟦C1⟧accused⟦/C1⟧ ⟦Q1⟧the ministry of lying⟦/Q1⟧ and ⟦C2⟧threatened⟦/C2⟧ ⟦Q2⟧to leave the talks⟦/Q2⟧. ⟦S3⟧An ITX5 spokeswoman⟦/S3⟧ ⟦C3⟧said⟦/C3⟧: ⟦Q3⟧“We will see.”⟦/Q3⟧
            ====
            Q1 indirect speech Common Furrow
            Q2 indirect speech Common Furrow
            Q3 direct speech ITX5
            """),
        GoldCase(
            "an office with what it is for before a name, and a given name that is a title",
            """
            Minister for Water Resources Anna Berg opened the dam. Dean Prosk, 38, worked there. ⟦S1⟧The minister⟦/S1⟧ ⟦C1⟧said⟦/C1⟧ ⟦Q1⟧it would hold⟦/Q1⟧. ⟦Q2⟧“It will,”⟦/Q2⟧ ⟦S2⟧Mr Prosk⟦/S2⟧ ⟦C2⟧said⟦/C2⟧.
            ====
            Q1 indirect speech Anna Berg
            Q2 direct speech Dean Prosk
            """),
        GoldCase(
            "*it* behind a letter is the letter",
            """
            ⟦S1⟧Norvik Foods⟦/S1⟧ ⟦C1⟧said⟦/C1⟧ ⟦Q1⟧the tins were safe⟦/Q1⟧. The letter from the agency is dated 17 May. ⟦S2⟧It⟦/S2⟧ ⟦C2⟧warned⟦/C2⟧ ⟦Q2⟧that two tins were not⟦/Q2⟧.
            ====
            Q1 indirect speech Norvik Foods
            Q2 indirect speech -
            """),
        GoldCase(
            "the wife of whom *s'* names, and the maker of a study of a body",
            """
            ⟦Q1⟧"It was loud,"⟦/Q1⟧ ⟦C1⟧said⟦/C1⟧ ⟦S1⟧Nicholas' wife, Pearl⟦/S1⟧, who keeps the books. ⟦S2⟧A study by Shen Yuchen of the River Institute⟦/S2⟧ ⟦C2⟧found⟦/C2⟧ ⟦Q2⟧that markets rarely move⟦/Q2⟧.
            ====
            Q1 direct speech Pearl
            Q2 indirect speech Shen Yuchen
            """),
        GoldCase(
            "offices by their initials, counsel by their side, and whoever a question names is not who answers",
            """
            Finance chief Tom Reed left. Chief Financial Officer Anna Berg rose. ⟦Q1⟧“One quarter tells little,”⟦/Q1⟧ ⟦S1⟧the CFO⟦/S1⟧ ⟦C1⟧said⟦/C1⟧. In court Rafiq Mahmud KC, prosecuting, rose. ⟦Q2⟧“He had a saw,”⟦/Q2⟧ ⟦S2⟧counsel⟦/S2⟧ ⟦C2⟧said⟦/C2⟧.
            ====
            Q1 direct speech Anna Berg
            Q2 direct speech Rafiq Mahmud
            """),
        GoldCase(
            "who is quoted, whatever quotes them",
            """
            Mayor Tom Reed was in Oslo. The statement quoted ⟦S1⟧him⟦/S1⟧ as ⟦C1⟧saying⟦/C1⟧: ⟦Q1⟧“Nobody will be spared.”⟦/Q1⟧ ⟦S2⟧Anna Berg⟦/S2⟧ was quoted as ⟦C2⟧saying⟦/C2⟧ ⟦Q2⟧she would resign⟦/Q2⟧.
            ====
            Q1 direct speech Tom Reed
            Q2 indirect speech Anna Berg
            """),
        GoldCase(
            "letters are those of whoever wrote, and long names of bodies are also their beginning",
            """
            Norvik Pumps Holdings Ltd has written to the village. ⟦S1⟧The letter⟦/S1⟧ ⟦C1⟧says⟦/C1⟧ ⟦Q1⟧the well is dry⟦/Q1⟧. Shares fell. ⟦S2⟧Norvik Pumps⟦/S2⟧ ⟦C2⟧denied⟦/C2⟧ ⟦Q2⟧that it was to blame⟦/Q2⟧.
            ====
            Q1 indirect speech Norvik Pumps Holdings Ltd
            Q2 indirect speech Norvik Pumps Holdings Ltd
            """),
        GoldCase(
            "shadow ministers are no ministers, and an applicant may be a body",
            """
            The minister, Tom Reed, rose. Anna Berg, the shadow health minister, wept. ⟦S1⟧The minister⟦/S1⟧ ⟦C1⟧said⟦/C1⟧ ⟦Q1⟧he shared her concern⟦/Q1⟧. The applicant, Owenbeck Renewables, is new. ⟦S2⟧A spokesperson for Owenbeck Renewables⟦/S2⟧ ⟦C2⟧said⟦/C2⟧ ⟦Q2⟧it would pay⟦/Q2⟧.
            ====
            Q1 indirect speech Tom Reed
            Q2 indirect speech Owenbeck Renewables
            """),
    ]

    @Test(
        "A role or a body in a headline is that of the text",
        arguments: [
            ("Pier will stay shut, council concedes", "Norvik County Council"), ("Court told the pier is lost", nil),
            ("Minister: the pier is lost", "Anna Berg"),
        ])
    func headline(_ title: String, _ name: String?) {
        let text = "The fisheries minister, Anna Berg, spoke for an hour. Norvik County Council met. Varga Crown Court sat."
        let article = Article(id: "x", text: text, headline: .own(title))
        let annotation = Annotator().annotation(of: article)
        #expect(annotation.quotations.first.flatMap { annotation.speaker(of: $0)?.name } == name)
    }
}
