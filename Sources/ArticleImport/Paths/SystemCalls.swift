import Glibc

/// What the C library says about an error number.
func systemMessage(_ number: Int32) -> String {
    var buffer = [CChar](repeating: 0, count: 256)
    guard strerror_r(number, &buffer, buffer.count) == 0 else { return "error \(number)" }
    return String(decoding: buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
}

extension ImportProblem.Reason {
    /// The reason that an error number of `open`, `stat` or `read` stands for.
    init(errno number: Int32) {
        switch number {
        case ENOENT, ENOTDIR: self = .notFound
        case EACCES, EPERM: self = .notPermitted
        case ELOOP: self = .loop
        default: self = .system(errno: number)
        }
    }
}

/// An open file; closes itself, unless it is lent.
final class OpenFile {
    let descriptor: Int32
    private let isLent: Bool

    /// A descriptor that somebody else closes, such as standard input.
    init(lent descriptor: Int32) {
        self.descriptor = descriptor
        isLent = true
    }

    /// Opens a file for reading. Unless it `waits`, for a pipe that somebody named, it never does so: not even for a pipe
    /// that has taken the file's place.
    init(_ path: SourcePath, waits: Bool = false) throws(ImportProblem) {
        let number = path.withCString { open($0, O_RDONLY | O_CLOEXEC | O_NOCTTY | (waits ? 0 : O_NONBLOCK)) }
        guard number >= 0 else { throw ImportProblem(.init(errno: errno), path: path.description) }
        descriptor = number
        isLent = false
    }

    /// What `fstat` says; nil on failure.
    var status: stat? {
        var status = stat()
        return fstat(descriptor, &status) == 0 ? status : nil
    }

    deinit {
        if !isLent { close(descriptor) }
    }
}

extension stat {
    /// Whether this is a file with content of its own, no folder, device or pipe.
    var isPlainFile: Bool { st_mode & S_IFMT == S_IFREG }
    /// Whether this is a pipe, with a name or without.
    var isPipe: Bool { st_mode & S_IFMT == S_IFIFO }
}

/// Reads once into the buffer, however often a signal comes between; 0 at the end of the file. Waits where the
/// descriptor does not.
func readOnce(_ descriptor: Int32, into buffer: UnsafeMutableRawBufferPointer) -> Result<Int, ImportProblem.Reason> {
    while true {
        let count = read(descriptor, buffer.baseAddress, buffer.count)
        if count >= 0 { return .success(count) }
        switch errno {
        case EINTR: continue
        case EAGAIN:
            var ready = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
            poll(&ready, 1, -1)
        case let number: return .failure(.init(errno: number))
        }
    }
}
