import Screen
import Testing

@testable import Reader

@Suite struct CommandTableTests {
    @Test func holdsEveryCommandOnce() {
        #expect(CommandTable.entries.map(\.command.rawValue).sorted() == Command.allCases.map(\.rawValue).sorted())
    }

    @Test(arguments: CommandTable.entries)
    func anEntryIsFitToBeShown(_ entry: CommandTable.Entry) {
        #expect(!entry.keys.isEmpty && !entry.description.isEmpty && !entry.label.isEmpty && !entry.context.isEmpty)
        for key in entry.keys {
            #expect(Key.sequence(parsing: key).map(Key.notation(of:)) == key, "\(key) is written another way")
        }
    }

    @Test func noTwoCommandsOfOnePlaceHaveKeysThatBeginAlike() {
        for place in CommandContext.places {
            let keys = CommandTable.entries.filter { $0.context.isSuperset(of: place.context) }
                .flatMap { entry in entry.keys.compactMap(Key.sequence(parsing:)).map { (entry.command, $0) } }
            for (index, one) in keys.enumerated() {
                for other in keys[(index + 1)...] {
                    #expect(
                        !one.1.starts(with: other.1) && !other.1.starts(with: one.1),
                        "\(place.name): \(one.0.rawValue) and \(other.0.rawValue)")
                }
            }
        }
    }

    @Test func everyGroupIsUsed() {
        #expect(Set(CommandTable.entries.map(\.group)) == Set(CommandTable.Group.allCases))
    }
}

@Suite struct KeyMapTests {
    private func keys(_ notation: String) -> [Key] { Key.sequence(parsing: notation) ?? [] }

    @Test(arguments: [
        ("j", CommandContext.list, Command.down), ("j", .article, .down), ("<c-d>", .list, .halfPageDown),
        ("<c-d>", .prompt, .promptDelete), ("<enter>", .list, .open), ("<enter>", .prompt, .promptAccept),
        ("<esc>", .article, .back), ("<lt>", .article, .previousBySpeaker), ("ZZ", .help, .quitAtOnce),
    ])
    func theTableIsTheStandardMap(_ notation: String, _ place: CommandContext, _ command: Command) {
        #expect(KeyMap.standard.match(keys(notation), in: place) == .command(command))
    }

    @Test func theFirstOfTwoKeysWaits() {
        #expect(KeyMap.standard.match(keys("Z"), in: .list) == .beginning)
        #expect(KeyMap.standard.match(keys("Zx"), in: .list) == .none)
        let rest = KeyMap.standard.continuations(of: keys("Z"), in: .list)
        #expect(rest.map(\.command) == [.quitAtOnce] && rest.map(\.rest) == [keys("Z")])
    }

    @Test func aCommandOnlyAppliesInItsPlace() {
        #expect(KeyMap.standard.match(keys("}"), in: .list) == .none)
        #expect(KeyMap.standard.match(keys("j"), in: .prompt) == .none)
    }

    @Test func ownKeysReplaceACommandsAndTakeThemFromOthers() throws {
        let map = try KeyMap(own: ["next-quotation": ["j", "gq"]])
        #expect(map.match(keys("j"), in: .article) == .command(.nextQuotation))
        #expect(map.match(keys("gq"), in: .article) == .command(.nextQuotation))
        #expect(map.match(keys("]"), in: .article) == .none)
        #expect(map.match(keys("<down>"), in: .article) == .command(.down))
        // `g` alone could not be told from the beginning of `gq`; where next-quotation does not apply it stays.
        #expect(map.notations(for: .top) == ["<home>"])
    }

    @Test func aCommandCanBeLeftWithoutKeys() throws {
        let map = try KeyMap(own: ["suspend": []])
        #expect(map.match(keys("<c-z>"), in: .list) == .none)
        #expect(map.hint(for: .suspend) == nil)
    }

    @Test(arguments: [
        (["nxt-quotation": ["x"]], "no command is called “nxt-quotation”; is “next-quotation” meant?"),
        (["teleport": ["x"]], "no command is called “teleport”; `pullquote keys` lists them"),
        (
            ["down": ["<hyper-x>"]],
            "“<hyper-x>” is no key; write keys as j, gg, <space>, <enter>, <c-d>, <f1>, and <lt> for <"
        ),
        (["down": ["x"], "up": ["x"]], "x already means “down”"),
        (["down": ["x"], "up": ["xy"]], "“xy” cannot be told from x, which means “down”"),
    ])
    func mistakesSayWhatToDo(_ own: [String: [String]], _ message: String) {
        #expect { try KeyMap(own: own) } throws: { "\($0)" == message }
    }

    @Test func sameKeysInDifferentPlacesAreNoClash() throws {
        let map = try KeyMap(own: ["next-paragraph": ["x"], "prompt-delete": ["x"]])
        #expect(map.match(keys("x"), in: .article) == .command(.nextParagraph))
        #expect(map.match(keys("x"), in: .prompt) == .command(.promptDelete))
    }
}

@Suite struct KeyListingTests {
    @Test func aRowForEachCommand() {
        let rows = KeyListing.rows(of: .standard).split(separator: "\n")
        #expect(rows.count == Command.allCases.count)
        #expect(rows.first == "down\tj <down>\teverywhere\ta line down")
        #expect(rows.allSatisfy { $0.split(separator: "\t").count == 4 })
    }

    @Test func theConfigurationsFormHasThemAll() {
        let text = KeyListing.configuration(of: .standard)
        #expect(text.hasPrefix("[keys]\n\n# Going places\n"))
        #expect(text.contains("\n# Moving\n# a line down (everywhere)\ndown = [\"j\", \"<down>\"]\n"))
        for command in Command.allCases { #expect(text.contains("\n\(command.rawValue) = [\"")) }
    }
}
