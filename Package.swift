// swift-tools-version: 6.1
import PackageDescription

/// Every target of ours builds in the Swift 6 language mode, with `any` spelt out.
let strict: [SwiftSetting] = [.enableUpcomingFeature("ExistentialAny"), .enableUpcomingFeature("MemberImportVisibility")]

/// A library target and, unless it has none, its tests. `uses` are parts of ours, `from` products of packages.
func part(_ name: String, uses: [String] = [], from packages: [Target.Dependency] = []) -> Target {
    .target(name: name, dependencies: uses.map { .byName(name: $0) } + packages, swiftSettings: strict)
}

func tests(
    of name: String, uses: [String] = [], from packages: [Target.Dependency] = [], exclude: [String] = []
) -> Target {
    .testTarget(
        name: name + "Tests", dependencies: ([name, "TestSupport"] + uses).map { .byName(name: $0) } + packages,
        exclude: exclude, swiftSettings: strict)
}

let grdb: Target.Dependency = .product(name: "GRDB", package: "GRDB.swift")
let sqlite: Target.Dependency = .product(name: "GRDBSQLite", package: "GRDB.swift")
let toml: Target.Dependency = .product(name: "TOMLKit", package: "TOMLKit")
let arguments: Target.Dependency = .product(name: "ArgumentParser", package: "swift-argument-parser")

let package = Package(
    name: "pullquote",
    products: [.executable(name: "pullquote", targets: ["pullquote"])],
    dependencies: [
        // Subcommands, flags, help and completions from one definition.
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        // SQLite with migrations, a connection pool and FTS5.
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        // Themes and configuration are TOML; its parser gives the line of a mistake.
        .package(url: "https://github.com/LebJe/TOMLKit", from: "0.6.0"),
    ],
    targets: [
        // C, fenced off: each of these targets is imported by one part alone.
        .target(name: "CEmbedded", exclude: ["samples"]),
        .target(name: "CEnglishModel", exclude: ["lists", "models"]),
        .target(name: "CNcurses", linkerSettings: [.linkedLibrary("ncursesw"), .linkedLibrary("tinfo")]),
        .systemLibrary(name: "CMalloc"),
        .systemLibrary(name: "CMd", providers: [.apt(["libmd-dev"])]),
        .systemLibrary(name: "CFriBidi", providers: [.apt(["libfribidi-dev"])]),
        .systemLibrary(name: "CUTF8Proc", providers: [.apt(["libutf8proc-dev"])]),
        .systemLibrary(name: "CZlib", providers: [.apt(["zlib1g-dev"])]),
        .systemLibrary(name: "CZstd", providers: [.apt(["libzstd-dev"])]),
        .systemLibrary(name: "CSQLite", providers: [.apt(["libsqlite3-dev"])]),

        // The parts, each knowing only those above it in this list.
        part("DocumentModel", uses: ["CMd"]),
        part("Screen", uses: ["CFriBidi", "CUTF8Proc"]),
        part("Query", uses: ["DocumentModel"]),
        part("EnglishModel", uses: ["CEnglishModel"]),
        part("Annotator", uses: ["DocumentModel", "EnglishModel"]),
        part("ArticleImport", uses: ["DocumentModel", "CEmbedded"]),
        part("Interchange", uses: ["DocumentModel"]),
        part("ArticleLibrary", uses: ["DocumentModel", "Query", "CZlib", "CZstd", "CSQLite"], from: [grdb, sqlite]),
        part("Ingest", uses: ["DocumentModel", "ArticleImport", "Annotator", "ArticleLibrary"]),
        part("Terminal", uses: ["Screen", "CNcurses"]),
        part("Reader", uses: ["DocumentModel", "Screen", "Query", "CEmbedded"], from: [toml]),
        part(
            "ReaderLoop",
            uses: ["DocumentModel", "Screen", "Query", "Interchange", "Reader", "Terminal", "ArticleLibrary", "Ingest"]),
        .executableTarget(
            name: "pullquote",
            dependencies: [
                "CMalloc", "DocumentModel", "Screen", "Query", "ArticleImport", "Annotator", "Interchange",
                "ArticleLibrary", "Ingest", "Reader", "Terminal", "ReaderLoop", arguments,
            ], swiftSettings: strict),

        // Measures the built program; not installed.
        .executableTarget(
            name: "Benchmarks",
            dependencies: [
                "DocumentModel", "Screen", "Query", "Annotator", "ArticleLibrary", "Ingest", "Interchange", "TestSupport",
            ], swiftSettings: strict),

        // Takes the pictures of the README from the running program; not installed.
        .executableTarget(name: "Pictures", dependencies: ["Screen"], swiftSettings: strict),

        // Learns the model from annotated corpora and measures what the annotator does with it; not installed.
        .executableTarget(
            name: "Trainer",
            dependencies: ["DocumentModel", "EnglishModel", "Annotator", "ArticleImport", "Interchange", "TestSupport"],
            swiftSettings: strict),

        // Tests.
        .target(
            name: "TestSupport", dependencies: ["DocumentModel", "Screen"], path: "Tests/TestSupport", swiftSettings: strict
        ),
        .testTarget(name: "ArchitectureTests", swiftSettings: strict),
        tests(of: "DocumentModel"),
        tests(of: "EnglishModel"),
        tests(of: "Annotator", uses: ["ArticleImport", "DocumentModel"], exclude: ["Gold"]),
        .testTarget(
            name: "GoldTests", dependencies: ["DocumentModel", "ArticleImport", "Annotator", "CEmbedded", "TestSupport"],
            exclude: ["Gold"], swiftSettings: strict),
        tests(of: "Trainer"),
        tests(of: "ArticleImport", uses: ["DocumentModel"]),
        tests(of: "Screen"),
        tests(of: "Query", uses: ["DocumentModel"]),
        tests(of: "ArticleLibrary", uses: ["DocumentModel", "Query", "Interchange"], from: [grdb]),
        tests(of: "Ingest", uses: ["ArticleLibrary", "DocumentModel", "Query"]),
        tests(of: "ReaderLoop", uses: ["ArticleLibrary", "DocumentModel", "Ingest", "Query", "Reader"]),
        .testTarget(
            name: "EndToEndTests",
            dependencies: [
                "pullquote", "Screen", "Reader", "TerminalProbe", "TestSupport", "ArticleLibrary", "Annotator",
                "DocumentModel", "Query",
            ],
            swiftSettings: strict),
        tests(of: "Terminal", uses: ["Screen", "CNcurses", "TerminalProbe"]),
        .executableTarget(
            name: "TerminalProbe", dependencies: ["Screen", "Terminal", "TestSupport"], path: "Tests/TerminalProbe",
            swiftSettings: strict),
        tests(of: "Reader", uses: ["Screen"], exclude: ["Screens"]),
        tests(of: "Interchange"),
        .testTarget(
            name: "CommandLineTests",
            dependencies: [
                "TestSupport", "Interchange", "Query", "Reader", "Screen", "ArticleLibrary", "DocumentModel", "pullquote",
                grdb,
            ],
            swiftSettings: strict),
    ],
    swiftLanguageModes: [.v6],
    cLanguageStandard: .gnu2x  // C23's #embed puts files into read-only memory.
)
