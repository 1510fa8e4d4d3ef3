import Annotator
import ArticleImport
import DocumentModel
import Foundation
import TestSupport

/// Pronouns with everybody they may stand for, and who of them is right.
struct PronounCorpus {
    struct Example {
        var setting: Int
        var candidates: [Candidate]
        var chosen: Int?
        var isSpeaker: Bool
        var article: String
        var place: TextRange
        var hasAnswer: Bool { candidates.contains(where: \.isRight) }
    }

    struct Candidate {
        var features: [UInt16]
        var name: String
        var isRight: Bool
    }

    private(set) var examples: [Example] = []

    /// Speakers by hand in PolNeAR.
    init(_ gold: [SpeakerGold], _ corpora: Corpora, _ model: SpeakerModel) throws {
        let byArticle = Dictionary(grouping: gold, by: \.article)
        for (article, _) in try corpora.quotations("train") {
            guard let wanted = byArticle[article.id] else { continue }
            let points = CodePoints(article.text)
            let places = Dictionary(wanted.map { (points.bytes($0.place), $0) }) { first, _ in first }
            add(article, model) { pronoun, annotation in
                guard let example = places[pronoun.place] else { return nil }
                return { example.isRight(annotation.actors[$0].name) }
            }
        }
    }

    /// Speakers of our own articles.
    init(own articles: [OwnArticles.Own], _ model: SpeakerModel) {
        for own in articles {
            var places: [TextRange: String] = [:]
            for expected in own.gold.quotations where expected.quotation.part == .text {
                guard let mention = expected.quotation.speaker?.ranges.first, let name = expected.speakerName else {
                    continue
                }
                places[mention] = name
            }
            add(own.article, model) { pronoun, annotation in
                guard let name = places[pronoun.place] else { return nil }
                return { annotation.actors[$0].name == name }
            }
        }
    }

    /// The chains of GUM: a member is whose names are of the pronoun's chain.
    init(gum corpora: Corpora, _ model: SpeakerModel) throws {
        let file = corpora.folder.appending(path: "coreference/gum.jsonl")
        for (article, record) in zip(try Records.articles(in: file), try Records.objects(in: file)) {
            let points = CodePoints(article.text)
            var chains: [TextRange: Int] = [:]
            var ends: [Int: [(start: Int, chain: Int)]] = [:]
            for (number, entity) in (record["entities"] as? [[String: Any]] ?? []).enumerated()
            where entity["type"] as? String == "person" {
                for mention in entity["mentions"] as? [[Any]] ?? [] {
                    guard mention.count > 1, let start = mention[0] as? Int, let end = mention[1] as? Int else { continue }
                    let range = points.bytes(start..<end)
                    chains[range] = number
                    ends[range.upperBound, default: []].append((range.lowerBound, number))
                }
            }
            var memberChains: [Int: [Int: Int]]?
            add(article, model) { pronoun, annotation in
                if memberChains == nil {
                    var found: [Int: [Int: Int]] = [:]
                    for entity in annotation.entities where entity.kind == .person {
                        guard let actor = entity.actor else { continue }
                        for (start, chain) in ends[entity.range.upperBound] ?? []
                        where start <= entity.range.lowerBound && entity.range.lowerBound - start < 24 {
                            let before = article.text.utf8.dropFirst(start).prefix(entity.range.lowerBound - start)
                            let title = String(decoding: Array(before), as: UTF8.self)
                            guard !title.contains("'s"), !title.contains(" of "), !title.contains("’s") else { continue }
                            found[Int(actor.rawValue), default: [:]][chain, default: 0] += 1
                        }
                    }
                    memberChains = found
                }
                guard let chain = chains[pronoun.place] else { return nil }
                return { member in
                    let votes = memberChains?[member] ?? [:]
                    return votes.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key == chain
                }
            }
        }
    }

    /// The snippets of GAP: one of two names.
    init(gap corpora: Corpora, _ model: SpeakerModel) throws {
        for name in ["development", "validation"] {
            let file = corpora.folder.appending(path: "coreference/gap_\(name).tsv")
            for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n").dropFirst() {
                let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
                guard cells.count > 9, let at = Int(cells[3]), let first = Int(cells[5]), let second = Int(cells[8]) else {
                    continue
                }
                let isFirst = cells[6].uppercased() == "TRUE"
                guard isFirst != (cells[9].uppercased() == "TRUE") else { continue }
                let article = Article(id: cells[0], text: cells[1])
                let points = CodePoints(article.text)
                func range(_ start: Int, _ words: String) -> TextRange {
                    points.bytes(start..<start + words.unicodeScalars.count)
                }
                let right = isFirst ? range(first, cells[4]) : range(second, cells[7])
                let place = range(at, cells[2])
                add(article, model) { pronoun, annotation in
                    guard pronoun.place == place else { return nil }
                    let member = annotation.entities.first { $0.kind == .person && $0.range.overlaps(right) }?.actor?
                        .rawValue
                    return { $0 == member.map(Int.init) }
                }
            }
        }
    }

    /// Takes in the pronouns for which `answer` knows who is right.
    private mutating func add(
        _ article: Article, _ model: SpeakerModel, answer: (PronounExample, Annotation) -> ((Int) -> Bool)?
    ) {
        let (found, annotation) = PronounExample.all(in: article, model: model)
        for pronoun in found {
            guard let isRight = answer(pronoun, annotation) else { continue }
            examples.append(
                Example(
                    setting: pronoun.setting,
                    candidates: pronoun.candidates.map {
                        Candidate(
                            features: $0.features, name: annotation.actors[$0.member].name, isRight: isRight($0.member))
                    }, chosen: pronoun.candidates.firstIndex { $0.member == pronoun.chosen }, isSpeaker: pronoun.isSpeaker,
                    article: article.id, place: pronoun.place))
        }
    }
}
