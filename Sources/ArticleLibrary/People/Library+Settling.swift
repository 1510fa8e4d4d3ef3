import Foundation
import GRDB
import Synchronization

extension Library {
    /// Finds out who is who among names that many bear, as far as imports have left it for later, and puts the indexes in order.
    /// An import calls it at its end; nothing but the grouping of people depends on it.
    ///
    /// Several threads find out, reading, and this one writes it, for a turn at a time.
    ///
    /// - Parameters:
    ///   - turn: so long may it keep others from writing at a time.
    ///   - mayGoOn: called between two turns; after false the rest waits for the next time.
    public func settle(
        turn: Duration = .milliseconds(50), while mayGoOn: () -> Bool = { true }
    ) throws(LibraryError) {
        var finding = BlockFinding(self)
        var goesOn = try reading { try PersonStore.isUnsettled($0) }
        while goesOn {
            guard mayGoOn() else { return }
            try finding.refill()
            goesOn = try writing { [found = finding.found] db in
                let start = ContinuousClock.now
                let content = try LibraryState.content(db)
                // Somebody else wrote between: what comes next is found out right here.
                var found = found?.content == content ? found : nil
                let known = db.totalChangesCount
                let isLeft = try PersonStore(db).settle(&found) { start.duration(to: .now) < turn }
                try PeopleCorrections(db: db).apply()
                if db.totalChangesCount != known {
                    try db.execute(sql: "UPDATE state SET content = content + 1")
                    found?.content = content + 1
                }
                finding.found = found
                return isLeft
            }
        }
        try mergeIndexes(turn: turn, while: mayGoOn)
        bringLogIn()
    }
}

/// What was found out of blocks of names in one state of the library.
struct FoundBlocks {
    /// By block; what was written is gone.
    var outcomes: [String: BlockOutcome] = [:]
    /// The state of the library: only who wrote it to this one has changed it since.
    var content: Int
    /// Blocks whose names have other rows since.
    var rearranged: Set<String> = []
}

/// Finds out who is who in the blocks that wait, a few hundred at a time, in as many threads as there are cores.
private struct BlockFinding {
    private let library: Library
    private let threads: Int
    /// What is remembered of articles.
    private var companions = Companions()
    var found: FoundBlocks?

    /// So many blocks are found out before they are written: fewer where somebody else writes, and it is for nothing.
    private var size = most
    private static let most = 512
    /// So few are not worth another thread.
    private static let few = 32

    init(_ library: Library) {
        self.library = library
        // As many as read at the same time.
        threads = library.path == nil ? 1 : max(1, min(3, ProcessInfo.processInfo.activeProcessorCount))
    }

    /// Finds out the next blocks, once those before are written.
    mutating func refill() throws(LibraryError) {
        guard found?.outcomes.isEmpty ?? true else { return }
        let before = found?.content
        size = before == nil ? Self.few : min(Self.most, size * 2)
        let (blocks, content) = try library.reading { db in
            (try PersonStore.waiting(most: size, db), try LibraryState.content(db))
        }
        // Articles may be others than those that are remembered.
        if content != before { companions = Companions() }
        let next = Atomic(0)
        let outcomes = Mutex<[String: BlockOutcome]>([:])
        let failure = Mutex<LibraryError?>(nil)
        inThreads(min(threads, 1 + blocks.count / Self.few)) { [library, companions] in
            do throws(LibraryError) {
                let own = try library.reading { db -> [String: BlockOutcome] in
                    // A state that somebody wrote meanwhile would be another than the other threads'.
                    guard try LibraryState.content(db) == content else { return [:] }
                    let reader = try BlockReader(db, companions: companions)
                    var own: [String: BlockOutcome] = [:]
                    while true {
                        let index = next.wrappingAdd(1, ordering: .relaxed).oldValue
                        guard index < blocks.count else { return own }
                        own[blocks[index]] = try reader.outcome(of: blocks[index])
                    }
                }
                outcomes.withLock { $0.merge(own) { one, _ in one } }
            } catch {
                failure.withLock { $0 = error }
            }
        }
        if let failure = failure.withLock({ $0 }) { throw failure }
        found = FoundBlocks(outcomes: outcomes.withLock { $0 }, content: content)
    }

    /// Calls this in so many threads at once, and returns when all have ended.
    private func inThreads(_ count: Int, _ body: @escaping @Sendable () -> Void) {
        let running = DispatchGroup()
        for number in 1..<max(1, count) {
            running.enter()
            let thread = Thread {
                body()
                running.leave()
            }
            thread.name = "who is who \(number)"
            thread.stackSize = 8 << 20
            thread.start()
        }
        body()
        running.wait()
    }
}
