import Glibc

/// A descriptor's bytes in pieces, as UTF-8: a byte order mark is taken away, UTF-16 that says so is converted.
///
/// Belongs to one thread.
final class ByteStream {
    private let descriptor: Int32
    private let path: String
    private var piece: [UInt8] = []
    private var utf16: UTF16Converter?
    private var hasBegun = false
    private var hasEnded = false
    private static let size = 1 << 18

    init(_ descriptor: Int32, path: String) {
        self.descriptor = descriptor
        self.path = path
    }

    /// The next bytes; empty at the end. Waits for a pipe to give some.
    func next() throws(ImportProblem) -> [UInt8] {
        if !hasBegun { try begin() }
        guard piece.isEmpty else {
            defer { piece = [] }
            return piece
        }
        return try read()
    }

    /// What comes next, which stays to be read: to the first line's end, where that is near; empty at the end.
    func peek() throws(ImportProblem) -> [UInt8] {
        piece = try next()
        while piece.count < Self.size, !piece.contains(UInt8(ascii: "\n")) {
            let more = try read()
            if more.isEmpty { break }
            piece += more
        }
        return piece
    }

    /// All that is left; throws when that is more than `limit` bytes. `expected` bytes are made room for.
    func rest(limit: Int, expected: Int) throws(ImportProblem) -> [UInt8] {
        var bytes = try next()
        bytes.reserveCapacity(min(expected, limit) + 1)
        while true {
            let more = try next()
            if more.isEmpty { return bytes }
            bytes += more
            if bytes.count > limit { throw ImportProblem(.tooLarge(limit: limit), path: path) }
        }
    }

    /// Puts bytes that were read back in front of what is left.
    func putBack(_ bytes: [UInt8]) { piece = bytes + piece }

    /// Finds the byte order mark, which may come in pieces too.
    private func begin() throws(ImportProblem) {
        hasBegun = true
        var start: [UInt8] = []
        while start.count < 3 {
            let more = try readBytes()
            if more.isEmpty { break }
            start += more
        }
        switch ByteOrderMark(start) {
        case .utf8?: piece = Array(start.dropFirst(3))
        case .utf16(let bigEndian)?:
            var converter = UTF16Converter(bigEndian: bigEndian)
            piece = converter.convert(start.dropFirst(2))
            utf16 = converter
        case nil: piece = start
        }
        if piece.isEmpty { piece = try read() }
    }

    private func read() throws(ImportProblem) -> [UInt8] {
        while true {
            let bytes = try readBytes()
            guard var converter = utf16 else { return bytes }
            let converted = bytes.isEmpty ? converter.finish() : converter.convert(bytes[...])
            utf16 = converter
            if !converted.isEmpty || bytes.isEmpty { return converted }
        }
    }

    private func readBytes() throws(ImportProblem) -> [UInt8] {
        // A terminal would go on after its end.
        if hasEnded { return [] }
        var problem: ImportProblem?
        let bytes = [UInt8](unsafeUninitializedCapacity: Self.size) { buffer, count in
            switch readOnce(descriptor, into: UnsafeMutableRawBufferPointer(buffer)) {
            case .success(let read): count = read
            case .failure(let reason): problem = ImportProblem(reason, path: path)
            }
        }
        if let problem { throw problem }
        hasEnded = bytes.isEmpty
        return bytes
    }
}
