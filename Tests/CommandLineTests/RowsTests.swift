import Foundation
import Testing

@Suite struct RowsTests {
    static let first =
        "Bridge to open\n\nAda Poe met the press in Oslo.\n\n“We will rebuild the bridge,” Ada Poe said on Tuesday."
    static let second = "Harbour closed\n\nThe harbour of Bergen is closed, Jan Berg said."

    func withArticles(_ body: (Program) throws -> Void) throws {
        try withProgram { program in
            try program.file("d/1.txt", Self.first)
            try program.file("d/2.txt", Self.second)
            try body(program)
        }
    }

    @Test func articlesOfAFolderAreListed() throws {
        try withArticles { program in
            let all = try program.run("list", "--in", "d")
            #expect(all.status == 0)
            #expect(all.errors.isEmpty)
            #expect(Set(all.lines.map { $0.components(separatedBy: "\t")[1] }) == ["Bridge to open", "Harbour closed"])
            let filtered = try program.run("list", "--in", "d", "harbour", "closed")
            #expect(filtered.lines.count == 1)
            // A word of the filter may begin with a dash.
            let negated = try program.run("list", "--in", "d", "-harbour", "--format", "jsonl")
            #expect(negated.objects.map { $0["title"] as? String } == ["Bridge to open"])
        }
    }

    @Test func whatComesOnStandardInputJoinsWhatCameBefore() throws {
        try withProgram { program in
            for text in [Self.first, Self.second] {
                #expect(try program.run("add", "-", input: text).output.contains("1 articles new"))
            }
            for name in ["Ada", "Bea"] {
                let records = "{\"text\": \"\(name) spoke.\"}\n{\"id\": \"\(name)\", \"text\": \"\(name) left.\"}\n"
                #expect(try program.run("add", "-", input: records).output.contains("2 articles new"))
            }
            #expect(try program.run("list").lines.count == 6)
            // A record that comes again under its id takes the place of the old one; nothing comes twice.
            _ = try program.run(
                "add", "-", input: "{\"id\": \"Ada\", \"text\": \"Ada came back.\"}\n{\"text\": \"Bea spoke.\"}")
            #expect(try program.run("list").lines.count == 6)
            #expect(try program.run("list", "back").lines.count == 1)
            #expect(try program.shell(#""$PULLQUOTE" add <(echo Cato spoke.) && "$PULLQUOTE" list Cato"#).lines.count == 2)
            #expect(try program.run("list", "--in", "-", input: Self.first).lines.count == 1)
        }
    }

    @Test func aNameNeedNotBeUTF8() throws {
        try withProgram { program in
            let result = try program.shell(
                #"""
                a=$'a\xff.txt' b=$'a\xfe.txt'
                printf 'Bridge to open\n\nIt opens.' > "$a"; printf 'Harbour closed\n\nIt closes.' > "$b"
                for name in "$a" "$b"; do "$PULLQUOTE" list --in "$name"; done
                "$PULLQUOTE" add "$a"
                """#)
            #expect(result.status == 0)
            #expect(
                result.lines.map { $0.prefix { $0 != "\t" } } == [
                    "a\\xFF.txt", "a\\xFE.txt", "1 looked at: 1 articles new or changed",
                ])
        }
    }

    @Test func quotationsAndPeopleAreListed() throws {
        try withArticles { program in
            let quotes = try program.run("quotes", "--in", "d", "--format", "jsonl", "said:Poe")
            #expect(quotes.objects.map { $0["text"] as? String } == ["“We will rebuild the bridge,”"])
            #expect(quotes.objects.map { $0["speaker"] as? String } == ["Ada Poe"])
            let people = try program.run("people", "--in", "d", "--format", "csv").output
            #expect(people.hasPrefix("name,kind,quotes,mentions,articles\r\n"))
            #expect(people.contains("Ada Poe,person,1,2,1\r\n"))
        }
    }

    @Test func theLibraryKeepsWhatIsAdded() throws {
        try withArticles { program in
            #expect(try program.run("list").output.isEmpty)
            let added = try program.run("add", "d")
            #expect(added.status == 0)
            #expect(try program.run("list").lines.count == 2)
            _ = try program.run("add", "d")
            #expect(try program.run("list").lines.count == 2)
        }
    }

    @Test func whatCannotBeReadIsToldAndTheRestIsDone() throws {
        try withArticles { program in
            let result = try program.run("list", "--in", "d", "--in", "gone")
            #expect(result.status == 1)
            #expect(result.errors.contains("gone: no such file or folder"))
            #expect(result.lines.count == 2)
        }
    }

    @Test func aLibraryThatIsNoneIsExitCode74() throws {
        try withProgram { program in
            try program.file(".local/share/pullquote/library.db", String(repeating: "no database ", count: 1000))
            let result = try program.run("list")
            #expect(result.status == 74)
            #expect(result.errors.contains("library.db"))
        }
    }
}
