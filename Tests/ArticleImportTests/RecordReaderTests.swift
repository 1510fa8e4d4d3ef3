import DocumentModel
import TestSupport
import Testing

@testable import ArticleImport

@Suite("A line of JSON is read as a record")
struct RecordReaderTests {
    private func record(_ line: String, missingID: MissingID = .isAProblem) throws -> Record {
        try #require(RecordReader(path: "in.jsonl", missingID: missingID).record(in: Array(line.utf8), line: 7)).get()
    }

    private func problem(_ bytes: [UInt8]) throws -> ImportProblem {
        let result = try #require(RecordReader(path: "in.jsonl").record(in: bytes, line: 7))
        return try #require(throws: ImportProblem.self) { try result.get() }
    }

    @Test("id and text suffice; what else is known comes along, other fields are passed over")
    func fields() throws {
        let record = try record(
            #"{"id":"a","title":"T","text":"One.","date":"2024-08-18","source":"S","url":"u","author":"A","tags":["x","y"],"more":[{"a":[1,2e3,null]}]}"#
        )
        #expect(record.article.id == "a")
        #expect(record.article.text == "One.")
        #expect(record.article.headline == .own("T"))
        #expect(
            record.article.details == Details(date: "2024-08-18", source: "S", url: "u", author: "A", tags: ["x", "y"]))
        #expect(record.line == 7)
    }

    @Test(
        "An id of any JSON type comes back as given",
        arguments: [
            (#""a\u0041""#, "aA"), ("12", "12"), ("-1.50e+3", "-1.50e+3"), ("null", "null"), ("true", "true"),
            (#"{"k": [1, "x"]}"#, #"{"k": [1, "x"]}"#),
        ])
    func ids(json: String, text: String) throws {
        let record = try record(#"{"text":"x","id": \#(json) }"#)
        #expect(record.id.json == json)
        #expect(record.article.id == text)
    }

    @Test(
        "Text is kept code point for code point",
        arguments: [
            (#"a\u0000b"#, "a\0b"), (#"\uD83D\uDE00"#, "😀"), (#"\"\\\/\b\f\n\r\t"#, "\"\\/\u{8}\u{C}\n\r\t"),
            (#"e\u0301 é"#, "e\u{301} é"), (#"\ufeffx\u2028"#, "\u{FEFF}x\u{2028}"), (#"\r\nx"#, "\r\nx"), ("", ""),
        ])
    func text(json: String, text: String) throws {
        let read = try record(#"{"id":1,"text":"\#(json)"}"#).article.text
        #expect(Array(read.unicodeScalars) == Array(text.unicodeScalars))
    }

    @Test("Beside id and text, null is nothing, a number its digits, an author may be several, a tag may be one")
    func leniency() throws {
        let record = try record(
            #"{"id":1,"text":"x","title":null,"date":20240818,"author":["A","B"],"tags":"x","url":{"a":1},"source":true}"#)
        #expect(record.article.details == Details(date: "20240818", author: "A, B", tags: ["x"]))
        #expect(record.article.headline == .lead(0..<1))
    }

    @Test(
        "What is no record is a problem that names the line and, where it could be read, the id",
        arguments: [
            (#"{"id":"a"}"#, #""a""#, #"in.jsonl:7: is no article record: "text" is missing"#),
            (#"{"id":"a","text":5}"#, #""a""#, #"in.jsonl:7: is no article record: "text" is not a string"#),
            (#"{"text":"x"}"#, nil, #"in.jsonl:7: is no article record: "id" is missing"#),
            (#"["a"]"#, nil, #"in.jsonl:7: is no article record: an object with "id" and "text" is expected"#),
            (#"{"id":3,"text":"x""#, "3", "in.jsonl:7: is not JSON: ',' or '}' expected, but it ends at byte 19"),
            (#"{"id":3,"text":"\uD800"}"#, "3", "in.jsonl:7: is not JSON: half a surrogate pair at byte 17"),
            (#"{"id":3,"text":"\x"}"#, "3", "in.jsonl:7: is not JSON: there is no such escape at byte 18"),
            (#"{"id":03}"#, "0", "in.jsonl:7: is not JSON: ',' or '}' expected at byte 8"),
            (#"{"id":1,}"#, "1", "in.jsonl:7: is not JSON: a member's name expected at byte 9"),
            (#"{"id":1,"text":"x"} x"#, "1", "in.jsonl:7: is not JSON: the line's end expected at byte 21"),
            ("not JSON", nil, "in.jsonl:7: is not JSON: a value expected at byte 2"),
            ("{\"id\":1,\"text\":\"a\tb\"}", "1", "in.jsonl:7: is not JSON: a control character in a string at byte 18"),
        ] as [(String, String?, String)])
    func problems(line: String, id: String?, message: String) throws {
        let problem = try problem(Array(line.utf8))
        #expect(problem.id?.json == id)
        #expect(problem.description == message)
    }

    @Test("Bytes that are no UTF-8 and arrays without end are refused, not trusted")
    func hostile() throws {
        #expect(
            try problem(Array(#"{"id":1,"text":""#.utf8) + [0xC3, 0x28] + Array("\"}".utf8)).reason
                == .notJSON("invalid UTF-8", column: 17))
        let deep = Array(#"{"id":1,"text":"x","x":"#.utf8) + [UInt8](repeating: UInt8(ascii: "["), count: 100_000)
        #expect(try problem(deep).description.contains("it nests too deeply"))
    }

    @Test("A blank line is no record and no problem", arguments: ["", " ", "\t\r"])
    func blank(line: String) {
        #expect(RecordReader(path: "-").record(in: Array(line.utf8), line: 1) == nil)
    }

    @Test("A record without an id takes its place where that is asked for")
    func place() throws {
        #expect(try record(#"{"text":"x"}"#, missingID: .isItsPlace).article.id == "in.jsonl#7")
        #expect(try record(#"{"id":null,"text":"x"}"#, missingID: .isItsPlace).article.id == "in.jsonl#7")
    }
}

@Suite("Whatever a line holds, it is read or refused")
struct RecordFuzzTests {
    @Test("Records with a byte changed, cut or put in never crash, and what is read holds together")
    func mutations() {
        var random = SplitMix(seed: 3)
        let seed = Array(
            #"{"id":[1,{"a":null}],"title":"T \u00e9","text":"One \uD83D\uDE00 \"two\".\n\nThree é.","tags":["x",2,true],"more":-1.5e+3}"#
                .utf8)
        let reader = RecordReader(path: "x")
        var read = 0
        for _ in 0..<20_000 {
            var bytes = seed
            for _ in 0..<Int.random(in: 1...3, using: &random) {
                let at = Int.random(in: 0..<bytes.count, using: &random)
                switch Int.random(in: 0..<4, using: &random) {
                case 0: bytes[at] = UInt8.random(in: 0...255, using: &random)
                case 1: bytes.remove(at: at)
                case 2: bytes.insert(Array("\"\\{}[]:,u0 ".utf8).randomElement(using: &random) ?? 0, at: at)
                default: bytes.removeSubrange(at..<min(bytes.count, at + 10))
                }
                if bytes.isEmpty { bytes = seed }
            }
            switch reader.record(in: bytes, line: 1) {
            case .success(let record)?:
                read += 1
                #expect(record.article.blocks.allSatisfy { $0.range.upperBound <= record.article.text.utf8.count })
            case .failure(let problem)?: #expect(problem.line == 1)
            case nil: break
            }
        }
        #expect(read > 1000, "enough of them are still records")
    }
}
