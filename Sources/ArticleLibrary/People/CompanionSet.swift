/// The company that somebody keeps: a set by open addressing (Knuth 1998, 6.4), since its members are hashes already.
struct CompanionSet {
    /// Each once, in the order in which they came.
    private(set) var members: [PersonBlock.Companion] = []
    /// A power of two of places, less than two thirds of them taken; 0 for free ones.
    private var places: [UInt64] = []

    var count: Int { members.count }

    mutating func formUnion(_ others: [PersonBlock.Companion]) {
        for other in others { insert(other) }
    }

    func contains(_ one: PersonBlock.Companion) -> Bool {
        !places.isEmpty && places[place(of: one.key)] == one.key
    }

    private mutating func insert(_ one: PersonBlock.Companion) {
        if members.count * 3 >= places.count * 2 { grow() }
        let place = place(of: one.key)
        guard places[place] != one.key else { return }
        places[place] = one.key
        members.append(one)
    }

    /// Where a key stands, or is to stand.
    private func place(of key: UInt64) -> Int {
        // The lowest bit is the weight.
        var place = Int(truncatingIfNeeded: key >> 1) & (places.count - 1)
        while places[place] != 0, places[place] != key { place = (place + 1) & (places.count - 1) }
        return place
    }

    private mutating func grow() {
        places = Array(repeating: 0, count: max(32, places.count * 2))
        for member in members { places[place(of: member.key)] = member.key }
    }
}
