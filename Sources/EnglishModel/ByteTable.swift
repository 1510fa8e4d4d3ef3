/// A hash table from byte strings to numbers: open addressing, keys in one pool. Filled once, then only read.
package struct ByteTable: Sendable {
    /// A key's first eight bytes, so that most words are told apart without a look into the pool; where all of it stands there;
    /// its length in the highest byte and its value below.
    private struct Slot {
        var head: UInt64 = 0
        var start: UInt32 = 0
        var tail: UInt32 = Slot.free

        static let free: UInt32 = .max
        static let mostValues = 0xFF_FFFF
        var count: Int { Int(tail >> 24) }
        var value: Int32 { Int32(truncatingIfNeeded: tail & 0xFF_FFFF) }
        var isFree: Bool { tail == Self.free }
    }

    private var slots: [Slot]
    private var pool: [UInt8] = []
    private(set) var count = 0

    /// No key may be longer.
    static let longestKey = 254

    /// A table with room for so many keys; it grows when there are more.
    package init(capacity: Int) {
        var size = 64
        while size < capacity * 2 { size *= 2 }
        slots = Array(repeating: Slot(), count: size)
        pool.reserveCapacity(capacity * 8)
    }

    /// The value stored for a key; nil for none.
    package func value(of key: ArraySlice<UInt8>) -> Int32? {
        key.withUnsafeBytes { key in
            let slot = slots[place(of: key)]
            return slot.isFree ? nil : slot.value
        }
    }

    /// The value stored for a key; `new`, which is not negative, is stored first where there is none.
    package mutating func value(of key: ArraySlice<UInt8>, orStore new: Int32) -> Int32 {
        precondition(key.count <= Self.longestKey && new >= 0 && new < Slot.mostValues)
        if count * 2 >= slots.count { grow() }
        return key.withUnsafeBytes { bytes in
            let place = place(of: bytes)
            guard slots[place].isFree else { return slots[place].value }
            slots[place] = Slot(
                head: Self.part(of: bytes, from: 0), start: UInt32(pool.count),
                tail: UInt32(bytes.count) << 24 | UInt32(new))
            pool.append(contentsOf: bytes)
            count += 1
            return new
        }
    }

    /// The slot that a key has, or would have.
    private func place(of key: UnsafeRawBufferPointer) -> Int {
        let head = Self.part(of: key, from: 0)
        var at = Int(truncatingIfNeeded: Self.hash(key)) & (slots.count &- 1)
        while true {
            let slot = slots[at]
            if slot.isFree || slot.head == head && slot.count == key.count && (key.count <= 8 || matches(key, slot)) {
                return at
            }
            at = (at &+ 1) & (slots.count &- 1)
        }
    }

    private func matches(_ key: UnsafeRawBufferPointer, _ slot: Slot) -> Bool {
        pool[Int(slot.start)..<Int(slot.start) + key.count].elementsEqual(key)
    }

    private mutating func grow() {
        let old = slots
        slots = Array(repeating: Slot(), count: old.count * 2)
        for slot in old where !slot.isFree {
            let key: ArraySlice<UInt8> = pool[Int(slot.start)..<Int(slot.start) + slot.count]
            slots[key.withUnsafeBytes(place)] = slot
        }
    }

    /// Eight bytes at a time, multiplied and folded; the low bits choose the slot.
    private static func hash(_ key: UnsafeRawBufferPointer) -> UInt64 {
        var hash = UInt64(truncatingIfNeeded: key.count)
        var at = 0
        while at < key.count {
            hash = (hash ^ part(of: key, from: at)) &* 0x9E37_79B9_7F4A_7C15
            hash ^= hash >> 32
            at &+= 8
        }
        return hash
    }

    /// Up to eight bytes as a number.
    @inline(__always)
    private static func part(of key: UnsafeRawBufferPointer, from at: Int) -> UInt64 {
        let rest = key.count &- at
        if rest >= 8 { return UInt64(littleEndian: key.loadUnaligned(fromByteOffset: at, as: UInt64.self)) }
        if rest >= 4 {
            // Two halves that overlap.
            let first = UInt32(littleEndian: key.loadUnaligned(fromByteOffset: at, as: UInt32.self))
            let last = UInt32(littleEndian: key.loadUnaligned(fromByteOffset: key.count &- 4, as: UInt32.self))
            return UInt64(first) | UInt64(last) << UInt64(8 &* (rest &- 4))
        }
        var part: UInt64 = 0
        for offset in 0..<max(0, rest) { part |= UInt64(key[at &+ offset]) << UInt64(8 &* offset) }
        return part
    }
}
