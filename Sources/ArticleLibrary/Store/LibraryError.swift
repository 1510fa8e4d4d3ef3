/// Why a library cannot be read or written. ``description`` is one line that names the file and says what to do.
public struct LibraryError: Error, Sendable, Equatable, CustomStringConvertible {
    /// What went wrong.
    public enum Reason: Sendable, Equatable {
        /// The file or its folder cannot be opened or made.
        case cannotOpen(String)
        /// The file or its folder may only be read.
        case readOnly
        /// An older program made it, and it may only be read.
        case needsWriting
        /// A newer program made it.
        case newerVersion
        /// The file is no library of this program.
        case notALibrary
        /// The file's contents contradict each other.
        case damaged
        /// An older program made it, and nobody waited until it was brought up to date.
        case cancelled
        /// No room is left on the disk.
        case diskFull
        /// Another process has been writing for too long.
        case busy
        /// Its file system does not lock files.
        case noLocks
        /// Anything else, in the database's own words.
        case other(String)
    }

    /// What went wrong.
    public var reason: Reason
    /// The library's file; empty for one in memory.
    public var path: String

    /// An error of this library.
    public init(_ reason: Reason, path: String) {
        self.reason = reason
        self.path = path
    }

    /// One line: the file, what is wrong, and what to do.
    public var description: String {
        let library = path.isEmpty ? "the library in memory" : "library \(path)"
        return switch reason {
        case .cannotOpen(let why): "\(library): cannot be opened: \(why)"
        case .readOnly: "\(library): cannot be written; check who owns the file and its folder"
        case .needsWriting: "\(library): made by an older pullquote; open it once where it can be written"
        case .newerVersion: "\(library): made by a newer pullquote; use that version"
        case .notALibrary: "\(library): is not a library of pullquote; nothing was changed"
        case .damaged: "\(library): is damaged; “pullquote check --repair” makes a new one of what can be read"
        case .cancelled: "\(library): made by an older pullquote; it was not brought up to date and is as it was"
        case .diskFull:
            "\(library): no room is left on the disk, or by its limits; nothing was lost, make room and try again"
        case .busy: "\(library): another program is writing to it, or its file system does not lock files; try again"
        case .noLocks: "\(library): its file system does not lock files; keep it on another"
        case .other(let why): "\(library): \(why)"
        }
    }
}
