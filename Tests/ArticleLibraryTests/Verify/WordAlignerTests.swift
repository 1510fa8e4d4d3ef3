import DocumentModel
import Testing

@testable import ArticleLibrary

@Suite struct WordAlignerTests {
    private func aligned(_ asked: String, _ found: String, _ extent: WordAligner.Extent = .askedWhole)
        -> WordAligner.Outcome
    {
        let words = ComparedWords(asked)
        return WordAligner(words, weights: words.words.map { _ in 8 }, extent: extent).align(found)
    }

    @Test(arguments: [
        ("We will rebuild the bridge", "“We will rebuild the bridge,”", "“We will rebuild the bridge,”"),
        // Case, accents, apostrophes and the marks around words make no difference.
        ("we don't visit Orleans", "We don’t visit Orléans!", "We don’t visit Orléans!"),
        ("the bridge", "We will rebuild the bridge by May", "We will rebuild the bridge by May"),
        (
            "We will never rebuild the bridge", "We will rebuild the old bridge",
            "We will {+never+} rebuild the [-old-] bridge"
        ),
        ("It costs 40 million", "It costs 14 million in all", "It costs [-14-]{+40+} million in all"),
        ("It costs 1,000 crowns", "It costs 1000 crowns", "It costs 1000 crowns"),
        ("It rose 1.5 percent", "It rose 15 percent", "It rose [-15-]{+1.5+} percent"),
        (
            "They attack our towns at night", "They attacked our towns at night",
            "They [-attacked-]{+attack+} our towns at night"
        ),
        (
            "a lost decade for everybody here", "It was a wasted decade for everybody here",
            "It was a [-wasted-]{+lost+} decade for everybody here"
        ),
        ("Yes we can, he told us", "“Yes, we can.”", "“Yes, we can {+he told us+}.”"),
    ])
    func differencesAreMarked(_ asked: String, _ found: String, _ marked: String) {
        #expect(aligned(asked, found).alignment.marked == marked)
    }

    @Test func runsCoverBothWordingsInTheirOrder() {
        let outcome = aligned("we never pay the ransom", "Now we paid the whole ransom twice")
        #expect(
            outcome.alignment.runs.map(\.kind) == [.around, .same, .changed, .same, .leftOut, .same, .around])
        #expect(!outcome.alignment.isExact)
        let changed = outcome.alignment.runs[2]
        #expect(changed.asked.map { String(outcome.alignment.asked.text(in: $0)) } == "never pay")
        #expect(changed.found.map { String(outcome.alignment.found.text(in: $0)) } == "paid")
    }

    @Test func theWholeIsCertainAndEveryDifferenceCosts() {
        #expect(aligned("we will rebuild the bridge", "We will rebuild the bridge").closeness == .certain)
        #expect(aligned("we will rebuild the bridge", "Yes: we will rebuild the bridge, and soon").closeness == .certain)
        let one = aligned("we will rebuild the bridge", "we will rebuild the road").closeness
        let two = aligned("we will rebuild the bridge", "we will widen the road").closeness
        #expect(Probability.certain > one && one > two)
        #expect(aligned("we will rebuild the bridge", "Nothing of the kind").closeness.thousandths < 300)
    }

    @Test func eachMayBeAPartOfTheOther() {
        let outcome = aligned(
            "The bridge was old and we will rebuild it by May", "we will rebuild it", .eitherPart)
        #expect(outcome.closeness.thousandths >= 999 && outcome.same == 4)
    }

    @Test(arguments: ["", "…", "“”", "a", "ﬁ 7 ", "1,,,2 ' ’"]) func anyTextIsSafe(_ text: String) {
        #expect(aligned(text, "We will rebuild").alignment.found == "We will rebuild")
        let pieces = aligned("We will rebuild", text).alignment.pieces
        #expect(pieces.filter { $0.kind != .asked }.map(\.text).joined().hasSuffix(text))
    }
}
