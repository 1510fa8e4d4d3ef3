import GRDB

/// How a library's file is laid out, and how an older one becomes one of today.
enum Schema {
    /// Marks a file as ours: `PQLB`.
    static let applicationID: Int32 = 0x5051_4C42

    /// A quotation's number is its article's number and its place in it, so that all quotations of an article lie side by
    /// side, in the order of the list of articles, and neither needs a column: `article << 12 | ordinal`. Each bit more makes
    /// the index of their words longer.
    static let ordinalBits = 12
    /// The most quotations of one article that are indexed.
    static let ordinals = 1 << ordinalBits

    /// All steps in their order. Each stands in the file of the tables it makes.
    static let migrations: [Migration] = [
        .firstLibrary, .articlesByDate, .peopleByEvidence, .sampleOfQuotations, .stories, .corrections,
        .packedTexts, .newSketchKeys, .annotators,
        // Before the one that reads corrections.
        .namesInArticles, .leanIndexes,
    ]

    static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        for migration in migrations { migrator.registerMigration(migration.name, migrate: migration.carryOut) }
        return migrator
    }
}
