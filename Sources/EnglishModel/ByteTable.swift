/// A hash table from byte strings to numbers: open addressing, keys in one pool. Filled once, then only read.
struct ByteTable: Sendable {
    private struct Slot {
        var hash: UInt32 = 0
        var start: UInt32 = 0
        var count: UInt16 = 0
        var value: Int32 = -1
    }

    private var slots: [Slot]
    private var mask: Int
    private var pool: [UInt8] = []
    private(set) var count = 0

    /// A table with room for so many keys; it grows when there are more.
    init(capacity: Int) {
        var size = 64
        while size < capacity * 2 { size *= 2 }
        slots = Array(repeating: Slot(), count: size)
        mask = size - 1
        pool.reserveCapacity(capacity * 8)
    }

    /// The value stored for a key; nil for none.
    func value(of key: ArraySlice<UInt8>, hash: UInt32) -> Int32? {
        var at = Int(hash) & mask
        while slots[at].value >= 0 {
            let slot = slots[at]
            if slot.hash == hash, Int(slot.count) == key.count, matches(key, at: Int(slot.start)) { return slot.value }
            at = (at + 1) & mask
        }
        return nil
    }

    /// The value stored for a key; `new`, which is not negative, is stored first where there is none.
    mutating func value(of key: ArraySlice<UInt8>, orStore new: Int32) -> Int32 {
        if count * 2 >= slots.count { grow() }
        let hash = Self.hash(key)
        var at = Int(hash) & mask
        while slots[at].value >= 0 {
            let slot = slots[at]
            if slot.hash == hash, Int(slot.count) == key.count, matches(key, at: Int(slot.start)) { return slot.value }
            at = (at + 1) & mask
        }
        slots[at] = Slot(hash: hash, start: UInt32(pool.count), count: UInt16(clamping: key.count), value: new)
        pool.append(contentsOf: key)
        count += 1
        return new
    }

    private func matches(_ key: ArraySlice<UInt8>, at start: Int) -> Bool {
        var at = start
        for byte in key {
            if pool[at] != byte { return false }
            at += 1
        }
        return true
    }

    private mutating func grow() {
        let old = slots
        slots = Array(repeating: Slot(), count: old.count * 2)
        mask = slots.count - 1
        for slot in old where slot.value >= 0 {
            var at = Int(slot.hash) & mask
            while slots[at].value >= 0 { at = (at + 1) & mask }
            slots[at] = slot
        }
    }

    /// FNV-1a (Fowler, Noll, Vo) with a last mix, since the low bits choose the slot.
    static func hash(_ key: ArraySlice<UInt8>) -> UInt32 {
        var hash: UInt32 = 0x811C_9DC5
        for byte in key { hash = (hash ^ UInt32(byte)) &* 0x0100_0193 }
        return hash ^ (hash >> 15)
    }
}
