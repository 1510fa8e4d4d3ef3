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
        .namesInArticles, .leanIndexes, .beginnings, .topicsInAppearances, .widerMerges, .textsByZstandard,
    ]

    static func migrator(reporting progress: MigrationProgress) -> DatabaseMigrator {
        var migrator = DatabaseMigrator()
        for migration in migrations {
            migrator.registerMigration(migration.name) { try migration.carryOut($0, progress) }
        }
        return migrator
    }

    static var migrator: DatabaseMigrator { migrator(reporting: MigrationProgress(weight: 0) { _ in true }) }

    /// A library of fewer articles is migrated in a moment.
    static let few = 1_000

    /// What brings a library to the form of today.
    ///
    /// - Parameter goesOn: takes how much is done, from 0 to 1, if that takes more than a moment; says whether it may go on.
    static func migrator(
        for db: Database, while goesOn: @escaping @Sendable (Double) -> Bool
    ) throws -> DatabaseMigrator {
        let isLong = try db.tableExists("article") && db.number("SELECT count(*) FROM article") ?? 0 >= few
        guard isLong else { return migrator }
        let completed = Set(try migrator.completedMigrations(db))
        let weight = migrations.reduce(0) { $0 + (completed.contains($1.name) ? 0 : $1.weight) }
        return migrator(reporting: MigrationProgress(weight: weight, goesOn: goesOn))
    }
}
