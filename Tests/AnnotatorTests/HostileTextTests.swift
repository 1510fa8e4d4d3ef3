import Annotator
import DocumentModel
import TestSupport
import Testing

/// Whatever the text, an annotation keeps the model's promises.
@Suite("Any text gives a valid annotation")
struct HostileTextTests {
    private static let pieces = [
        "\"", "'", "“", "”", "‘", "’", "«", "»", "„", "said", " said ", "according to ", "According to", ", ", ". ", ": ",
        "\n", "\n\n", "Anna Berg", "Tom", "the",
        "president", "of ", "and ", "(", ")", "[", "]", "-", "—", "$", "5", "1990", "May ", "told", " he ", " she ", "who ",
        "é", "Đ", "日本", "🎉", "👩‍🚀", "\u{200D}", "\u{202E}",
        "\u{0}", "\u{FEFF}", "\u{0301}", "ة", "al-", "d'", "'s", "’s", "U.S.", "Mr.", "...", "!?", "@", "#", "&", "A", "a",
        "NATO-led", "New York", "don't", "\r\n", "\t",
        "that ", "adding ", "'em", "6'2\"", "``", "''", "Name: ", "Q:", "A:", "%", "per cent", "million", "\u{10FFFF}",
        "\u{7F}",
    ]

    @Test("Random, mutated and spliced texts")
    func randomTexts() {
        var random = SplitMix(seed: 20_261_121)
        for round in 0..<Soak.rounds(short: 1_000, long: 300_000) {
            var text = ""
            for _ in 0..<random.next(60) { text += Self.pieces[random.next(Self.pieces.count)] }
            if round % 3 == 0 {
                var bytes = Array(text.utf8)
                for _ in 0..<random.next(6) where !bytes.isEmpty {
                    bytes[random.next(bytes.count)] = UInt8(random.next(256))
                }
                text = String(decoding: bytes, as: UTF8.self)
            }
            let title = round % 5 == 0 ? Headline.own(String(text.prefix(40))) : .none
            check(Article(id: "x", text: text, headline: title))
        }
    }

    @Test(
        "A long line costs what its length says",
        arguments: ["\"", "(", "said ", "Anna ", "“a ", "x, ", "'a ", "of the ", "said that he ", "a. ", "Anna said. "])
    func longLines(piece: String) {
        // Quadratic work would take hours here; nothing is timed.
        let text = String(repeating: piece, count: Soak.rounds(short: 4_000, long: 1_000_000))
        check(Article(id: "x", text: text))
    }

    private func check(_ article: Article) {
        let annotation = Annotator().annotation(of: article)
        func isValid(_ range: TextRange, in string: String) -> Bool {
            !range.isEmpty && range.lowerBound >= 0 && range.upperBound <= string.utf8.count
                && !string.text(in: range).isEmpty
        }
        let text = article.text
        #expect(annotation == Annotator().annotation(of: article), "the same text gives the same annotation")
        #expect(annotation.entities.allSatisfy { isValid($0.range, in: text) }, "\(text.debugDescription)")
        #expect(
            zip(annotation.entities, annotation.entities.dropFirst()).allSatisfy {
                $0.range.upperBound <= $1.range.lowerBound
            }, "\(text.debugDescription)")
        #expect(annotation.entities.allSatisfy { $0.actor == nil || annotation.actor($0.actor) != nil })
        #expect(
            annotation.actors.enumerated().allSatisfy {
                $0.offset == Int($0.element.id.rawValue) && $0.element.aliases.contains($0.element.name)
            })
        for part in TextPart.allCases {
            let string = article.string(of: part)
            let quotations = annotation.quotations.filter { $0.part == part }
            for quotation in quotations {
                let ranges = quotation.spans + quotation.cue + (quotation.speaker?.ranges ?? [])
                #expect(
                    !quotation.spans.isEmpty && ranges.allSatisfy { isValid($0, in: string) }, "\(text.debugDescription)")
                #expect(
                    zip(quotation.spans, quotation.spans.dropFirst()).allSatisfy { $0.upperBound <= $1.lowerBound },
                    "\(text.debugDescription)")
            }
            #expect(
                zip(quotations, quotations.dropFirst()).allSatisfy { $0.extent.upperBound <= $1.extent.lowerBound },
                "\(text.debugDescription)")
        }
    }
}

/// SplitMix64 (Steele, Lea, Flood 2014): the same numbers on every machine.
struct SplitMix {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next(_ below: Int) -> Int {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return Int((mixed ^ (mixed >> 31)) % UInt64(below))
    }
}
