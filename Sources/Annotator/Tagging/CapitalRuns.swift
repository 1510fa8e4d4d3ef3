import EnglishModel

/// Runs of capital words with the small words that join them, and where in the article each of their words stands.
struct CapitalRuns {
    /// The runs in their order, and for each token the number of its own.
    private var runs: [(start: Int32, end: Int32)] = []
    private var runOf = SpanMap(count: 0)
    /// The places where words stand capital, each with the number of the next one of its word, and for each word the number of
    /// its first; -1 for none.
    private(set) var places: [(token: Int32, next: Int32)] = []
    private(set) var firstPlace: [Int32] = []
    /// For each word of capitals alone, the last token of a run whose words begin with its letters: *WHO*, *World Health
    /// Organization*.
    private(set) var initialised: [Int32?] = []

    init() {}

    /// The runs of a text. Linear.
    init(_ text: AnalysedText, _ sketches: WordSketches, isFirst: [Bool], setting: [UInt8]) {
        let count = text.tokens.count
        firstPlace = Array(repeating: -1, count: sketches.foldedCount)
        initialised = Array(repeating: nil, count: sketches.foldedCount)
        for sentence in text.sentences { findRuns(text, sentence, isFirst) }
        runOf = SpanMap(count: count, runs.lazy.map { Int($0.start)..<Int($0.end) })
        // From the end, so that each word's places come in order.
        for at in stride(from: count - 1, through: 0, by: -1)
        where runOf.contains(at) && text.tokens[at].isCapital && setting[at] != 1 {
            let word = sketches.foldedNumber(of: at)
            places.append((Int32(at), firstPlace[word]))
            firstPlace[word] = Int32(places.count - 1)
        }
        findInitialised(text, sketches)
    }

    /// The run that a token is in.
    @inline(__always)
    func run(_ at: Int) -> Range<Int>? {
        let number = runOf[at]
        guard number >= 0 else { return nil }
        let run = runs[Int(number)]
        return Int(run.start)..<Int(run.end)
    }

    private mutating func findRuns(_ text: AnalysedText, _ sentence: TokenRange, _ isFirst: [Bool]) {
        func isCapital(_ at: Int) -> Bool {
            at < sentence.upperBound && text.tokens[at].isWord && text.tokens[at].isCapital
        }
        var at = sentence.lowerBound
        while at < sentence.upperBound {
            guard isCapital(at), !(isFirst[at] && text.tokens[at].isAny(of: .function)) else {
                at += 1
                continue
            }
            var end = at + 1
            while end < sentence.upperBound {
                if isCapital(end) {
                    end += 1
                } else if text.tokens[end].isWord, isCapital(end + 1), Self.joins(text, end) {
                    end += 2
                } else if text.token(end, is: "of"), isCapital(end + 2), text.token(end + 1, is: "the") {
                    end += 3
                } else {
                    break
                }
            }
            runs.append((Int32(at), Int32(end)))
            at = end
        }
    }

    private static func joins(_ text: AnalysedText, _ at: Int) -> Bool {
        joiners.contains { text.token(at, is: $0) }
    }

    private static let joiners: [StaticString] = ["of", "the", "for", "de", "la", "al", "bin", "von"]

    private mutating func findInitialised(_ text: AnalysedText, _ sketches: WordSketches) {
        var wanted: [UInt64: Int32] = [:]
        var short: [(token: Int, letters: UInt64)] = []
        for at in text.tokens.indices where text.tokens[at].shape.contains(.allCapitals) && text.tokens[at].isWord {
            guard let letters = Self.capitals(text.bytes(of: at)) else { continue }
            wanted[letters] = -1
            short.append((at, letters))
        }
        guard !wanted.isEmpty else { return }
        for run in runs {
            for first in Int(run.start)..<Int(run.end) {
                var letters: UInt64 = 0
                var count = 0
                var at = first
                while at < Int(run.end), count < 6 {
                    if text.tokens[at].isCapital, let letter = text.bytes(of: at).first {
                        letters = letters << 8 | UInt64(letter)
                        count += 1
                        if count > 1, at > first, wanted[letters] == -1 { wanted[letters] = Int32(at) }
                    }
                    at += 1
                }
            }
        }
        for (at, letters) in short {
            if let last = wanted[letters], last >= 0 { initialised[sketches.foldedNumber(of: at)] = last }
        }
    }

    /// The capitals of a word as one number; nil unless they are two to six.
    private static func capitals(_ bytes: ArraySlice<UInt8>) -> UInt64? {
        var letters: UInt64 = 0
        var count = 0
        for byte in bytes where Tokenizer.isCapital(byte) {
            letters = letters << 8 | UInt64(byte)
            count += 1
        }
        return (2...6).contains(count) ? letters : nil
    }
}
