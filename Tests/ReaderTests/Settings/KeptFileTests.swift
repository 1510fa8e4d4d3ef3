import Testing

@testable import Reader

@Suite("What the reader keeps")
struct KeptFileTests {
    let configured = Settings().kept
    let chosen = Settings.Kept(theme: "my \"dark\" one", split: .columns(44), quotationsLit: false, namesLit: true)

    @Test("It comes back as it was kept")
    func roundTrip() throws {
        let text = KeptFile.text(of: chosen, over: configured)
        #expect(try KeptFile.kept(in: text, fileName: "state.toml", over: configured) == chosen)
    }

    @Test("An option that config.toml changes afterwards is what that says; the others stay as chosen")
    func configurationChanges() throws {
        let text = KeptFile.text(of: chosen, over: configured)
        var changed = configured
        changed.theme = "light"
        var expected = chosen
        expected.theme = "light"
        #expect(try KeptFile.kept(in: text, fileName: "state.toml", over: changed) == expected)
    }

    @Test("Of a file that lacks options the rest is taken; a damaged one is refused")
    func damaged() throws {
        #expect(try KeptFile.kept(in: "", fileName: "s", over: configured) == configured)
        #expect(
            try KeptFile.kept(in: "[chosen]\nnames = false\nelse = 1", fileName: "s", over: configured).namesLit == false)
        for text in ["[chosen", "[chosen]\nnames = 3"] {
            #expect(throws: SettingsError.self) { try KeptFile.kept(in: text, fileName: "s", over: configured) }
        }
    }

    @Test("Every part of it is written")
    func everyPart() throws {
        let other = Settings.Kept(theme: "x", split: .percent(77), panes: .stacked, quotationsLit: false, namesLit: false)
        let text = KeptFile.text(of: other, over: configured)
        #expect(try KeptFile.kept(in: text, fileName: "s", over: configured) == other)
    }
}
