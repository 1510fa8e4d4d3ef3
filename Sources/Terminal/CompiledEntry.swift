import CNcurses

extension TerminalDescription {
    /// The description as a compiled terminfo entry with 32-bit numbers (term(5), "Extended number format"), which is how
    /// ncurses can be told of 2²⁴ colours.
    var compiled: [UInt8] {
        let names = Array("\(name)|as pullquote uses it".utf8) + [0]
        let flagBytes = (0..<terminfo_flag_count).map {
            UInt8(flags.contains(String(cString: terminfo_flag_name($0))) ? 1 : 0)
        }
        let numberValues = (0..<terminfo_number_count).map { numbers[String(cString: terminfo_number_name($0))] ?? -1 }
        var table = StringTable()
        let offsets = (0..<terminfo_string_count).map { table.add(strings[String(cString: terminfo_string_name($0))]) }

        var entry: [UInt8] = []
        for value in [0o1036, names.count, flagBytes.count, numberValues.count, offsets.count, table.bytes.count] {
            entry.append(little16: Int16(value))
        }
        entry += names + flagBytes
        if !entry.count.isMultiple(of: 2) { entry.append(0) }
        for value in numberValues { entry.append(little32: value) }
        for offset in offsets { entry.append(little16: offset) }
        entry += table.bytes

        // Flags beyond the standard ones, with their names.
        let extended = ["AX", "RGB"].filter(flags.contains)
        if !extended.isEmpty {
            if !entry.count.isMultiple(of: 2) { entry.append(0) }
            var nameTable = StringTable()
            let nameOffsets = extended.map { nameTable.add(Array($0.utf8)) }
            for value in [extended.count, 0, 0, extended.count, nameTable.bytes.count] {
                entry.append(little16: Int16(value))
            }
            entry += extended.map { _ in 1 }
            if !entry.count.isMultiple(of: 2) { entry.append(0) }
            for offset in nameOffsets { entry.append(little16: offset) }
            entry += nameTable.bytes
        }
        return entry
    }

    /// The compiled entry as the value of `TERMINFO` that ncurses reads in place of a folder's name.
    var inlineEntry: String {
        let digits = Array("0123456789ABCDEF".utf8)
        var text = Array("hex:".utf8)
        for byte in compiled {
            text.append(digits[Int(byte >> 4)])
            text.append(digits[Int(byte & 15)])
        }
        return String(decoding: text, as: UTF8.self)
    }
}

/// Strings one after the other, each ended by a null, known by their offsets.
private struct StringTable {
    var bytes: [UInt8] = []

    /// Where a string now stands; -1 for none.
    mutating func add(_ string: [UInt8]?) -> Int16 {
        guard let string, let offset = Int16(exactly: bytes.count) else { return -1 }
        bytes += string + [0]
        return offset
    }
}

extension [UInt8] {
    fileprivate mutating func append(little16 value: Int16) {
        Swift.withUnsafeBytes(of: value.littleEndian) { append(contentsOf: $0) }
    }
    fileprivate mutating func append(little32 value: Int32) {
        Swift.withUnsafeBytes(of: value.littleEndian) { append(contentsOf: $0) }
    }
}
