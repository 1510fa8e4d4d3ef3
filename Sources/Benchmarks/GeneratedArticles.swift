import Foundation
import TestSupport
import Interchange

/// Articles of made-up people in made-up places, about 400 words each, with quotations of every kind. The same numbers give
/// the same articles.
struct GeneratedArticles {
    /// An article.
    struct Article {
        var id: String
        var title: String
        var date: String
        var source: String
        var text: String
    }

    private static let given =
        "Anna Boris Clara David Elena Felix Greta Hugo Irene Jonas Karin Louis Marta Nadia Oscar Petra"
        .split(separator: " ")
    private static let families =
        "Adler Bennett Castillo Dubois Eriksen Fontana Gruber Haddad Jensen Kowalski Larsen Moreau Novak Okafor Rossi Tanaka"
        .split(separator: " ")
    private static let bodies = [
        "the Ministry of Finance", "the Central Bank", "the City Council", "the Port Authority", "Nordic Steel",
        "the Court of Appeal",
    ]
    private static let places = ["Oslo", "Bergen", "Geneva", "Nairobi", "Lyon", "Porto", "Gdansk", "Tampere"]
    private static let outlets = ["The Harbour Post", "Morning Ledger", "Northern Wire", "The Examiner"]
    private static let subjects = [
        "the bridge", "the new budget", "the harbour", "the strike", "the vaccine", "the election", "the railway",
        "the treaty",
    ]
    private static let predicates = [
        "will be finished next year", "costs more than was promised", "needs another vote", "has failed the town",
        "cannot wait any longer", "was never discussed in public", "is safer than people think", "deserves a second look",
    ]
    private static let verbs = ["said", "told reporters", "added", "wrote", "argued", "insisted", "warned"]

    /// The article of a number.
    subscript(number: Int) -> Article {
        var random = SplitMix(seed: UInt64(number) &* 0x9E37_79B9 &+ 1)
        func one<C: RandomAccessCollection>(_ choices: C) -> C.Element where C.Index == Int {
            choices[Int(random.next() % UInt64(choices.count))]
        }
        let cast = (0..<3).map { _ in "\(one(Self.given)) \(one(Self.families))" }
        let subject = one(Self.subjects)
        var text = ""
        var words = 0
        while words < 400 {
            var paragraph: [String] = []
            for _ in 0..<3 {
                let claim = "\(one(Self.subjects)) \(one(Self.predicates))"
                let who = one(cast)
                let surname = who.split(separator: " ").last.map(String.init) ?? who
                let sentence =
                    switch random.next() % 7 {
                    case 0:
                        "“\(claim.capitalizedFirst), and everybody in \(one(Self.places)) knows it,” \(who) \(one(Self.verbs))."
                    case 1: "\(surname) said that \(claim), although \(one(Self.bodies)) has not confirmed it."
                    case 2: "According to \(one(Self.bodies)), \(claim)."
                    case 3: "“We have seen this before,” \(surname) said. “\(claim.capitalizedFirst).”"
                    case 4: "\(who) called it “a lost decade” in \(one(Self.places)) on Tuesday, and \(claim)."
                    case 5:
                        "In \(one(Self.places)), \(claim), and \(one(Self.bodies)) spent $\(random.next() % 900 + 10) million."
                    default: "For years \(claim), while \(one(Self.subjects)) \(one(Self.predicates)) in the eyes of many."
                    }
                paragraph.append(sentence)
            }
            let joined = paragraph.joined(separator: " ")
            words += joined.split(separator: " ").count
            text += (text.isEmpty ? "" : "\n\n") + joined
        }
        return Article(
            id: "a\(number)", title: "N\(number) \(subject.capitalizedFirst) \(one(Self.predicates))",
            date: "20\(10 + number % 15)-0\(1 + number % 9)-1\(number % 10)", source: one(Self.outlets), text: text)
    }

    /// Writes articles as records; gives the file's path.
    func writeRecords(_ count: Int, to path: String) throws -> String {
        var bytes: [UInt8] = []
        for number in 0..<count {
            let article = self[number]
            let fields = [
                ("id", article.id), ("title", article.title), ("date", article.date), ("source", article.source),
                ("text", article.text),
            ].map { "\"\($0)\":" + String(decoding: RawJSON(string: $1).bytes, as: UTF8.self) }
            bytes += "{\(fields.joined(separator: ","))}\n".utf8
        }
        try Data(bytes).write(to: URL(fileURLWithPath: path))
        return path
    }

    /// Writes articles as text files; gives their folder's path.
    func writeFiles(_ count: Int, to path: String) throws -> String {
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        for number in 0..<count {
            let article = self[number]
            let name = String(String(1_000_000 + number).dropFirst()) + ".txt"
            try Data("\(article.title)\n\n\(article.text)\n".utf8).write(to: URL(fileURLWithPath: "\(path)/\(name)"))
        }
        return path
    }
}

/// How many tokens a text has: runs of letters and digits, and every other character that is no white space.
func tokens(in text: some Sequence<UInt8>) -> Int {
    var count = 0
    var isInWord = false
    for byte in text {
        let isWord = byte >= 0x80 || byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A || byte >= 0x30 && byte <= 0x39
        if isWord ? !isInWord : byte > 0x20 { count += 1 }
        isInWord = isWord
    }
    return count
}

extension String {
    fileprivate var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
