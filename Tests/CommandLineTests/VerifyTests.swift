import Foundation
import Testing

@Suite struct VerifyTests {
    private func withArticles(_ body: (Program) throws -> Void) throws {
        try withProgram { program in
            try program.file("d/1.txt", RowsTests.first)
            try program.file("d/2.txt", RowsTests.second)
            try body(program)
        }
    }

    @Test func whatDiffersIsMarked() throws {
        try withArticles { program in
            let result = try program.run("verify", "--in", "d", "We", "will rebuild the tower")
            #expect(result.status == 0)
            #expect(result.lines[0].hasSuffix(" Ada Poe"))
            #expect(result.lines[1] == "“We will rebuild the [-bridge-]{+tower+},”")
            #expect(result.lines[2] == "Bridge to open")
            #expect(result.lines[3].hasSuffix("d/1.txt"))
            let same = try program.run("verify", "--in", "d", "we will rebuild the bridge")
            #expect(same.lines[0] == "the same words: Ada Poe")
        }
    }

    @Test func rowsForPipes() throws {
        try withArticles { program in
            let result = try program.run("verify", "--in", "d", "--format", "jsonl", "we will rebuild the bridge")
            #expect(result.objects.map { $0["speaker"] as? String } == ["Ada Poe"])
            #expect(result.objects.map { $0["closeness"] as? Double } == [1])
            #expect(result.objects.map { $0["reports"] as? Int } == [1])
        }
    }

    @Test func whatNobodySaidIsExitCode1() throws {
        try withArticles { program in
            let result = try program.run("verify", "--in", "d", "I have never seen a whale")
            #expect(result.status == 1)
            #expect(result.output == "Nobody in these articles said that.\n")
            #expect(try program.run("verify", "--in", "d", "--format", "json", "a whale").output == "[]\n")
            #expect(try program.run("verify", "…").status == 2)
            #expect(try program.run("verify", "--limit", "0", "x").status == 2)
        }
    }
}

@Suite struct PersonTests {
    @Test func aPersonHasAPage() throws {
        try withProgram { program in
            try program.file("d/1.txt", RowsTests.first)
            let text = try program.run("person", "--in", "d", "poe")
            #expect(text.status == 0)
            #expect(text.lines.first == "Ada Poe")
            #expect(text.output.contains("1 article, 1 quotation, 2 mentions"))
            let page = try program.run("person", "--in", "d", "--format", "jsonl", "Ada", "Poe")
            #expect(page.objects.map { $0["quotes"] as? Int } == [1])
            #expect(
                page.objects.compactMap { $0["names"] as? [[String: Any]] }.first?.first?["name"] as? String == "Ada Poe")
            let nobody = try program.run("person", "--in", "d", "nemo")
            #expect(nobody.status == 1)
            #expect(try program.run("person", "--in", "d", "--format", "json", "nemo").output == "[]\n")
        }
    }
}
