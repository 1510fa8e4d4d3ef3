import Foundation
import Testing

@Suite struct UsageTests {
    @Test(arguments: [
        ["--bogus"], ["annotate", "--bogus"], ["annotate", "-j", "0"], ["annotate", "--format", "xml"],
        ["list", "--fromat"],
        ["people", "--format", "xml"], ["add"], ["config", "--default", "--path"], ["read", "--samples", "x"],
        ["keys", "surplus"],
    ])
    func aWrongCommandLineIsExitCode2(arguments: [String]) throws {
        try withProgram { program in
            let result = try program.shell("$PULLQUOTE " + arguments.joined(separator: " ") + " < /dev/null")
            #expect(result.status == 2)
            #expect(result.output.isEmpty)
            #expect(result.errors.hasPrefix("pullquote: "))
        }
    }

    @Test func helpNamesEveryCommandAndEveryExitCode() throws {
        try withProgram { program in
            let help = try program.run("--help")
            #expect(help.status == 0)
            for word in [
                "read", "add", "annotate", "list", "quotes", "people", "verify", "themes", "keys", "config", "manual",
                "0: ", "1: ",
                "2: ",
                "70: ", "74: ", "78: ", "128+n",
            ] { #expect(help.output.contains(word)) }
            #expect(try program.run("--version").output.hasPrefix("pullquote "))
        }
    }

    @Test(arguments: ["bash", "zsh", "fish"]) func completionsNameTheCommands(shell: String) throws {
        try withProgram { program in
            let result = try program.run("--generate-completion-script", shell)
            #expect(result.status == 0)
            #expect(result.output.contains("annotate"))
        }
    }

    @Test func aMistakeInAFilterIsShownAtItsPlace() throws {
        try withProgram { program in
            let result = try program.run("list", "some", "autor:x")
            #expect(result.status == 2)
            let lines = result.errors.split(separator: "\n").map(String.init)
            #expect(lines.count == 3)
            #expect(lines.dropFirst().first == "pullquote: some autor:x")
            #expect(lines.last == "pullquote:      ^")
        }
    }

    @Test(arguments: [["list"], ["quotes"], ["people"], ["themes"], ["keys"], ["config"]])
    func aBadConfigurationIsExitCode78WhereItMatters(arguments: [String]) throws {
        try withProgram { program in
            try program.file(".config/pullquote/config.toml", "[look]\ntheme = 7\n")
            let result = try program.shell("$PULLQUOTE " + arguments.joined())
            let matters = ["themes", "keys", "config"].contains(arguments[0])
            #expect(result.status == (matters ? 78 : 0))
            if matters { #expect(result.errors.contains("config.toml:2:")) }
        }
    }
}
