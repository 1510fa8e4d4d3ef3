/// Names of which some may be one person's: all that share a family name in any spelling, with where they stand.
struct PersonBlock {
    /// A name under one spelling.
    struct Name {
        /// Folded.
        var spelling: String
        var parts: NameParts
        /// Of another block: it stands here because an article calls it by a name of this one.
        var isOutside = false
    }

    /// A name in an article.
    struct Appearance {
        var article: Int64
        /// Its index in ``PersonBlock/names``.
        var name: Int
        /// What the article says the person does.
        var fields: RoleField = []
    }

    /// Something that stands in the same article: a name, or the outlet.
    struct Companion: Equatable {
        /// A hash of its spelling, and in the lowest bit its weight; never 0.
        let key: UInt64

        /// - Parameters:
        ///   - hash: of its spelling.
        ///   - isTelling: true of a person or an organisation, false of a place or an outlet, which many articles share.
        init(hash: UInt64, isTelling: Bool) { key = max(2, hash & ~1) | (isTelling ? 1 : 0) }

        /// How much it tells to share it.
        var weight: Int { key & 1 == 1 ? 2 : 1 }

        /// Whether its spelling has this hash.
        func isSpelt(_ hash: UInt64) -> Bool { key & ~1 == max(2, hash & ~1) }
    }

    var names: [Name] = []
    var appearances: [Appearance] = []
    /// So many articles call whoever has one name by the other too; indexes of ``names``.
    var aliases: [(name: Int, alias: Int, articles: Int)] = []
    /// Whoever bears this name in the one article is not who bears it in the other: somebody said so.
    var told: [Apart] = []

    /// A name that is two persons' in two articles.
    struct Apart {
        /// Its index in ``PersonBlock/names``.
        var name: Int
        var one: Int64
        var other: Int64
    }
}

/// Who is who in a block.
struct PersonClusters {
    /// For each appearance the number of its person.
    var personOfAppearance: [Int]
    /// For each name the number of the person that it mostly stands for.
    var personOfName: [Int]
}
