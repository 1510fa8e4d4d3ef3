import ArgumentParser
import Foundation
import Reader

/// `pullquote config`: the file of settings.
struct ConfigCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "config",
        abstract: "Check the file of settings, or print its path or one with all defaults.",
        discussion: """
            “pullquote config --default > $(pullquote config --path)” begins a file of one's own, in a folder that is to be \
            made first. Without an option it says whether that file is right.
            """)

    @Flag(name: .customLong("default"), help: "Print a file with every option and key, and what each does.")
    var printsDefault = false

    @Flag(name: .customLong("path"), help: "Print where the file is looked for.")
    var printsPath = false

    func validate() throws {
        if printsDefault, printsPath { throw ValidationError("--default and --path exclude each other") }
    }

    func run() throws {
        let path = Configuration.Paths(environment: ProcessInfo.processInfo.environment).config
        if printsDefault { return try StandardOutput.print(Settings.defaultFile) }
        if printsPath { return try StandardOutput.print(path + "\n") }
        let configuration = try Configuration.ofThisUser()
        _ = try configuration.keyMap()
        for notice in configuration.notices { StandardError.complain(notice.text) }
        let exists = FileManager.default.fileExists(atPath: path)
        try StandardOutput.print(
            exists ? "\(path): all is right\n" : "\(path): there is none; every option has its default\n")
    }
}
