import CNcurses
import Glibc
import Screen

/// Which characters the terminal can be sent.
enum CharacterEncoding {
    /// All of Unicode.
    case utf8
    /// All of Unicode but what this terminal draws wide and others narrow (see `AmbiguousWidth`): screens are laid out before
    /// the terminal has told, and the C library does not know either.
    case utf8Unambiguous
    /// ASCII alone: the locale says so, or is one whose tables we do not carry.
    case ascii

    /// Takes up the person's locale for characters, which ncurses goes by, and tells what it comes to.
    ///
    /// Where the environment names no locale, or one in UTF-8 that this machine does not have (as over SSH), any UTF-8
    /// locale does as well: terminals speak UTF-8 unless somebody says otherwise.
    static func fromLocale(_ environment: [String: String]) -> CharacterEncoding {
        let isAdopted = setlocale(LC_CTYPE, "") != nil
        if isAdopted, codeset == "UTF-8" { return .utf8 }
        let named = ["LC_ALL", "LC_CTYPE", "LANG"].compactMap { environment[$0] }.first { !$0.isEmpty }
        let wantsUTF8 = named.map { $0.uppercased().replacing("-", with: "").hasSuffix("UTF8") } ?? true
        guard wantsUTF8 else { return .ascii }
        for locale in ["C.UTF-8", "C.utf8", "en_US.UTF-8"] where setlocale(LC_CTYPE, locale) != nil && codeset == "UTF-8" {
            return .utf8
        }
        return .ascii
    }

    private static var codeset: String { nl_langinfo(CInt(CODESET)).map { String(cString: $0) } ?? "" }

    /// What ncurses is to put into a cell, as wide characters without the null: one with its marks, or two for the halves
    /// of a wide cell that has to be made of two narrow ones.
    ///
    /// ncurses measures by the C library's `wcwidth`. Where that has another opinion than ``TextWidth``, as on an older
    /// system, the character is replaced, so that the columns behind it stay where they are.
    func glyphs(of cell: Cell, isWide: Bool) -> [[wchar_t]] {
        let width = isWide ? 2 : 1
        switch self {
        case .ascii:
            let plain = PlainText.lookalike(of: cell.text, width: width)
            return plain.unicodeScalars.map { [wchar_t(bitPattern: $0.value)] }
        case .utf8, .utf8Unambiguous:
            if self == .utf8Unambiguous, !isWide, cell.text.unicodeScalars.first.map(AmbiguousWidth.contains) == true {
                return CharacterEncoding.ascii.glyphs(of: cell, isWide: false)
            }
            var glyph: [wchar_t] = []
            for scalar in cell.text.unicodeScalars {
                let character = wchar_t(bitPattern: scalar.value)
                if glyph.isEmpty {
                    guard scalar.isASCII || Int(curses_width(character)) == width else {
                        return Array(repeating: [0xFFFD], count: width)
                    }
                    glyph.append(character)
                } else if curses_width(character) == 0, glyph.count < 5 {
                    glyph.append(character)
                }
            }
            return [glyph]
        }
    }
}
