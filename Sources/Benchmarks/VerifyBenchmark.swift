import ArticleLibrary
import DocumentModel
import Foundation
import TestSupport

/// `verify` on a million quotations of made-up words, which are as frequent as words are (Zipf): claims that somebody nearly
/// said, and claims that nobody did.
struct VerifyBenchmark {
    let folder: String

    private static let quotations = 1_000_000
    private static let perArticle = 20
    private static let vocabulary = 60_000.0

    func run() throws {
        let library = try Library(at: folder + "/verify.db")
        let filling = try ContinuousClock().measure {
            let articles = Self.quotations / Self.perArticle
            for start in stride(from: 0, to: articles, by: 1000) {
                try library.add(
                    (start..<min(start + 1000, articles)).map {
                        .article(Self.article($0), Origin(path: "-", line: $0 + 1))
                    })
            }
        }
        Report.heading(
            "verify: \(Report.count(Double(Self.quotations), "quotations")) (filled in \(Int(filling.seconds)) s)")
        let numbers = (0..<100).map { ($0 * 9_973 + 17) % Self.quotations }
        try measure("one word changed", library, numbers) { Self.changed($0, 1) }
        try measure("three words changed", library, numbers) { Self.changed($0, 3) }
        try measure("a part of eight words", library, numbers) { Self.words(of: $0).prefix(8).joined(separator: " ") }
        try measure("frequent words only", library, numbers, isSaid: false) { number in
            var random = SplitMix(seed: UInt64(number) &+ 99)
            return (0..<9).map { _ in Self.word(Int(random.next() % 40)) }.joined(separator: " ")
        }
        try measure("nobody said it", library, numbers, isSaid: false) { number in
            var random = SplitMix(seed: UInt64(number) &+ 77)
            return (0..<14).map { _ in Self.word(&random) }.joined(separator: " ")
        }
        try FileManager.default.removeItem(atPath: folder + "/verify.db")
    }

    private func measure(
        _ name: String, _ library: Library, _ numbers: [Int], isSaid: Bool = true, _ claim: (Int) -> String
    ) throws {
        var times: [Duration] = []
        var found = 0
        _ = try library.quotations(nearestTo: claim(numbers[0]), limit: 10)
        for number in numbers {
            let words = claim(number)
            var matches: [QuotationMatch] = []
            let clock = ThreadClock()
            let start = clock.now
            matches = try library.quotations(nearestTo: words, limit: 10)
            times.append(clock.now - start)
            let said = Self.words(of: number).joined(separator: " ") + "."
            if isSaid ? matches.first?.quotation.text == said : matches.isEmpty { found += 1 }
        }
        times.sort()
        Report.line(
            name, Report.milliseconds(times[times.count / 2]), Report.milliseconds(times[times.count * 95 / 100]),
            "right \(found) of \(numbers.count)", "goal 50 ms")
    }

    // MARK: Made-up quotations

    private static func article(_ number: Int) -> AnnotatedArticle {
        var text = ""
        var annotation = Annotation()
        let name = "\(word(number % 97).capitalized) \(word(1000 + number % 4_001).capitalized)"
        annotation.actors = [Actor(id: Actor.ID(rawValue: 0), kind: .person, name: name, aliases: [name])]
        for ordinal in 0..<perArticle {
            let start = text.utf8.count
            text += words(of: number * perArticle + ordinal).joined(separator: " ") + "."
            annotation.quotations.append(
                Quotation(
                    spans: [start..<text.utf8.count], form: .direct,
                    speaker: Mention(.name, [], actor: Actor.ID(rawValue: 0))))
            text += "\n\n"
        }
        let details = Details(
            date: "20\(10 + number % 15)-0\(1 + number % 9)-1\(number % 10)", source: "Outlet \(number % 9)")
        return AnnotatedArticle(
            Article(
                id: "q\(number)", text: text, headline: .own("N\(number)"), details: details,
                blocks: [Block(.paragraph, 0..<text.utf8.count)]), annotation)
    }

    private static func words(of quotation: Int) -> [String] {
        var random = SplitMix(seed: UInt64(quotation) &* 0x9E37_79B9 &+ 5)
        return (0..<(9 + Int(random.next() % 20))).map { _ in word(&random) }
    }

    private static func changed(_ quotation: Int, _ count: Int) -> String {
        var words = words(of: quotation)
        for place in 0..<count { words[(place * 4 + 2) % words.count] = "never\(place)" }
        return words.joined(separator: " ")
    }

    private static func word(_ random: inout SplitMix) -> String {
        // A rank's chance falls with the rank.
        let share = Double(random.next() >> 11) / Double(1 << 53)
        return word(Int(exp(share * log(vocabulary))) - 1)
    }

    private static func word(_ rank: Int) -> String {
        var (rest, word) = (rank + 20, "")
        while rest > 0 {
            word += syllables[rest % syllables.count]
            rest /= syllables.count
        }
        return word
    }

    private static let syllables = "ba ce di fo gu ha je ki lo mu na pe ri so tu va we xi yo zu".split(separator: " ").map(
        String.init)
}
