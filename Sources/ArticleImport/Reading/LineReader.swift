import Glibc

/// The lines of a descriptor, one after another: without their end (`\n` or `\r\n`), without a byte order mark, UTF-16
/// with a byte order mark as UTF-8. Never holds more than one line and a piece of 256 KiB.
///
/// Belongs to one thread. Does not close the descriptor.
public final class LineReader {
    /// The longest line that is read unless told otherwise, in bytes.
    public static let defaultLimit = 256 << 20

    /// The number of the line that `next` gave last, from 1; 0 before the first.
    public private(set) var line = 0
    /// How many bytes the lines that `next` gave or passed over have, their ends among them.
    private(set) var consumed = 0

    private let stream: ByteStream
    private let path: String
    private let limit: Int
    private var piece: [UInt8] = []
    private var at = 0
    private var isAtEnd = false

    /// A reader of this descriptor's lines; `path` is what problems name.
    public convenience init(_ descriptor: Int32, path: String, limit: Int = LineReader.defaultLimit) {
        self.init(ByteStream(descriptor, path: path), path: path, limit: limit)
    }

    init(_ stream: ByteStream, path: String, limit: Int = LineReader.defaultLimit) {
        self.stream = stream
        self.path = path
        self.limit = limit
    }

    /// The next line's bytes; nil at the end. Blank lines come too; what is after the last line end only when there is
    /// something.
    ///
    /// Throws for a line that is too long, which is passed over: the next call gives the line after it. After any other
    /// problem the input is at its end.
    public func next() throws(ImportProblem) -> [UInt8]? {
        var result: [UInt8] = []
        var isTooLong = false
        while true {
            if at == piece.count {
                if isAtEnd { break }
                try refill()
                if piece.isEmpty { break }
            }
            let end = newline()
            let part = at..<(end ?? piece.count)
            if result.count + part.count > limit {
                isTooLong = true
                result = []
            } else if !isTooLong {
                result += piece[part]
            }
            at = part.upperBound
            consumed += part.count
            if end != nil {
                at += 1
                consumed += 1
                return try finish(result, isTooLong: isTooLong)
            }
        }
        return result.isEmpty && !isTooLong ? nil : try finish(result, isTooLong: isTooLong)
    }

    private func finish(_ bytes: [UInt8], isTooLong: Bool) throws(ImportProblem) -> [UInt8] {
        line += 1
        if isTooLong { throw ImportProblem(.lineTooLong(limit: limit), path: path, line: line) }
        return bytes.last == UInt8(ascii: "\r") ? Array(bytes.dropLast()) : bytes
    }

    private func refill() throws(ImportProblem) {
        do {
            piece = try stream.next()
        } catch {
            isAtEnd = true
            piece = []
            at = 0
            throw error
        }
        at = 0
        if piece.isEmpty { isAtEnd = true }
    }

    /// Where the piece's next line end stands.
    private func newline() -> Int? {
        piece.withUnsafeBytes { bytes in
            guard let start = bytes.baseAddress else { return nil }
            guard let found = memchr(start + at, Int32(UInt8(ascii: "\n")), bytes.count - at) else { return nil }
            return start.distance(to: UnsafeRawPointer(found))
        }
    }
}
