import Foundation
import Testing

@testable import Reader

/// Every pane as it stands on screens of four sizes, after the keys that lead there: the files in `Screens`.
///
/// With `PULLQUOTE_RECORD=1` in the environment the screens are written anew instead, to be looked at and committed.
@Suite("Panes on screens of any size")
struct PaneScreenTests {
    static let panes: [(name: String, keys: String)] = [
        ("list", ""), ("list-by-outlet", "vgso"), ("filter", "/said:s"), ("filter-mistake", "/date:x<enter>"),
        ("article", "<enter>]]"), ("find", "<enter>fport"), ("why", "<enter>]]]w"), ("outline", "<enter>O"),
        ("links", "<enter>F"), ("keys-to-come", "<enter>y"), ("people", "P"), ("names", "Pfru"), ("timeline", "P<enter>"),
        ("quotations", "Qj"), ("same-words", "<enter>]S"), ("help", "?"), ("help-search", "?/quote"), ("themes", "t"),
    ]
    private static let sizes = [(80, 24), (160, 50), (40, 10), (1, 1)]
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "Screens")

    @Test("It is drawn as it was looked at", arguments: panes)
    func screens(name: String, keys: String) throws {
        var text = "keys: \(keys)\n"
        for (width, height) in Self.sizes {
            let script = try Script(width, height, Articles.three()).pressing(keys)
            text += "== \(width)x\(height)\n" + script.screen + "\n"
        }
        let file = Self.folder.appending(path: name + ".txt")
        if ProcessInfo.processInfo.environment["PULLQUOTE_RECORD"] != nil {
            try FileManager.default.createDirectory(at: Self.folder, withIntermediateDirectories: true)
            try text.write(to: file, atomically: true, encoding: .utf8)
            return
        }
        let expected = try String(contentsOf: file, encoding: .utf8)
        #expect(text == expected, "\n\(text)")
    }
}
