import DocumentModel
import TestSupport

@testable import ArticleLibrary

/// Wire reports as several desks print them, with what only looks like copies: follow-ups with the same background, and reports
/// made from one form. The same seed gives the same articles.
struct StoryGold {
    struct Article {
        var annotated: AnnotatedArticle
        /// Articles of the same story have the same.
        var story: String
    }

    private(set) var articles: [Article] = []
    private var random: SplitMix
    private var number = 0

    init(seed: UInt64 = 11, stories: Int = 40) {
        random = SplitMix(seed: seed)
        for story in 0..<stories { addReport("wire \(story)") }
        for form in 0..<4 { addForms(form) }
    }

    private mutating func one<T>(_ choices: [T]) -> T { choices[Int(random.next() % UInt64(choices.count))] }
    private mutating func chance(_ percent: UInt64) -> Bool { random.next() % 100 < percent }

    private mutating func add(_ sentences: [String], title: String, story: String) {
        number += 1
        var text = ""
        var blocks: [Block] = []
        // Two or three sentences make a paragraph; desks break them elsewhere.
        var rest = sentences[...]
        while !rest.isEmpty {
            let count = 2 + Int(random.next() % 2)
            if !text.isEmpty { text += "\n\n" }
            let start = text.utf8.count
            text += rest.prefix(count).joined(separator: " ")
            blocks.append(Block(.paragraph, start..<text.utf8.count))
            rest = rest.dropFirst(count)
        }
        let article = DocumentModel.Article(
            id: "s\(number)", text: text, headline: .own(title),
            details: Details(date: "2024-0\(1 + number % 9)-1\(number % 8)", source: "Outlet \(number % 7)"), blocks: blocks
        )
        articles.append(Article(annotated: AnnotatedArticle(article, Annotation()), story: story))
    }

    // MARK: Reports and what desks do with them

    private mutating func addReport(_ story: String) {
        let report = report(sentences: 14)
        add(report, title: headline(), story: story)
        // Cut from the bottom, under another headline.
        add(Array(report.prefix(6 + Int(random.next() % 6))), title: headline(), story: story)
        // With a local paragraph, in front or behind.
        let local = self.report(sentences: 2)
        add(
            chance(50) ? local + Array(report.prefix(11)) : Array(report.prefix(12)) + local, title: headline(),
            story: story)
        // Spelt as the house does, with words changed here and there and a sentence taken out.
        var edited = report.map { edit($0) }
        edited.remove(at: 2 + Int(random.next() % 8))
        add(edited, title: headline(), story: story)
        if chance(50) {
            // All at once.
            add(
                local + report.prefix(9 + Int(random.next() % 4)).dropFirst(chance(30) ? 1 : 0).map { edit($0) }
                    as [String],
                title: headline(), story: story)
        }
        if chance(40) {
            // The next day's report: new, with the old one's background.
            add(self.report(sentences: 8) + Array(report.suffix(5)), title: headline(), story: story + ", next day")
        }
        if chance(25) {
            // Two reports in one: of the story that it has more of.
            let other = self.report(sentences: 9)
            add(other, title: headline(), story: story + ", other")
            add(Array(report.prefix(13)) + Array(other.prefix(8)), title: headline(), story: story)
        }
    }

    private mutating func headline() -> String {
        "\(one(Self.people)) \(one(Self.verbs)) \(one(Self.things)) in \(one(Self.places))"
    }

    private mutating func report(sentences: Int) -> [String] {
        let cast = [one(Self.people), one(Self.people), one(Self.people)]
        let place = one(Self.places)
        let thing = one(Self.things)
        return (0..<sentences).map { _ in sentence(cast, place, thing) }
    }

    private mutating func sentence(_ cast: [String], _ place: String, _ thing: String) -> String {
        let (who, other) = (one(cast), one(Self.things))
        let (verb, manner) = (one(Self.verbs), one(Self.manners))
        let figure = Int(random.next() % 900) + 11
        return switch random.next() % 12 {
        case 0: "\(who) \(verb) \(thing) \(manner), according to people familiar with the plans."
        case 1: "The decision on \(other) in \(place) came \(manner), \(who) said on \(one(Self.days))."
        case 2: "About \(figure) \(one(Self.crowds)) gathered in \(place) and \(verb) \(other)."
        case 3:
            "“We \(verb) \(thing) \(manner),” \(who) told \(one(Self.crowds)), “and nobody \(one(Self.verbs)) \(other).”"
        case 4: "Officials in \(place) estimate that \(other) cost \(figure) million crowns, \(one(Self.manners))."
        case 5:
            "\(who), who \(one(Self.verbs)) \(other) last year, declined to say whether \(one(Self.people)) would follow."
        case 6: "For \(figure) years \(thing) had belonged to \(one(Self.crowds)) of \(place)."
        case 7: "A report by \(one(Self.people)) found that \(one(Self.crowds)) \(verb) \(other) \(manner)."
        case 8: "On \(one(Self.days)) morning \(who) \(verb) \(thing) while \(one(Self.crowds)) watched \(manner)."
        case 9:
            "Neither \(who) nor \(one(Self.people)) could explain why \(other) \(manner) disappeared from \(one(Self.places))."
        case 10: "The \(one(Self.crowds)) of \(one(Self.places)) want \(other) back, and \(who) \(verb) them \(manner)."
        default: "\(one(Self.places)) and \(place), \(figure) kilometres apart, share \(other) and little else."
        }
    }

    /// A desk's hand: spelling, and a word in twenty.
    private mutating func edit(_ sentence: String) -> String {
        sentence.split(separator: " ").map { word in
            switch word {
            case "crowns,": return "kroner,"
            case "kilometres": return "kilometers"
            case "million": return chance(50) ? "m" : "million"
            case "on": return chance(10) ? "late on" : "on"
            case "said": return chance(30) ? "stated" : "said"
            case "told": return chance(30) ? "has told" : "told"
            default: return chance(2) ? one(Self.manners) : String(word)
            }
        }.joined(separator: " ")
    }

    // MARK: Forms

    /// Weather, markets, results, traffic: a form filled in anew each day.
    private mutating func addForms(_ form: Int) {
        for day in 0..<12 {
            func figure(_ most: UInt64) -> String { "\(random.next() % most + 2)" }
            let sentences: [String]
            switch form {
            case 0:
                sentences = [
                    "The day begins with fog in the valleys and temperatures of \(figure(20)) degrees.",
                    "In the afternoon the sun comes through and it warms up to \(figure(30)) degrees on the coast.",
                    "Inland, expect \(figure(28)) degrees and a wind from the west of \(figure(60)) kilometres an hour.",
                    "The chance of rain is \(figure(90)) percent, rising to \(figure(95)) percent towards the evening.",
                    "Sailors should expect waves of up to \(figure(5)) metres off the northern cape.",
                    "At night it cools to \(figure(12)) degrees, with the first stars over the islands.",
                ]
            case 1:
                sentences = [
                    "Shares closed \(figure(4)).\(figure(90)) percent higher after a quiet session on the exchange.",
                    "The index of the largest companies stood at \(figure(9000)) points at the bell.",
                    "Shipping gained \(figure(9)).\(figure(90)) percent while banks lost \(figure(7)).\(figure(90)) percent.",
                    "A barrel of oil cost \(figure(110)) crowns, and an ounce of gold \(figure(2400)) crowns.",
                    "The crown traded at \(figure(9)).\(figure(9000)) to the euro, little changed from the day before.",
                    "Turnover came to \(figure(800)) million crowns, according to the exchange.",
                ]
            case 2:
                sentences = [
                    "\(one(Self.places)) beat \(one(Self.places)) \(figure(6)) to \(figure(4)) in front of \(figure(9000)) spectators.",
                    "The first goal fell in the \(figure(40))th minute after a corner from the left.",
                    "\(one(Self.people)) scored in the \(figure(80))th minute and was booked in the \(figure(88))th.",
                    "The hosts had \(figure(70)) percent of the ball and \(figure(22)) shots at the goal.",
                    "The visitors stay in place \(figure(18)) of the table with \(figure(60)) points.",
                    "The next round is played on \(one(Self.days)) at \(figure(20)):\(figure(58)).",
                ]
            default:
                sentences = [
                    "Police counted \(figure(90)) accidents on the roads of the county over the weekend.",
                    "In \(figure(30)) of them people were hurt, \(figure(9)) of them badly.",
                    "The longest queue, of \(figure(25)) kilometres, formed on the coast road at \(figure(12)) o'clock.",
                    "Patrols stopped \(figure(400)) cars and took \(figure(40)) licences away.",
                    "The fastest driver was measured at \(figure(120)) kilometres an hour above the limit.",
                    "A year ago the weekend had seen \(figure(95)) accidents, police said.",
                ]
            }
            add(sentences, title: "Form \(form)", story: "form \(form), day \(day)")
        }
    }

    private static func words(_ text: String) -> [String] { text.split(separator: ",").map { $0.trimmed } }

    private static let people = words(
        "Ada Quill, Bo Reed, Cara Lind, Dov Amsel, Edda Voss, Finn Tolo, Gus Marek, Hale Onwu, Ida Brix, Jo Falke, Kit Sorel, "
            + "Lena Parr, Milo Zand, Noor Adem, Ove Hult, Pia Kern, Quin Rask, Rhea Dole, Sol Imani, Tess Wick, Ulf Bray, Vera Nox"
    )
    private static let places = words(
        "Altmoor, Brightwater, Cape Dorn, Dunfell, Eastry, Fallow Bay, Gramsund, Hollin, Ilmen, Jarrow Point, Kestrel, Lowick, "
            + "Marsh End, Norrvik, Orsett, Pellworm, Quarry Hill, Rathe, Stavel, Tarn, Ustica, Vardo, Wick, Yarrow")
    private static let things = words(
        "the ferry line, the old lighthouse, the fishing quota, the school roof, the night train, the water tower, the peat bog, "
            + "the harbour crane, the library van, the tide mill, the radio mast, the cattle market, the flood wall, the toll "
            + "bridge, the glass works, the seed bank, the ice rink, the post office, the opera tent, the wind farm")
    private static let verbs = words(
        "sold, defended, inspected, closed, promised, measured, forgot, painted, counted, rejected, rebuilt, borrowed, praised, "
            + "insured, flooded, blocked, toured, audited, mapped, renamed")
    private static let manners = words(
        "without a word, against all advice, in broad daylight, with borrowed money, after a long night, to general surprise, "
            + "under heavy rain, for the second time, by a narrow margin, in plain sight, at great expense, as agreed, with "
            + "evident relief, before the vote, in three languages, out of habit")
    private static let crowds = words(
        "fishermen, pensioners, students, dockers, teachers, farmers, nurses, pilots, beekeepers, reporters, tenants, widows"
    )
    private static let days = words("Monday, Tuesday, Wednesday, Thursday, Friday, Saturday, Sunday")
}

extension Substring {
    fileprivate var trimmed: String { String(drop { $0 == " " }) }
}
