import Foundation
import GRDB

/// A library's file as the file system lets us have it.
enum LibraryFile {
    /// What may be done with it.
    enum Access {
        /// Everything.
        case readWrite
        /// Reading, while others may write it.
        case readOnly
        /// Reading, and nobody has it open for writing or left anything unfinished.
        case unchanging
    }

    /// Makes the file where there is none, and says what may be done with it.
    static func access(_ path: String) throws(LibraryError) -> Access {
        if Glibc.access(path, F_OK) != 0, errno == ENOENT { try create(path) }
        // An open descriptor of our own must not be closed again: POSIX would take the locks of other connections with it.
        let folder = path.lastIndex(of: "/").map { path[..<$0] + "/" } ?? "."
        if Glibc.access(path, R_OK | W_OK) == 0, Glibc.access(String(folder), W_OK) == 0 { return .readWrite }
        guard [EACCES, EPERM, EROFS].contains(errno), Glibc.access(path, R_OK) == 0 else {
            throw LibraryError(.cannotOpen(String(cString: strerror(errno))), path: path)
        }
        return Glibc.access(path + "-wal", F_OK) == 0 ? .readOnly : .unchanging
    }

    /// SQLite would make a file that everybody may read. Ours is its owner's, or, in a folder whose files belong to the
    /// folder's group (set-group-ID, writable for the group), the group's; SQLite gives the files beside it the same mode.
    private static func create(_ path: String) throws(LibraryError) {
        let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? "."
        var status = stat()
        let isGroups = stat(folder, &status) == 0 && status.st_mode & (S_ISGID | S_IWGRP) == S_ISGID | S_IWGRP
        let descriptor = Glibc.open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else {
            switch errno {
            case EEXIST: return
            case EACCES, EPERM, EROFS: throw LibraryError(.readOnly, path: path)
            case ENOSPC, EDQUOT: throw LibraryError(.diskFull, path: path)
            default: throw LibraryError(.cannotOpen(String(cString: strerror(errno))), path: path)
            }
        }
        // The umask has no say: who made the folder so wants it so.
        if isGroups { fchmod(descriptor, 0o660) }
        close(descriptor)
    }

    /// Does what makes a database that another process may be making at the same moment, and does it again when that one was
    /// quicker.
    static func retrying<T>(_ body: () throws -> T) throws -> T {
        let start = ContinuousClock.now
        for _ in 0..<100 {
            do {
                return try body()
            } catch let error as DatabaseError {
                // Locked while its mode changes; or a table, or the name of a migration, is there already.
                switch error.resultCode {
                case .SQLITE_LOCKED, .SQLITE_CONSTRAINT: break
                case .SQLITE_BUSY where start.duration(to: .now) < .seconds(2): break
                case .SQLITE_ERROR where error.message?.hasSuffix("already exists") == true: break
                default: throw error
                }
                usleep(20_000)
            }
        }
        return try body()
    }

    /// The name by which SQLite opens a file that nobody changes, without locks or files beside it:
    /// https://sqlite.org/uri.html
    static func unchangingName(_ path: String) -> String {
        var name = "file:"
        for byte in path.utf8 {
            if plain.contains(byte) {
                name.unicodeScalars.append(UnicodeScalar(byte))
            } else {
                let digits = String(byte, radix: 16)
                name += digits.utf8.count == 1 ? "%0" + digits : "%" + digits
            }
        }
        return name + "?immutable=1"
    }

    /// What stands for itself in a URI.
    private static let plain = Set("/-._~0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ".utf8)
}
