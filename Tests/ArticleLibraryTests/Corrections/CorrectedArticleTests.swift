import DocumentModel
import Testing

@testable import ArticleLibrary

/// Corrections laid over an annotation: a pure function.
@Suite struct CorrectedArticleTests {
    static let article = Small.article(
        "a",
        "[Ann Bell] and [Bob Cole] met. {Ann Bell|We agree.} {Bob Cole|We do not.} {|Nobody knows.} [=City Council] met.")

    static func anchors(_ article: AnnotatedArticle = article) -> [QuotationAnchor] {
        CorrectedArticle(article, by: []).anchors
    }

    static func speakers(_ article: AnnotatedArticle) -> [String?] {
        article.annotation.quotations.map { article.annotation.speaker(of: $0)?.name }
    }

    @Test func withoutCorrectionsNothingChanges() { #expect(Self.article.corrected(by: []) == Self.article) }

    @Test func aSpeakerIsSet() {
        let anchors = Self.anchors()
        let corrected = Self.article.corrected(by: [
            .speaker(anchors[0], ActorName("bob cole")), .speaker(anchors[1], ActorName("Cy Dunn")),
            .speaker(anchors[2], ActorName("City Council", kind: .body)),
        ])
        #expect(Self.speakers(corrected) == ["Bob Cole", "Cy Dunn", "City Council"])
        #expect(
            corrected.annotation.quotations.allSatisfy { $0.reasons == ["corrected"] && $0.speakerConfidence == .certain })
        #expect(corrected.annotation.actors.map(\.name) == ["Ann Bell", "Bob Cole", "City Council", "Cy Dunn"])
        #expect(corrected.annotation.actors.enumerated().allSatisfy { $0.offset == Int($0.element.id.rawValue) })
    }

    @Test func nobodySpeaks() {
        let corrected = Self.article.corrected(by: [.speaker(Self.anchors()[0], nil)])
        #expect(Self.speakers(corrected) == [nil, "Bob Cole", nil])
    }

    /// What is none is gone, and what is said of the others still finds them.
    @Test func aQuotationIsNone() {
        let anchors = Self.anchors()
        let result = CorrectedArticle(
            Self.article, by: [.notAQuotation(anchors[0]), .act(anchors[1], .thought), .form(anchors[2], .indirect)])
        #expect(result.annotated.annotation.quotations.map(\.act) == [.thought, .speech])
        #expect(result.annotated.annotation.quotations.map(\.form) == [.direct, .indirect])
        #expect(result.anchors == Array(anchors[1...]))
    }

    @Test func theLastWordCounts() {
        let anchor = Self.anchors()[0]
        let corrected = Self.article.corrected(by: [
            .speaker(anchor, ActorName("Cy Dunn")), .speaker(anchor, ActorName("Bob Cole")),
        ])
        #expect(Self.speakers(corrected).first == "Bob Cole")
    }

    /// A model that draws a quotation's borders otherwise: more, less or other words, but most of them.
    @Test(arguments: [
        ("We all agree on the plan now.", "We all agree on the plan", true),
        ("We all agree on the plan", "And yet we all agree on the plan now.", true),
        ("We all agree on the plan", "agree", false), ("We all agree on the plan", "Nobody was there that day.", false),
    ])
    func aQuotationIsFoundByItsWords(_ before: String, _ after: String, _ isFound: Bool) {
        let old = Small.article("a", "{Ann Bell|\(before)} [Bob Cole] left.")
        let new = Small.article("a", "{Ann Bell|\(after)} [Bob Cole] left.")
        let corrected = new.corrected(by: [.speaker(Self.anchors(old)[0], ActorName("Bob Cole"))])
        #expect(Self.speakers(corrected) == [isFound ? "Bob Cole" : "Ann Bell"])
    }

    @Test func twoNamesAreOnePersons() {
        let article = Small.article("a", "[Ann Bell] came. [Anna Bell] left. {Anna Bell|We agree.} {Bob Cole|No.}")
        let corrected = article.corrected(by: [.merge(ActorName("Ann Bell"), ActorName("Anna Bell"))])
        #expect(corrected.annotation.actors.map(\.name) == ["Ann Bell", "Bob Cole"])
        #expect(corrected.annotation.actors[0].aliases == ["Ann Bell", "Anna Bell"])
        #expect(Self.speakers(corrected) == ["Ann Bell", "Bob Cole"])
        #expect(corrected.annotation.entities.map { $0.actor?.rawValue } == [0, 0])
    }

    @Test func aMergedNameIsShownWhereOnlyTheOtherStands() {
        let article = Small.article("a", "{Anna Bell|We agree.}")
        let corrected = article.corrected(by: [.merge(ActorName("Ann Bell"), ActorName("Anna Bell"))])
        #expect(Self.speakers(corrected) == ["Ann Bell"])
    }

    @Test func oneNameIsTwoPersons() {
        let article = Small.article("a", "[Ann Bell] came. [Bob Bell=Ann Bell] left. {Ann Bell|We agree.}")
        let corrected = article.corrected(by: [.split(ActorName("Ann Bell"), ActorName("Bob Bell"))])
        #expect(corrected.annotation.actors.map(\.name) == ["Ann Bell", "Bob Bell"])
        #expect(corrected.annotation.actors.map(\.aliases) == [["Ann Bell"], ["Bob Bell"]])
        #expect(corrected.annotation.entities.map { $0.actor?.rawValue } == [0, 1])
    }

    @Test func aPersonIsRenamed() {
        let corrected = Self.article.corrected(by: [.rename(ActorName("ann bell"), to: "Ann Bell Ruiz")])
        #expect(Self.speakers(corrected) == ["Ann Bell Ruiz", "Bob Cole", nil])
        #expect(corrected.annotation.actors[0].aliases == ["Ann Bell", "Ann Bell Ruiz"])
    }
}
