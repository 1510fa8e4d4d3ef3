import DocumentModel
import Foundation
import Interchange
import Testing

@Suite struct ArticleJSONTests {
    /// Characters of one to four bytes, so that offsets in bytes and in code points differ everywhere.
    static let text = "🙂 “Nein”, said Zoë Krüger.\n\nShe “left”."

    static func range(_ words: String, in text: String) -> TextRange {
        guard let found = text.range(of: words) else { return 0..<0 }
        return text.utf8.distance(
            from: text.startIndex, to: found.lowerBound)..<text.utf8.distance(from: text.startIndex, to: found.upperBound)
    }

    static var annotated: AnnotatedArticle {
        let at = { (words: String) in range(words, in: text) }
        return AnnotatedArticle(
            Article(
                id: "a/b.txt", text: text, headline: .own("Zoë: “Nein”"),
                details: Details(date: "2024-05-01", source: "The Post", url: nil, author: "A", tags: ["x"]),
                blocks: [Block(.paragraph, 0..<at(".\n\n").lowerBound + 1), Block(.paragraph, at("She “left”."))]),
            Annotation(
                actors: [Actor(id: .init(rawValue: 0), kind: .person, name: "Zoë Krüger", aliases: ["Zoë Krüger", "Zoë"])],
                entities: [Entity(.person, at("Zoë Krüger"), actor: .init(rawValue: 0))],
                quotations: [
                    Quotation(
                        in: .title, spans: [range("“Nein”", in: "Zoë: “Nein”")], form: .direct,
                        speaker: Mention(.name, [0..<4], actor: .init(rawValue: 0))),
                    Quotation(
                        spans: [at("“Nein”"), at("“left”")], form: .mixed, act: .thought, cue: [at("said")],
                        speaker: Mention(.nominal, [at("Zoë Krüger")]), confidence: Probability(thousandths: 950),
                        speakerConfidence: Probability(thousandths: 5), reasons: ["cue:said", "a\"b"]),
                ]))
    }

    func line(
        _ annotated: AnnotatedArticle, id: RawJSON? = nil, includesText: Bool = true
    ) -> String {
        var bytes: [UInt8] = []
        ArticleJSON(program: "pullquote 1", model: "m", includesText: includesText).append(annotated, id: id, to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    @Test func writesTheContractFieldByField() {
        #expect(
            line(Self.annotated) == #"""
                {"id":"a/b.txt","title":"Zoë: “Nein”","date":"2024-05-01","source":"The Post","url":null,"lang":"en",\#
                "text":"🙂 “Nein”, said Zoë Krüger.\n\nShe “left”.",\#
                "blocks":[{"start":0,"end":26,"kind":"paragraph"},{"start":28,"end":39,"kind":"paragraph"}],\#
                "entities":[{"start":15,"end":25,"type":"PERSON","text":"Zoë Krüger","entity":"a0"}],\#
                "actors":[{"id":"a0","kind":"person","name":"Zoë Krüger","aliases":["Zoë Krüger","Zoë"]}],\#
                "quotes":[{"spans":[[5,11]],"type":"direct","act":"speech","in":"title","text":"“Nein”","cue":[],\#
                "speaker_span":[[0,3]],"speaker_name":"Zoë Krüger","speaker":"a0","confidence":1.000,\#
                "speaker_confidence":1.000,"because":[]},\#
                {"spans":[[2,8],[32,38]],"type":"mixed","act":"thought","in":"text","text":"“Nein” … “left”",\#
                "cue":[[10,14]],"speaker_span":[[15,25]],"speaker_name":null,"speaker":null,"confidence":0.950,\#
                "speaker_confidence":0.005,"because":["cue:said","a\"b"]}],\#
                "made_by":{"program":"pullquote 1","model":"m","schema":1}}

                """#)
    }

    @Test func leavesTheTextOut() {
        let line = line(Self.annotated, includesText: false)
        #expect(line.contains(#""lang":"en","blocks":"#))
    }

    @Test(arguments: ["null", "17", "-1.5e3", "\"x\\u0041\"", "[1, {\"a\":null}]", "true"])
    func givesAnIdBackAsItCame(id: String) {
        #expect(line(Self.annotated, id: RawJSON(bytes: id.utf8)).hasPrefix("{\"id\":\(id),\"title\""))
    }

    @Test func anUntitledArticleHasNoTitle() {
        let article = Article(id: "1", text: "First words.", headline: .lead(0..<5))
        #expect(line(AnnotatedArticle(article, Annotation())).contains(#""title":null,"#))
    }

    @Test func aBadRecordsLineSaysWhy() {
        var bytes: [UInt8] = []
        ArticleJSON.append(error: "no \"text\"", id: nil, line: 3, to: &bytes)
        ArticleJSON.append(error: "x", id: RawJSON(bytes: "7".utf8), line: 4, to: &bytes)
        #expect(
            String(decoding: bytes, as: UTF8.self) == """
                {"id":null,"line":3,"error":"no \\"text\\""}
                {"id":7,"line":4,"error":"x"}

                """)
    }

    @Test(arguments: [0, 7, 10, 105, 99_999_999, 100_000_000, Int.max, -1, Int.min])
    func numbersOfEveryLength(number: Int) {
        var bytes: [UInt8] = []
        ArticleJSON.append(error: "e", id: nil, line: number, to: &bytes)
        #expect(String(decoding: bytes, as: UTF8.self) == "{\"id\":null,\"line\":\(number),\"error\":\"e\"}\n")
    }

    @Test func rangesOutsideTheTextDoNoHarm() throws {
        let article = AnnotatedArticle(
            Article(id: "1", text: "é", blocks: [Block(.paragraph, 0..<99)]),
            Annotation(
                entities: [Entity(.date, 40..<50, actor: .init(rawValue: 9))],
                quotations: [Quotation(spans: [], form: .direct)]))
        _ = try JSONSerialization.jsonObject(with: Data(line(article).utf8))
        #expect(line(article).contains(#"{"start":0,"end":1,"kind":"paragraph"}"#))
    }

    /// Offsets agree with what Swift itself counts, at every character of texts of every width.
    @Test(arguments: ["plain", "éa", "“a”", "🙂x", "a\u{301}", "ab🙂cd“ef”gh"], [1, 40, 500])
    func offsetsAreCodePoints(unit: String, times: Int) throws {
        let text = String(repeating: unit, count: times)
        var starts = text.unicodeScalars.indices.map { text.utf8.distance(from: text.startIndex, to: $0) }
        starts.append(text.utf8.count)
        let blocks = zip(starts, starts.dropFirst()).map { Block(.paragraph, $0..<$1) }
        let object = try JSONSerialization.jsonObject(
            with: Data(line(AnnotatedArticle(Article(id: "", text: text, blocks: blocks), Annotation())).utf8))
        let written = try #require((object as? [String: Any])?["blocks"] as? [[String: Any]])
        #expect(written.map { $0["start"] as? Int } == Array(0..<blocks.count))
        #expect(written.map { $0["end"] as? Int } == Array(1..<blocks.count + 1))
    }
}
