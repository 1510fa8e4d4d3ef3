import Glibc

/// Waits for files to come into folders, with Linux's inotify(7): nothing is looked at while nothing happens.
///
/// Folders inside the folders, and those that are made later, are watched as well; links to folders are not followed.
/// Belongs to one thread.
public final class FolderWatch {
    private let descriptor: Int32
    private var folders: [Int32: String] = [:]
    /// What is told: a file was written to its end or moved, a folder made, something taken away.
    private static let events = UInt32(IN_CLOSE_WRITE | IN_MOVED_TO | IN_MOVED_FROM | IN_CREATE | IN_DELETE | IN_ONLYDIR)

    /// A watch of these folders; files among the paths are watched through the folders they lie in.
    public init(_ paths: [SourcePath]) throws(ImportProblem) {
        descriptor = inotify_init1(Int32(IN_CLOEXEC))
        guard descriptor >= 0 else { throw ImportProblem(.system(errno: errno), path: ".") }
        for path in paths {
            let path = path.description
            var status = stat()
            guard stat(path, &status) == 0 else { throw ImportProblem(.system(errno: errno), path: path) }
            if status.st_mode & S_IFMT == S_IFDIR {
                try watch(path)
            } else {
                try watchOne(path.lastIndex(of: "/").map { String(path[..<$0]) + "/" } ?? ".")
            }
        }
    }

    deinit { close(descriptor) }

    /// Waits until something has come and nothing more comes for `quiet` milliseconds, ten seconds at most: what comes together
    /// is read together.
    public func wait(quiet: Int32 = 300) throws(ImportProblem) {
        while try !read(timeout: -1) {}
        for _ in 0..<(10_000 / max(1, quiet)) {
            var ready = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
            if poll(&ready, 1, quiet) == 0 { return }
            _ = try read(timeout: 0)
        }
    }

    /// Reads what is told; whether something of it matters.
    private func read(timeout: Int32) throws(ImportProblem) -> Bool {
        var ready = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        guard poll(&ready, 1, timeout) > 0 else { return false }
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        let count = Glibc.read(descriptor, &buffer, buffer.count)
        guard count > 0 else {
            if count < 0, errno != EINTR, errno != EAGAIN { throw ImportProblem(.system(errno: errno), path: ".") }
            return false
        }
        var matters = false
        var newFolders: [String] = []
        buffer.withUnsafeBytes { bytes in
            var at = 0
            // watch descriptor, mask, cookie, length of the name, the name
            while at + 16 <= count {
                let watch = bytes.loadUnaligned(fromByteOffset: at, as: Int32.self)
                let mask = bytes.loadUnaligned(fromByteOffset: at + 4, as: UInt32.self)
                let length = Int(bytes.loadUnaligned(fromByteOffset: at + 12, as: UInt32.self))
                guard at + 16 + length <= count else { break }
                let name = String(decoding: bytes[(at + 16)..<(at + 16 + length)].prefix { $0 != 0 }, as: UTF8.self)
                at += 16 + length
                if mask & UInt32(IN_IGNORED) != 0 {
                    folders[watch] = nil
                    continue
                }
                // A file that was only just made is told again once it is whole.
                if mask & UInt32(IN_CREATE) != 0, mask & UInt32(IN_ISDIR) == 0 { continue }
                matters = true
                if mask & UInt32(IN_ISDIR) != 0, mask & UInt32(IN_CREATE | IN_MOVED_TO) != 0, let folder = folders[watch] {
                    newFolders.append(folder + "/" + name)
                }
            }
        }
        for folder in newFolders { try watch(folder) }
        return matters
    }

    /// Watches a folder and all inside it.
    private func watch(_ path: String) throws(ImportProblem) {
        try watchOne(path)
        guard let folder = opendir(path) else { return }
        var inside: [String] = []
        while let entry = readdir(folder) {
            let name = withUnsafeBytes(of: &entry.pointee.d_name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
            guard name != ".", name != ".." else { continue }
            var status = stat()
            guard lstat(path + "/" + name, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else { continue }
            inside.append(path + "/" + name)
        }
        closedir(folder)
        for folder in inside { try watch(folder) }
    }

    private func watchOne(_ path: String) throws(ImportProblem) {
        let watch = inotify_add_watch(descriptor, path, Self.events)
        if watch >= 0 {
            folders[watch] = path
            return
        }
        // Gone since, or closed to us: an import says so.
        if [ENOENT, ENOTDIR, EACCES].contains(errno) { return }
        throw ImportProblem(.system(errno: errno), path: path)
    }
}
