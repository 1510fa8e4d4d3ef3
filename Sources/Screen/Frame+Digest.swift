extension Frame {
    /// A number that tells frames apart: of their size, cells, styles and cursor (FNV-1a, 64 bits). The same in every run and
    /// on every machine.
    public var digest: UInt64 {
        var hash = FNV()
        hash.add(size.width, size.height, cursor?.x ?? -1, cursor?.y ?? -1, showsCursor ? 1 : 0)
        for cell in cells {
            for byte in cell.text.utf8 { hash.add(byte) }
            hash.add(0xFF)
            hash.add(cell.style.foreground.number, cell.style.background.number, Int(cell.style.attributes.rawValue))
        }
        return hash.value
    }
}

/// Fowler, Noll and Vo's hash.
private struct FNV {
    private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

    mutating func add(_ byte: UInt8) { value = (value ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }

    mutating func add(_ numbers: Int...) {
        for number in numbers {
            for shift in stride(from: 0, to: 32, by: 8) { add(UInt8(truncatingIfNeeded: number >> shift)) }
        }
    }
}

extension Color {
    /// A number of its own for each colour.
    fileprivate var number: Int {
        switch self {
        case .standard: -1
        case .ansi(let index): Int(index)
        case .rgb(let value): 0x100_0000 | Int(value & 0xFFFFFF)
        }
    }
}
