import ArgumentParser
import Foundation

/// As much as the manual page needs of what ArgumentParser tells about a command (`--experimental-dump-help`).
struct CommandHelp: Decodable {
    struct Argument: Decodable {
        struct Name: Decodable {
            var kind: String
            var name: String
            /// As one types it.
            var typed: String { (kind == "long" ? "--" : "-") + name }
        }
        var kind: String
        var shouldDisplay: Bool
        var isOptional: Bool
        var isRepeating: Bool
        var names: [Name]?
        var valueName: String?
        var defaultValue: String?
        var allValues: [String]?
        var abstract: String?

        /// Its names and its value, as in a synopsis.
        var term: String {
            let value = valueName ?? ""
            if kind == "positional" { return value.uppercased() + (isRepeating ? "…" : "") }
            // Short names first, as help shows them.
            let names = (names ?? []).map(\.typed).sorted { $0.count < $1.count }.joined(separator: ", ")
            return kind == "option" ? "\(names) \(value.uppercased())" : names
        }

        /// What it does, what it may be and what it is if not given.
        var meaning: String {
            var meaning = abstract ?? ""
            if let allValues, !allValues.isEmpty { meaning += " One of " + allValues.joined(separator: ", ") + "." }
            if let defaultValue, kind == "option" { meaning += " Default: \(defaultValue)." }
            return meaning.trimmingCharacters(in: .whitespaces)
        }
    }

    var commandName: String
    var abstract: String?
    var discussion: String?
    var shouldDisplay: Bool?
    var subcommands: [CommandHelp]?
    var arguments: [Argument]?

    /// The arguments that are worth a word: not help and version, which every command has.
    var ownArguments: [Argument] {
        (arguments ?? []).filter { argument in
            argument.shouldDisplay && !(argument.names ?? []).contains { $0.name == "help" || $0.name == "version" }
        }
    }

    /// What the program tells about itself.
    static func ofProgram() throws -> CommandHelp {
        struct Dump: Decodable { var command: CommandHelp }
        return try JSONDecoder().decode(Dump.self, from: Data(Pullquote._dumpHelp().utf8)).command
    }
}
