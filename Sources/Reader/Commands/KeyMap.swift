import Query
import Screen

/// Which keys do what: the table's defaults with a reader's own laid over them.
public struct KeyMap: Sendable, Equatable {
    /// What keys pressed so far amount to.
    public enum Match: Sendable, Equatable {
        /// A command.
        case command(Command)
        /// The beginning of one or more commands' keys.
        case beginning
        /// Nothing.
        case none
    }

    /// The keys of each command, those of hints first. A command without keys has none, or is absent.
    public let sequences: [Command: [[Key]]]
    private let bindings: [Binding: Command]
    private let beginnings: Set<Binding>

    private struct Binding: Hashable {
        var place: CommandContext
        var keys: [Key]
    }

    /// The keys of the table.
    public static let standard = KeyMap(checked: standardSequences)

    /// The table's keys, with those that `own` names replaced: command names and, for each, key sequences in the notation
    /// of `Key.sequence(parsing:)`; none leaves the command without a key. A key of one's own that the table gives to
    /// another command is taken from that one.
    ///
    /// Throws all that is wrong with `own`: names of no command, with the nearest one; keys that cannot be read; the same
    /// keys, or a beginning of them, given to two commands in one place.
    public init(own: [String: [String]]) throws(KeyMapError) {
        var mistakes: [KeyMapError.Mistake] = []
        var chosen: [Command: [[Key]]] = [:]
        for (name, notations) in own.sorted(by: { $0.key < $1.key }) {
            guard let command = Command(rawValue: name) else {
                mistakes.append(.init(command: name, keys: nil, reason: .unknownCommand(nearest: Self.nearest(to: name))))
                continue
            }
            chosen[command] = []
            for notation in notations {
                if let keys = Key.sequence(parsing: notation) {
                    chosen[command, default: []].append(keys)
                } else {
                    mistakes.append(.init(command: name, keys: notation, reason: .unreadableKeys))
                }
            }
        }
        mistakes += Self.clashes(among: chosen)
        if !mistakes.isEmpty { throw KeyMapError(mistakes: mistakes) }

        var all = Self.standardSequences
        for (command, keys) in chosen {
            for (other, theirs) in all where chosen[other] == nil && Self.meet(command, other) {
                all[other] = theirs.filter { kept in !keys.contains { Self.overlap($0, kept) } }
            }
        }
        self.init(checked: all.merging(chosen) { _, own in own })
    }

    private init(checked sequences: [Command: [[Key]]]) {
        self.sequences = sequences
        var bindings: [Binding: Command] = [:]
        var beginnings: Set<Binding> = []
        for (command, keySequences) in sequences {
            let context = CommandTable.entry(of: command).context
            for place in CommandContext.places where context.isSuperset(of: place.context) {
                for keys in keySequences {
                    bindings[Binding(place: place.context, keys: keys)] = command
                    for length in 1..<max(1, keys.count) {
                        beginnings.insert(Binding(place: place.context, keys: Array(keys.prefix(length))))
                    }
                }
            }
        }
        self.bindings = bindings
        self.beginnings = beginnings
    }

    /// What keys, pressed one after the other, mean in one place.
    public func match(_ keys: [Key], in place: CommandContext) -> Match {
        let binding = Binding(place: place, keys: keys)
        if let command = bindings[binding] { return .command(command) }
        return beginnings.contains(binding) ? .beginning : .none
    }

    /// The commands that keys pressed so far may become in one place, with the rest of their keys, in the table's order.
    public func continuations(of keys: [Key], in place: CommandContext) -> [(rest: [Key], command: Command)] {
        CommandTable.entries.flatMap { entry in
            guard entry.context.isSuperset(of: place) else { return [(rest: [Key], command: Command)]() }
            return (sequences[entry.command] ?? []).filter { $0.count > keys.count && $0.starts(with: keys) }
                .map { (Array($0.dropFirst(keys.count)), entry.command) }
        }
    }

    /// The key a hint shows for a command, in notation; nil when it has none.
    public func hint(for command: Command) -> String? {
        sequences[command]?.first.map(Key.notation(of:))
    }

    /// All keys of a command in notation.
    public func notations(for command: Command) -> [String] {
        (sequences[command] ?? []).map(Key.notation(of:))
    }

    private static let standardSequences: [Command: [[Key]]] = Dictionary(
        CommandTable.entries.map { ($0.command, $0.keys.compactMap(Key.sequence(parsing:))) },
        uniquingKeysWith: { first, _ in first })

    /// Whether two commands apply in one place.
    private static func meet(_ one: Command, _ other: Command) -> Bool {
        !CommandTable.entry(of: one).context.isDisjoint(with: CommandTable.entry(of: other).context)
    }

    /// Whether one is the other or its beginning, so that both could not be told apart.
    private static func overlap(_ one: [Key], _ other: [Key]) -> Bool {
        one.starts(with: other) || other.starts(with: one)
    }

    private static func clashes(among chosen: [Command: [[Key]]]) -> [KeyMapError.Mistake] {
        let all = chosen.sorted { $0.key.rawValue < $1.key.rawValue }
            .flatMap { command, sequences in sequences.map { (command: command, keys: $0) } }
        var mistakes: [KeyMapError.Mistake] = []
        for (index, later) in all.enumerated() {
            for earlier in all[..<index]
            where earlier.command != later.command && meet(earlier.command, later.command)
                && overlap(earlier.keys, later.keys)
            {
                mistakes.append(
                    .init(
                        command: later.command.rawValue, keys: Key.notation(of: later.keys),
                        reason: .clash(with: earlier.command.rawValue, keys: Key.notation(of: earlier.keys))))
            }
        }
        return mistakes
    }

    /// The command whose name is fewest edits away, if few enough to be what was meant.
    private static func nearest(to name: String) -> String? {
        let candidates = Command.allCases.map { (name: $0.rawValue, distance: editDistance(name, $0.rawValue)) }
        guard let best = candidates.min(by: { $0.distance < $1.distance }) else { return nil }
        return best.distance <= max(2, name.count / 3) ? best.name : nil
    }
}

/// What is wrong with keys of one's own.
public struct KeyMapError: Error, Sendable, Equatable, CustomStringConvertible {
    /// One mistake.
    public struct Mistake: Sendable, Equatable, CustomStringConvertible {
        /// Why it is one.
        public enum Reason: Sendable, Equatable {
            /// No command has this name; `nearest` may be meant.
            case unknownCommand(nearest: String?)
            /// The keys are in no known notation.
            case unreadableKeys
            /// Another command has these keys, or keys that begin alike.
            case clash(with: String, keys: String)
        }
        /// The command as named.
        public var command: String
        /// The keys as written; nil when the command is the mistake.
        public var keys: String?
        /// Why it is one.
        public var reason: Reason

        /// What is wrong and what to do about it, in one line.
        public var description: String {
            switch reason {
            case .unknownCommand(let nearest?): "no command is called “\(command)”; is “\(nearest)” meant?"
            case .unknownCommand(nil): "no command is called “\(command)”; `pullquote keys` lists them"
            case .unreadableKeys:
                "“\(keys ?? "")” is no key; write keys as j, gg, <space>, <enter>, <c-d>, <f1>, and <lt> for <"
            case .clash(let other, let theirs) where theirs == keys: "\(theirs) already means “\(other)”"
            case .clash(let other, let theirs):
                "“\(keys ?? "")” cannot be told from \(theirs), which means “\(other)”"
            }
        }
    }

    /// All of them; at least one.
    public var mistakes: [Mistake]

    /// A line for each.
    public var description: String { mistakes.map(\.description).joined(separator: "\n") }
}
