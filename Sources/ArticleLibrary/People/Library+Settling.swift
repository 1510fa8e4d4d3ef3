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
        // Those who read and the one who writes need not wait for each other.
        if goesOn { try finding.findAhead() }
        defer { finding.end() }
        try mergeIndexes(["search", "quotation_search"], turn: turn, while: mayGoOn)
        while goesOn {
            guard mayGoOn() else { return }
            try finding.refill()
            let written = try writing { [found = finding.found] db in
                let start = ContinuousClock.now
                let content = try LibraryState.content(db)
                // Somebody else wrote between: what comes next is found out right here.
                var found = found?.content == content ? found : nil
                let known = db.totalChangesCount
                let isLeft = try PersonStore(db).settle(&found) { start.duration(to: .now) < turn }
                try PeopleCorrections(db: db).apply()
                let hasChanged = db.totalChangesCount != known
                if hasChanged { try db.execute(sql: "UPDATE state SET content = content + 1") }
                return (isLeft: isLeft, found: found, old: content, new: hasChanged ? content + 1 : content)
            }
            finding.wrote(written.found, from: written.old, to: written.new)
            goesOn = written.isLeft
        }
        try mergeIndexes(["name_search"], turn: turn, while: mayGoOn)
        bringLogIn()
    }
}

/// What was found out of blocks of names in one state of the library.
struct FoundBlocks {
    /// By block; what was written is gone.
    var outcomes: [String: BlockOutcome] = [:]
    /// The last of them, whether it is there or was written; nil for none.
    var last: PersonStore.Waiting?
    /// The state of the library: only who wrote it to this one has changed it since.
    var content: Int
    /// Blocks whose names have other rows since.
    var rearranged: Set<String> = []
    /// Those of them that got them in the last transaction.
    var justRearranged: Set<String> = []
    /// What is remembered of articles.
    var companions = Companions()
}

/// Finds out who is who in the blocks that wait, some hundreds at a time, in as many threads as there are cores; the next ones while
/// those before are written.
private struct BlockFinding {
    private let library: Library
    private let threads: Int
    /// While this one writes: it waits for the disk now and then, and is done sooner than they are.
    private var threadsAhead: Int { min(2, threads) }
    /// What is remembered of articles.
    private var companions = Companions()
    private(set) var found: FoundBlocks?
    /// What comes behind those found.
    private var ahead: Ahead?
    /// Between these two states of the library nobody but who writes this has changed it.
    private var own: ClosedRange<Int>?
    /// In which state blocks had got other rows.
    private var rearranged: [String: Int] = [:]

    /// So many blocks are found out before they are written: fewer where somebody else writes, and it is for nothing.
    private var size = first
    /// While indexes are merged there is time for many.
    private static let first = 2_048
    private static let most = 1_024
    /// So few are not worth another thread.
    private static let few = 32

    init(_ library: Library) {
        self.library = library
        // As many as read at the same time.
        threads = library.path == nil ? 1 : max(1, min(3, ProcessInfo.processInfo.activeProcessorCount))
    }

    /// Begins to find out the next blocks, and returns at once.
    mutating func findAhead() throws(LibraryError) {
        guard library.path != nil, ahead == nil else { return }
        let next = try waiting(behind: found)
        if !next.blocks.isEmpty { ahead = Ahead { [self] () throws(LibraryError) in try find(next, threadsAhead) } }
    }

    /// Finds out the next blocks, once those before are written.
    mutating func refill() throws(LibraryError) {
        guard found?.outcomes.isEmpty ?? true else { return }
        var next = try ahead?.result.get()
        ahead = nil
        companions.forgetNames()
        if let known = next, let own {
            if own.contains(known.content) {
                next?.rearranged = Set(rearranged.lazy.filter { $0.value > known.content }.map(\.key))
                next?.content = own.upperBound
            } else {
                forget()
                next = nil
            }
        }
        if next == nil { next = try find(waiting(behind: nil), threads) }
        found = next
        try findAhead()
    }

    /// Somebody else wrote: articles may be others than those that are remembered.
    private mutating func forget() {
        ahead?.wait()
        ahead = nil
        companions = Companions()
        size = Self.few
    }

    /// What is left of the found blocks after a transaction, which brought the library from one state to another.
    mutating func wrote(_ found: FoundBlocks?, from old: Int, to new: Int) {
        own = own?.upperBound == old ? (own?.lowerBound ?? old)...new : old...new
        for block in found?.justRearranged ?? [] { rearranged[block] = new }
        size = min(Self.most, size * 2)
        if found == nil { forget() }
        self.found = found
        self.found?.content = new
        self.found?.justRearranged = []
    }

    /// Waits for what is still under way.
    func end() { ahead?.wait() }

    /// The next blocks, and the state of the library that has them.
    private func waiting(
        behind found: FoundBlocks?
    ) throws(LibraryError) -> (blocks: [String], areDependents: Bool, content: Int) {
        try library.reading { [size] db in
            let (blocks, areDependents) = try PersonStore.waiting(most: size, behind: found?.last, db)
            return (blocks, areDependents, try LibraryState.content(db))
        }
    }

    private func find(
        _ next: (blocks: [String], areDependents: Bool, content: Int), _ threads: Int
    ) throws(LibraryError) -> FoundBlocks {
        let index = Atomic(0)
        let outcomes = Mutex<[String: BlockOutcome]>([:])
        let failure = Mutex<LibraryError?>(nil)
        inThreads(min(threads, 1 + next.blocks.count / Self.few)) { [library, companions] in
            do throws(LibraryError) {
                let own = try library.reading { db -> [String: BlockOutcome] in
                    // A state that somebody wrote meanwhile would be another than the other threads'.
                    guard try LibraryState.content(db) == next.content else { return [:] }
                    let reader = try BlockReader(db, companions: companions)
                    var own: [String: BlockOutcome] = [:]
                    while true {
                        let index = index.wrappingAdd(1, ordering: .relaxed).oldValue
                        guard index < next.blocks.count else { return own }
                        own[next.blocks[index]] = try reader.outcome(of: next.blocks[index])
                    }
                }
                outcomes.withLock { $0.merge(own) { one, _ in one } }
            } catch {
                failure.withLock { $0 = error }
            }
        }
        if let failure = failure.withLock({ $0 }) { throw failure }
        let last = next.blocks.last.map { PersonStore.Waiting(block: $0, isDependent: next.areDependents) }
        return FoundBlocks(
            outcomes: outcomes.withLock { $0 }, last: last, content: next.content,
            companions: Companions(sharing: companions))
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

/// What another thread finds out meanwhile.
private final class Ahead: Sendable {
    private let found = Mutex<Result<FoundBlocks, LibraryError>?>(nil)
    private let running = DispatchGroup()

    init(_ body: @escaping @Sendable () throws(LibraryError) -> FoundBlocks) {
        running.enter()
        let thread = Thread { [self] in
            let result: Result<FoundBlocks, LibraryError>
            do throws(LibraryError) { result = .success(try body()) } catch { result = .failure(error) }
            found.withLock { $0 = result }
            running.leave()
        }
        thread.name = "who is who ahead"
        thread.stackSize = 8 << 20
        thread.start()
    }

    /// Waits until it is found.
    func wait() { running.wait() }

    /// What was found; waits for it.
    var result: Result<FoundBlocks, LibraryError> {
        wait()
        return found.withLock { $0 } ?? .success(FoundBlocks(content: -1))
    }
}
