import DocumentModel
import Foundation
import Interchange
import Testing

/// As much of JSON Schema as the contract's schema uses; a keyword that it does not know is a fault.
struct SchemaCheck {
    let root: [String: Any]

    func faults(_ value: Any, _ schema: [String: Any], at path: String = "$") -> [String] {
        var faults: [String] = []
        func require(_ holds: Bool, _ fault: String) { if !holds { faults.append("\(path): \(fault)") } }
        let object = value as? [String: Any]
        let array = value as? [Any]
        for (keyword, argument) in schema {
            switch keyword {
            case "$schema", "$id", "$defs", "title", "description": break
            case "$ref":
                let name = (argument as? String ?? "").replacingOccurrences(of: "#/$defs/", with: "")
                faults += self.faults(
                    value, (root["$defs"] as? [String: Any])?[name] as? [String: Any] ?? ["?": 0], at: path)
            case "oneOf":
                let fits = (argument as? [[String: Any]] ?? []).map { self.faults(value, $0, at: path) }
                if !fits.contains(where: \.isEmpty) { faults += fits.min { $0.count < $1.count } ?? [] }
            case "type":
                let names = argument as? [String] ?? [argument as? String ?? ""]
                require(names.contains { has(value, type: $0) }, "is no \(names)")
            case "enum":
                require((argument as? [String] ?? []).contains(value as? String ?? "?"), "\(value) is none of \(argument)")
            case "const": require(value as? Int == argument as? Int, "\(value) is not \(argument)")
            case "required":
                for key in argument as? [String] ?? [] { require(object?[key] != nil, "\(key) is missing") }
            case "properties":
                for (key, schema) in argument as? [String: [String: Any]] ?? [:] {
                    if let member = object?[key] { faults += self.faults(member, schema, at: "\(path).\(key)") }
                }
            case "additionalProperties":
                let known = schema["properties"] as? [String: Any] ?? [:]
                for key in (object ?? [:]).keys { require(known[key] != nil, "\(key) is unknown") }
            case "items":
                guard let schema = argument as? [String: Any] else { break }
                for (index, item) in (array ?? []).enumerated() {
                    faults += self.faults(item, schema, at: "\(path)[\(index)]")
                }
            case "prefixItems":
                require(array?.count == (argument as? [Any])?.count, "has not so many items")
                for (item, schema) in zip(array ?? [], argument as? [[String: Any]] ?? []) {
                    faults += self.faults(item, schema, at: path + "[]")
                }
            case "minItems": if let array { require(array.count >= argument as? Int ?? 0, "has too few items") }
            case "minLength":
                if let text = value as? String { require(text.count >= argument as? Int ?? 0, "is too short") }
            case "minimum": if let number = value as? Double { require(number >= argument as? Double ?? 0, "is too small") }
            case "maximum": if let number = value as? Double { require(number <= argument as? Double ?? 0, "is too large") }
            case "pattern":
                if let text = value as? String {
                    require(
                        text.range(of: argument as? String ?? "?", options: .regularExpression) != nil,
                        "\(text) does not match")
                }
            default: require(false, "unknown keyword \(keyword)")
            }
        }
        return faults
    }

    private func has(_ value: Any, type: String) -> Bool {
        switch type {
        case "object": value is [String: Any]
        case "array": value is [Any]
        case "string": value is String
        case "null": value is NSNull
        case "integer": value is Int
        case "number": value is Double
        default: false
        }
    }
}

@Suite struct SchemaTests {
    let schema: [String: Any]

    init() throws {
        let object = try JSONSerialization.jsonObject(with: Data(JSONSchema.annotatedArticle.utf8))
        schema = try #require(object as? [String: Any])
    }

    func faults(_ line: [UInt8]) throws -> [String] {
        try SchemaCheck(root: schema).faults(JSONSerialization.jsonObject(with: Data(line)), schema)
    }

    @Test(arguments: [true, false]) func linesKeepToIt(includesText: Bool) throws {
        var line: [UInt8] = []
        let writer = ArticleJSON(program: "p", model: "m", includesText: includesText)
        writer.append(ArticleJSONTests.annotated, id: RawJSON(bytes: "[1]".utf8), to: &line)
        #expect(try faults(line) == [])
    }

    @Test func errorLinesKeepToIt() throws {
        var line: [UInt8] = []
        ArticleJSON.append(error: "no JSON", id: nil, line: 1, to: &line)
        #expect(try faults(line) == [])
    }

    @Test(arguments: [
        (#""lang":"en","#, ""), (#""type":"direct""#, #""type":"quoted""#), (#"[[5,11]]"#, "[]"), (#"[5,11]"#, "[5]"),
        ("\"schema\":1", "\"schema\":2"), ("0.950", "1.5"), ("\"a0\",\"kind\"", "\"0\",\"kind\""),
        ("\"start\":28", "\"start\":-1"),
    ])
    func anotherShapeIsFound(_ original: String, _ replacement: String) throws {
        var line: [UInt8] = []
        ArticleJSON(program: "p", model: "m").append(ArticleJSONTests.annotated, to: &line)
        let changed = String(decoding: line, as: UTF8.self).replacingOccurrences(of: original, with: replacement)
        #expect(try faults(line) == [])
        #expect(try faults(Array(changed.utf8)) != [])
    }

    @Test func namesEveryKindOfTheModel() {
        for kind in EntityKind.allCases { #expect(JSONSchema.annotatedArticle.contains("\"\(kind.rawValue)\"")) }
        for kind in Block.Kind.allCases { #expect(JSONSchema.annotatedArticle.contains("\"\(kind.rawValue)\"")) }
    }
}
