import Annotator
import DocumentModel
import Testing

/// Whom an article names: all spellings of one person together, two people apart.
@Suite("People of an article")
struct ActorTests {
    @Test("Spellings of one person are one", arguments: ofOne)
    func together(_ text: String, _ spellings: [String]) {
        let annotation = Annotator().annotation(of: Article(id: "x", text: text))
        let aliases = annotation.actors.first { $0.aliases.contains(spellings[0]) }?.aliases ?? []
        let missing = spellings.filter { !aliases.contains($0) }
        #expect(missing == [], "\(annotation.actors)")
    }

    @Test("Two people are two", arguments: ofTwo)
    func apart(_ text: String, _ names: [String]) {
        let annotation = Annotator().annotation(of: Article(id: "x", text: text))
        let people = annotation.actors.filter { $0.kind == .person }.map(\.name)
        let missing = names.filter { !people.contains($0) }
        #expect(missing == [], "\(annotation.actors)")
    }

    static let ofOne: [(String, [String])] = [
        (
            "Bill Harmon runs the ferry. William Harmon bought it in May, the register says.",
            ["Bill Harmon", "William Harmon"]
        ),
        (
            "Robert Tanner left. Later Bob Tanner called from the harbour. Tanner was calm.",
            ["Robert Tanner", "Bob Tanner", "Tanner"]
        ),
        (
            "Margaret Osei and Peggy Osei are one and the same, she said. Osei laughed.",
            ["Margaret Osei", "Peggy Osei", "Osei"]
        ),
        (
            "President José Ramírez spoke. Jose Ramirez was ill on Monday, his doctor said.",
            ["José Ramírez", "Jose Ramirez"]
        ),
        (
            "Miguel Ángel Torres Quintana won. Torres thanked the voters of Lima.",
            ["Miguel Ángel Torres Quintana", "Torres"]
        ),
        ("Layla al-Mansouri came late. Mansouri apologised to the council.", ["Layla al-Mansouri", "Mansouri"]),
        ("Volodymyr Koval spoke. Mr. Koval left. Vladimir Koval did not return.", ["Volodymyr Koval", "Vladimir Koval"]),
    ]

    static let ofTwo: [(String, [String])] = [
        ("Anna Berg and her brother Karl Berg own the mill. Anna sold it.", ["Anna Berg", "Karl Berg"]),
        ("William Harmon met Walter Harmon in Leeds. They are no kin.", ["William Harmon", "Walter Harmon"]),
        ("Alexander Petrov married Alexandra Petrov in Riga.", ["Alexander Petrov", "Alexandra Petrov"]),
    ]
}

/// Who a pronoun or a role is, in stories of our own.
@Suite("Who he, she and the mayor are")
struct StoryTests {
    @Test(arguments: stories) func speakers(_ gold: GoldCase) throws { try gold.check() }

    static let stories = [
        GoldCase(
            "a family name that is also a man's given name",
            """
            Hillary Martin met Tom Reed on Friday. Martin is a nurse. ⟦S1⟧She⟦/S1⟧ ⟦C1⟧said⟦/C1⟧ ⟦Q1⟧that the ward was full⟦/Q1⟧.
            ====
            Q1 indirect speech Hillary Martin
            """),
        GoldCase(
            "whoever is named in the words is not who says them",
            """
            Anna Berg met Eva Lind on Friday. ⟦Q1⟧“Lind was late again,”⟦/Q1⟧ ⟦S1⟧she⟦/S1⟧ ⟦C1⟧said⟦/C1⟧.
            ====
            Q1 direct speech Anna Berg
            """),
        GoldCase(
            "he goes on",
            """
            Tom Reed has kept the lock for ten years. ⟦Q1⟧“The gate is old,”⟦/Q1⟧ ⟦S1⟧Reed⟦/S1⟧ ⟦C1⟧said⟦/C1⟧. ⟦S2⟧He⟦/S2⟧ ⟦C2⟧added⟦/C2⟧ ⟦Q2⟧that the council knew⟦/Q2⟧.
            ====
            Q1 direct speech Tom Reed
            Q2 indirect speech Tom Reed
            """),
        GoldCase(
            "the senator of a state",
            """
            Texas Senator Carl Hayes met Vermont Senator Ruth Oakley. ⟦S1⟧The Texas senator⟦/S1⟧ ⟦C1⟧said⟦/C1⟧ ⟦Q1⟧that the bill was dead⟦/Q1⟧.
            ====
            Q1 indirect speech Carl Hayes
            """),
        GoldCase(
            "who, after an aside",
            """
            The plan was backed by Ruth Oakley, the head of the council, ⟦S1⟧who⟦/S1⟧ ⟦C1⟧said⟦/C1⟧ ⟦Q1⟧it would save money⟦/Q1⟧.
            ====
            Q1 indirect speech Ruth Oakley
            """),
    ]
}
