import Foundation
import GRDB
import TestSupport
import Testing

/// What can happen to a library from outside, truly made to happen: one clear line, the documented exit code, and nothing
/// is lost.
@Suite struct FaultTests {
    /// A folder of articles.
    private func writeNews(_ count: Int, in program: Program) throws {
        for number in 0..<count {
            try program.file(
                "news/\(1000 + number).txt",
                """
                Report \(number)

                The bridge is closed, said Ada Quill on Monday. “We shall open it in \(number) days,” Quill told reporters.

                According to Bo Reed, lane \(number % 7) is safe. “Nobody was hurt,” he said.
                """)
        }
    }

    /// All that the library holds, as its commands print it.
    private func contents(_ program: Program) throws -> [String] {
        try [["list"], ["quotes"], ["people"]].map { arguments in
            let result = try program.shell("$PULLQUOTE \(arguments[0]) --format jsonl")
            #expect(result.status == 0 && result.errors.isEmpty, "\(result.errors)")
            return result.output
        }
    }

    private func path(_ program: Program) -> String { program.folder.path + "/.local/share/pullquote/library.db" }

    private func expectSound(_ program: Program) throws {
        let queue = try DatabaseQueue(path: path(program))
        try queue.write { db in
            let pages = try String.fetchAll(db, sql: "PRAGMA integrity_check")
            #expect(pages == ["ok"])
        }
        // The indexes of words against the texts, and all counts.
        let result = try program.shell("$PULLQUOTE check")
        #expect(result.status == 0, "\(result.output)\(result.errors)")
    }

    /// One line on standard error that names the library, and the exit code for it.
    private func expectOneLine(_ result: Program.Result, _ words: String, sourceLocation: SourceLocation = #_sourceLocation)
    {
        #expect(result.status == 74, sourceLocation: sourceLocation)
        let lines = result.errors.split(separator: "\n")
        #expect(lines.count == 1, "\(result.errors)", sourceLocation: sourceLocation)
        #expect(
            result.errors.contains(words) && result.errors.contains("library.db"), "\(result.errors)",
            sourceLocation: sourceLocation)
    }

    @Test func killedAtAnyMomentAnImportIsTakenUpAgain() throws {
        let (count, rounds) = Soak.isOn ? (10_000, 50) : (150, 5)
        var expected: [String] = []
        var duration = Duration.zero
        try withProgram { program in
            try writeNews(count, in: program)
            let start = ContinuousClock.now
            #expect(try program.run("add", "news").status == 0)
            duration = start.duration(to: .now)
            expected = try contents(program).map { $0.replacing(program.folder.path, with: "") }
        }
        var random = SplitMix(seed: 5)
        for _ in 0..<rounds {
            try withProgram { program in
                try writeNews(count, in: program)
                let process = program.process(["add", "news"])
                process.standardOutput = FileHandle(forWritingAtPath: "/dev/null")
                process.standardError = FileHandle(forWritingAtPath: "/dev/null")
                try process.run()
                usleep(UInt32(duration / .microseconds(1) * Double(random.next() % 1000) / 1000))
                kill(process.processIdentifier, SIGKILL)
                process.waitUntilExit()
                if FileManager.default.fileExists(atPath: path(program)) {
                    #expect(try program.run("list").status == 0)
                    try expectSound(program)
                }
                #expect(try program.run("add", "news").status == 0)
                #expect(try contents(program).map { $0.replacing(program.folder.path, with: "") } == expected)
                try expectSound(program)
            }
        }
    }

    @Test func aDiskThatIsFull() throws {
        try withProgram { program in
            try writeNews(60, in: program)
            // So many KiB and no file grows any more.
            let full = try program.shell("ulimit -f 500; $PULLQUOTE add news")
            expectOneLine(full, "no room is left on the disk")
            #expect(try program.run("list").status == 0)
            try expectSound(program)
            #expect(try program.run("add", "news").status == 0)
            #expect(try program.run("list").lines.count == 60)
            try expectSound(program)
        }
    }

    @Test func aFolderOnWhichNothingCanBeWritten() throws {
        try withProgram { program in
            try writeNews(1, in: program)
            // What it says must not go into a file either.
            let full = try program.shell(
                "(ulimit -f 0; $PULLQUOTE add news 2>&1) | cat >&2; exit ${PIPESTATUS[0]}")
            #expect(full.status == 74 && full.errors.contains("no room is left on the disk"), "\(full.errors)")
        }
    }

    /// Without the rights of the superuser, who may write anywhere.
    @Test(.enabled(if: getuid() != 0 || access("/usr/bin/setpriv", X_OK) == 0, "setpriv is missing"))
    func aLibraryThatMayOnlyBeRead() throws {
        try withProgram { program in
            try writeNews(3, in: program)
            #expect(try program.run("add", "news").status == 0)
            let before = try program.run("list").output
            let data = program.folder.path + "/.local/share/pullquote"
            chmod(program.folder.path, 0o755)
            let others = getuid() == 0 ? "setpriv --reuid=65534 --regid=65534 --clear-groups" : ""
            let open = "chmod -R a+rX '\(program.folder.path)'; mkdir -m 777 '\(program.folder.path)/own'"
            #expect(try program.shell(open).status == 0)
            // Somebody else's library, from a home of one's own; then its owner's, closed for writing.
            let own = "env HOME='\(program.folder.path)/own' PULLQUOTE_LIBRARY='\(data)/library.db'"
            for prefix in ["\(others) \(own)", "chmod a-w '\(data)' '\(data)/library.db'; \(others) \(own)"] {
                let list = try program.shell("\(prefix) $PULLQUOTE list")
                #expect(list.output == before && list.status == 0)
                #expect(list.errors.contains("can only be read"), "\(list.errors)")
                try program.file("more/new.txt", "Another article.")
                let add = try program.shell("\(prefix) $PULLQUOTE add more")
                #expect(add.status == 74 && add.errors.contains("cannot be written"), "\(add.errors)")
                let check = try program.shell("\(prefix) $PULLQUOTE check")
                #expect(check.status == 0 && check.output.hasSuffix("all is right\n"), "\(check)")
                #expect(check.errors.contains("indexes of words are not looked at"), "\(check.errors)")
            }
            _ = try program.shell("chmod u+w '\(data)' '\(data)/library.db'")
            #expect(try program.run("list").output == before)
        }
    }

    @Test func aLibraryOfANewerVersion() throws {
        try withProgram { program in
            try writeNews(1, in: program)
            #expect(try program.run("add", "news").status == 0)
            let queue = try DatabaseQueue(path: path(program))
            try queue.write { try $0.execute(sql: "INSERT INTO grdb_migrations VALUES ('99: from the future')") }
            try queue.close()
            expectOneLine(try program.run("list"), "made by a newer pullquote")
            expectOneLine(try program.run("add", "news"), "made by a newer pullquote")
        }
    }

    @Test func aDamagedPage() throws {
        try withProgram { program in
            try writeNews(60, in: program)
            #expect(try program.run("add", "news").status == 0)
            let queue = try DatabaseQueue(path: path(program))
            _ = try queue.writeWithoutTransaction { try $0.checkpoint(.truncate) }
            try queue.close()
            var bytes = try Data(contentsOf: URL(fileURLWithPath: path(program)))
            // All pages but the first, which says what the file is and what tables it has.
            for index in stride(from: 5 * 8192, to: bytes.count, by: 64) { bytes[index] ^= 0x5A }
            try bytes.write(to: URL(fileURLWithPath: path(program)))
            expectOneLine(try program.run("list"), "is damaged; “pullquote check --repair”")
            let check = try program.run("check")
            #expect(check.status == 1 && check.errors.contains("--repair"), "\(check)")
        }
    }

    /// Neither an empty list nor articles that are gone with the program are what was asked for.
    @Test func whereNoLibraryCanBe() throws {
        try withProgram { program in
            try program.file("news/1.txt", "“The bridge is closed,” said Ada Quill on Monday.\n")
            try program.file("data", "a file where the folder should be")
            let environment = ["XDG_DATA_HOME": program.folder.path + "/data"]
            for command in ["list", "quotes", "people", "stats", "export", "corrections", "verify bridge", "add news"] {
                let result = try program.shell("XDG_DATA_HOME=\"$PWD/data\" $PULLQUOTE \(command)")
                #expect(
                    result.status == 74 && result.errors.split(separator: "\n").count == 1, "\(command): \(result.errors)")
                #expect(result.output.isEmpty, "\(command): \(result.output)")
            }
            // What is in files is at hand.
            let list = try program.run("list", "--in", "news", environment: environment)
            #expect(list.status == 0 && list.lines.count == 1, "\(list)")
            #expect(try program.run("show", "news/1.txt", environment: environment).output.contains("Ada Quill"))
        }
    }

    /// What a repair could not save comes back with the files.
    @Test func whatARepairLostComesBackFromTheFiles() throws {
        try withProgram { program in
            try writeNews(60, in: program)
            #expect(try program.run("add", "news").status == 0)
            let whole = try program.run("list").lines.sorted()
            let queue = try DatabaseQueue(path: path(program))
            try queue.writeWithoutTransaction { db in
                try db.execute(sql: "DELETE FROM content WHERE id % 3 = 0")
                try db.checkpoint(.truncate)
            }
            try queue.close()
            let repair = try program.run("check", "--repair")
            #expect(repair.status == 1 && repair.output.hasPrefix("40 articles kept, 20 lost"), "\(repair)")
            #expect(repair.errors.contains("added again") && !repair.errors.contains("annotat"), "\(repair.errors)")
            let add = try program.run("add", "news")
            #expect(add.output.contains("20 articles new or changed"), "\(add)")
            #expect(!add.errors.contains("older model"), "the others are as they were annotated: \(add.errors)")
            #expect(try program.run("list").lines.sorted() == whole)
            try expectSound(program)
        }
    }

    @Test func aLogThatWasCutOff() throws {
        try withProgram { program in
            try writeNews(60, in: program)
            // Killed, it leaves its log behind: whoever ends last would bring it in.
            let process = program.process(["add", "news"])
            process.standardOutput = FileHandle(forWritingAtPath: "/dev/null")
            try process.run()
            let log = path(program) + "-wal"
            while process.isRunning, ((try? Data(contentsOf: URL(fileURLWithPath: log)).count) ?? 0) < 500_000 {
                usleep(1000)
            }
            kill(process.processIdentifier, SIGKILL)
            process.waitUntilExit()
            var bytes = try Data(contentsOf: URL(fileURLWithPath: log))
            bytes.removeLast(bytes.count / 3)
            try bytes.write(to: URL(fileURLWithPath: log))
            #expect(try program.run("list").status == 0)
            try expectSound(program)
            #expect(try program.run("add", "news").status == 0)
            #expect(try program.run("list").lines.count == 60)
        }
    }

    /// strace(1) lets each attempt to lock a file fail as on a network file system without a lock manager.
    @Test(.enabled(if: access("/usr/bin/strace", X_OK) == 0, "strace is missing"), arguments: ["ENOLCK", "ENOSYS"])
    func aFileSystemWithoutLocks(_ error: String) throws {
        try withProgram { program in
            try writeNews(1, in: program)
            #expect(try program.run("add", "news").status == 0)
            let before = try contents(program)
            let result = try program.shell(
                "strace -f -qq -o /dev/null -e trace=fcntl -e inject=fcntl:error=\(error):when=1+ $PULLQUOTE add news")
            // Where the kernel lets nobody trace there is nothing to see.
            if result.errors.contains("ptrace") { return }
            #expect(result.status == 74 && result.errors.contains("does not lock files"), "\(result.errors)")
            #expect(try contents(program) == before)
        }
    }

    @Test func twoImportersAtOnce() throws {
        try withProgram { program in
            try writeNews(80, in: program)
            _ = try program.shell("cp -r news other; for f in other/*; do echo Other. >> $f; done")
            let result = try program.shell(
                "$PULLQUOTE add news other & one=$!; $PULLQUOTE add other news & two=$!; wait $one && wait $two")
            #expect(result.status == 0 && result.errors.isEmpty, "\(result.errors)")
            #expect(try program.run("list").lines.count == 160)
            try expectSound(program)
        }
    }

    @Test func aClockThatGoesBackwards() throws {
        try withProgram { program in
            try program.file("news/a.txt", "First words.")
            #expect(try program.shell("touch -d 2035-01-01 news/a.txt; $PULLQUOTE add news").status == 0)
            // As long as before, and older than what was read.
            try program.file("news/a.txt", "Other words.")
            #expect(try program.shell("touch -d 1999-01-01 news/a.txt; $PULLQUOTE add news").status == 0)
            #expect(try program.run("list", "other").lines.count == 1)
            #expect(try program.run("list").lines.count == 1)
        }
    }

    @Test func pathsThatAreNotUTF8() throws {
        try withProgram { program in
            let made = try program.shell(
                "mkdir news; echo 'One article.' > $'news/\\xff.txt'; echo 'Another article.' > $'news/\\xfe.txt'")
            #expect(made.status == 0)
            #expect(try program.run("add", "news").output.contains("2 articles new or changed"))
            let list = try program.run("list").output
            #expect(list.contains("\\xFF.txt") && list.contains("\\xFE.txt"))
            #expect(try program.run("add", "news").output.contains("0 articles new or changed"))
        }
    }

    @Test func recordsThatCouldNotBeReadAreToldAgain() throws {
        try withProgram { program in
            try program.file("news.jsonl", "{\"id\":\"x\",\"text\":\"Fine.\"}\nnot json\nnor this\n")
            let first = try program.run("add", "news.jsonl")
            #expect(first.status == 1 && first.errors.contains("news.jsonl:2"))
            let second = try program.run("add", "news.jsonl")
            #expect(second.status == 1)
            #expect(second.errors.contains("news.jsonl: unchanged; 2 records could not be read before"), "\(second.errors)")
        }
    }

    @Test func aLibraryMadeForAGroup() throws {
        try withProgram { program in
            try writeNews(2, in: program)
            let result = try program.shell(
                """
                mkdir shared && chmod 2770 shared && umask 077
                export PULLQUOTE_LIBRARY=shared/library.db
                $PULLQUOTE add news && stat -c %a shared/library.db .local/share/pullquote/marks.db && $PULLQUOTE list
                """)
            #expect(result.status == 0, "\(result.errors)")
            #expect(result.lines.dropFirst().prefix(2) == ["660", "600"], "\(result.output)")
            #expect(result.lines.count == 5)
        }
    }
}
