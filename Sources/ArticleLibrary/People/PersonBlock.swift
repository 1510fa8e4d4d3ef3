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
    struct Companion: Hashable {
        /// Of its spelling.
        var hash: UInt64
        /// 2 for a person or an organisation, 1 for a place or an outlet, which many articles share.
        var weight: Int

        func hash(into hasher: inout Hasher) { hasher.combine(hash) }
    }

    var names: [Name] = []
    var appearances: [Appearance] = []
    /// Some article calls whoever has one name by the other too; indexes of ``names``.
    var aliases: [(name: Int, alias: Int)] = []
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
