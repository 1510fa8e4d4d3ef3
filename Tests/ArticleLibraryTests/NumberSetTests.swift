import TestSupport
import Testing

@testable import ArticleLibrary

/// Sets of numbers say the same as sets of Swift's.
@Suite struct NumberSetTests {
    private static let all = Set<Int64>(0..<200)

    private func plain(_ set: NumberSet) -> Set<Int64> { Self.all.filter { set.contains($0) } }

    @Test func theyCombineAsSetsDo() {
        var random = SplitMix(seed: 3)
        func some() -> NumberSet {
            let most = [0, 1, 3, 20, 150][Int(random.next() % 5)]
            let numbers = (0..<most).map { _ in Int64(random.next() % 200) }
            let set = NumberSet(unordered: numbers)
            return random.next() % 2 == 0 ? set : set.complement
        }
        for _ in 0..<2_000 {
            let (one, two) = (some(), some())
            #expect(plain(one.intersection(two)) == plain(one).intersection(plain(two)))
            #expect(plain(one.union(two)) == plain(one).union(plain(two)))
            #expect(plain(one.complement) == Self.all.subtracting(plain(one)))
            #expect(one.count(of: 200) == plain(one).count)
            if case .these(let numbers) = one.union(two) { #expect(numbers == numbers.sorted()) }
        }
    }

    @Test(
        arguments: [([], 5, 0), ([1, 3, 5], 0, 0), ([1, 3, 5], 3, 1), ([1, 3, 5], 4, 2), ([1, 3, 5], 6, 3)]
            as [([Int64], Int64, Int)])
    func placesInALine(_ numbers: [Int64], _ number: Int64, _ index: Int) {
        #expect(numbers.firstSorted(notBelow: number) == index)
    }
}
