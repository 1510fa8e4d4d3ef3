/// Names by place.
extension Speakers {
    /// The last name that begins before a token; -1 for none.
    func lastName(before token: Int) -> Int { firstName(from: token) - 1 }

    /// The first name that begins at a token or after it, by binary search.
    func firstName(from token: Int) -> Int {
        var low = 0
        var high = names.count
        while low < high {
            let middle = (low + high) / 2
            if names[middle].tokens.lowerBound < token { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
