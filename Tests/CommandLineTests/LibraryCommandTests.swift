import Foundation
import Testing

/// The commands that keep the library.
@Suite struct LibraryCommandTests {
    private func withLibrary(_ body: (Program) throws -> Void) throws {
        try withProgram { program in
            try program.file("d/1.txt", RowsTests.first)
            try program.file("d/2.txt", RowsTests.second)
            _ = try program.run("add", "d")
            try body(program)
        }
    }

    @Test func anArticleIsShown() throws {
        try withLibrary { (program: Program) throws in
            let shown = try program.run("show", "d/1.txt")
            #expect(
                shown.output == """
                    Bridge to open
                    1 quotation

                    Ada Poe met the press in Oslo.

                    “We will rebuild the bridge,” [1] Ada Poe said on Tuesday.

                    [1] Ada Poe: “We will rebuild the bridge,”

                    """)
            let narrow = try program.run("show", "d/1.txt", "--width", "24")
            #expect(narrow.lines.allSatisfy { $0.count <= 24 })
            #expect(try program.run("show", "d/1.txt", "--json").objects.first?["title"] as? String == "Bridge to open")
            // A file that the library does not know.
            try program.file("other.txt", "Rain in Oslo\n\nIt rained all day, and nobody went out to the harbour.")
            #expect(try program.run("show", "other.txt").output.contains("It rained all day"))
            let missing = try program.run("show", "gone.txt")
            #expect(missing.status == 1)
            #expect(missing.errors == "pullquote: no such article or file: gone.txt\n")
        }
    }

    @Test func whatIsExportedIsImported() throws {
        try withLibrary { (program: Program) throws in
            _ = try program.run("correct", "d/2.txt", "1", "--speaker", "Jo Berg")
            _ = try program.run("filters", "poe", "said:poe")
            let exported = try program.run("export")
            #expect(exported.status == 0)
            try program.file("export.jsonl", exported.output)
            let other = ["XDG_DATA_HOME": program.folder.path + "/other"]
            let imported = try program.run("import", "export.jsonl", environment: other)
            #expect(imported.output == "2 articles, 1 corrections, 1 filters\n")
            #expect(try program.run("export", environment: other).output == exported.output)
            #expect(try program.run("quotes", "said:jo", environment: other).lines.count == 1)
            #expect(
                try program.run("import", "-", input: exported.output, environment: other).output == "2 known articles\n")
            // Adding the folder again finds nothing new.
            #expect(try program.run("add", "d", environment: other).output.contains(" 0 articles new"))
            let damaged = try program.run("import", "-", input: "{}\n" + exported.output, environment: other)
            #expect(damaged.status == 1)
            #expect(damaged.errors == "pullquote: -:1: no line of a library\n")
        }
    }

    @Test(arguments: [("bibtex", "@misc{"), ("ris", "TY  - ELEC"), ("csl-json", "[\n{\"id\":"), ("csv", "speaker,text")])
    func quotationsAreCited(_ format: String, _ start: String) throws {
        try withLibrary { (program: Program) throws in
            for command in ["quotes", "export"] {
                let result = try program.run(command, "--format", format, "said:poe")
                #expect(result.status == 0)
                #expect(result.output.hasPrefix(start))
            }
        }
    }

    @Test func rowsAreLimited() throws {
        try withLibrary { (program: Program) throws in
            for command in ["list", "quotes", "people"] {
                #expect(try program.run(command, "--limit", "1").lines.count == 1)
                #expect(try program.run(command, "-n", "0").status == 2)
            }
            #expect(try program.run("list", "--format", "json", "-n", "1").output.hasSuffix("\n]\n"))
        }
    }

    @Test func whatIsWrongIsPutRight() throws {
        try withLibrary { (program: Program) throws in
            let first = try program.run("correct", "d/2.txt", "1", "--speaker", "Jo Berg").output
            #expect(first.hasPrefix("correction 1: ") && first.hasSuffix(" is said by Jo Berg\n"), "\(first)")
            #expect(try program.run("quotes", "said:jo").lines.count == 1)
            #expect(try program.run("show", "d/2.txt").output.contains("[1] Jo Berg: "))
            let gold = try program.run("corrections", "--format", "jsonl").objects
            #expect(gold.first?["correction"] as? String == "speaker")
            #expect(gold.first?["speaker_name"] as? String == "Jo Berg")
            #expect(gold.first?["type"] as? String == "indirect")
            #expect((gold.first?["spans"] as? [[Int]])?.count == 1)
            #expect(try program.run("corrections").lines.first?.hasPrefix("1\tspeaker\t") == true)
            #expect(try program.run("correct", "--undo", "1").status == 0)
            #expect(try program.run("correct", "--undo", "1").status == 1)
            #expect(try program.run("quotes", "said:jo").lines.isEmpty)
            #expect(try program.run("correct", "--rename", "Ada Poe", "Ada M. Poe").status == 0)
            #expect(try program.run("people", "-n", "9").output.contains("Ada M. Poe\tperson\t1"))
            let slip = try program.run("correct", "--merge", "Ada Poe", "Ado Pee")
            #expect(slip.status == 1 && slip.errors == "pullquote: nobody in this library is called Ado Pee\n", "\(slip)")
            #expect(try program.run("correct", "--rename", "Ado Pee", "Ada Poe").status == 1)
            #expect(try program.run("correct", "--split", "Ada Poe", "Ado Pee").status == 1)
            #expect(try program.run("corrections").lines.count == 1)
            #expect(try program.run("correct", "d/2.txt", "9", "--nobody").status == 1)
            #expect(try program.run("correct", "d/2.txt", "1").status == 2)
        }
    }

    @Test func whatIsNoExportIsToldOnce() throws {
        try withLibrary { (program: Program) throws in
            let lines = (0..<100).map { "{\"id\":\"\($0)\",\"text\":\"Word.\"}\n" }.joined()
            try program.file("in.jsonl", lines)
            let wrong = try program.run("import", "in.jsonl")
            #expect(wrong.status == 1 && wrong.errors.split(separator: "\n").count == 4, "\(wrong.errors)")
            #expect(wrong.errors.hasSuffix("pullquote: in.jsonl: is no export; articles are added with “pullquote add”\n"))
            // Lines of an export that are broken are passed over.
            try program.file("broken.jsonl", try program.run("export").output + lines)
            let broken = try program.run("import", "broken.jsonl")
            #expect(broken.status == 1 && broken.errors.split(separator: "\n").count == 100)
        }
    }

    @Test func ofNamesakesTheOneIsPutRightWhomAnArticleNames() throws {
        try withProgram { program in
            let articles = [
                ("m1", "minister", "We will cut the taxes"), ("m2", "minister", "The budget is ready"),
                ("s1", "striker", "We have won the cup"),
            ]
            for (name, role, words) in articles {
                try program.file(
                    "d/\(name).txt",
                    "News of the day\n\nThe \(role) Ada Poe met the press. “\(words),” Ada Poe said on Tuesday.")
            }
            _ = try program.run("add", "d")
            let vague = try program.run("correct", "--rename", "Ada Poe", "Ada Moss")
            #expect(vague.status == 1)
            #expect(vague.errors.hasPrefix("pullquote: 2 people are called Ada Poe: say by --article which is meant"))
            #expect(vague.errors.contains("s1.txt"))
            #expect(try program.run("correct", "--rename", "Ada Poe", "Ada Moss", "--article", "d/s1.txt").status == 0)
            #expect(try program.run("quotes", "--format", "json", "cup").output.contains("\"Ada Moss\""))
            #expect(try program.run("show", "d/s1.txt").output.contains("[1] Ada Moss:"))
            #expect(try program.run("show", "d/m1.txt").output.contains("[1] Ada Poe:"))
            #expect(try program.run("people").lines.map { $0.prefix { $0 != "\t" } } == ["Ada Poe", "Ada Moss"])
            let gold = try #require(
                try program.run("corrections", "--format", "jsonl").objects.first?["names"] as? [[String: String]])
            #expect(gold.first?["article"]?.count == 64)
            let wrong = try program.run("correct", "--rename", "Ada Moss", "Ada Lund", "--article", "d/m1.txt")
            #expect(wrong.status == 1)
            #expect(wrong.errors == "pullquote: this article does not name Ada Moss\n")
            #expect(try program.run("correct", "--undo", "1").status == 0)
            let ways = ("d/m1.txt", "d/s1.txt")
            #expect(
                try program.run("correct", "--merge", "Ada Poe", "Ada Poe", "--article", ways.0, "--article", ways.1).status
                    == 0)
            #expect(try program.run("people").lines.map { $0.prefix { $0 != "\t" } } == ["Ada Poe"])
            #expect(try program.run("correct", "d/m1.txt", "1", "--nobody", "--article", "d/m1.txt").status == 2)
            // Two whom the library takes for one.
            let undone = try #require(program.run("corrections").lines.last).prefix { $0 != "\t" }
            #expect(try program.run("correct", "--undo", String(undone)).status == 0)
            let split = ["correct", "--split", "Ada Poe", "Ada Poe"]
            #expect(try program.run(split[0], split[1], split[2], split[3]).status == 1)
            #expect(try program.run(split[0], split[1], split[2], split[3], "--article", "d/m2.txt").status == 0)
            #expect(try program.run("people").lines.count == 3)
        }
    }

    @Test func filtersAreSaved() throws {
        try withLibrary { (program: Program) throws in
            #expect(try program.run("filters", "poe", "said:poe", "-harbour").status == 0)
            #expect(try program.run("filters").lines == ["poe\tsaid:poe -harbour\tquoting poe…, without “harbour…”"])
            #expect(try program.run("filters", "@poe").output == "said:poe -harbour\n")
            #expect(try program.run("list", "@poe").lines.count == 1)
            let mistaken = try program.run("list", "@pou")
            #expect(mistaken.status == 2)
            #expect(mistaken.errors.contains("did you mean “@poe”?"))
            #expect(try program.run("filters", "self", "@self").status == 2)
            #expect(try program.run("filters", "bad", "autor:x").errors.contains("author:"))
            #expect(try program.run("filters", "--remove", "poe").status == 0)
            #expect(try program.run("filters").lines.isEmpty)
            #expect(try program.run("filters", "poe").status == 1)
        }
    }

    @Test func theLibraryIsChecked() throws {
        try withLibrary { (program: Program) throws in
            #expect(try program.run("check").output == "2 articles, 2 quotations: all is right\n")
            let repaired = try program.run("check", "--repair")
            #expect(repaired.status == 0)
            #expect(repaired.output.hasPrefix("2 articles kept, 0 lost; the damaged file is "))
            #expect(try program.run("list").lines.count == 2)
            let path = ".local/share/pullquote/library.db"
            for suffix in ["-wal", "-shm"] {
                try? FileManager.default.removeItem(atPath: program.folder.path + "/" + path + suffix)
            }
            try program.file(path, String(repeating: "no database ", count: 1000))
            #expect(try program.run("check").status == 74)
            #expect(try program.run("check", "--repair").status == 74)
        }
    }

    @Test func theLibraryIsCounted() throws {
        try withLibrary { (program: Program) throws in
            let rows = try program.run("stats").lines
            #expect(rows.contains("articles\t2"))
            #expect(rows.contains("direct\t1"))
            #expect(try program.run("stats", "--format", "json").output.hasPrefix("[\n{\"what\":\"articles\",\"value\":2}"))
        }
    }

    @Test func articlesAreForgotten() throws {
        try withLibrary { (program: Program) throws in
            #expect(try program.run("forget", "d/1.txt").status == 2)
            #expect(try program.run("list").lines.count == 2)
            #expect(try program.run("forget", "--yes", "d/1.txt").output == "forgotten: 1 article\n")
            #expect(try program.run("list").lines.count == 1)
            #expect(try program.run("forget", "--yes", "nothing-like-it").status == 1)
            #expect(try program.run("forget", "--yes", "sort:date").status == 2)
            #expect(try program.run("forget", "--yes", "said:berg").output == "forgotten: 1 article\n")
            #expect(try program.run("check").output == "0 articles, 0 quotations: all is right\n")
            #expect(try program.run("add", "d").output.contains("2 articles new"))
        }
    }

    /// Whoever reads goes away: nothing is said of it.
    @Test(arguments: ["list", "quotes --format json", "export", "stats", "corrections --format csv", "show d/1.txt"])
    func aClosedPipeEndsInSilence(_ command: String) throws {
        try withLibrary { (program: Program) throws in
            let result = try program.shell(#"set -o pipefail; "$PULLQUOTE" \#(command) | true; exit 0"#)
            #expect(result.errors.isEmpty)
        }
    }

    @Test func aShellCompletesFilters() throws {
        try withLibrary { (program: Program) throws in
            let result = try program.shell(
                #""$PULLQUOTE" ---completion list -- filtering.words 1 0 pullquote list sai; exit 0"#)
            #expect(!result.errors.contains("Fatal"))
        }
    }
}
