import CUTF8Proc

/// What becomes of one Unicode scalar on the screen: the only place that decides which characters of a text a terminal
/// ever sees. Nothing that acts on a terminal or hides in the text gets through.
///
/// Widths follow UAX #11 (ambiguous is narrow) as the common terminals and `wcwidth` draw them; categories are those of
/// utf8proc's Unicode tables.
enum CharacterClass: Equatable {
    /// A character of its own, 1 or 2 columns wide.
    case spacing(width: Int)
    /// Joins the cell before it: combining marks, and the vowels and finals of decomposed Hangul.
    case combining
    /// White space of any kind but the wide ideographic one: a plain space.
    case space
    /// Half of a flag: shown as its letter, since terminals disagree on a flag's width.
    case regionalIndicator(letter: Unicode.Scalar)
    /// Joins two emoji to one; the second is not drawn.
    case joiner
    /// A skin tone: not drawn after an emoji, an emoji of its own elsewhere.
    case skinTone
    /// Invisible: format characters, bidi controls, zero-width characters, fillers, variation selectors, tags.
    case dropped
    /// A control character, shown as a middle dot.
    case control
    /// Unassigned, private, or no character: shown as U+FFFD.
    case unknown

    /// The class of a scalar. Constant time; no allocation.
    init(_ scalar: Unicode.Scalar) {
        let value = scalar.value
        switch value {
        case 0x20...0x7E: self = .spacing(width: 1)
        case 0x09...0x0D, 0x85, 0xA0, 0x2028, 0x2029: self = .space
        case 0..<0x20, 0x7F..<0xA0: self = .control
        case 0xAD: self = .dropped
        case 0xA1..<0x300: self = .spacing(width: 1)
        case 0x200D: self = .joiner
        case 0x1F1E6...0x1F1FF:
            self = .regionalIndicator(letter: Unicode.Scalar(UInt8(value - 0x1F1E6) + UInt8(ascii: "A")))
        case 0x1F3FB...0x1F3FF: self = .skinTone
        // Default-ignorable characters that are letters or marks by category: CGJ, Hangul fillers, Khmer inherent
        // vowels, the selectors.
        case 0x34F, 0x115F, 0x1160, 0x3164, 0xFFA0, 0x17B4, 0x17B5, 0x180B...0x180F, 0xFE00...0xFE0F, 0xE0000...0xE0FFF:
            self = .dropped
        case 0x1161...0x11FF, 0xD7B0...0xD7FF: self = .combining
        // Hexagrams became wide in Unicode 16, as terminals had long drawn them.
        case 0x4DC0...0x4DFF: self = .spacing(width: 2)
        default: self = .ofCategory(scalar)
        }
    }

    private static func ofCategory(_ scalar: Unicode.Scalar) -> CharacterClass {
        let codepoint = utf8proc_int32_t(bitPattern: scalar.value)
        switch utf8proc_category(codepoint) {
        case UTF8PROC_CATEGORY_MN, UTF8PROC_CATEGORY_ME: return .combining
        // A spacing mark takes a column of its own; the two Hangul tone marks do not.
        case UTF8PROC_CATEGORY_MC: return utf8proc_charwidth(codepoint) == 2 ? .combining : .spacing(width: 1)
        case UTF8PROC_CATEGORY_ZS: return scalar.value == 0x3000 ? .spacing(width: 2) : .space
        case UTF8PROC_CATEGORY_CF: return .dropped
        case UTF8PROC_CATEGORY_CC: return .control
        case UTF8PROC_CATEGORY_CN, UTF8PROC_CATEGORY_CO, UTF8PROC_CATEGORY_CS: return .unknown
        default: return .spacing(width: utf8proc_charwidth(codepoint) == 2 ? 2 : 1)
        }
    }
}
