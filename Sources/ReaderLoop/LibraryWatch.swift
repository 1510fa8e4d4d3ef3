import Glibc

/// Tells, by a descriptor, that somebody wrote to a library, without asking the library now and then: inotify(7) on its file
/// and on the log beside it. Where that is not to be had nothing is told, and the library is looked at with the next key.
final class LibraryWatch: Sendable {
    /// Readable when something was written; -1 for what cannot be watched.
    let descriptor: CInt
    /// Whether it tells of everything that others write.
    let isComplete: Bool

    /// A watch of the library in this file, which is open; nil: one in memory, which nobody else writes.
    init(_ path: String?) {
        guard let path else {
            (descriptor, isComplete) = (-1, true)
            return
        }
        let watch = inotify_init1(CInt(IN_NONBLOCK) | CInt(IN_CLOEXEC))
        descriptor = watch
        let files: [String] = [path, path + "-wal"]
        isComplete = watch >= 0 && files.map { inotify_add_watch(watch, $0, UInt32(IN_MODIFY)) }.allSatisfy { $0 >= 0 }
    }

    deinit { if descriptor >= 0 { close(descriptor) } }

    /// Takes what was told; false when nothing was.
    func take() -> Bool {
        guard descriptor >= 0 else { return false }
        var bytes = [UInt8](repeating: 0, count: 4096)
        var isTold = false
        while read(descriptor, &bytes, bytes.count) > 0 { isTold = true }
        return isTold
    }
}
