/// Who of one name is two: by what their articles say they do, and by what somebody said.
extension PersonResolver {
    /// The persons of full names: those of one name whose roles and company are apart are two.
    mutating func namesakesApart(_ fulls: [Int]) throws -> [Person] {
        var persons: [Person] = []
        for group in groups(fulls).sorted(by: { $0.key < $1.key }).map(\.value) {
            let appearances = group.flatMap { appearancesOf[$0] }
            let parts = try told(apart: split(appearances))
            for part in parts {
                let names = parts.count == 1 ? group : Array(Set(part.map { block.appearances[$0].name })).sorted()
                let fields = part.reduce(into: RoleField()) { $0.formUnion(block.appearances[$1].fields) }
                persons.append(Person(names: names, appearances: part, fields: fields))
            }
        }
        return persons
    }

    /// Parts in two what somebody said is two persons': each other article goes with the one of the two whose company it keeps,
    /// in doubt with the first.
    private mutating func told(apart parts: [[Int]]) throws -> [[Int]] {
        var parts = parts
        for told in block.told {
            func appearance(_ article: Int64) -> (part: Int, appearance: Int)? {
                for (part, appearances) in parts.enumerated() {
                    let found = appearances.first {
                        block.appearances[$0].article == article && block.appearances[$0].name == told.name
                    }
                    if let found { return (part, found) }
                }
                return nil
            }
            guard let one = appearance(told.one), let other = appearance(told.other), one.part == other.part,
                one.appearance != other.appearance
            else { continue }
            let company = [try companyKept(by: [one.appearance]), try companyKept(by: [other.appearance])]
            let fields = [one, other].map { block.appearances[$0.appearance].fields }
            var (staying, leaving) = ([one.appearance], [other.appearance])
            for appearance in parts[one.part] where appearance != one.appearance && appearance != other.appearance {
                let scores = try ranked(of: appearance, among: company, fields: fields)
                if best(scores) == 1 { leaving.append(appearance) } else { staying.append(appearance) }
            }
            parts[one.part] = staying.sorted()
            parts.append(leaving.sorted())
        }
        return parts
    }

    private mutating func split(_ appearances: [Int]) throws -> [[Int]] {
        var byField: [(field: RoleField, appearances: [Int])] = []
        for field in RoleField.all {
            let own = appearances.filter { block.appearances[$0].fields.contains(field) }
            if !own.isEmpty { byField.append((field, own)) }
        }
        guard byField.count > 1 else { return [appearances] }
        // Fields are joined where one article gives both, or somebody is seen with both.
        var group = Array(byField.indices)
        for one in byField.indices {
            for other in byField[..<one].indices where group[one] != group[other] {
                if try !isApart(byField[one], byField[other]) {
                    let (from, to) = (max(group[one], group[other]), min(group[one], group[other]))
                    group = group.map { $0 == from ? to : $0 }
                }
            }
        }
        let numbers = Array(Set(group)).sorted()
        guard numbers.count > 1 else { return [appearances] }
        var parts = numbers.map { number in
            Array(Set(byField.indices.filter { group[$0] == number }.flatMap { byField[$0].appearances })).sorted()
        }
        let seeds = parts
        let largest = parts.indices.max { (parts[$0].count, -$0) < (parts[$1].count, -$1) } ?? 0
        let company = try seeds.map { try companyKept(by: $0) }
        for appearance in appearances where block.appearances[appearance].fields.isEmpty {
            let scores = try ranked(of: appearance, among: company, fields: Array(repeating: [], count: seeds.count))
            parts[best(scores) ?? largest].append(appearance)
        }
        return parts
    }

    private mutating func isApart(
        _ one: (field: RoleField, appearances: [Int]), _ other: (field: RoleField, appearances: [Int])
    ) throws -> Bool {
        if !Set(one.appearances).isDisjoint(with: other.appearances) { return false }
        if one.field.isNear(other.field), min(one.appearances.count, other.appearances.count) < 2 || companions == nil {
            return false
        }
        let theirs = try companyKept(by: other.appearances)
        return try companyKept(by: one.appearances).members.allSatisfy { $0.weight < 2 || !theirs.contains($0) }
    }
}
