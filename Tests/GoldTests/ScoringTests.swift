import DocumentModel
import TestSupport
import Testing

@Suite("Scoring")
struct ScoringTests {
    private let contents = """
        ⟦Q1⟧“Not a drop,”⟦/Q1⟧ ⟦S1⟧⟦PERSON⟧Danko⟦/PERSON⟧⟦/S1⟧ ⟦C1⟧said⟦/C1⟧ in ⟦LOC⟧Mirna⟦/LOC⟧. ⟦Q1⟧“Ever.”⟦/Q1⟧
        ⟦S2⟧The minister⟦/S2⟧ ⟦C2⟧added⟦/C2⟧ ⟦Q2⟧that all the gates of the dam were shut⟦/Q2⟧.
        ====
        Q1 direct speech Danko
        Q2 indirect speech Danko

        """

    private func perfect() throws -> (AnnotatedArticle, GoldArticle) {
        let gold = try GoldArticle(name: "x.txt", contents: contents)
        let danko = Actor(id: Actor.ID(rawValue: 0), kind: .person, name: "Danko", aliases: ["Danko"])
        let quotations = gold.quotations.map { expected in
            var quotation = expected.quotation
            quotation.speaker?.actor = danko.id
            return quotation
        }
        let article = Article(id: "x.txt", text: gold.file)
        return (
            AnnotatedArticle(article, Annotation(actors: [danko], entities: gold.entities, quotations: quotations)), gold
        )
    }

    @Test("A perfect annotation has all points and no differences")
    func allRight() throws {
        let (annotated, gold) = try perfect()
        let score = QuotationScore(of: annotated, against: gold)
        #expect(score.quotedExact == Tally(expected: 1, found: 1, right: 1))
        #expect(score.indirectFound == Tally(expected: 1, found: 1, right: 1))
        #expect(score.speakerName == Tally(expected: 2, found: 2, right: 2))
        #expect(score.speakerMention == Tally(expected: 2, found: 2, right: 2))
        #expect(score.formAndAct == Tally(expected: 2, found: 2, right: 2))
        #expect(score.differences.isEmpty)
        let names = EntityScore(of: annotated, against: gold)
        #expect(names.tally() == Tally(expected: 2, found: 2, right: 2))
        #expect(names.differences.isEmpty)
    }

    @Test("Quotation marks and commas at the ends do not count, a word does")
    func extents() throws {
        var (annotated, gold) = try perfect()
        let first = annotated.annotation.quotations[0].spans[0]
        annotated.annotation.quotations[0].spans[0] = first.lowerBound + 3..<first.upperBound - 4
        #expect(QuotationScore(of: annotated, against: gold).quotedExact.right == 1)
        annotated.annotation.quotations[0].spans[0] = first.lowerBound + 7..<first.upperBound
        let score = QuotationScore(of: annotated, against: gold)
        #expect(score.quotedExact.right == 0)
        #expect(score.quotedFound.right == 1)
        #expect(
            score.differences == ["x.txt:1 Q1 extent expected ‹“Not a drop,” … “Ever.”›\n        got ‹a drop,” … “Ever.”›"])
    }

    @Test("What is missing, spurious or said by somebody else is told")
    func mistakes() throws {
        var (annotated, gold) = try perfect()
        annotated.annotation.quotations[0].speaker?.actor = nil
        annotated.annotation.quotations[1].spans = [annotated.annotation.quotations[1].cue[0]]
        annotated.annotation.quotations[1].reasons = ["cue:added"]
        annotated.annotation.entities[1].kind = .organisation
        let score = QuotationScore(of: annotated, against: gold)
        #expect(score.speakerName == Tally(expected: 1, found: 1, right: 0))
        #expect(score.indirectFound == Tally(expected: 1, found: 1, right: 0))
        #expect(
            score.differences == [
                "x.txt:1 Q1 speaker expected Danko\n        got nobody () ‹“Not a drop,” … “Ever.”›",
                "x.txt:2 Q2 missing indirect speech ‹that all the gates of the dam were shut›",
                "x.txt:2 spurious indirect speech ‹added›",
            ])
        let names = EntityScore(of: annotated, against: gold)
        #expect(names.byKind[.person] == Tally(expected: 1, found: 1, right: 1))
        #expect(names.byKind[.location] == Tally(expected: 1, found: 0, right: 0))
        #expect(names.byKind[.organisation] == Tally(expected: 0, found: 1, right: 0))
        #expect(names.differences == ["x.txt expected LOC ‹Mirna›, got ORG ‹Mirna›"])
    }

    @Test("Of two quotations that overlap a gold one, the nearer is its partner")
    func pairing() throws {
        var (annotated, gold) = try perfect()
        var shorter = annotated.annotation.quotations[1]
        shorter.spans[0] = shorter.spans[0].lowerBound + 9..<shorter.spans[0].upperBound
        annotated.annotation.quotations.insert(shorter, at: 1)
        let score = QuotationScore(of: annotated, against: gold)
        #expect(score.indirectFound == Tally(expected: 1, found: 2, right: 1))
        #expect(score.differences == ["x.txt:2 spurious indirect speech ‹the gates of the dam were shut›"])
    }

    @Test("Shares in percent")
    func shares() {
        #expect(Tally(expected: 4, found: 2, right: 1).recall == 25)
        #expect(Tally(expected: 4, found: 2, right: 1).precision == 50)
        #expect(Tally(expected: 3, found: 1, right: 1).f1 == 50)
        #expect(Tally().recall == 100 && Tally().f1 == 100)
    }

    @Test("The table has a line for each article, one for all, and one for each kind of name")
    func table() throws {
        let (annotated, gold) = try perfect()
        var table = ScoreTable()
        table.add(annotated, against: gold)
        table.add(annotated, against: gold)
        let lines = table.text.split(separator: "\n").map { $0.split(separator: " ").map(String.init) }
        #expect(lines.count == 6)
        #expect(lines[1] == ["x.txt", "1/1", "1/1", "1/1", "2/2", "2/2", "0", "100.0", "100.0", "1/1", "0/1"])
        #expect(lines[3] == ["all", "2/2", "2/2", "2/2", "4/4", "4/4", "0", "100.0", "100.0", "2/2", "0/2"])
        #expect(lines[4].starts(with: ["PERSON", "F1", "100.0"]))
        #expect(lines[5].starts(with: ["LOC", "F1", "100.0"]))
    }
}
