import Reader
import Testing

@testable import ReaderLoop

@Suite("Copying by a tool")
struct ClipboardToolTests {
    private func tool(
        _ environment: [String: String], _ choice: Settings.Clipboard = .auto, programs: Set<String>
    ) -> String? {
        let environment = environment.merging(["PATH": "bin:/usr/bin:/opt/bin"]) { $1 }
        return ClipboardTool(choice, environment: environment) { programs.contains($0) }?.command.joined(separator: " ")
    }

    @Test("The first that reaches the screen is taken")
    func first() {
        let all: Set = ["/usr/bin/tmux", "/opt/bin/wl-copy", "/usr/bin/xclip", "/usr/bin/xsel"]
        #expect(tool(["TMUX": "x", "DISPLAY": ":0"], programs: all) == "/usr/bin/tmux load-buffer -w -")
        #expect(tool(["WAYLAND_DISPLAY": "w", "DISPLAY": ":0"], programs: all) == "/opt/bin/wl-copy")
        #expect(tool(["DISPLAY": ":0"], programs: all) == "/usr/bin/xclip -selection clipboard")
        #expect(tool(["DISPLAY": ":0"], programs: ["/usr/bin/xsel"]) == "/usr/bin/xsel --clipboard --input")
        #expect(tool([:], programs: ["/usr/bin/pbcopy"]) == "/usr/bin/pbcopy")
        #expect(tool([:], programs: all) == nil)
        #expect(tool(["DISPLAY": ":0"], programs: ["bin/xclip"]) == nil)
    }

    @Test("Over SSH the terminal is nearer, unless a tool is asked for; it may be told to do it always")
    func remote() {
        let remote = ["SSH_TTY": "/dev/pts/3", "DISPLAY": "localhost:10"]
        #expect(tool(remote, programs: ["/usr/bin/xclip"]) == nil)
        #expect(tool(remote, .tool, programs: ["/usr/bin/xclip"]) == "/usr/bin/xclip -selection clipboard")
        #expect(tool(["TMUX": "x", "SSH_TTY": "t"], programs: ["/usr/bin/tmux"]) != nil)
        #expect(tool(["DISPLAY": ":0"], .terminal, programs: ["/usr/bin/xclip"]) == nil)
    }

    @Test("A tool gets the text, and its failure is told")
    func runs() {
        func run(_ command: String..., input: String = "") -> Int32 {
            ChildProcess.run(command, input: Array(input.utf8), in: .nothing)
        }
        #expect(run("/bin/sh", "-c", "test \"$(cat)\" = 'two words'", input: "two words") == 0)
        #expect(run("/bin/sh", "-c", "exit 3") == 3)
        #expect(run("/bin/sh", "-c", "kill -9 $$") == 137)
        #expect(run("/no/such/tool") == 127)
    }
}
