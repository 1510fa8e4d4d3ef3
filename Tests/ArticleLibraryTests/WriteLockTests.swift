import Foundation
import GRDB
import Query
import Synchronization
import Testing

@testable import ArticleLibrary

@Suite final class WriteLockTests {
    private let folder: String

    init() throws {
        folder = NSTemporaryDirectory() + "pullquote-lock-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: folder) }

    /// One transaction follows the other at once, as at the end of an import: somebody else comes to write between two of them.
    @Test func whoeverWaitsComesToTheirTurn() throws {
        let path = folder + "/library.db"
        let library = try Library(at: path)
        let other = try Library(at: path)
        let isServed = Atomic(false)
        let turns = 100
        let isWriting = DispatchSemaphore(value: 0)
        let thread = Thread {
            isWriting.wait()
            if (try? other.saveFilter("peace", as: "mine")) != nil { isServed.store(true, ordering: .relaxed) }
        }
        thread.start()
        var turn = 0
        while turn < turns, !isServed.load(ordering: .relaxed) {
            try library.writing { db in
                try db.execute(sql: "UPDATE state SET content = content + 1")
                isWriting.signal()
                usleep(25_000)
            }
            turn += 1
        }
        #expect(turn < turns)
        #expect(try library.savedFilters().entries.map(\.name) == ["mine"])
    }
}
