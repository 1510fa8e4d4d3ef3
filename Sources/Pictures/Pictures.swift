import Foundation
import Screen

/// Takes the pictures of the README: runs the built program on its samples in tmux, presses keys, and writes what the screen
/// shows as SVG. `Pictures PROGRAM FOLDER`.
@main
enum Pictures {
    private struct Scene {
        var name: String
        var title: String
        var size: (columns: Int, rows: Int)
        /// Keys as tmux names them.
        var keys: [String]
    }

    private static let scenes = [
        Scene(
            name: "reading", title: "A list of articles beside one of them, with its quotations and who says them",
            size: (130, 32), keys: ["j", "j", "Enter", "]", "]", "]"]),
        Scene(
            name: "filtering", title: "A filter being typed, with what may follow", size: (130, 24),
            keys: ["/", "said:h"]),
        Scene(
            name: "why", title: "Why a quotation has its speaker", size: (130, 24),
            keys: ["j", "Enter", "]", "]", "]", "]", "w"]),
        Scene(name: "people", title: "Everybody in the articles", size: (130, 24), keys: ["P", "j", "j"]),
        Scene(
            name: "narrow", title: "A narrow terminal: one pane at a time", size: (54, 24), keys: ["j", "Enter", "]", "]"]),
    ]

    static func main() throws {
        guard CommandLine.arguments.count == 3 else {
            FileHandle.standardError.write(Data("usage: Pictures PROGRAM FOLDER\n".utf8))
            exit(2)
        }
        let program = URL(fileURLWithPath: CommandLine.arguments[1]).path
        let folder = URL(fileURLWithPath: CommandLine.arguments[2])
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        for scene in scenes {
            let captured = try capture(scene, of: program)
            let screen = CapturedScreen(captured) { TextWidth.of(String($0)) }
            let picture = ScreenPicture(screen, columns: scene.size.columns, rows: scene.size.rows, title: scene.title)
            try Data(picture.svg.utf8).write(to: folder.appendingPathComponent(scene.name + ".svg"))
        }
    }

    /// The screen after a scene's keys. The program has a home of its own, so that nobody's settings are in the picture.
    private static func capture(_ scene: Scene, of program: String) throws -> String {
        let home = FileManager.default.temporaryDirectory.appendingPathComponent("pictures-\(getpid())")
        try FileManager.default.createDirectory(at: home, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: home) }
        let socket = home.appendingPathComponent("tmux").path
        func tmux(_ arguments: String...) throws -> String {
            try run("tmux", ["-S", socket, "-f", "/dev/null"] + arguments)
        }
        let variables = ["HOME": home.path, "COLORTERM": "truecolor", "TERM": "tmux-256color", "LC_ALL": "C.UTF-8"]
        let settings = variables.sorted { $0.key < $1.key }.flatMap { ["-e", "\($0.key)=\($0.value)"] }
        // Foundation's Process would wait for the server, which inherits what it watches.
        let command =
            ["tmux", "-S", socket, "-f", "/dev/null", "new-session", "-d"]
            + ["-x", "\(scene.size.columns)", "-y", "\(scene.size.rows)"] + settings + [program, "--samples"]
        let line = command.map { "'" + $0.replacing("'", with: "'\\''") + "'" }.joined(separator: " ")
        guard system(line + " </dev/null >/dev/null 2>&1") == 0 else { throw CocoaError(.executableLoad) }
        defer { _ = try? tmux("kill-server") }
        _ = try tmux("set-option", "-g", "status", "off")
        _ = try settled { try tmux("capture-pane", "-e", "-p") }
        for key in scene.keys {
            _ = try tmux("send-keys", key)
            _ = try settled { try tmux("capture-pane", "-e", "-p") }
        }
        return try settled { try tmux("capture-pane", "-e", "-p") }
    }

    /// The screen once it has not changed for a while.
    private static func settled(_ screen: () throws -> String) throws -> String {
        var last = ""
        var same = 0
        for _ in 0..<200 where same < 4 {
            Thread.sleep(forTimeInterval: 0.1)
            let now = try screen()
            same = now == last && !now.allSatisfy(\.isWhitespace) ? same + 1 : 0
            last = now
        }
        return last
    }

    private static func run(_ name: String, _ arguments: [String]) throws -> String {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = [name] + arguments
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        let data = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else {
            throw CocoaError(.executableLoad, userInfo: [NSLocalizedDescriptionKey: "\(name) failed"])
        }
        return String(decoding: data, as: UTF8.self)
    }
}
