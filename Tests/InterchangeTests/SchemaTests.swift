import DocumentModel
import Foundation
import Interchange
import TestSupport
import Testing

@Suite struct SchemaTests {
    let check: SchemaCheck

    init() throws { check = try #require(SchemaCheck(JSONSchema.annotatedArticle)) }

    @Test(arguments: [true, false]) func linesKeepToIt(includesText: Bool) {
        var line: [UInt8] = []
        let writer = ArticleJSON(program: "p", model: "m", includesText: includesText)
        writer.append(ArticleJSONTests.annotated, id: RawJSON(bytes: "[1]".utf8), to: &line)
        #expect(check.faults(in: line) == [])
    }

    @Test func errorLinesKeepToIt() {
        var line: [UInt8] = []
        ArticleJSON.append(error: "no JSON", id: nil, line: 1, to: &line)
        #expect(check.faults(in: line) == [])
    }

    @Test(arguments: [
        (#""lang":"en","#, ""), (#""type":"direct""#, #""type":"quoted""#), (#"[[5,11]]"#, "[]"), (#"[5,11]"#, "[5]"),
        ("\"schema\":1", "\"schema\":2"), ("0.950", "1.5"), ("\"a0\",\"kind\"", "\"0\",\"kind\""),
        ("\"start\":28", "\"start\":-1"),
    ])
    func anotherShapeIsFound(_ original: String, _ replacement: String) {
        var line: [UInt8] = []
        ArticleJSON(program: "p", model: "m").append(ArticleJSONTests.annotated, to: &line)
        let changed = String(decoding: line, as: UTF8.self).replacingOccurrences(of: original, with: replacement)
        #expect(check.faults(in: line) == [])
        #expect(check.faults(in: changed.utf8) != [])
    }

    @Test func namesEveryKindOfTheModel() {
        for kind in EntityKind.allCases { #expect(JSONSchema.annotatedArticle.contains("\"\(kind.rawValue)\"")) }
        for kind in Block.Kind.allCases { #expect(JSONSchema.annotatedArticle.contains("\"\(kind.rawValue)\"")) }
    }
}
