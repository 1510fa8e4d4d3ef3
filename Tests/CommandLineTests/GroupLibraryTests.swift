import Foundation
import TestSupport
import Testing

/// A library that belongs to a Unix group: articles and corrections are everybody's, marks each reader's own.
@Suite(
    .enabled(if: getuid() == 0 && access("/usr/bin/setpriv", X_OK) == 0, "becoming others needs the superuser and setpriv"))
struct GroupLibraryTests {
    /// Runs a line as another person, of a group or of none, from a home of one's own.
    private func run(_ line: String, as person: Int, group: Int?, in program: Program) throws -> Program.Result {
        let home = "\(program.folder.path)/home-\(person)"
        let rights = "--reuid=\(person) --regid=\(person) " + (group.map { "--groups=\($0)" } ?? "--clear-groups")
        return try program.shell(
            """
            mkdir -p '\(home)' && chown \(person):\(person) '\(home)' && chmod 700 '\(home)' && cd / &&
            setpriv \(rights) env HOME='\(home)' PULLQUOTE_LIBRARY='\(program.folder.path)/shared/library.db' \
            bash -c 'umask 077; \(line)'
            """)
    }

    @Test func itsMembersShareWhatIsInItAndKeepTheirMarks() throws {
        let program = try Program()
        defer { program.remove() }
        let (ann, bo, group, stranger) = (64_001, 64_002, 64_100, 64_003)
        let article = "Ada Quill spoke in Orlo.\n\n“The bridge is closed,” said Ada Quill on Monday.\n"
        try program.file("news/1.txt", "First report\n\n" + article)
        try program.file("news/2.txt", "Second report\n\nMore on it. " + article)
        let folders = """
            chmod 755 '\(program.folder.path)' && mkdir shared && chgrp \(group) shared && chmod 2770 shared && \
            chmod -R a+rX news
            """
        #expect(try program.shell(folders).status == 0)

        let news = "\(program.folder.path)/news"
        let added = try run("$PULLQUOTE add \(news)/1.txt", as: ann, group: group, in: program)
        #expect(added.status == 0, "\(added.errors)")
        let more = try run("$PULLQUOTE add \(news)/2.txt", as: bo, group: group, in: program)
        #expect(more.status == 0, "\(more.errors)")
        let modes = try program.shell("stat -c '%a %g' shared/library.db").output
        #expect(modes == "660 \(group)\n")

        // Each puts something right: both see both, and whose they are.
        for (person, names) in [(ann, "\"Ada Quill\" \"A. B. Quill\""), (bo, "\"Ada Quill\" \"Ada B. Quill\"")] {
            let corrected = try run("$PULLQUOTE correct --rename \(names)", as: person, group: group, in: program)
            #expect(corrected.status == 0, "\(corrected.errors)")
        }
        for person in [ann, bo] {
            let seen = try run("$PULLQUOTE corrections; $PULLQUOTE list | wc -l", as: person, group: group, in: program)
            #expect(seen.status == 0 && seen.errors.isEmpty, "\(seen.errors)")
            #expect(
                seen.output.contains("\(ann)") && seen.output.contains("\(bo)") && seen.lines.last == "2", "\(seen.output)")
        }

        // Marks lie in each reader's own home, which is closed to the others.
        for person in [ann, bo] {
            let mode = try program.shell("stat -c '%a %u' home-\(person)/.local/share/pullquote/marks.db").output
            #expect(mode == "600 \(person)\n")
        }
        // And who is not of the group has nothing of it.
        let closed = try run("$PULLQUOTE list", as: stranger, group: nil, in: program)
        #expect(closed.status == 74 && closed.output.isEmpty)
        #expect(closed.errors.contains("Permission denied"), "\(closed.errors)")
        #expect(try run("$PULLQUOTE check", as: bo, group: group, in: program).status == 0)
        // A repair leaves it the group's, and nobody's marks in its folder.
        #expect(try run("$PULLQUOTE check --repair", as: bo, group: group, in: program).status == 0)
        let left = try program.shell("stat -c '%a %g' shared/library.db; ls shared").lines
        #expect(left == ["660 \(group)", "library.db", "library.db.damaged-1"])
        #expect(try run("$PULLQUOTE list | wc -l", as: ann, group: group, in: program).output == "2\n")
    }
}
