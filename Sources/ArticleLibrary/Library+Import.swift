public import DocumentModel
import Foundation
import GRDB

extension Library {
    /// Carries out the steps of an import, in one transaction: after a failure or a kill none of them was.
    ///
    /// - Parameter isMoreToCome: more steps follow soon, and then ``settle(turn:while:)``: who is who is left for then, as far as it
    ///   would have to be found out again and again.
    @discardableResult
    public func add(_ steps: [ImportStep], isMoreToCome: Bool = false) throws(LibraryError) -> Additions {
        try writing { db in
            var writer = ImportWriter(db, now: Int64(Date().timeIntervalSince1970))
            for step in steps { try writer.carryOut(step) }
            try writer.close(isMoreToCome: isMoreToCome)
            return writer.result
        }
    }

    /// Whether this file was read to its end before and is as it was then. Which model annotated it does not matter: what an older one
    /// did is done anew from the texts that the library keeps.
    public func isUnchanged(_ path: String, _ facts: FileFacts) throws(LibraryError) -> Bool {
        try problems(inUnchanged: [(path, facts)])[0] != nil
    }

    /// For each of these files, how many of its records could not be read when it was read to its end before; nil when it was not, or
    /// is not as it was then. Some microseconds each.
    public func problems(
        inUnchanged files: [(path: String, facts: FileFacts?)]
    ) throws(LibraryError) -> [Int?] {
        try reading { db in
            try files.map { path, facts in
                guard let facts else { return nil }
                return try db.number(
                    "SELECT problems FROM file WHERE path = ? AND size = ? AND modified = ? AND inode = ?",
                    path, facts.size, facts.modified, Int64(bitPattern: facts.inode)
                ).map { Int($0) }
            }
        }
    }

    /// The paths of all files that articles came from.
    public func files() throws(LibraryError) -> [String] {
        try reading { try String.fetchAll($0, sql: "SELECT path FROM file ORDER BY path") }
    }

    /// The places an article came from; more than one where the same text stands in several.
    public func origins(of key: ArticleKey) throws(LibraryError) -> [Origin] {
        try reading { db in
            let statement = try db.cachedStatement(
                sql: """
                    SELECT path, line FROM origin JOIN file ON file.id = origin.file
                    WHERE article = ? ORDER BY file.id, line
                    """)
            return try Row.fetchAll(statement, arguments: [key.rawValue]).map { row in
                let line: Int = row[1]
                return Origin(path: row[0], line: line == 0 ? nil : line)
            }
        }
    }
}
