import Annotator
import ArticleLibrary
import DocumentModel
import Foundation
import TestSupport
import Ingest
import Synchronization

/// Libraries of any size of made-up articles with their annotation, made without an annotator: words as frequent as a
/// language's (Zipf's law), thousands of people, dates over fifteen years. The same numbers give the same articles.
struct GeneratedLibrary {
    /// What is looked for in such libraries.
    struct Words {
        /// Words in about every two hundredth title.
        var inTitles: [String]
        /// Words in some hundredth of the texts.
        var inTexts: [String]
        /// Words in more than a fifth of all texts.
        var common: [String]
        /// The first two letters of many words.
        var prefixes: [String]
        /// Full names.
        var people: [String]
    }

    private let vocabulary: [String]
    /// The sums of the words' frequencies.
    private let sums: [UInt32]
    private let families: [String]

    private static let syllables =
        "ba be bi bo bu da de di do du fa fe fi ka ke ki ko la le li lo ma me mi mo na ne ni no pa pe pi po ra re ri ro sa se si so ta te ti to va ve vi"
        .split(separator: " ").map(String.init)
    private static let given =
        "Anna Boris Clara David Elena Felix Greta Hugo Irene Jonas Karin Louis Marta Nadia Oscar Petra Quentin Rosa Simon Teresa Ursula Viktor Wanda Xavier Yusuf Zoe"
        .split(separator: " ").map(String.init)
    private static let bodies = [
        "Ministry of Finance", "Central Bank", "City Council", "Port Authority", "Nordic Steel", "Court of Appeal",
    ]
    private static let outlets = ["The Harbour Post", "Morning Ledger", "Northern Wire", "The Examiner"]

    init() {
        var random = SplitMix(seed: 1)
        func word(_ syllables: Int) -> String {
            (0..<syllables).map { _ in Self.syllables[Int(random.next() % UInt64(Self.syllables.count))] }.joined()
        }
        var seen: Set<String> = []
        var words: [String] = []
        let lengths = [1, 2, 2, 3, 3, 4]
        while words.count < 20_000 {
            let next = word(lengths[Int(random.next() % 6)])
            if seen.insert(next).inserted { words.append(next) }
            if words.count == 40 { seen.formUnion(Self.syllables) }
        }
        vocabulary = words
        var sum: UInt32 = 0
        sums = words.indices.map { index in
            sum += UInt32(10_000_000 / (index + 10))
            return sum
        }
        families = (0..<400).map { _ in word(3).prefix(1).uppercased() + word(2) + "son" }
    }

    /// What to look for. Frequencies follow from the ranks of words.
    var words: Words {
        Words(
            inTitles: (0..<20).map { vocabulary[300 + 7 * $0] }, inTexts: (0..<20).map { vocabulary[2_000 + 31 * $0] },
            common: (0..<20).map { vocabulary[5 + $0] },
            prefixes: Array(Set(vocabulary[100..<400].map { String($0.prefix(2)) }).sorted().prefix(20)),
            people: (0..<20).map { "\(Self.given[$0]) \(families[17 * $0 % 400])" })
    }

    /// The article of a number, with its annotation, ready for a library.
    func addition(_ number: Int) -> Addition {
        let annotated = article(number)
        return Addition(
            annotated, from: Origin(path: "/generated/articles.jsonl", line: number + 1), annotator: Annotator.modelName)
    }

    /// How many bytes the text of an article has.
    func textSize(_ number: Int) -> Int { article(number).article.text.utf8.count }

    /// Fills a library with the articles of these numbers, two threads writing them and one storing. Gives the processor's time
    /// that storing took.
    func fill(_ library: Library, _ numbers: Range<Int>) throws -> Duration {
        let storing = Mutex(Duration.zero)
        let steps = Mutex<[ImportStep]>([])
        let failure = Mutex<(any Error)?>(nil)
        let work = OrderedWork<Int, Addition>(threads: 3, places: 1024) { [self] in
            addition($0)
        } deliver: { addition in
            guard let addition else { return true }
            let batch = steps.withLock { steps -> [ImportStep] in
                steps.append(.article(addition))
                guard steps.count >= 512 else { return [] }
                defer { steps = [] }
                return steps
            }
            guard !batch.isEmpty else { return true }
            let clock = ThreadClock()
            let start = clock.now
            do { try library.add(batch, isMoreToCome: true) } catch { failure.withLock { $0 = error } }
            storing.withLock { $0 += clock.now - start }
            return failure.withLock { $0 == nil }
        }
        for number in numbers where !work.submit(number) { break }
        work.finish()
        if let failure = failure.withLock({ $0 }) { throw failure }
        try library.add(steps.withLock { $0 })
        try library.settle()
        return storing.withLock { $0 }
    }

    private func article(_ number: Int) -> AnnotatedArticle {
        var random = SplitMix(seed: UInt64(number) &* 0x9E37_79B9 &+ 7)
        func below(_ bound: Int) -> Int { Int(random.next() % UInt64(bound)) }
        func word() -> String {
            let wanted = UInt32(random.next() % UInt64(sums[sums.count - 1]))
            var (low, high) = (0, sums.count - 1)
            while low < high {
                let middle = (low + high) / 2
                if sums[middle] <= wanted { low = middle + 1 } else { high = middle }
            }
            return vocabulary[low]
        }
        func sentence(_ count: Int) -> String {
            let words = (0..<count).map { _ in word() }.joined(separator: " ")
            return words.prefix(1).uppercased() + words.dropFirst()
        }
        // A third of what is said is said by a hundred people.
        let cast = (0..<3).map { _ in
            let isProminent = below(3) == 0
            return "\(Self.given[below(26)]) \(families[isProminent ? below(4) : below(400)])"
        }
        let body = Self.bodies[below(Self.bodies.count)]
        var annotation = Annotation()
        for (index, name) in (cast + [body]).enumerated() {
            annotation.actors.append(
                Actor(
                    id: Actor.ID(rawValue: Int32(index)), kind: index < 3 ? .person : .body, name: name,
                    aliases: index < 3 ? [name, String(name.split(separator: " ")[1])] : [name]))
        }
        var text = ""
        var blocks: [Block] = []
        var paragraph = 0
        var words = 0
        while words < 400 {
            let start = text.utf8.count
            let count = 8 + below(14)
            words += count
            switch below(10) {
            case 0...2:
                let who = below(3)
                let quoted = "“" + sentence(count) + ",”"
                text += quoted + " "
                let name = text.utf8.count..<text.utf8.count + cast[who].utf8.count
                text += cast[who] + " said. "
                annotation.entities.append(Entity(.person, name, actor: Actor.ID(rawValue: Int32(who))))
                annotation.quotations.append(
                    Quotation(
                        spans: [start..<start + quoted.utf8.count], form: .direct,
                        cue: [name.upperBound + 1..<name.upperBound + 5],
                        speaker: Mention(.name, [name], actor: Actor.ID(rawValue: Int32(who))), reasons: ["cue:said"]))
            case 3:
                text += "The "
                let name = text.utf8.count..<text.utf8.count + body.utf8.count
                text += body + " " + sentence(count).lowercased() + ". "
                annotation.entities.append(Entity(.organisation, name, actor: Actor.ID(rawValue: 3)))
            default: text += sentence(count) + ". "
            }
            if below(3) == 0 || words >= 400 {
                blocks.append(Block(.paragraph, paragraph..<text.utf8.count - 1))
                text += "\n"
                paragraph = text.utf8.count
            }
        }
        let day = 5_479 * 86_400
        let instant = 1_262_304_000 + Int(random.next() % UInt64(day))
        var time = instant
        var parts = tm()
        gmtime_r(&time, &parts)
        func two(_ number: Int32) -> String { number < 10 ? "0\(number)" : "\(number)" }
        let date =
            "\(parts.tm_year + 1900)-\(two(parts.tm_mon + 1))-\(two(parts.tm_mday))T\(two(parts.tm_hour)):\(two(parts.tm_min)):\(two(parts.tm_sec))Z"
        return AnnotatedArticle(
            Article(
                id: "a\(number)", text: text, headline: .own("N\(number) " + sentence(6)),
                details: Details(date: date, source: Self.outlets[below(4)]), blocks: blocks), annotation)
    }
}
