import ArgumentParser

/// `pullquote manual`: the manual page as `make install` puts it in its place.
struct ManualCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "manual",
        abstract: "Print the manual page: pullquote manual | man -l -")

    func run() throws { try StandardOutput.print(ManualPage.text()) }
}
