import Testing

@testable import Reader

@Suite("Lines of keys in a TOML text")
struct KeyLinesTests {
    /// One of everything TOML has that moves a line or looks like a key.
    static let text = """
        top = 1
        # not = a key
        [plain]
        a = 1 # b = 2
        'quoted key' = "x = 1 # no comment"
        "with.dot" = '''
        long = "text"
        [not.a.table]
        '''
        list = [
            "one",  # ]
            [2,
             3],
            { deep = 4 },
        ]
        inline = { x = 1, y = { z = "}" } }
        dotted.key . last = 1979-05-27 07:32:00
        after = \"\"\"ends with "quotes\\\"\"\"\"\"\"
          [ spaced . header ]
        a = 1
        [[many]]
        a = 1
        [[many]]
        a = 2
        """

    @Test(
        "Each key and element has its line",
        arguments: [
            (["top"], 1), (["plain"], 3), (["plain", "a"], 4), (["plain", "quoted key"], 5), (["plain", "with.dot"], 6),
            (["plain", "list"], 10), (["plain", "list", "0"], 11), (["plain", "list", "1", "0"], 12),
            (["plain", "list", "1", "1"], 13), (["plain", "list", "2", "deep"], 14), (["plain", "inline", "y", "z"], 16),
            (["plain", "dotted", "key", "last"], 17), (["plain", "after"], 18), (["spaced", "header"], 19),
            (["spaced", "header", "a"], 20), (["many", "0", "a"], 22), (["many", "1", "a"], 24),
        ])
    func line(path: [String], line: Int) { #expect(KeyLines(Self.text).line(of: path) == line) }

    @Test("What is no key has the line of what is around it, or none")
    func around() {
        let lines = KeyLines(Self.text)
        #expect(lines.line(of: ["plain", "absent"]) == 3)
        #expect(lines.line(of: ["not"]) == nil)
        #expect(lines.line(of: ["b"]) == nil)
    }

    @Test("Line ends of Windows and a byte order mark move nothing")
    func windows() {
        let lines = KeyLines("\u{FEFF}a = 1\r\n\r\n[t]\r\nb = [\r\n1]\r\n")
        #expect(lines.line(of: ["a"]) == 1)
        #expect(lines.line(of: ["t", "b"]) == 4)
        #expect(lines.line(of: ["t", "b", "0"]) == 5)
    }

    @Test(
        "Text that is no TOML comes to an end", arguments: ["[", "a = [", "a = {", "= 1", "a = \"", "]]]", "a = [=]", "{}"])
    func broken(text: String) { _ = KeyLines(text) }

    @Test("Any cut of a text comes to an end")
    func cuts() {
        for end in Self.text.indices { _ = KeyLines(String(Self.text[..<end])) }
    }
}
