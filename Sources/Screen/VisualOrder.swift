import CFriBidi

/// Which way a paragraph runs.
public enum TextDirection: Sendable, Hashable {
    /// As Latin does.
    case leftToRight
    /// As Hebrew and Arabic do.
    case rightToLeft

    /// The way a text runs by its first letter that has one (UAX #9, P2 and P3); nil where none has. Characters that only
    /// set a direction and show nothing do not count: nothing in a text turns it round unseen.
    public init?(of text: Substring) {
        for scalar in text.unicodeScalars {
            // Most text has nothing else.
            if scalar.isASCII {
                if (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(UInt8(scalar.value) | 0x20) {
                    self = .leftToRight
                    return
                }
                continue
            }
            if CharacterClass(scalar) == .dropped { continue }
            let type = fribidi_get_bidi_type(scalar.value)
            if fribidi_is_ltr_letter(type) != 0 {
                self = .leftToRight
                return
            }
            if fribidi_is_rtl_letter(type) != 0 {
                self = .rightToLeft
                return
            }
        }
        return nil
    }
}

/// A cell's text with how it looks, on its way to a place on the screen.
public struct StyledCell: Sendable, Hashable {
    /// The text, its columns, and what it stands for.
    public var cell: CellText.Element
    /// How it looks.
    public var style: Style
    /// A cell of this style.
    public init(_ cell: CellText.Element, _ style: Style) {
        self.cell = cell
        self.style = style
    }
}

/// The order in which the cells of a line stand on the screen: UAX #9, the Unicode bidirectional algorithm, as FriBidi
/// carries it out.
public enum VisualOrder {
    /// The cells of one line, given in reading order, from left to right as they stand. Brackets in right-to-left text are
    /// mirrored; Arabic letters take the forms by which they join. Lines without right-to-left letters in a paragraph that
    /// runs left to right, nearly all, are looked at and given back: a few nanoseconds a cell.
    public static func arranged(_ cells: [StyledCell], in direction: TextDirection = .leftToRight) -> [StyledCell] {
        guard direction == .rightToLeft || cells.contains(where: { isFarEnough($0.cell.text) }) else { return cells }
        var characters = cells.map { $0.cell.text.unicodeScalars.first?.value ?? 0x20 }
        let count = FriBidiStrIndex(characters.count)
        guard count > 0 else { return cells }
        var types = [FriBidiCharType](repeating: fribidi_get_bidi_type(0x20), count: cells.count)
        var brackets = [FriBidiBracketType](repeating: 0, count: cells.count)
        var levels = [FriBidiLevel](repeating: 0, count: cells.count)
        var paragraph = fribidi_paragraph(direction == .rightToLeft ? 1 : 0)
        fribidi_get_bidi_types(characters, count, &types)
        fribidi_get_bracket_types(characters, count, types, &brackets)
        guard fribidi_get_par_embedding_levels_ex(types, brackets, count, &paragraph, &levels) > 1 else {
            return cells
        }
        var joins = [FriBidiArabicProp](repeating: 0, count: cells.count)
        fribidi_get_joining_types(characters, count, &joins)
        fribidi_join_arabic(types, count, levels, &joins)
        fribidi_shape_arabic(fribidi_shape_letters, levels, count, &joins, &characters)
        fribidi_shape_mirroring(levels, count, &characters)
        var order = (0..<count).map { $0 }
        guard fribidi_reorder_line(0, types, count, 0, paragraph, &levels, nil, &order) > 0 else { return cells }
        return order.map { place in
            var cell = cells[Int(place)]
            var scalars = cell.cell.text.unicodeScalars
            if let shaped = Unicode.Scalar(characters[Int(place)]), shaped != scalars.first, !scalars.isEmpty {
                scalars.replaceSubrange(..<scalars.index(after: scalars.startIndex), with: [shaped])
                cell.cell.text = String(scalars)
            }
            return cell
        }
    }

    /// Whether a cell's text may be of a script that runs right to left: by its first byte, before any table is asked.
    private static func isFarEnough(_ text: String) -> Bool {
        guard let byte = text.utf8.first, byte >= 0xD6, let scalar = text.unicodeScalars.first else { return false }
        switch scalar.value {
        case 0x590..<0x900, 0xFB1D..<0xFE00, 0xFE70..<0xFEFF, 0x10800..<0x11000, 0x1E800..<0x1F000: return true
        default: return false
        }
    }
}
