import Foundation
import Testing

/// What comes into the library while one waits: feeds, watched folders, interrupted imports.
@Suite struct ComingInTests {
    static let feed = """
        <rss version="2.0"><channel><title>The Courier</title><item><title>Bridge to open</title><guid>n1</guid>
        <pubDate>Sun, 18 Aug 2024 09:30:00 +0200</pubDate>
        <description>&lt;p&gt;“We will rebuild the bridge,” Ada Poe said on Tuesday.&lt;/p&gt;</description></item></channel></rss>
        """

    @Test func feedsAreAdded() throws {
        try withProgram { program in
            let added = try program.run("feeds", input: Self.feed)
            #expect(added.output == "1 looked at: 1 articles new or changed\n")
            #expect(try program.run("feeds", "-", input: Self.feed).output == "1 looked at: 0 articles new or changed\n")
            #expect(try program.run("list", "source:courier", "date:2024-08-18").lines.count == 1)
            #expect(try program.run("quotes", "said:poe").lines.count == 1)
            let path = try program.file("feed.xml", Self.feed)
            let records = try program.run("feeds", "--print", path)
            #expect(records.objects.map { $0["id"] as? String } == ["n1"])
            #expect(records.objects.first?["title"] as? String == "Bridge to open")
            #expect(try program.run("annotate", "--format", "jsonl", input: records.output).status == 0)
            let none = try program.run("feeds", input: "no feed")
            #expect(none.status == 1)
            #expect(none.errors == "pullquote: standard input: is no feed; RSS and Atom are read\n")
        }
    }

    /// Waits until the library lists so many articles; a slow machine has time.
    private func expectArticles(_ count: Int, _ program: Program) throws {
        for _ in 0..<300 {
            if try program.run("list").lines.count == count { return }
            usleep(50_000)
        }
        Issue.record("\(count) articles never came")
    }

    @Test func whatComesIntoAFolderIsImported() throws {
        try withProgram { program in
            try program.file("in/1.txt", RowsTests.first)
            let watch = program.process(["watch", "in"])
            watch.standardOutput = FileHandle.nullDevice
            try watch.run()
            defer { watch.terminate() }
            try expectArticles(1, program)
            try program.file("in/2.txt", RowsTests.second)
            try expectArticles(2, program)
            // In a folder that is made meanwhile.
            try program.file("in/deep/er/3.txt", "Rain in Oslo\n\nIt rained all day, Ann Bell said.")
            try expectArticles(3, program)
        }
    }

    @Test func aFolderThatIsNotThereCannotBeWatched() throws {
        try withProgram { program in
            let result = try program.run("watch", "gone")
            #expect(result.status == 1)
            #expect(result.errors.hasPrefix("pullquote: gone: "))
        }
    }

    @Test(arguments: [(SIGINT, 130), (SIGTERM, 143)] as [(Int32, Int32)])
    func anInterruptedImportSaysHowFarItCame(_ signal: Int32, _ status: Int32) throws {
        try withProgram { program in
            let add = program.process(["add", "-"])
            let (input, errors) = (Pipe(), Pipe())
            add.standardInput = input
            add.standardOutput = FileHandle.nullDevice
            add.standardError = errors
            try add.run()
            try input.fileHandleForWriting.write(contentsOf: Data("{\"id\": 1, \"text\": \"Ann Bell spoke.\"}\n".utf8))
            // More would come.
            try expectArticles(1, program)
            kill(add.processIdentifier, signal)
            add.waitUntilExit()
            #expect(add.terminationStatus == status)
            let text = String(decoding: errors.fileHandleForReading.availableData, as: UTF8.self)
            #expect(
                text == """
                    pullquote: interrupted: 1 of 1 looked at, 1 articles new or changed; the same command goes on from there

                    """)
            #expect(try program.run("check").status == 0)
        }
    }
}
