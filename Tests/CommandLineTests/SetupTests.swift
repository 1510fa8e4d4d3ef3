import Foundation
import Query
import Reader
import Testing

@Suite struct SetupTests {
    @Test func themesAreListedAndPrinted() throws {
        try withProgram { program in
            try program.file(".config/pullquote/themes/mine.toml", "inherits = \"dark\"\n")
            let rows = try program.run("themes").lines.map { $0.components(separatedBy: "\t") }
            #expect(rows.count >= 9)
            #expect(rows.first?.first == "terminal")
            #expect(rows.first?.last == "built in")
            #expect(rows.contains { $0.first == "mine" && $0.last?.hasSuffix("themes/mine.toml") == true })
            #expect(try program.run("themes", "mine").output == "inherits = \"dark\"\n")
            let unknown = try program.run("themes", "nope")
            #expect(unknown.status == 2)
            #expect(unknown.errors.contains("nope"))
        }
    }

    @Test func keysComeFromTheTableOfCommands() throws {
        try withProgram { program in
            let rows = try program.run("keys").lines.map { $0.components(separatedBy: "\t") }
            #expect(rows.map { $0[0] } == CommandTable.entries.map(\.command.rawValue))
            #expect(rows.allSatisfy { $0.count == 4 })
        }
    }

    /// What `keys --format toml` prints is a configuration, and changes nothing.
    @Test func keysAsConfigurationReadBackTheSame() throws {
        try withProgram { program in
            let before = try program.run("keys", "--format", "toml").output
            try program.file(".config/pullquote/config.toml", before)
            let after = try program.run("keys", "--format", "toml")
            #expect(after.status == 0)
            #expect(after.output == before)
        }
    }

    @Test func aKeyOfOnesOwnIsListed() throws {
        try withProgram { program in
            try program.file(".config/pullquote/config.toml", "[keys]\npeople = [\"<f5>\"]\n")
            #expect(try program.run("keys").lines.contains { $0.hasPrefix("people\t<f5>\t") })
        }
    }

    @Test func theDefaultConfigurationIsRight() throws {
        try withProgram { program in
            let path = try program.run("config", "--path").lines.first
            #expect(path == program.folder.path + "/.config/pullquote/config.toml")
            #expect(try program.run("config").output.contains("there is none"))
            try program.file(".config/pullquote/config.toml", program.run("config", "--default").output)
            let checked = try program.run("config")
            #expect(checked.status == 0)
            #expect(checked.output.hasSuffix("all is right\n"))
        }
    }

    @Test func theManualPageNamesEverything() throws {
        try withProgram { program in
            let page = try program.run("manual").output.replacingOccurrences(of: "\\-", with: "-")
            for entry in CommandTable.entries { #expect(page.contains(entry.command.rawValue)) }
            for option in SettingsOption.all { #expect(page.contains("\(option.name) = ")) }
            for word in ["--no-text", "--keep-going", "--schema", "--in PATH", "EXIT STATUS", "NO_COLOR"] {
                #expect(page.contains(word))
            }
            for field in Field.allCases where field != .anywhere { #expect(page.contains("\(field.rawValue):")) }
            for state in ReadingState.allCases { #expect(page.contains("is:\(state.rawValue)")) }
            for key in ListOrder.Key.allCases { #expect(page.contains(key.rawValue)) }
            // Every line of a page is ASCII, and none is a request by mistake.
            #expect(page.utf8.allSatisfy { $0 < 0x80 })
            let requests: Set = ["TH", "SH", "SS", "PP", "TP", "B", "br", "in", "EX", "EE"]
            for line in page.split(separator: "\n") where line.hasPrefix(".") {
                #expect(requests.contains(String(line.dropFirst().prefix { $0.isLetter })))
            }
        }
    }
}
