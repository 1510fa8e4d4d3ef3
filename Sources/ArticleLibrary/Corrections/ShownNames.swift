import DocumentModel
import GRDB
import Query
import Synchronization

extension Library {
    /// Under which names people are shown now. Found out once for each state of the library: corrections may be many.
    func shownNames(_ db: Database) throws -> ShownNames {
        let content = Int(try db.number("SELECT content FROM state") ?? 0)
        if let known = shown.withLock(\.self), known.content == content { return known.names }
        let names = try ShownNames(db)
        shown.withLock { $0 = (content, names) }
        return names
    }
}

/// Under which names people are shown whom somebody merged or renamed: whoever bears a name, under each of their spellings.
struct ShownNames: Sendable {
    /// By the number of the name.
    private var ofRow: [Int64: String] = [:]
    /// By folded spelling; nil where the article tells who is meant.
    private var ofSpelling: [String: String?] = [:]

    init(_ db: Database) throws {
        let bearers = NameBearers(db)
        var spellings: Set<String> = []
        for change in try CorrectionTable(db: db).peopleChanges() {
            guard let name = change.names.first, let meant = try bearers.meant(by: name) else { continue }
            let shown: String
            switch change {
            case .merge: shown = ofRow[meant.row] ?? name.name
            case .rename(_, let new): shown = new
            case .split, .speaker, .notAQuotation, .form, .act: continue
            }
            try db.forEachRow("SELECT id, folded FROM name WHERE person = ?", meant.person) {
                ofRow[$0.number(0)] = shown
                spellings.insert(PersonStore.spelling($0.text(1)))
            }
        }
        for spelling in spellings {
            let shown = Set(try bearers.rows(spelling).map { ofRow[$0] })
            ofSpelling[spelling] = .some(shown.count == 1 ? shown.first ?? nil : nil)
        }
    }

    /// What is shown for a name as it is displayed.
    ///
    /// - Parameter row: the number of the name; nil for one that the library does not know.
    func name(_ display: String, row: Int64?) -> String { row.flatMap { ofRow[$0] } ?? display }

    /// The names of a list, one a line, as an article calls people; each once.
    func list(_ lines: String, in article: Int64, _ db: Database) throws -> [String] {
        let names = lines.split(separator: "\n").map(String.init)
        guard !ofRow.isEmpty else { return names }
        var list: [String] = []
        for name in names {
            let shown: String
            switch ofSpelling[TextFold.folded(name)] {
            case nil: shown = name
            case .some(let known?): shown = known
            case .some(nil): shown = try self.name(name, row: Self.row(of: name, in: article, db))
            }
            if !list.contains(shown) { list.append(shown) }
        }
        return list
    }

    private static func row(of name: String, in article: Int64, _ db: Database) throws -> Int64? {
        let rows = try NameBearers(db).rows(TextFold.folded(name))
        return try db.numbers("SELECT name FROM appearance WHERE article = ?", article).first { rows.contains($0) }
    }
}
