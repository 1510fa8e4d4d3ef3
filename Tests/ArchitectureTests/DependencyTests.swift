import Foundation
import Testing

/// The table of parts in `Sources/README.md` is true: no file imports what its part does not name, and the package
/// manifest gives no part more than it names.
@Suite struct DependencyTests {
    static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()
    /// What comes with Swift, for everybody.
    static let system: Set = ["Foundation", "Glibc", "Synchronization", "Dispatch"]

    /// Part by part, what it uses, as the table has it.
    static let table: [String: Set<String>] = {
        guard let page = try? String(contentsOf: root.appending(path: "Sources/README.md"), encoding: .utf8) else {
            return [:]
        }
        let rows = page.split(separator: "\n").filter { $0.hasPrefix("| `") }.map { row in
            row.split(separator: "|").map { cell in
                cell.split(separator: "`", omittingEmptySubsequences: false).enumerated().filter { $0.offset % 2 == 1 }
                    .map { String($0.element) }
            }
        }
        return Dictionary(rows.map { ($0.first?.first ?? "", Set($0.last ?? [])) }) { first, _ in first }
    }()

    @Test func theTableNamesEveryPart() throws {
        let folders = try FileManager.default.contentsOfDirectory(atPath: Self.root.appending(path: "Sources").path)
        let parts = folders.filter {
            !$0.contains(".") && !["Documentation", "Benchmarks", "Pictures", "Trainer"].contains($0)
        }
        // A C target is in nobody's row but its users'.
        let isC = { (part: String) in part.hasPrefix("C") }
        #expect(Set(parts.filter { !isC($0) }) == Set(Self.table.keys))
        #expect(parts.filter(isC).allSatisfy { part in Self.table.values.contains { $0.contains(part) } })
    }

    @Test(arguments: table.keys.sorted()) func aPartImportsOnlyWhatTheTableNames(part: String) throws {
        let allowed = Self.system.union(Self.table[part] ?? [])
        let folder = Self.root.appending(path: "Sources/\(part)")
        let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)?.allObjects as? [URL] ?? []
        let sources = files.filter { $0.pathExtension == "swift" }
        #expect(!sources.isEmpty)
        for file in sources {
            for module in try Self.imports(in: String(contentsOf: file, encoding: .utf8)) {
                #expect(allowed.contains(module), "\(file.lastPathComponent) imports \(module)")
            }
        }
    }

    @Test func theManifestGivesNoPartMore() throws {
        let manifest = try String(contentsOf: Self.root.appending(path: "Package.swift"), encoding: .utf8)
        var parts = 0
        for declaration in manifest.components(separatedBy: " part(").dropFirst() {
            let uses = declaration.prefix { $0 != "]" && $0 != ")" }
            let names = uses.split(separator: "\"", omittingEmptySubsequences: false).enumerated()
                .filter { $0.offset % 2 == 1 }.map { String($0.element) }
            guard let part = names.first, let allowed = Self.table[part] else { continue }
            parts += 1
            #expect(allowed.isSuperset(of: names.dropFirst()), "\(part)")
        }
        #expect(parts == Self.table.count - 1)  // All but the executable, which is declared otherwise.
    }

    /// A part uses only parts that use nothing of it, however far away.
    @Test func noPartUsesItself() {
        func reach(_ part: String, _ seen: inout Set<String>) {
            for used in Self.table[part] ?? [] where seen.insert(used).inserted { reach(used, &seen) }
        }
        for part in Self.table.keys {
            var seen: Set<String> = []
            reach(part, &seen)
            #expect(!seen.contains(part))
        }
    }

    private static func imports(in source: String) -> [String] {
        source.split(separator: "\n").compactMap { line in
            var words = line.split(separator: " ").map(String.init)
            words.removeAll {
                $0.hasPrefix("@") || ["public", "internal", "private", "fileprivate", "package"].contains($0)
            }
            guard words.count >= 2, words[0] == "import" else { return nil }
            let kinds = ["struct", "class", "enum", "func", "var", "let", "protocol", "typealias"]
            let name = kinds.contains(words[1]) && words.count > 2 ? words[2] : words[1]
            return name.split(separator: ".").first.map(String.init)
        }
    }
}
