/// What people do, by the words that stand with their names: *Finance Minister Ann Bell*, *Ann Bell, a striker,*.
struct RoleField: OptionSet, Hashable {
    let rawValue: UInt16

    static let government = RoleField(rawValue: 1)
    static let law = RoleField(rawValue: 2)
    static let force = RoleField(rawValue: 4)
    static let business = RoleField(rawValue: 8)
    static let sport = RoleField(rawValue: 16)
    static let art = RoleField(rawValue: 32)
    static let knowledge = RoleField(rawValue: 64)
    static let religion = RoleField(rawValue: 128)
    static let media = RoleField(rawValue: 256)

    static let all: [RoleField] = [.government, .law, .force, .business, .sport, .art, .knowledge, .religion, .media]

    /// Fields between which people often change, or that go together: no sign of two namesakes by themselves.
    private static let near: [RoleField] = [
        [.government, .law, .force], [.government, .business], [.government, .knowledge], [.government, .media],
        [.government, .religion], [.knowledge, .media], [.knowledge, .business], [.art, .media], [.art, .business],
        [.law, .business], [.law, .knowledge], [.sport, .media], [.sport, .business], [.business, .media],
        [.religion, .knowledge], [.force, .knowledge], [.force, .business],
    ]

    /// Whether one person may well be both.
    func isNear(_ other: RoleField) -> Bool {
        self == other || Self.near.contains { $0.isSuperset(of: self) && $0.isSuperset(of: other) }
    }

    /// The fields of a role of one or two words: the last word is the role.
    init(role: String) {
        self = role.split(separator: " ").last.flatMap { Self.words[String($0)] } ?? []
    }

    init(rawValue: UInt16) { self.rawValue = rawValue }

    /// Roles in lower case, by field.
    static let words: [String: RoleField] = {
        let lines: [(RoleField, String)] = [
            (
                .government,
                """
                minister president premier chancellor senator governor mayor congressman congresswoman lawmaker legislator \
                councillor councilor councilman councilwoman ambassador envoy diplomat consul deputy secretary commissioner \
                treasurer politician candidate monarch king queen prince princess speaker mp parliamentarian dictator
                """
            ),
            (.law, "judge lawyer attorney prosecutor barrister solicitor magistrate jurist notary"),
            (
                .force,
                """
                general colonel major captain lieutenant sergeant admiral commander soldier policeman policewoman detective \
                inspector superintendent sheriff officer firefighter brigadier
                """
            ),
            (
                .business,
                """
                businessman businesswoman entrepreneur banker investor tycoon executive ceo billionaire trader broker \
                founder financier industrialist shareholder chairman chairwoman retailer
                """
            ),
            (
                .sport,
                """
                footballer striker goalkeeper midfielder defender winger forward coach trainer manager referee umpire \
                quarterback pitcher batsman bowler cricketer golfer boxer swimmer sprinter runner cyclist skier rower jockey \
                wrestler gymnast athlete player captain champion racer driver
                """
            ),
            (
                .art,
                """
                singer actor actress novelist poet author writer painter sculptor composer conductor musician rapper \
                guitarist pianist violinist drummer filmmaker playwright comedian dancer choreographer photographer designer \
                architect artist cellist soprano tenor
                """
            ),
            (
                .knowledge,
                """
                professor scientist physicist chemist biologist researcher scholar historian economist doctor surgeon \
                physician epidemiologist virologist nurse engineer astronomer geologist mathematician psychologist dentist \
                teacher lecturer climatologist botanist oceanographer vet
                """
            ),
            (.religion, "bishop archbishop cardinal pope priest imam rabbi pastor vicar monk nun reverend"),
            (.media, "journalist reporter editor columnist correspondent anchor presenter broadcaster blogger"),
        ]
        var words: [String: RoleField] = [:]
        for (field, list) in lines {
            for word in list.split(separator: " ") { words[String(word), default: []].formUnion(field) }
        }
        return words
    }()
}
