import Foundation

/// A home of its own for the program: configuration, data, state and articles. It goes with the value.
final class TemporaryHome {
    /// The folder that all of it lies in.
    let folder: URL

    init() { folder = URL(fileURLWithPath: "/tmp/pullquote-" + UUID().uuidString.prefix(8)) }

    deinit { try? FileManager.default.removeItem(at: folder) }

    /// What tells the program of it.
    var environment: [String: String] {
        [
            "HOME": folder.path, "PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8", "TERM": "xterm-256color",
            "SWIFT_BACKTRACE": "enable=no",
            "XDG_CONFIG_HOME": folder.path + "/config", "XDG_DATA_HOME": folder.path + "/data",
            "XDG_STATE_HOME": folder.path + "/state", "XDG_CACHE_HOME": folder.path + "/cache",
        ]
    }

    /// Writes a file; gives its path.
    @discardableResult
    func file(_ name: String, _ content: some StringProtocol) throws -> String { try file(name, Data(content.utf8)) }

    /// Writes a file; gives its path.
    @discardableResult
    func file(_ name: String, _ content: Data) throws -> String {
        let url = folder.appendingPathComponent(name)
        try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try content.write(to: url)
        return url.path
    }

    /// The text of a file, if there is one.
    func text(of name: String) -> String? {
        try? String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
    }

    /// Three articles in a folder; gives its path.
    func articles() throws -> String {
        try file(
            "articles/dam.txt",
            """
            Minister defends the Orlo dam

            The Orlo dam will be finished by autumn, Energy Minister Petra Lindqvist said on Monday.

            "We have waited twenty years for this water," Lindqvist told reporters. "We shall not wait another."

            Farmers in the valley disagree. "Nobody asked us," said Jonas Abera, who grows plums below the wall.
            """)
        try file(
            "articles/harbour.txt",
            """
            Harbour reopens after the storm

            The harbour of Stennby opened again on Friday, three days after the storm.

            "The first ferry left at six," harbour master Ines Okafor said.
            """)
        try file(
            "articles/orchard.txt",
            """
            Plum growers count their losses

            Frost has taken half of the plums in the Orlo valley.

            "I have never seen April so cold," said Jonas Abera. He said that he would plant again.
            """)
        return folder.appendingPathComponent("articles").path
    }
}
