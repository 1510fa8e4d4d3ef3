import Foundation

/// The built program, run as a shell runs it.
struct Program {
    /// What a run left behind.
    struct Result {
        var status: Int32
        var output: String
        /// What it said on standard error, but for how far an import has come: on a slow machine every ten seconds.
        var errors: String

        /// The output's lines.
        var lines: [String] { output.split(separator: "\n").map(String.init) }
        /// The output's lines as JSON objects.
        var objects: [[String: Any]] {
            lines.compactMap { try? JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any] }
        }
    }

    /// The product, which lies beside the tests' own executable.
    static let path =
        URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent().path + "/pullquote"

    /// A folder of this run's own; home, configuration and data lie in it.
    let folder: URL

    init() throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("pullquote-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    /// Takes the folder away.
    func remove() { try? FileManager.default.removeItem(at: folder) }

    /// Writes a file in the folder; gives its path.
    @discardableResult
    func file(_ name: String, _ content: String) throws -> String {
        let url = folder.appendingPathComponent(name)
        try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(content.utf8).write(to: url)
        return url.path
    }

    /// A process that is ready to run in the folder; without a terminal.
    func process(_ arguments: [String], executable: String = Program.path, environment: [String: String] = [:]) -> Process {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: executable)
        process.arguments = arguments
        process.currentDirectoryURL = folder
        process.environment = [
            "HOME": folder.path, "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", "PULLQUOTE": Program.path,
        ].merging(environment) { $1 }
        return process
    }

    /// Runs the program to its end.
    func run(_ arguments: String..., input: String = "", environment: [String: String] = [:]) throws -> Result {
        try finish(process(arguments, environment: environment), input: input)
    }

    /// Runs a line of bash, where the program is `$PULLQUOTE`.
    func shell(_ line: String) throws -> Result {
        try finish(process(["-c", line], executable: "/bin/bash"), input: "")
    }

    private func finish(_ process: Process, input: String) throws -> Result {
        // Files on all sides: no pipe can fill up and nothing has to be read meanwhile.
        let name = UUID().uuidString
        let files = try ["in", "out", "err"].map { try file(".\(name).\($0)", $0 == "in" ? input : "") }
        process.standardInput = FileHandle(forReadingAtPath: files[0])
        process.standardOutput = FileHandle(forWritingAtPath: files[1])
        process.standardError = FileHandle(forWritingAtPath: files[2])
        try process.run()
        process.waitUntilExit()
        let texts = try files.dropFirst().map {
            String(decoding: try Data(contentsOf: URL(fileURLWithPath: $0)), as: UTF8.self)
        }
        for file in files { try FileManager.default.removeItem(atPath: file) }
        let errors = texts[1].replacing(/pullquote: \d+ of \d+(, .*)?\n/, with: "")
        return Result(status: process.terminationStatus, output: texts[0], errors: errors)
    }
}

/// Runs a test in a folder of its own.
func withProgram(_ body: (Program) throws -> Void) throws {
    let program = try Program()
    defer { program.remove() }
    try body(program)
}
