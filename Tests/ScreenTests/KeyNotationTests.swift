import Testing

import Screen

@Suite("Key notation")
struct KeyNotationTests {
    @Test(
        "A key's notation reads back",
        arguments: [
            "j", "J", "é", "東", ">", "-", "<space>", "<enter>", "<esc>", "<tab>", "<s-tab>", "<c-x>", "<m-x>", "<m-X>",
            "<c-m-x>",
            "<pgdn>", "<pgup>", "<home>", "<end>", "<f1>", "<f12>", "<lt>", "<c-space>", "<m-lt>", "<backspace>", "<del>",
            "<s-up>",
            "<c-->", "<c-/>",
        ])
    func roundTrip(notation: String) { #expect(Key(parsing: notation)?.description == notation) }

    @Test(
        "Other spellings mean the same key",
        arguments: [
            ("<C-D>", "<c-d>"), ("<a-x>", "<m-x>"), ("<CR>", "<enter>"), ("<PageDown>", "<pgdn>"), ("<s-a>", "A"),
            (" ", "<space>"),
            ("<gt>", ">"),
        ])
    func spellings(written: String, shown: String) { #expect(Key(parsing: written)?.description == shown) }

    @Test(
        "Sequences are read key by key",
        arguments: [("gg", ["g", "g"]), ("<c-x>s", ["<c-x>", "s"]), ("g<lt>", ["g", "<lt>"])])
    func sequences(notation: String, keys: [String]) {
        #expect(Key.sequence(parsing: notation)?.map(\.description) == keys)
        #expect(Key.sequence(parsing: notation).map(Key.notation) == notation)
    }

    @Test(
        "What means no key is refused",
        arguments: ["", "<", "<>", "<nope>", "<c->", "<x-a>", "<f0>", "<f99>", "<a>", "\u{1B}", "gg"])
    func refused(notation: String) { #expect(Key(parsing: notation) == nil) }
}
