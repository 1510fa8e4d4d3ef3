/// Writes the library's compact form: integers as LEB128, signed ones zigzag, strings with their length before them.
struct ByteWriter {
    private(set) var bytes: [UInt8] = []

    mutating func write(_ byte: UInt8) { bytes.append(byte) }

    mutating func write(_ value: Int) {
        var rest = UInt(bitPattern: value)
        while rest >= 0x80 {
            bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        bytes.append(UInt8(rest))
    }

    mutating func writeSigned(_ value: Int) { write((value << 1) ^ (value >> (Int.bitWidth - 1))) }

    mutating func write(_ string: String) {
        write(string.utf8.count)
        bytes.append(contentsOf: string.utf8)
    }

    mutating func write(_ string: String?) {
        write(string == nil ? 0 : 1 as UInt8)
        if let string { write(string) }
    }

    mutating func write<T>(_ list: [T], each: (inout ByteWriter, T) -> Void) {
        write(list.count)
        for element in list { each(&self, element) }
    }

    /// Ranges one after the other mostly go forward by little: each start counts from the last end.
    mutating func write(_ range: Range<Int>, after end: inout Int) {
        writeSigned(range.lowerBound - end)
        write(range.count)
        end = range.upperBound
    }
}

/// The bytes are not what ``ByteWriter`` writes.
struct DamagedBytes: Error {}

/// Reads what ``ByteWriter`` wrote. Any bytes are safe to read: what is not whole throws, and nothing is allocated that
/// the bytes at hand could not fill.
struct ByteReader {
    private let bytes: [UInt8]
    private var index = 0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    var isAtEnd: Bool { index == bytes.count }
    /// How many bytes were read.
    var offset: Int { index }

    mutating func byte() throws(DamagedBytes) -> UInt8 {
        guard index < bytes.count else { throw DamagedBytes() }
        defer { index += 1 }
        return bytes[index]
    }

    mutating func int() throws(DamagedBytes) -> Int {
        var value: UInt = 0
        var shift: UInt = 0
        while true {
            let byte = try byte()
            guard shift < 63 || byte <= 1 else { throw DamagedBytes() }
            value |= UInt(byte & 0x7F) << shift
            if byte < 0x80 { return Int(bitPattern: value) }
            shift += 7
        }
    }

    mutating func signedInt() throws(DamagedBytes) -> Int {
        let value = UInt(bitPattern: try int())
        return Int(bitPattern: value >> 1) ^ -Int(bitPattern: value & 1)
    }

    /// A count of things that take at least one byte each.
    mutating func count() throws(DamagedBytes) -> Int {
        let count = try int()
        guard count >= 0, count <= bytes.count - index else { throw DamagedBytes() }
        return count
    }

    mutating func string() throws(DamagedBytes) -> String {
        let count = try count()
        defer { index += count }
        return String(decoding: bytes[index..<index + count], as: UTF8.self)
    }

    mutating func optionalString() throws(DamagedBytes) -> String? { try byte() == 0 ? nil : try string() }

    mutating func list<T>(_ element: (inout ByteReader) throws(DamagedBytes) -> T) throws(DamagedBytes) -> [T] {
        let count = try count()
        var list: [T] = []
        list.reserveCapacity(count)
        for _ in 0..<count { list.append(try element(&self)) }
        return list
    }

    /// A range within `0..<limit`.
    mutating func range(after end: inout Int, limit: Int) throws(DamagedBytes) -> Range<Int> {
        let (start, overflows) = end.addingReportingOverflow(try signedInt())
        let count = try int()
        guard !overflows, start >= 0, start <= limit, count >= 0, count <= limit - start else { throw DamagedBytes() }
        end = start + count
        return start..<end
    }
}
