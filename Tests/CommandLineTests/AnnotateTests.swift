import Foundation
import Interchange
import TestSupport
import Testing

@Suite struct AnnotateTests {
    static let article = "Ada Poe met the press in Oslo.\n\n“We will rebuild the bridge,” Ada Poe said on Tuesday."

    static func record(_ id: Int, _ text: String = article) -> String {
        #"{"id":\#(id),"title":"T \#(id)","text":\#(String(decoding: RawJSON(string: text).bytes, as: UTF8.self))}"#
    }

    @Test func eachRecordIsOneLineInOrder() throws {
        try withProgram { program in
            let records = (0..<300).map { Self.record($0, String(repeating: Self.article + "\n\n", count: 1 + $0 % 7)) }
            let result = try program.run("annotate", "-j", "4", input: records.joined(separator: "\n"))
            #expect(result.status == 0)
            #expect(result.errors.isEmpty)
            #expect(result.objects.map { $0["id"] as? Int } == Array(0..<300))
        }
    }

    @Test("The same text gives the same annotation in every process and for any number of threads")
    func threadsChangeNothing() throws {
        try withProgram { program in
            // Each run is another process, in which hashing has another seed.
            let articles = try GoldSet.allCases.flatMap { try $0.articles() }
            let input = articles.enumerated().map { Self.record($0, $1.file) + "\n" }.joined()
            let outputs = try ["-j1", "-j2", "-j5"].map { try program.run("annotate", $0, input: input).output }
            #expect(outputs[0].split(separator: "\n").count == articles.count)
            #expect(outputs[0] == outputs[1] && outputs[0] == outputs[2])
        }
    }

    @Test func linesKeepToTheSchemaThatTheProgramPrints() throws {
        try withProgram { program in
            let check = try #require(SchemaCheck(program.run("annotate", "--schema").output))
            let result = try program.run("annotate", "--format", "jsonl", input: Self.record(1) + "\n?\n")
            #expect(result.lines.count == 2)
            for line in result.lines { #expect(check.faults(in: line.utf8) == []) }
        }
    }

    @Test func aQuotationHasItsSpeaker() throws {
        try withProgram { program in
            let result = try program.run("annotate", input: Self.record(1))
            let quotes = try #require(result.objects.first?["quotes"] as? [[String: Any]])
            #expect(quotes.first?["text"] as? String == "“We will rebuild the bridge,”")
            #expect(quotes.first?["speaker_name"] as? String == "Ada Poe")
        }
    }

    @Test func textGoesThroughUnchanged() throws {
        try withProgram { program in
            let text = "A\u{301} “x”\u{A0}🙂\u{202E}\u{0}\r\n\t\u{7F}\u{FEFF}."
            let result = try program.run("annotate", input: Self.record(1, text))
            let back = try #require(result.objects.first?["text"] as? String)
            #expect(Array(back.unicodeScalars) == Array(text.unicodeScalars))
            #expect(try program.run("annotate", "--no-text", input: Self.record(1, text)).objects.first?["text"] == nil)
        }
    }

    @Test func anIdOfAnyTypeComesBack() throws {
        try withProgram { program in
            for id in ["17", "\"a\\u00e9\"", "[1, {\"b\": null}]", "1.50e3", "true"] {
                let result = try program.run("annotate", input: "{\"id\": \(id), \"text\": \"x\"}")
                #expect(result.output.hasPrefix("{\"id\":\(id),"))
            }
        }
    }

    /// One line out for each line that is not blank, whatever is in it.
    @Test(arguments: [[], ["--keep-going"]])
    func badLinesHaveTheirPlace(flags: [String]) throws {
        try withProgram { program in
            let input =
                "\(Self.record(1))\n\nnot json\n{\"id\":\"x\"}\n{\"text\":\"y\"}\n[]\n{\"id\":7,\"text\":3}\n\(Self.record(2))"
            try program.file("in.jsonl", input)
            let result = try program.shell("$PULLQUOTE annotate \(flags.joined(separator: " ")) in.jsonl")
            #expect(result.status == (flags.isEmpty ? 1 : 0))
            let objects = result.objects
            #expect(objects.map { $0["line"] as? Int } == [nil, 3, 4, 5, 6, 7, nil])
            #expect(objects.map { $0["error"] != nil } == [false, true, true, true, true, true, false])
            #expect(objects[2]["id"] as? String == "x")
            #expect(objects[5]["id"] as? Int == 7)
            let complaints = result.errors.split(separator: "\n")
            #expect(complaints.count == 5)
            #expect(complaints.allSatisfy { $0.hasPrefix("pullquote: in.jsonl:") })
        }
    }

    @Test(arguments: ["{\"id\": 1, \"text\": \n", "garbage\n", "[\n"])
    func aBadFirstLineIsNoReasonToStop(line: String) throws {
        try withProgram { program in
            let result = try program.run("annotate", "--format", "jsonl", input: line + Self.record(2))
            #expect(result.objects.map { $0["error"] != nil } == [true, false])
            #expect(result.status == 1)
        }
    }

    /// Without being told, standard input is taken for records when it begins with a brace.
    @Test(arguments: ["{\"id\": 1, \"text\": \n", "{id: 1}\n", "{\n", "{\"id\": 1, \"text\": \"x\"\n"])
    func aBraceMakesItRecords(line: String) throws {
        try withProgram { program in
            let result = try program.run("annotate", input: line + Self.record(2))
            #expect(result.objects.first?["error"] != nil)
            #expect(line == "{\n" || result.objects.last?["id"] as? Int == 2)
        }
    }

    /// In a pipe a spoilt line, even the first, must not make one article of all that follows.
    @Test(arguments: ["garbage\n", "\n\0\n", "[1]\n", "Mill opens\n\n{}\n"])
    func oneRecordMakesAllLinesRecords(start: String) throws {
        try withProgram { program in
            let bad = start.split(separator: "\n").count
            let result = try program.run("annotate", input: start + Self.record(2) + "\n" + Self.record(3))
            #expect(result.objects.map { $0["error"] != nil } == Array(repeating: true, count: bad) + [false, false])
            #expect(result.status == 1)
            // Far down, where what comes first does not show it.
            let far = try program.run("annotate", input: start + String(repeating: "x\n", count: 200_000) + Self.record(2))
            #expect(far.lines.count == bad + 200_001)
            // The same bytes without a record are one article.
            #expect(try program.run("annotate", input: "Mill opens\n\nIt opened {on Sunday}.").lines.count == 1)
        }
    }

    @Test func aPipeIsReadWhereItIsGiven() throws {
        try withProgram { program in
            let line =
                #""$PULLQUOTE" annotate <(echo '{"id": 1, "text": "It opened."}') <(printf 'Mill opens\n\nIt opened.\n')"#
            let result = try program.shell(line)
            #expect(result.status == 0)
            #expect(result.errors.isEmpty)
            #expect(result.objects.map { $0["title"] as? String } == [nil, "Mill opens"])
            try program.file("in.jsonl", Self.record(7))
            #expect(
                try program.shell(#"cat in.jsonl | "$PULLQUOTE" annotate /dev/stdin"#).objects.first?["id"] as? Int == 7)
        }
    }

    @Test func aRecordMayBeLaidOutOverLines() throws {
        try withProgram { program in
            let result = try program.run("annotate", input: "{\n  \"id\": 1,\n  \"text\": \"x\"\n}\n")
            #expect(result.objects.map { $0["id"] as? Int } == [1])
        }
    }

    @Test func emptyInputGivesEmptyOutput() throws {
        try withProgram { program in
            for input in ["", "\n", " \n\n"] {
                for arguments in [["annotate"], ["annotate", "-"], ["annotate", "--format", "jsonl"]] {
                    let path = try program.file("empty", input)
                    let result = try program.shell("$PULLQUOTE \(arguments.joined(separator: " ")) < \(path)")
                    #expect(result.status == 0)
                    #expect(result.output.isEmpty)
                    #expect(result.errors.isEmpty)
                }
            }
        }
    }

    @Test func filesFoldersAndPlainTextAreRead() throws {
        try withProgram { program in
            try program.file("d/b.txt", Self.article)
            try program.file("d/a.md", "# A title\n\nText.")
            try program.file("d/c.jsonl", Self.record(3) + "\n")
            let result = try program.run("annotate", "d", "gone.txt", "d/b.txt", input: "")
            #expect(result.status == 1)
            #expect(result.lines.count == 4)
            #expect(result.objects.prefix(2).map { $0["id"] as? String } == ["d/a.md", "d/b.txt"])
            #expect(result.objects[3]["id"] as? String == "gone.txt")
            #expect(result.objects[3]["error"] as? String == "no such file or folder")
            #expect(result.errors == "pullquote: gone.txt: no such file or folder\n")
            let piped = try program.run("annotate", input: Self.article)
            #expect(piped.objects.first?["text"] as? String == Self.article)
            #expect(piped.objects.first?["id"] as? String == "-")
        }
    }

    /// Under an engine that feeds one record and waits for its line.
    @Test(.timeLimit(.minutes(1))) func aLineComesAsSoonAsInputPauses() throws {
        try withProgram { program in
            let process = program.process(["annotate", "-j", "3"])
            let (input, output) = (Pipe(), Pipe())
            process.standardInput = input
            process.standardOutput = output
            try process.run()
            for number in 0..<5 {
                try input.fileHandleForWriting.write(contentsOf: Data((Self.record(number) + "\n").utf8))
                var line = Data()
                while line.last != UInt8(ascii: "\n") {
                    let more = output.fileHandleForReading.availableData
                    if more.isEmpty { break }
                    line += more
                }
                let object = try JSONSerialization.jsonObject(with: line) as? [String: Any]
                #expect(object?["id"] as? Int == number)
            }
            try input.fileHandleForWriting.close()
            process.waitUntilExit()
            #expect(process.terminationStatus == 0)
        }
    }

    @Test(.timeLimit(.minutes(1))) func aReaderThatGoesEndsItQuietly() throws {
        try withProgram { program in
            try program.file("in.jsonl", (0..<5000).map { Self.record($0) + "\n" }.joined())
            let result = try program.shell("$PULLQUOTE annotate in.jsonl | head -n 1 | cut -c 1-8; echo ${PIPESTATUS[0]}")
            #expect(result.output == "{\"id\":0,\n141\n" || result.output == "{\"id\":0,\n0\n")
            #expect(result.errors.isEmpty)
        }
    }

    @Test func aFullDiskIsAnError() throws {
        try withProgram { program in
            try program.file("in.jsonl", Self.record(1))
            let result = try program.shell("$PULLQUOTE annotate in.jsonl > /dev/full")
            #expect(result.status == 74)
            #expect(result.errors == "pullquote: cannot write to standard output: No space left on device\n")
        }
    }
}
