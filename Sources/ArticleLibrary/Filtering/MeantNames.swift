import GRDB
import Query

/// The names of everybody whom words of a name mean: under every spelling, whichever of them has the words.
///
/// Of somebody who hardly ever bears the words (see ``Renown``) only the spellings that have them are meant. That is asked where
/// there are letters enough to mean somebody: one or two are the beginning of what is still being typed.
struct MeantNames {
    let db: Database
    private static let fewestLetters = 3

    /// The numbers of the names. Takes about as long as listing what the names stand in.
    ///
    /// - Parameter condition: of `name`; must not offer an index (`+column`): the persons are few, and looked up.
    func names(_ words: Words, where condition: String) throws -> [Int64] {
        let pattern = IndexQuery.pattern(words)
        var spellings: [Int64: [Int64]] = [:]
        var names: [Int64] = []
        try db.forEachRow(
            """
            SELECT name.id, name.person FROM name WHERE \(condition) AND name.person IN (
                SELECT one.person FROM name_search JOIN name AS one ON one.id = name_search.rowid
                WHERE name_search MATCH ?1
                UNION SELECT one.person FROM name_search JOIN spelling ON spelling.alias = name_search.rowid
                JOIN name AS one ON one.id = spelling.name WHERE name_search MATCH ?1)
            """, pattern
        ) {
            names.append($0.number(0))
            spellings[$0.number(1), default: []].append($0.number(0))
        }
        let isEnough = TextFold.words(of: words.text).contains { $0.folded.utf8.count >= Self.fewestLetters }
        guard spellings.count > 1, isEnough else { return names }
        let matching = Set(try db.numbers("SELECT rowid FROM name_search WHERE name_search MATCH ?", pattern))
        let doubtful = try spellings.filter { !$0.value.allSatisfy(matching.contains) }
            .mapValues { (names: $0, articles: try count($0, matching)) }
            .filter { Renown.isNegligible($0.value.articles.matching, of: $0.value.articles.own, beside: .max) }
        // Mostly it ends here: whoever bears the words bears them in most of their articles.
        guard !doubtful.isEmpty else { return names }
        let most = try spellings.values.map { try count($0, matching).matching }.max() ?? 0
        let gone = doubtful.values
            .filter { Renown.isNegligible($0.articles.matching, of: $0.articles.own, beside: most) }
            .flatMap(\.names).filter { !matching.contains($0) }
        let left = Set(gone)
        return names.filter { !left.contains($0) }
    }

    /// In how many articles somebody of these names stands under one that has the words, or is called by one; and in how many in
    /// all.
    private func count(_ names: [Int64], _ matching: Set<Int64>) throws -> (matching: Int, own: Int) {
        var counts = (matching: 0, own: 0)
        for name in names {
            let articles = Int(try db.number("SELECT count(*) FROM appearance WHERE name = ?", name) ?? 0)
            counts.own += articles
            if matching.contains(name) {
                counts.matching += articles
            } else {
                try db.forEachRow("SELECT alias, articles FROM spelling WHERE name = ?", name) {
                    if matching.contains($0.number(0)) { counts.matching += Int($0.number(1)) }
                }
            }
        }
        return counts
    }
}
