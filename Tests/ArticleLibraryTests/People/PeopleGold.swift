import DocumentModel
import TestSupport

@testable import ArticleLibrary

/// Short articles of which it is known who is who: written ones full of hard cases, and made ones as most news is.
///
/// A name is marked `[Ann Bell^bell]`: the spelling, and who it is; `[Bell=Ann Bell^bell]` is a second spelling in its article;
/// `[=City Council]` is an organisation, `[@Oslo]` a place.
enum PeopleGold {
    struct Article {
        var annotated: AnnotatedArticle
        /// Who the article's persons are, by their names there.
        var who: [String: String]
    }

    static func article(_ id: String, _ marked: String, source: String? = nil, date: String? = nil) -> Article {
        var plain = ""
        var who: [String: String] = [:]
        var rest = marked[...]
        while let open = rest.firstIndex(of: "["), let close = rest[open...].firstIndex(of: "]") {
            let inner = rest[rest.index(after: open)..<close]
            let parts = inner.split(separator: "^")
            let name = parts.first ?? ""
            if parts.count > 1 { who[String(name.split(separator: "=").last ?? name)] = String(parts[1]) }
            plain += rest[..<open] + "[\(name)]"
            rest = rest[rest.index(after: close)...]
        }
        return Article(annotated: Small.article(id, plain + rest, date: date, source: source), who: who)
    }

    /// All of them; the written ones first.
    static let all: [Article] = written + made

    /// Articles with the hard cases, each group a small world of its own.
    static let written: [Article] = HardPeople.groups.enumerated().flatMap { number, group in
        group.enumerated().map {
            article("h\(number).\($0)", $1, source: "Outlet \(number % 4)", date: "2024-0\(1 + $0 % 9)-11")
        }
    }

    /// Articles of circles of people who appear together, made by chance from a seed.
    static let made: [Article] = {
        var random = SplitMix(seed: 20_24)
        func one<T>(_ choices: [T]) -> T { choices[Int(random.next() % UInt64(choices.count))] }
        var articles: [Article] = []
        for number in 0..<190 {
            let circle = number % circles.count
            let world = circles[circle]
            var cast = world.people
            while cast.count > 3 { cast.remove(at: Int(random.next() % UInt64(cast.count))) }
            // The number makes each an article of its own.
            var text = "\(number). In [@\(one(world.places))], [=\(one(world.bodies))] met. "
            for person in cast {
                let full = person.names[random.next() % 4 == 0 ? Int(random.next() % UInt64(person.names.count)) : 0]
                let family = full.split(separator: " ").last.map(String.init) ?? full
                let id = "\(circle) \(person.names[0])"
                switch random.next() % 10 {
                case 0, 1, 2:
                    text += "\(one(person.roles)) [\(full)^\(id)] spoke first; [\(family)=\(full)^\(id)] did not smile. "
                case 3, 4: text += "[\(full)^\(id)], \(one(person.roles).lowercased()), was there. "
                case 5, 6: text += "Then came [\(full)^\(id)] and left. "
                case 7: text += "Nobody had expected [\(family)^\(id)]. "
                case 8: text += "Only [\(full.prefix(1)). \(family)^\(id)] signed. "
                default: text += "{\(full)|We shall see.} said [\(full)^\(id)]. "
                }
            }
            articles.append(
                article(
                    "m\(number)", text, source: one(["Morning Ledger", "Northern Wire", "The Examiner"]),
                    date: "2024-05-1\(number % 10)"))
        }
        return articles
    }()

    private struct Person {
        /// The first is the usual one.
        var names: [String]
        var roles: [String]
    }

    private struct Circle {
        var people: [Person]
        var bodies: [String]
        var places: [String]
    }

    private static let circles = [
        Circle(
            people: [
                Person(
                    names: ["Serhii Harbuzenko", "Sergei Harbuzenko", "Serhiy Harbuzenka"],
                    roles: ["President", "The president"]),
                Person(names: ["Ruzanna Petrosyan", "Ruzanna Petrosian"], roles: ["Foreign Minister", "The minister"]),
                Person(names: ["Oleh Stasiuk"], roles: ["A former adviser"]),
                Person(names: ["Marta Lindqvist"], roles: ["The envoy", "Ambassador"]),
            ], bodies: ["Hradna Dam Authority", "Foreign Ministry"], places: ["Geneva", "Hradna"]),
        Circle(
            people: [
                Person(names: ["Tomás Okafor", "Tomas Okafor"], roles: ["Striker", "The striker"]),
                Person(names: ["Jonas Lindqvist"], roles: ["Coach", "The coach"]),
                Person(names: ["Yann Moreau"], roles: ["Goalkeeper"]),
                Person(names: ["Petra Novak", "Petra Nováková"], roles: ["Referee"]),
            ], bodies: ["FC Porto Nuevo", "Cup Committee"], places: ["Lyon", "Porto"]),
        Circle(
            people: [
                Person(names: ["Elena Fontana"], roles: ["Chairwoman", "The banker"]),
                Person(names: ["Viktor Adler", "Wiktor Adler"], roles: ["Investor"]),
                Person(names: ["Greta Jensen"], roles: ["Economist"]),
                Person(names: ["Samuel Haddad", "Sam Haddad"], roles: ["Entrepreneur"]),
            ], bodies: ["Nordic Steel", "Haddad Holdings"], places: ["Oslo", "Rotterdam"]),
        Circle(
            people: [
                Person(names: ["Irene Castillo"], roles: ["Judge", "The judge"]),
                Person(names: ["David Eriksen"], roles: ["Prosecutor"]),
                Person(names: ["Nadia Rossi"], roles: ["A lawyer"]),
                Person(names: ["Oscar Gruber"], roles: ["Detective"]),
            ], bodies: ["Court of Appeal"], places: ["Bergen", "Trieste"]),
        Circle(
            people: [
                Person(names: ["Mohammed al-Rashid", "Muhammad al-Rashid", "Mohamed Al Rashid"], roles: ["Professor"]),
                Person(names: ["Karin Tanaka"], roles: ["Oceanographer"]),
                Person(names: ["Louis Dubois"], roles: ["Biologist"]),
                Person(names: ["Nguyen Minh Chau"], roles: ["Researcher"]),
            ], bodies: ["Tidal Institute", "University of Hue"], places: ["Hue", "Brest"]),
        Circle(
            people: [
                Person(names: ["Clara Bennett"], roles: ["Singer", "The singer"]),
                Person(names: ["Hugo Kowalski"], roles: ["Composer"]),
                Person(names: ["Boris Larsen"], roles: ["Actor"]),
                Person(names: ["Anna Adler"], roles: ["Novelist"]),
            ], bodies: ["Isla Verde Festival"], places: ["Isla Verde", "Tampere"]),
    ]
}

/// B³ (Bagga and Baldwin 1998): for each element how pure and how whole the cluster is that it was put in.
struct BCubed {
    var precision = 0.0
    var recall = 0.0
    var f1: Double { precision + recall > 0 ? 2 * precision * recall / (precision + recall) : 0 }

    /// Elements with their cluster and their true cluster.
    init(_ elements: [(cluster: String, truth: String)]) {
        var clusters: [String: [String: Int]] = [:]
        var truths: [String: Int] = [:]
        for element in elements {
            clusters[element.cluster, default: [:]][element.truth, default: 0] += 1
            truths[element.truth, default: 0] += 1
        }
        for element in elements {
            let cluster = clusters[element.cluster] ?? [:]
            let both = Double(cluster[element.truth] ?? 0)
            precision += both / Double(cluster.values.reduce(0, +)) / Double(elements.count)
            recall += both / Double(truths[element.truth] ?? 1) / Double(elements.count)
        }
    }
}
