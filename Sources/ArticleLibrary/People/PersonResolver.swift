/// Decides which names of a block are one person's, and which name stands for several persons: a pure function of the names, the
/// articles they stand in, and what else stands there.
///
/// 1. Full names that are spellings of each other, or that an article uses for one person, are one.
/// 2. A slip of the keys belongs to the name it is a slip of, if the two are seen in the same company.
/// 3. A name is two persons' where articles give it roles from different fields (a footballer, a minister) and nobody is seen
///    with both.
///    So it is where somebody said so.
/// 4. Single names, initials and short forms belong to the only person who may be meant; of several to the one whose company
///    they are in, or who is far better known than all others; else they stay by themselves.
///
/// Steps 2–4 are a rule-based form of collective entity resolution (Bhattacharya and Getoor 2007).
struct PersonResolver {
    let block: PersonBlock
    /// What else stands in an article; nil where a block is too large for looking.
    let companions: ((Int64) throws -> [PersonBlock.Companion])?

    private var parent: [Int]
    private(set) var appearancesOf: [[Int]]
    private var known: [Int64: [PersonBlock.Companion]] = [:]
    /// The company of the persons of full names, as far as it was asked for.
    private var companyOf: [Int: CompanionSet] = [:]

    /// How many appearances a block may have for its company to be looked at: a name that more bear tells little by it.
    static let mostAppearances = 4_096
    /// What company two names must share to be taken for one person's: one person or organisation, or two places.
    private static let enough = 2
    /// How many times more articles make somebody far better known than all others of the name.
    private static let fame = 10
    /// Among more than these nobody is looked for.
    private static let mostCandidates = 16

    init(_ block: PersonBlock, companions: @escaping (Int64) throws -> [PersonBlock.Companion]) {
        self.block = block
        self.companions = block.appearances.count <= Self.mostAppearances ? companions : nil
        parent = Array(block.names.indices)
        appearancesOf = Array(repeating: [], count: block.names.count)
        for (index, appearance) in block.appearances.enumerated() { appearancesOf[appearance.name].append(index) }
    }

    /// Persons have numbers from 0 in no order of meaning.
    static func resolve(
        _ block: PersonBlock, companions: @escaping (Int64) throws -> [PersonBlock.Companion]
    ) throws -> PersonClusters {
        var resolver = PersonResolver(block, companions: companions)
        return try resolver.clusters()
    }

    private mutating func clusters() throws -> PersonClusters {
        let fulls = block.names.indices.filter { !isShort($0) }
        let shorts = block.names.indices.filter { isShort($0) }
        joinSpellings(fulls)
        try joinSlips(fulls)
        try joinLonger(fulls)
        var persons = fulls.isEmpty ? [] : try namesakesApart(fulls)
        var clusters = PersonClusters(
            personOfAppearance: Array(repeating: -1, count: block.appearances.count),
            personOfName: Array(repeating: -1, count: block.names.count))
        for (number, person) in persons.enumerated() {
            for appearance in person.appearances { clusters.personOfAppearance[appearance] = number }
        }
        // Short forms of given names first: initials and single names may then mean whoever bears them.
        let ordered = shorts.sorted {
            (rank(block.names[$0]), block.names[$0].spelling) < (rank(block.names[$1]), block.names[$1].spelling)
        }
        let first = persons.count
        for name in fulls { clusters.personOfName[name] = main(of: name, persons, clusters) }
        for name in ordered { try assign(name, &persons, upTo: first, &clusters) }
        return clusters
    }

    private func rank(_ name: PersonBlock.Name) -> Int { name.parts.isSingle ? 2 : name.parts.isInitial ? 1 : 0 }

    /// Whether a name says too little to be a person by itself where there are others.
    private func isShort(_ name: Int) -> Bool {
        let one = block.names[name]
        if one.isOutside { return false }
        return one.parts.isSingle || one.parts.isInitial
    }

    // MARK: One person

    struct Person {
        var names: [Int]
        var appearances: [Int]
        var fields: RoleField = []
    }

    private func root(_ name: Int) -> Int {
        var name = name
        while parent[name] != name { name = parent[name] }
        return name
    }

    private mutating func join(_ one: Int, _ other: Int) {
        let (first, second) = (root(one), root(other))
        if first != second { parent[max(first, second)] = min(first, second) }
    }

    private mutating func joinSpellings(_ fulls: [Int]) {
        var byInitial: [UInt8: [Int]] = [:]
        for name in fulls where !block.names[name].isOutside {
            byInitial[block.names[name].parts.given.first ?? 0, default: []].append(name)
        }
        for bucket in byInitial.sorted(by: { $0.key < $1.key }).map(\.value) {
            for (place, one) in bucket.enumerated() {
                for other in bucket[..<place] where isOne(one, other, bucket) { join(one, other) }
            }
        }
        // What articles use for one person: the annotator has seen them together.
        var parents: [Int: Set<Int>] = [:]
        for alias in block.aliases where !isShort(alias.name) && !isShort(alias.alias) {
            if block.names[alias.name].parts.suffix == block.names[alias.alias].parts.suffix {
                parents[alias.alias, default: []].insert(alias.name)
            }
        }
        for (alias, names) in parents.sorted(by: { $0.key < $1.key }) {
            if Set(names.map(root)).count == 1, let name = names.min() { join(alias, name) }
        }
    }

    private func isOne(_ one: Int, _ other: Int, _ bucket: [Int]) -> Bool {
        let (first, second) = (block.names[one].parts, block.names[other].parts)
        if first.isSpelling(of: second) {
            // *John Smith* is either of *John A.* and *John B. Smith*, and so neither.
            if first.middle.isEmpty != second.middle.isEmpty {
                let plain = first.middle.isEmpty ? first : second
                let long = bucket.filter {
                    !block.names[$0].parts.middle.isEmpty && block.names[$0].parts.isSpelling(of: plain)
                }
                return long.allSatisfy { a in long.allSatisfy { block.names[a].parts.agrees(with: block.names[$0].parts) } }
            }
            return true
        }
        // *Ben* is *Benjamin*, if no other name of the family begins so.
        for (short, long) in [(first, second), (second, first)] where short.isShort(for: long) && !short.isInitial {
            let meant = bucket.map { block.names[$0].parts }.filter { short.isShort(for: $0) }
            if meant.allSatisfy({ $0.isSpelling(of: long) }) { return true }
        }
        return false
    }

    private mutating func joinSlips(_ fulls: [Int]) throws {
        guard companions != nil else { return }
        let groups = groups(fulls)
        var byKey: [[UInt8]: [Int]] = [:]
        for name in fulls { for key in block.names[name].parts.slipKeys { byKey[key, default: []].append(name) } }
        func size(_ name: Int) -> Int { groups[root(name)]?.reduce(0) { $0 + appearancesOf[$1].count } ?? 0 }
        var joins: [(Int, Int)] = []
        for name in fulls
        where !block.names[name].isOutside && appearancesOf[name].count <= 2 && (1...2).contains(size(name)) {
            let parts = block.names[name].parts
            let near = Set(parts.slipKeys.flatMap { byKey[$0] ?? [] }).filter {
                root($0) != root(name) && block.names[$0].parts.isNearly(parts) && size($0) > size(name)
            }
            guard let meant = near.map(root).min(), near.allSatisfy({ root($0) == meant }) else { continue }
            if try isSameCompany(appearancesOf[name], (groups[meant] ?? []).flatMap { appearancesOf[$0] }) {
                joins.append((name, meant))
            }
        }
        for (one, other) in joins { join(one, other) }
    }

    /// *Anna Berg* and *Anna Berg Lindqvist*: a name that grew longer, by marriage or because both family names are given. Their
    /// blocks are two.
    private mutating func joinLonger(_ fulls: [Int]) throws {
        guard companions != nil else { return }
        let groups = groups(fulls)
        var company: [Int: Company] = [:]
        var joins: [(Int, Int)] = []
        for outside in fulls where block.names[outside].isOutside {
            for own in fulls where !block.names[own].isOutside && root(own) != root(outside) {
                let (one, other) = (block.names[own], block.names[outside])
                guard one.spelling.goesOn(after: other.spelling) || other.spelling.goesOn(after: one.spelling),
                    one.parts.suffix == other.parts.suffix
                else { continue }
                for root in [root(own), root(outside)] where company[root] == nil {
                    company[root] = try self.company(of: (groups[root] ?? []).flatMap { appearancesOf[$0] })
                }
                if let first = company[root(own)], let second = company[root(outside)], first.isSame(as: second) {
                    joins.append((own, outside))
                }
            }
        }
        for (one, other) in joins { join(one, other) }
    }

    /// What is joined so far, by the number that stands for each group.
    func groups(_ fulls: [Int]) -> [Int: [Int]] { Dictionary(grouping: fulls, by: root) }

    private mutating func isSameCompany(_ one: [Int], _ other: [Int]) throws -> Bool {
        guard companions != nil else { return false }
        return try company(of: one).isSame(as: company(of: other))
    }

    /// The company that somebody is seen in, and what they are said to do.
    private struct Company {
        var companions: CompanionSet
        var fields: RoleField

        func isSame(as other: Company) -> Bool {
            let (small, large) = companions.count < other.companions.count ? (self, other) : (other, self)
            let shared = small.companions.members.reduce(0) { $0 + (large.companions.contains($1) ? $1.weight : 0) }
            return shared >= PersonResolver.enough || shared > 0 && !fields.isDisjoint(with: other.fields)
        }
    }

    private mutating func company(of appearances: [Int]) throws -> Company {
        Company(
            companions: try companyKept(by: appearances),
            fields: appearances.reduce(into: RoleField()) { $0.formUnion(block.appearances[$1].fields) })
    }

    mutating func companyKept(by appearances: [Int]) throws -> CompanionSet {
        var all = CompanionSet()
        for appearance in appearances { all.formUnion(try companions(of: appearance)) }
        return all
    }

    private mutating func companions(of appearance: Int) throws -> [PersonBlock.Companion] {
        let (article, name) = (block.appearances[appearance].article, block.names[block.appearances[appearance].name])
        let all = try known[article] ?? companions?(article) ?? []
        known[article] = all
        // Names of this block are left out already. Nobody is seen in their own company.
        guard name.isOutside else { return all }
        let own = Companions.hash(ofPerson: name.spelling)
        return all.filter { !$0.isSpelt(own) }
    }

    // MARK: Short names

    /// How much of an appearance's company is each candidate's and nobody else's.
    mutating func ranked(
        of appearance: Int, among company: [CompanionSet], fields: [RoleField]
    ) throws -> [Int] {
        let own = try companions(of: appearance)
        let field = block.appearances[appearance].fields
        var scores = Array(repeating: 0, count: company.count)
        for companion in own {
            let theirs = company.indices.filter { company[$0].contains(companion) }
            // Company that all keep tells nobody apart.
            for candidate in theirs where theirs.count * 2 <= company.count || theirs.count == 1 {
                scores[candidate] += companion.weight
            }
        }
        for candidate in company.indices where !field.isEmpty && !fields[candidate].isEmpty {
            if !field.isDisjoint(with: fields[candidate]) {
                scores[candidate] += 2
            } else if !RoleField.all.contains(where: { one in
                field.contains(one) && RoleField.all.contains { fields[candidate].contains($0) && one.isNear($0) }
            }) {
                scores[candidate] -= 4
            }
        }
        return scores
    }

    /// The one that is clearly ahead.
    func best(_ scores: [Int]) -> Int? {
        let order = scores.indices.sorted { (-scores[$0], $0) < (-scores[$1], $1) }
        guard let first = order.first, scores[first] >= Self.enough else { return nil }
        if order.count > 1, scores[first] < scores[order[1]] * 2 || scores[first] == scores[order[1]] { return nil }
        return first
    }

    private mutating func assign(
        _ name: Int, _ persons: inout [Person], upTo count: Int, _ clusters: inout PersonClusters
    ) throws {
        let one = block.names[name].parts
        // Who may be meant, and who may only be meant if their company says so: a given name alone tells too little.
        let articles = articles(calling: Array(persons.prefix(count)), by: name)
        let most = articles.values.max() ?? 0
        let meant = persons.indices.prefix(count).filter { index in
            articles[index].map {
                !Renown.isNegligible($0, of: persons[index].appearances.count, beside: most)
            } ?? false
        }
        let given = Nicknames.formal(one.family)
        let candidates =
            meant
            + persons.indices.prefix(count).filter { index in
                one.isSingle && !meant.contains(index)
                    && persons[index].names.contains { block.names[$0].parts.given == given }
            }
        var own: Int?
        func person(of appearance: Int?) -> Int {
            if let own { return own }
            own = persons.count
            persons.append(Person(names: [name], appearances: []))
            return persons.count - 1
        }
        let outcome: Int?
        if meant.count == 1 {
            outcome = meant[0]
        } else if meant.isEmpty {
            outcome = nil
        } else {
            outcome = bestKnown(meant, articles)
        }
        if candidates.count > 1 || candidates != meant, companions != nil, candidates.count <= Self.mostCandidates {
            for person in candidates where companyOf[person] == nil {
                companyOf[person] = try companyKept(by: persons[person].appearances)
            }
            let company = candidates.map { companyOf[$0] ?? CompanionSet() }
            for appearance in appearancesOf[name] {
                let scores = try ranked(of: appearance, among: company, fields: candidates.map { persons[$0].fields })
                let isRuledOut = outcome.flatMap { candidates.firstIndex(of: $0) }.map { scores[$0] < 0 } ?? false
                clusters.personOfAppearance[appearance] =
                    best(scores).map { candidates[$0] } ?? (isRuledOut ? nil : outcome) ?? person(of: appearance)
            }
        } else {
            for appearance in appearancesOf[name] {
                clusters.personOfAppearance[appearance] = outcome ?? person(of: appearance)
            }
        }
        clusters.personOfName[name] = main(of: name, persons, clusters)
        if clusters.personOfName[name] < 0 { clusters.personOfName[name] = outcome ?? person(of: nil) }
    }

    /// In how many articles each who may be meant by a short name bears it, or a full name that it is short for; by their place.
    private func articles(calling persons: [Person], by name: Int) -> [Int: Int] {
        let one = block.names[name].parts
        let called = Dictionary(
            block.aliases.filter { $0.alias == name }.map { ($0.name, $0.articles) }, uniquingKeysWith: +)
        func isShort(for full: Int) -> Bool {
            let other = block.names[full]
            if other.isOutside { return false }
            return one.isSingle ? other.parts.isSameFamily(one) : one.isShort(for: other.parts)
        }
        var articles: [Int: Int] = [:]
        for (index, person) in persons.enumerated() {
            let full = Set(person.names.filter(isShort))
            let others = person.names.filter { called[$0] != nil && !full.contains($0) }
            guard !full.isEmpty || !others.isEmpty else { continue }
            articles[index] =
                person.appearances.count { full.contains(block.appearances[$0].name) }
                + others.reduce(0) { $0 + (called[$1] ?? 0) }
        }
        return articles
    }

    /// The candidate who is named far more often than all others together.
    private func bestKnown(_ candidates: [Int], _ articles: [Int: Int]) -> Int? {
        let sizes = candidates.map { articles[$0] ?? 0 }
        let all = sizes.reduce(0, +)
        guard let most = sizes.max(), most >= Self.fame * max(1, all - most), let at = sizes.firstIndex(of: most) else {
            return nil
        }
        return candidates[at]
    }

    /// The person whom most appearances of a name mean; of a name without any the person it is a name of.
    private func main(of name: Int, _ persons: [Person], _ clusters: PersonClusters) -> Int {
        var counts: [Int: Int] = [:]
        for appearance in appearancesOf[name] where clusters.personOfAppearance[appearance] >= 0 {
            counts[clusters.personOfAppearance[appearance], default: 0] += 1
        }
        if let most = counts.max(by: { ($0.value, -$0.key) < ($1.value, -$1.key) }) { return most.key }
        return persons.firstIndex { $0.names.contains(name) } ?? -1
    }
}
