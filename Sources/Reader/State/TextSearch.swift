import DocumentModel
import Foundation

/// A text made ready to be searched: small letters, no diacritics, straight quotation marks, each run of white space one
/// blank, so that a phrase is found however the source writes it and wherever its lines end.
///
/// Making one is linear in the text and takes some nine bytes for each of its own; a search is linear too.
struct TextSearch: Sendable {
    private var folded: [UInt8] = []
    /// Where in the text the character of each folded byte begins.
    private var starts: [Int32] = []
    private let end: Int

    /// The text made ready; `range` is the part of it to search.
    init(_ text: String, in range: TextRange) {
        end = range.upperBound
        folded.reserveCapacity(range.count)
        starts.reserveCapacity(range.count)
        var known: [Unicode.Scalar: [UInt8]] = [:]
        var offset = range.lowerBound
        for scalar in text.text(in: range).unicodeScalars {
            append(scalar, at: offset, &known)
            offset += UTF8.width(scalar)
        }
    }

    /// Where a phrase stands, in order, without overlap; nowhere for one without any character.
    func ranges(of phrase: String) -> [TextRange] {
        let wanted = TextSearch(phrase, in: 0..<phrase.utf8.count).folded
        guard let first = wanted.first, wanted.count <= folded.count else { return [] }
        var found: [TextRange] = []
        folded.withUnsafeBufferPointer { bytes in
            var at = 0
            while at + wanted.count <= bytes.count {
                if bytes[at] == first, wanted.indices.allSatisfy({ bytes[at + $0] == wanted[$0] }) {
                    found.append(start(at)..<start(at + wanted.count))
                    at += wanted.count
                } else {
                    at += 1
                }
            }
        }
        // Blanks at a phrase's end match a whole run of white space: what is lit ends with the words.
        return found.filter { !$0.isEmpty }
    }

    private func start(_ index: Int) -> Int { index < starts.count ? Int(starts[index]) : end }

    private mutating func append(_ scalar: Unicode.Scalar, at offset: Int, _ known: inout [Unicode.Scalar: [UInt8]]) {
        if scalar.isASCII {
            let byte = UInt8(scalar.value)
            switch byte {
            case 0x41...0x5A: put(byte | 0x20, offset)
            case 0x09...0x0D, 0x20: if folded.last != 0x20 { put(0x20, offset) }
            default: put(byte, offset)
            }
            return
        }
        let bytes = known[scalar] ?? Self.fold(scalar)
        known[scalar] = bytes
        for byte in bytes where byte != 0x20 || folded.last != 0x20 { put(byte, offset) }
    }

    private mutating func put(_ byte: UInt8, _ offset: Int) {
        folded.append(byte)
        starts.append(Int32(clamping: offset))
    }

    private static func fold(_ scalar: Unicode.Scalar) -> [UInt8] {
        switch scalar.value {
        case 0x2018, 0x2019, 0x201A, 0x201B, 0x2032: return [0x27]
        case 0x201C, 0x201D, 0x201E, 0x201F, 0x2033, 0xAB, 0xBB: return [0x22]
        case 0x2010...0x2015: return [0x2D]
        case 0x2026: return [0x2E, 0x2E, 0x2E]
        case 0xAD, 0x200B...0x200F, 0x2060, 0xFEFF: return []
        default: break
        }
        if scalar.properties.isWhitespace { return [0x20] }
        if scalar.properties.generalCategory == .nonspacingMark { return [] }
        let text = String(scalar).folding(
            options: [.diacriticInsensitive, .caseInsensitive, .widthInsensitive], locale: nil)
        return Array(text.utf8)
    }
}
