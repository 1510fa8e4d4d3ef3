import Foundation
import Query

/// Where libraries live: one for all that is added, and one for each folder, or set of paths, that is read. All are in
/// `$XDG_DATA_HOME/pullquote`, or else `~/.local/share/pullquote` (XDG Base Directory Specification 0.8), beside the reader's
/// own marks. `$PULLQUOTE_LIBRARY` names another file for the first: one that a group shares, say.
public enum LibraryLocation: Sendable, Equatable {
    /// The library that is read when no path is given: `library.db`.
    case standard
    /// The library of these paths: `folders/<name>-<hash of the real paths>.db`. The same paths in another order, or
    /// written otherwise, are the same library.
    case folder([String])

    /// The library's file, under the data folder that the environment names; nil when it names none.
    public func path(environment: [String: String] = ProcessInfo.processInfo.environment) -> String? {
        if self == .standard, let given = environment["PULLQUOTE_LIBRARY"], !given.isEmpty {
            return FilePath.absolute(given)
        }
        return Self.dataFolder(environment).map { data in
            switch self {
            case .standard: data + "/library.db"
            case .folder(let paths): data + "/folders/" + Self.fileName(for: paths)
            }
        }
    }

    private static func dataFolder(_ environment: [String: String]) -> String? {
        // The specification has relative paths ignored.
        if let given = environment["XDG_DATA_HOME"], given.hasPrefix("/") { return given + "/pullquote" }
        if let home = environment["HOME"], home.hasPrefix("/") { return home + "/.local/share/pullquote" }
        return nil
    }

    /// Opens the library there, making file and folders for their owner alone. Where no file can be written the library is
    /// in memory, and the notice says so in one line; a file that is there but is damaged, newer or another program's is an
    /// error.
    ///
    /// - Parameter goesOn: see ``Library/init(at:marksAt:mirroring:whileUpgrading:today:)``.
    public func open(
        environment: [String: String] = ProcessInfo.processInfo.environment,
        whileUpgrading goesOn: @escaping @Sendable (Double) -> Bool = { _ in true }
    ) throws(LibraryError) -> (library: Library, notice: String?) {
        let folders: [String] = if case .folder(let paths) = self { paths } else { [] }
        let inMemory = { () throws(LibraryError) in
            try Library.inMemory(mirroring: folders, today: { Day.today })
        }
        // What comes on standard input, or down a pipe, is another thing each time.
        if folders.contains(where: Self.isStream) { return (try inMemory(), nil) }
        guard let data = Self.dataFolder(environment), let path = path(environment: environment) else {
            return (try inMemory(), "no HOME to keep the library in: nothing is remembered")
        }
        // Where the folder cannot be made marks last for the session; the library says itself what it lacks.
        try? Self.makeFolder(data)
        do throws(LibraryError) {
            try Self.makeFolder(String(path[..<(path.lastIndex(of: "/") ?? path.startIndex)]))
            let library = try Library(at: path, marksAt: data + "/marks.db", mirroring: folders, whileUpgrading: goesOn)
            // What is new in a folder has to go somewhere.
            if library.isReadOnly, library.mirrorsFolders { throw LibraryError(.readOnly, path: path) }
            if library.isReadOnly { return (library, "library \(path): can only be read; marks are kept") }
            return (library, library.marks.isTemporary ? "\(data)/marks.db: cannot be written; marks are for now" : nil)
        } catch {
            switch error.reason {
            case .cannotOpen, .readOnly, .diskFull:
                return (try inMemory(), "nothing is remembered: \(error)")
            case .needsWriting, .newerVersion, .notALibrary, .cancelled, .damaged, .busy, .noLocks, .other: throw error
            }
        }
    }

    private static func isStream(_ path: String) -> Bool {
        var status = stat()
        return path == "-" || stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFIFO
    }

    private static func makeFolder(_ path: String) throws(LibraryError) {
        var made = ""
        for part in path.split(separator: "/") {
            made += "/" + part
            guard mkdir(made, 0o700) != 0, errno != EEXIST, errno != EISDIR else { continue }
            let number = errno
            // What is above may be closed to us and yet let us through.
            if [EACCES, EPERM, EROFS].contains(number), access(made, F_OK) == 0 { continue }
            throw [EACCES, EPERM, EROFS].contains(number)
                ? LibraryError(.readOnly, path: made)
                : LibraryError(.cannotOpen(String(cString: strerror(number))), path: made)
        }
    }

    /// A name that people recognise and a hash that tells apart: FNV-1a of the real paths.
    private static func fileName(for paths: [String]) -> String {
        let real = Set(paths.map(realPath)).sorted()
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for path in real { for byte in path.utf8 + [0] { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 } }
        let digits = String(hash, radix: 16)
        let name = real.first?.split(separator: "/").last ?? "root"
        let plain = name.unicodeScalars.prefix(40).map { scalar in
            scalar.properties.isAlphabetic || scalar.properties.numericType != nil || "-_.".unicodeScalars.contains(scalar)
                ? Character(scalar) : "_"
        }
        return String(plain) + "-" + String(repeating: "0", count: 16 - digits.count) + digits + ".db"
    }

    /// The path with links followed; as written, from the root on, where there is nothing.
    private static func realPath(_ path: String) -> String {
        guard let real = realpath(path, nil) else {
            return path.hasPrefix("/") ? path : FileManager.default.currentDirectoryPath + "/" + path
        }
        defer { free(real) }
        return String(cString: real)
    }
}
