import Foundation

/// Held by the one, of all threads and processes, that annotates a library anew: a lock (flock(2)) on a file beside the library's,
/// which is gone with its holder.
public final class AnnotationLock: Sendable {
    private let path: String
    private let descriptor: CInt

    /// Waits, without waking now and then, until nobody else holds a library's lock, and takes it. Nil where there is none to be had:
    /// for a library in memory, or on a file system without locks.
    public init?(of library: Library) {
        guard let file = library.path else { return nil }
        path = file + "-annotating"
        while true {
            let descriptor = Self.open(path, beside: file)
            guard descriptor >= 0 else { return nil }
            var code: CInt
            repeat { code = flock(descriptor, LOCK_EX) } while code != 0 && errno == EINTR
            guard code == 0 else {
                close(descriptor)
                return nil
            }
            // Whoever held it took the file away: the lock is on another one now.
            if Self.isFile(descriptor, at: path) {
                self.descriptor = descriptor
                return
            }
            close(descriptor)
        }
    }

    deinit {
        unlink(path)
        close(descriptor)
    }

    /// Whoever may write the library may hold its lock.
    private static func open(_ path: String, beside file: String) -> CInt {
        var status = stat()
        guard stat(file, &status) == 0 else { return -1 }
        let mode = status.st_mode & 0o666
        let descriptor = Glibc.open(path, O_RDWR | O_CREAT | O_CLOEXEC, mode)
        // The umask has no say; another's file has its mode already.
        if descriptor >= 0 { fchmod(descriptor, mode) }
        return descriptor
    }

    private static func isFile(_ descriptor: CInt, at path: String) -> Bool {
        var (one, other) = (stat(), stat())
        return fstat(descriptor, &one) == 0 && stat(path, &other) == 0 && one.st_ino == other.st_ino
            && one.st_dev == other.st_dev
    }
}
