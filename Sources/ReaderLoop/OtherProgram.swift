import Foundation
import Glibc

/// A program that has the terminal for a while: an editor, a browser, a command that gets an article.
struct OtherProgram {
    /// What the shell is to run; `$1` is the argument.
    private let script: String
    private let argument: String
    /// What the program reads; nil for what is typed.
    private let input: String?
    /// Whether what it printed stays to be seen until Enter is pressed.
    private let waits: Bool

    /// A command of the shell that gets text.
    init(shell command: String, input: String, waits: Bool) {
        (script, argument, self.input, self.waits) = (command, "", input, waits)
    }

    private init(_ script: String, _ argument: String) {
        (self.script, self.argument, input, waits) = (script, argument, nil, false)
    }

    /// The editor of a file: `$VISUAL`, `$EDITOR`, else the system's.
    static func editor(of path: String) -> OtherProgram? {
        let named = ["VISUAL", "EDITOR"].lazy.compactMap { ProcessInfo.processInfo.environment[$0] }.first { !$0.isEmpty }
        if let named { return OtherProgram("\(named) \"$1\"", path) }
        return OtherProgram("if command -v editor >/dev/null; then editor \"$1\"; else vi \"$1\"; fi", path)
    }

    /// The browser for a link: `$BROWSER`, whose `%s` is the link where it has one, else the desktop's. Nil for what is no
    /// link to a page.
    static func browser(for url: String) -> OtherProgram? {
        guard url.hasPrefix("https://") || url.hasPrefix("http://") else { return nil }
        if let named = ProcessInfo.processInfo.environment["BROWSER"], !named.isEmpty {
            // Several are parted by colons, as xdg-open and Python have it: the first is taken.
            let first = named.split(separator: ":").first.map(String.init) ?? named
            return OtherProgram(first.contains("%s") ? first.replacing("%s", with: "\"$1\"") : "\(first) \"$1\"", url)
        }
        return OtherProgram("xdg-open \"$1\" >/dev/null 2>&1", url)
    }

    /// Runs it to its end. Gives its exit code: 127 when it is not there, 128 and the signal's number when a signal ended
    /// it. Keys that interrupt it do not interrupt the reader.
    func run() -> Int32 {
        let (interrupt, quit) = (signal(SIGINT, SIG_IGN), signal(SIGQUIT, SIG_IGN))
        defer {
            signal(SIGINT, interrupt)
            signal(SIGQUIT, quit)
        }
        let status = ChildProcess.run(
            ["/bin/sh", "-c", script, "sh", argument], input: input.map { Array($0.utf8) }, in: .terminal)
        if waits { waitForEnter(status) }
        return status
    }

    private func waitForEnter(_ status: Int32) {
        let terminal = open("/dev/tty", O_RDWR | O_CLOEXEC)
        guard terminal >= 0 else { return }
        defer { close(terminal) }
        let code = status == 0 ? "" : "Exit code \(status). "
        ChildProcess.write(Array("\n\(code)Enter goes back to Pullquote. ".utf8), to: terminal)
        var byte: UInt8 = 0
        while read(terminal, &byte, 1) == 1, byte != 0x0A, byte != 0x0D {}
    }
}

/// A file in which an editor writes a note; nobody else can read it.
struct NoteFile {
    /// Where it lies.
    let path: String

    /// A new file that holds a note; nil when it cannot be made.
    init?(_ note: String) {
        let folder = FileManager.default.temporaryDirectory.path
        var template = Array("\(folder)/pullquote-note-XXXXXX.txt".utf8CString)
        let descriptor = mkstemps(&template, 4)
        guard descriptor >= 0 else { return nil }
        close(descriptor)
        path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
        guard (try? (note.isEmpty ? "" : note + "\n").write(toFile: path, atomically: false, encoding: .utf8)) != nil else {
            remove()
            return nil
        }
    }

    /// The note as it stands in the file, without line ends after it.
    var text: String {
        var text = String(decoding: FileManager.default.contents(atPath: path) ?? Data(), as: UTF8.self)
        while text.last?.isWhitespace == true { text.removeLast() }
        return text
    }

    /// Removes the file.
    func remove() { unlink(path) }
}
