import Synchronization

/// Tells how far the migrations of an older library have come, and ends them when nobody wants them any more.
final class MigrationProgress: Sendable {
    /// Nobody wants the library any more: it is to stay as it was.
    struct Cancelled: Error {}

    /// The weight of all that is to be done.
    private let weight: Int
    private let done = Mutex(0)
    /// Takes how much is done, from 0 to 1; says whether it may go on.
    private let goesOn: @Sendable (Double) -> Bool

    /// So many rows lie between two reports.
    private static let stride = 16

    init(weight: Int, goesOn: @escaping @Sendable (Double) -> Bool) {
        self.weight = max(1, weight)
        self.goesOn = goesOn
    }

    /// A part of a migration.
    ///
    /// - Parameters:
    ///   - weight: of the part, out of its migration's.
    ///   - rows: how many rows it goes through.
    ///   - body: is given what it is to call for each row.
    func part(_ weight: Int, rows: Int, _ body: (() throws -> Void) throws -> Void) throws {
        let before = done.withLock(\.self)
        func report(_ row: Int) throws {
            let part = Double(weight) * Double(min(row, rows)) / Double(max(1, rows))
            guard goesOn((Double(before) + part) / Double(self.weight)) else { throw Cancelled() }
        }
        var row = 0
        try report(row)
        try body {
            row += 1
            if row % Self.stride == 0 { try report(row) }
        }
        done.withLock { $0 = before + weight }
    }

    /// A part that is one statement.
    func part(_ weight: Int, _ body: () throws -> Void) throws { try part(weight, rows: 1) { _ in try body() } }
}
