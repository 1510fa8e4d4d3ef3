/// A set of numbers of articles or quotations: these, or all there are but these. Sets of either kind combine into a set
/// without anybody counting all there are.
enum NumberSet: Equatable, Sendable {
    /// These, ascending, each once.
    case these([Int64])
    /// All but these, ascending, each once.
    case allBut([Int64])

    static let all = NumberSet.allBut([])
    static let none = NumberSet.these([])

    /// The set of these, in any order and some of them more than once.
    init(unordered numbers: [Int64]) {
        var isAscending = true
        for index in numbers.indices.dropFirst() where numbers[index - 1] >= numbers[index] {
            isAscending = false
            break
        }
        if isAscending {
            self = .these(numbers)
            return
        }
        var unique: [Int64] = []
        unique.reserveCapacity(numbers.count)
        for number in numbers.sorted() where unique.last != number { unique.append(number) }
        self = .these(unique)
    }

    /// Whether a number is in it. Takes logarithmic time.
    func contains(_ number: Int64) -> Bool {
        switch self {
        case .these(let numbers): numbers.hasSorted(number)
        case .allBut(let numbers): !numbers.hasSorted(number)
        }
    }

    /// How many there are, of so many in all.
    func count(of total: Int) -> Int {
        switch self {
        case .these(let numbers): numbers.count
        case .allBut(let numbers): max(0, total - numbers.count)
        }
    }

    var complement: NumberSet {
        switch self {
        case .these(let numbers): .allBut(numbers)
        case .allBut(let numbers): .these(numbers)
        }
    }

    func intersection(_ other: NumberSet) -> NumberSet {
        switch (self, other) {
        case (.these(let one), .these(let two)): .these(Self.merge(one, two, first: false, both: true, second: false))
        case (.these(let one), .allBut(let two)): .these(Self.merge(one, two, first: true, both: false, second: false))
        case (.allBut, .these): other.intersection(self)
        case (.allBut(let one), .allBut(let two)): .allBut(Self.merge(one, two, first: true, both: true, second: true))
        }
    }

    func union(_ other: NumberSet) -> NumberSet { complement.intersection(other.complement).complement }

    /// Those of two ascending lists that are in the first alone, in both, or in the second alone. A short list is looked up
    /// in a long one.
    private static func merge(_ one: [Int64], _ two: [Int64], first: Bool, both: Bool, second: Bool) -> [Int64] {
        if !second, one.count < two.count / 32 { return one.filter { two.hasSorted($0) ? both : first } }
        if !first, !second, two.count < one.count / 32 { return two.filter { one.hasSorted($0) } }
        var result: [Int64] = []
        var (i, j) = (0, 0)
        while i < one.count, j < two.count {
            if one[i] < two[j] {
                if first { result.append(one[i]) }
                i += 1
            } else if one[i] > two[j] {
                if second { result.append(two[j]) }
                j += 1
            } else {
                if both { result.append(one[i]) }
                i += 1
                j += 1
            }
        }
        if first { result += one[i...] }
        if second { result += two[j...] }
        return result
    }
}

extension RandomAccessCollection where Element == Int64, Index == Int {
    /// The first index whose element is no less; the end when there is none. The elements must ascend.
    func firstSorted(notBelow number: Int64) -> Int {
        var (low, high) = (startIndex, endIndex)
        while low < high {
            let middle = low + (high - low) / 2
            if self[middle] < number { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// Whether an element is there; the elements must ascend.
    func hasSorted(_ number: Int64) -> Bool {
        let index = firstSorted(notBelow: number)
        return index < endIndex && self[index] == number
    }
}
