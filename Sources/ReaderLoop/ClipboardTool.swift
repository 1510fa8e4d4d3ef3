import Foundation
import Reader

/// A program that puts text on the clipboard of the screen one sits at.
struct ClipboardTool: Sendable, Equatable {
    /// Its path and its arguments.
    let command: [String]

    /// What reaches a clipboard, first to last: by which variable one sees that, the program and its arguments. tmux hands
    /// on to the terminal it runs in, even where it does not let programs in it do so.
    private static let known: [(variable: String?, program: String, arguments: [String])] = [
        ("TMUX", "tmux", ["load-buffer", "-w", "-"]), ("WAYLAND_DISPLAY", "wl-copy", []),
        ("DISPLAY", "xclip", ["-selection", "clipboard"]), ("DISPLAY", "xsel", ["--clipboard", "--input"]),
        (nil, "pbcopy", []),
    ]

    /// The tool for what the settings ask, as far as the environment tells of one that is there; nil for the terminal.
    ///
    /// Over SSH a tool may reach a screen at the other end, so that `auto` takes none but tmux.
    init?(
        _ choice: Settings.Clipboard, environment: [String: String],
        isProgram: (String) -> Bool = { FileManager.default.isExecutableFile(atPath: $0) }
    ) {
        func isSet(_ name: String) -> Bool { environment[name, default: ""] != "" }
        guard choice != .terminal else { return nil }
        let isRemote = ["SSH_CONNECTION", "SSH_TTY", "SSH_CLIENT"].contains(where: isSet)
        let folders = environment["PATH", default: "/usr/local/bin:/usr/bin:/bin"].split(separator: ":")
        for (variable, program, arguments) in Self.known {
            if let variable, !isSet(variable) { continue }
            if choice == .auto, isRemote, variable != "TMUX" { continue }
            if let path = folders.map({ "\($0)/\(program)" }).first(where: { $0.hasPrefix("/") && isProgram($0) }) {
                command = [path] + arguments
                return
            }
        }
        return nil
    }

    /// Copies; a notice where the tool fails.
    func copy(_ text: String) -> Event? {
        let status = ChildProcess.run(command, input: Array(text.utf8), in: .nothing)
        guard status != 0 else { return nil }
        let name = command.first.map { ($0 as NSString).lastPathComponent } ?? ""
        return .notice(
            Notice(.error, "\(name) could not copy; “clipboard = \"terminal\"” in config.toml leaves it to the terminal."))
    }
}
