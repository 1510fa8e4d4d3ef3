import CNcurses
import Glibc
import Screen
import Testing

@testable import Terminal

@Suite("What is known of a terminal", .serialized)
struct TerminalDescriptionTests {
    private func terminal(_ name: String = "xterm-256color", colors: Int32?) -> TerminalDescription {
        var description = TerminalDescription(name: name)
        description.numbers["colors"] = colors
        return description
    }

    @Test(
        "Colours are found out",
        arguments: [
            (256, [:], .indexed256), (256, ["COLORTERM": "truecolor"], .trueColor),
            (256, ["COLORTERM": "24bit"], .trueColor),
            (256, ["COLORTERM": "yes"], .indexed256), (16, [:], .sixteen), (8, [:], .eight), (nil, [:], .none),
            (nil, ["COLORTERM": "truecolor"], .none), (0x1000000, [:], .trueColor),
            (256, ["NO_COLOR": "1", "COLORTERM": "truecolor"], .none), (256, ["NO_COLOR": ""], .indexed256),
        ] as [(Int32?, [String: String], ColorDepth)])
    func depth(colors: Int32?, environment: [String: String], depth: ColorDepth) {
        #expect(terminal(colors: colors).colorDepth(wished: nil, environment: environment) == depth)
        #expect(terminal(colors: colors).colorDepth(wished: .eight, environment: environment) == .eight)
    }

    @Test(
        "Programs between that do not know true colour are believed",
        arguments: [("screen", [:], .eight), ("screen", ["TMUX": "x"], .trueColor), ("linux", [:], .eight)]
            as [(String, [String: String], ColorDepth)])
    func between(name: String, environment: [String: String], depth: ColorDepth) {
        let environment = environment.merging(["COLORTERM": "truecolor"]) { $1 }
        #expect(terminal(name, colors: 8).colorDepth(wished: nil, environment: environment) == depth)
    }

    @Test("ncurses reads back the entry it is given", arguments: ColorDepth.allCases)
    func compiled(depth: ColorDepth) throws {
        let entry = try TerminalDescription(name: "xterm-256color", descriptor: -1).adapted(to: depth)
        #expect(entry.strings["cup"] != nil && entry.strings["oc"] == nil && entry.strings["rep"] == nil)
        let before = getenv("TERMINFO").map { String(cString: $0) }
        setenv("TERMINFO", entry.inlineEntry, 1)
        defer { if let before { setenv("TERMINFO", before, 1) } else { unsetenv("TERMINFO") } }
        let read = try TerminalDescription(name: "xterm-256color", descriptor: -1)
        #expect(read == entry)
    }

    @Test("A terminal that is none, unknown or incapable is refused")
    func refused() {
        #expect(throws: TerminalError.unnamedTerminal) { try TerminalDescription(name: "", descriptor: -1) }
        #expect(throws: TerminalError.unknownTerminal("nope")) { try TerminalDescription(name: "nope", descriptor: -1) }
        #expect(throws: TerminalError.incapableTerminal("dumb")) { try TerminalDescription(name: "dumb", descriptor: -1) }
    }
}
