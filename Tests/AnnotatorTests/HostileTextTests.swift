import Annotator
import ArticleImport
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

    /// Real articles, to be mutated and spliced.
    private static let articles: [String] = ((try? GoldSet.allCases.flatMap { try $0.articles() }) ?? []).map(\.file)

    /// The article of a seed: pieces at random, a real article with bytes changed, moved and lost, parts of several real ones,
    /// or what acts on terminals; as a file that is read, or as a text without structure.
    private static func article(_ seed: UInt64) -> Article {
        var random = SplitMix(seed: seed)
        var bytes: [UInt8] = []
        switch seed % 4 {
        case 0:
            for _ in 0..<Int.random(in: 0..<60, using: &random) {
                bytes += (pieces.randomElement(using: &random) ?? "").utf8
            }
        case 1:
            bytes = Array(slice(Array((articles.randomElement(using: &random) ?? "").utf8), 900, &random))
            for _ in 0..<Int.random(in: 1...12, using: &random) where bytes.count > 1 { mutate(&bytes, &random) }
        case 2:
            for _ in 0..<Int.random(in: 1...5, using: &random) {
                let source = Array((articles.randomElement(using: &random) ?? "").utf8)
                bytes += slice(source, 400, &random)
                bytes += (pieces.randomElement(using: &random) ?? "").utf8
            }
        default:
            var hostile = HostileText(seed: seed)
            bytes = Array(hostile.text(pieces: Int.random(in: 0..<80, using: &random)).utf8)
        }
        let name = ["x.md", "x.txt"].randomElement(using: &random) ?? ""
        if Bool.random(using: &random), let article = try? ArticleReader.article(of: bytes, named: name) { return article }
        let text = String(decoding: bytes, as: UTF8.self)
        let hasTitle = Int.random(in: 0..<5, using: &random) == 0
        return Article(id: "x", text: text, headline: hasTitle ? .own(String(text.prefix(40))) : .none)
    }

    private static func slice(_ bytes: [UInt8], _ longest: Int, _ random: inout SplitMix) -> ArraySlice<UInt8> {
        guard !bytes.isEmpty else { return [] }
        let start = Int.random(in: 0..<bytes.count, using: &random)
        return bytes[start..<min(bytes.count, start + Int.random(in: 0...longest, using: &random))]
    }

    private static func mutate(_ bytes: inout [UInt8], _ random: inout SplitMix) {
        let at = Int.random(in: 0..<bytes.count, using: &random)
        switch Int.random(in: 0..<6, using: &random) {
        case 0: bytes[at] = UInt8.random(in: 0...255, using: &random)
        case 1: bytes.insert(contentsOf: (pieces.randomElement(using: &random) ?? "").utf8, at: at)
        case 2: bytes.removeSubrange(at..<min(bytes.count, at + Int.random(in: 1...30, using: &random)))
        case 3: bytes.insert(contentsOf: slice(bytes, 200, &random), at: at)
        case 4: bytes.removeSubrange(at...)
        default: bytes[at] ^= 0x20
        }
        if bytes.isEmpty { bytes = [0x20] }
    }

    @Test("Random, mutated and spliced articles")
    func randomTexts() {
        #expect(!Self.articles.isEmpty)
        let seeds = Soak.seeds(short: 3_000, long: 1_000_000)
        for seed in seeds {
            let broken = Soak.round(seed) { Self.broken(Self.article(seed), isTwice: seed % 8 == 0) }
            #expect(broken == [], "PULLQUOTE_SEED=\(seed)")
            if Soak.isOn, seed % 10_000 == 0 { print("articles at random: seed \(seed) of \(seeds.upperBound)") }
        }
    }

    @Test(
        "A long line costs what its length says",
        arguments: ["\"", "(", "said ", "Anna ", "“a ", "x, ", "'a ", "of the ", "said that he ", "a. ", "Anna said. "])
    func longLines(piece: String) {
        // Quadratic work would take hours here; nothing is timed.
        let text = String(repeating: piece, count: Soak.rounds(short: 4_000, long: 1_000_000))
        #expect(Self.broken(Article(id: "x", text: text), isTwice: false) == [])
    }

    /// The promises that the article's annotation breaks; a second annotation must be the first one.
    private static func broken(_ article: Article, isTwice: Bool) -> [String] {
        let annotation = Annotator().annotation(of: article)
        var broken = AnnotationPromises.broken(by: annotation, of: article)
        if isTwice, annotation != Annotator().annotation(of: article) { broken.append("the second annotation is another") }
        return broken
    }
}
