import TestSupport
import Testing

@testable import ArticleLibrary

@Suite struct CompanionSetTests {
    private func companion(_ hash: UInt64, _ isTelling: Bool = true) -> PersonBlock.Companion {
        PersonBlock.Companion(hash: hash, isTelling: isTelling)
    }

    @Test func eachIsInItOnce() {
        var set = CompanionSet()
        #expect(!set.contains(companion(8)) && set.count == 0)
        set.formUnion([companion(8), companion(16), companion(8)])
        // Of equal spelling, but a place in one article and an organisation in the other.
        set.formUnion([companion(8, false), companion(16)])
        #expect(set.members == [companion(8), companion(16), companion(8, false)])
        #expect(set.contains(companion(8, false)) && !set.contains(companion(16, false)))
        #expect(set.members.map(\.weight) == [2, 2, 1])
    }

    /// No hash stands for nothing, however small it is.
    @Test(arguments: [0, 1, 2, 3, UInt64.max]) func anyHashIsInIt(_ hash: UInt64) {
        var set = CompanionSet()
        set.formUnion([companion(hash), companion(hash, false)])
        #expect(set.count == 2 && set.contains(companion(hash)) && companion(hash).isSpelt(hash))
    }

    @Test func itIsAsLargeAsItHasToBe() {
        var random = SplitMix(seed: 3)
        // Many that want the same place.
        let all = (0..<5_000).map { _ in companion(random.next() % 3_000 << (random.next() % 2 * 20)) }
        var (set, keys) = (CompanionSet(), Set<UInt64>())
        for one in all {
            set.formUnion([one])
            keys.insert(one.key)
        }
        #expect(set.count == keys.count && all.allSatisfy { set.contains($0) })
        #expect(!set.contains(companion(1 << 60)))
    }
}
