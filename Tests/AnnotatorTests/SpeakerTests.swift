import Annotator
import DocumentModel
import Testing

@Suite("Who speaks")
struct SpeakerTests {
    @Test("Pronouns, roles, bodies", arguments: resolved) func speakers(_ gold: GoldCase) throws { try gold.check() }
    @Test("Names of the world", arguments: names) func namesOfTheWorld(_ gold: GoldCase) throws { try gold.check() }

    static let resolved = [
        GoldCase(
            "he, across sentences",
            """
            Tom Reed came home on Friday. ⟦S1⟧He⟦/S1⟧ ⟦C1⟧said⟦/C1⟧ ⟦Q1⟧that the sea was calm⟦/Q1⟧.
            ====
            Q1 indirect speech Tom Reed
            """),
        GoldCase(
            "she, and not the man named after her",
            """
            Anna Berg met Tom Reed in Oslo. ⟦Q1⟧"We agreed,"⟦/Q1⟧ ⟦S1⟧she⟦/S1⟧ ⟦C1⟧said⟦/C1⟧.
            ====
            Q1 direct speech Anna Berg
            """),
        GoldCase(
            "a role given before",
            """
            Ukrainian Foreign Minister Olena Bondar met Senator Carl Hayes. ⟦S1⟧The Ukrainian minister⟦/S1⟧ ⟦C1⟧said⟦/C1⟧ ⟦Q1⟧that the talks went well⟦/Q1⟧. ⟦S2⟧The senator⟦/S2⟧ ⟦C2⟧agreed⟦/C2⟧ ⟦Q2⟧that they did⟦/Q2⟧.
            ====
            Q1 indirect speech Olena Bondar
            Q2 indirect speech Carl Hayes
            """),
        GoldCase(
            "the ally of somebody is not that somebody",
            """
            ⟦S1⟧Ivan Petrov⟦/S1⟧ ⟦C1⟧said⟦/C1⟧ ⟦Q1⟧that he was ready⟦/Q1⟧. ⟦C2⟧According to⟦/C2⟧ ⟦S2⟧the close ally of President Carl Hayes⟦/S2⟧, ⟦Q2⟧the talks could start soon⟦/Q2⟧.
            ====
            Q1 indirect speech Ivan Petrov
            Q2 indirect speech Ivan Petrov
            """),
        GoldCase(
            "an outlet",
            """
            ⟦Q1⟧"The strike is over,"⟦/Q1⟧ ⟦S1⟧Global Times⟦/S1⟧ ⟦C1⟧reported⟦/C1⟧. ⟦S2⟧The state-owned newspaper⟦/S2⟧ ⟦C2⟧added⟦/C2⟧ ⟦Q2⟧that work had begun⟦/Q2⟧.
            ====
            Q1 direct speech Global Times
            Q2 indirect speech Global Times
            """),
        GoldCase(
            "a spokesperson without a name speaks for the body",
            """
            ⟦S1⟧A spokeswoman for the European Commission⟦/S1⟧ ⟦C1⟧said⟦/C1⟧ ⟦Q1⟧the letter had arrived⟦/Q1⟧.
            ====
            Q1 indirect speech European Commission
            """),
        GoldCase(
            "unnamed people",
            """
            ⟦S1⟧Two officials⟦/S1⟧ ⟦C1⟧said⟦/C1⟧ ⟦Q1⟧that the bridge was unsafe⟦/Q1⟧.
            ====
            Q1 indirect speech -
            """),
        GoldCase(
            "a name in apposition",
            """
            ⟦S1⟧The mayor of Oslo, Anna Berg⟦/S1⟧, ⟦C1⟧said⟦/C1⟧ ⟦Q1⟧that the snow had come early⟦/Q1⟧.
            ====
            Q1 indirect speech Anna Berg
            """),
        GoldCase(
            "two people of one family name",
            """
            Anna Berg and her brother Karl Berg own the mill. ⟦Q1⟧"It is ours,"⟦/Q1⟧ ⟦S1⟧Karl Berg⟦/S1⟧ ⟦C1⟧said⟦/C1⟧. ⟦Q2⟧"Mostly mine,"⟦/Q2⟧ ⟦S2⟧Anna⟦/S2⟧ ⟦C2⟧said⟦/C2⟧.
            ====
            Q1 direct speech Karl Berg
            Q2 direct speech Anna Berg
            """),
    ]

    static let names = [
        ("Yuliia Hrytsenka left. Hrytsenko said that she was ill.", "Yuliia Hrytsenka"),
        ("Muammar Gaddafi arrived. Qadhafi said that he was late.", "Muammar Gaddafi"),
        ("Dr. Volodymyr Koval spoke. President Vladimir Koval said that he was late.", "Volodymyr Koval"),
        ("Kim Min-jun won. Kim said that he was tired.", "Kim Min-jun"),
        ("Nguyễn Văn Bảo played. Bảo said that he was tired.", "Nguyễn Văn Bảo"),
        ("Wang Weiling paid. Wang said that it was enough.", "Wang Weiling"),
        ("Ursula von der Heyde came. Von der Heyde said that it was cold.", "Ursula von der Heyde"),
        ("Carlos de la Cruz came. De la Cruz said that it was cold.", "Carlos de la Cruz"),
        ("Layla al-Mansouri came. Al-Mansouri said that it was cold.", "Layla al-Mansouri"),
        ("Khalid bin Faisal came. He said that it was cold.", "Khalid bin Faisal"),
        ("Marit Solheim-Okafor came. Solheim-Okafor said that it was cold.", "Marit Solheim-Okafor"),
        ("J. K. Morton came. Morton said that it was cold.", "J. K. Morton"),
        ("Shane O'Neill came. O'Neill said that it was cold.", "Shane O'Neill"),
    ].map { text, name in
        let parts = text.split(separator: " said ", maxSplits: 1).map(String.init)
        let words = String(parts[1].dropLast())
        return GoldCase(name, "\(parts[0]) ⟦C1⟧said⟦/C1⟧ ⟦Q1⟧\(words)⟦/Q1⟧.\n====\nQ1 indirect speech \(name)\n")
    }
}

/// Whose some words are, by name; nil for nobody.
struct Words: Sendable, CustomTestStringConvertible {
    var text: String
    var words: String
    var name: String?

    init(_ text: String, _ words: String, _ name: String?) {
        self.text = text
        self.words = words
        self.name = name
    }

    var testDescription: String { words }

    /// The quotation that holds the words is the named one's.
    func check(_ location: SourceLocation = #_sourceLocation) {
        let annotation = Annotator().annotation(of: Article(id: "x", text: text))
        let quotation = annotation.quotations.first { quotation in
            quotation.spans.contains { text.text(in: $0).contains(words) }
        }
        #expect(quotation != nil, sourceLocation: location)
        #expect(quotation.flatMap(annotation.speaker)?.name == name, sourceLocation: location)
    }
}

@Suite("Who speaks without a name beside it")
struct DescribedSpeakerTests {
    @Test("Bodies", arguments: bodies) func body(_ words: Words) { words.check() }
    @Test("People", arguments: people) func person(_ words: Words) { words.check() }
    @Test("Turns", arguments: turns) func turn(_ words: Words) { words.check() }

    static let bodies = [
        Words(
            "Harrowgate Borough Council disputes the bill. A spokeswoman said the drains were sound.", "the drains were",
            "Harrowgate Borough Council"),
        Words(
            "Wexcombe Ferries, a unit of Brelko Holdings, said the strike cost it a fortune. The company denied that it was late.",
            "that it was late", "Wexcombe Ferries"),
        Words(
            "Wexcombe Ferries Ltd lost money again. Wexcombe Ferries Ltd has ten ships.\n\nA company spokesman said the ships were old.",
            "the ships were old", "Wexcombe Ferries Ltd"),
        Words(
            "Anna Berg read a leaked report, seen by Brelko News, which says that the dam is cracked.", "that the dam is",
            nil),
        Words(
            "Wexcombe Ferries posted a statement on its website saying it was sorry.", "it was sorry", "Wexcombe Ferries"),
        Words("“The drains are sound,” spokesman said.", "The drains", nil),
        Words(
            "A spokesman for Wexcombe Ferries shrugged. “The ships are fine,” he said.", "The ships are fine",
            "Wexcombe Ferries"),
    ]

    static let people = [
        Words("Anna Berg left at noon. A farmer of about sixty stopped her. “It was wet,” he said.", "It was wet", nil),
        Words(
            "Tom Reed came home.\n\nA platoon commander in the village said the bridge was gone. “We swim,” he said.",
            "We swim", nil),
        Words(
            "Emile Ruiz kept goal for ten years. “I am tired,” the Uruguayan said.", "I am tired", "Emile Ruiz"),
        Words(
            "Clement Tolby and Ambrose Tolby keep bees. Clement said that his were the best. His brother said that they stung.",
            "that they stung", "Ambrose Tolby"),
        Words(
            "The crew's youngest, Jory Pascoe, 19, known as Sprat, has a plan. “Sell it,” Sprat said.", "Sell it",
            "Jory Pascoe"),
        Words("A man who gave his name only as Bohdan said that he had lost a boat.", "that he had lost", "Bohdan"),
        Words("“I had a train,” said one of them, the actress Delia Maurois.", "I had a train", "Delia Maurois"),
        Words(
            "A judge has stopped the sale. Judge Olga Renzi ruled that the house was hers. “So it is,” the judge wrote.",
            "So it is", "Olga Renzi"),
    ]

    static let turns = [
        Words(
            "Diver Petra Groot found a bell. Colm Ives met her.\n\nCI: How deep was it?\n\nPG: Deep enough to sing in.",
            "Deep enough", "Petra Groot"),
        Words(
            "Hamish Dalby and Jean Dalby lost a dog.\n\n“You left the gate,” said Jean.\n\n“I shut it,” said Hamish.\n\n“You shut it nearly all the way.”",
            "nearly all the way", "Jean Dalby"),
    ]
}

@Suite("Headlines")
struct HeadlineTests {
    @Test(
        "Claims in a title of its own",
        arguments: [
            ("Berg: The road stays closed", "The road stays closed", "indirect"),
            ("Berg says road stays closed", "road stays closed", "indirect"),
            ("'The road stays closed', says Berg", "'The road stays closed'", "direct"),
        ])
    func ownTitle(title: String, words: String, form: String) {
        let article = Article(id: "x", text: "Anna Berg is the mayor. Snow fell.", headline: .own(title))
        let annotation = Annotator().annotation(of: article)
        let quotation = annotation.quotations.first
        #expect(annotation.quotations.count == 1)
        #expect(quotation?.part == .title)
        #expect(quotation.map { $0.spans.map { String(title.text(in: $0)) } } == [words])
        #expect(quotation?.form.rawValue == form)
        #expect(quotation.flatMap(annotation.speaker)?.name == "Anna Berg")
    }

    @Test("A title in the text is a block of it")
    func titleInText() {
        let text = "Berg: The road stays closed\n\nAnna Berg is the mayor."
        let blocks = [Block(.title, 0..<27), Block(.paragraph, 29..<text.utf8.count)]
        let annotation = Annotator().annotation(of: Article(id: "x", text: text, headline: .inText(0..<27), blocks: blocks))
        #expect(annotation.quotations.map(\.spans) == [[6..<27]])
        #expect(annotation.quotations.first.flatMap(annotation.speaker)?.name == "Anna Berg")
    }

    @Test("Tags and boilerplate are passed over")
    func boilerplate() {
        let text = "\"Buy now,\" Anna Berg said.\n\nAnna Berg, Oslo"
        let blocks = [Block(.boilerplate, 0..<26), Block(.tags, 28..<text.utf8.count)]
        let annotation = Annotator().annotation(of: Article(id: "x", text: text, blocks: blocks))
        #expect(annotation == Annotation())
    }
}
