import ArgumentParser
import ArticleLibrary
import DocumentModel
import Interchange

extension Quotation.Form: ExpressibleByArgument {}
extension Quotation.Act: ExpressibleByArgument {}

/// `pullquote correct`: what the annotator got wrong.
struct CorrectCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "correct",
        abstract: "Put right who says a quotation, what is none, and who is who.",
        discussion: """
            A quotation is meant by its article and by the number that “show” gives it: “pullquote correct a/1.txt 3 --speaker \
            "Ana Ruiz"”. People are meant by their names: “pullquote correct --merge "Ana Ruiz" "Ana María Ruiz"”; of namesakes \
            the one is meant whom an article calls so: “pullquote correct --rename "Ana Ruiz" "Ana Ruiz Gil" --article b/2.txt”. \
            Corrections hold for everybody who uses the library, stay when articles are annotated anew, and can be taken back.
            """)

    @OptionGroup var source: LibraryOptions

    @Option(help: ArgumentHelp("This is who says it.", valueName: "name"))
    var speaker: String?

    @Flag(help: "The speaker is an organisation or a place; so are the names of --merge, --split and --rename.")
    var body = false

    @Flag(help: "The article never names who says it.")
    var nobody = false

    @Flag(name: .customLong("not-a-quotation"), help: "It is no quotation.")
    var isNone = false

    @Option(name: .customLong("type"), help: "All, some or none of its words stand between marks.")
    var form: Quotation.Form?

    @Option(help: "It was said, or thought.")
    var act: Quotation.Act?

    @Flag(help: "Whoever is called the second name is called the first.")
    var merge = false

    @Flag(
        help:
            "The second name is no spelling of the first; the same name twice: whom --article names is somebody else in other articles."
    )
    var split = false

    @Flag(help: "Whoever is called the first name is listed under the second.")
    var rename = false

    @Option(
        help: ArgumentHelp(
            "Of several people of one name the one is meant whom this article names. Twice for two who are called the same: the first article is the first name's.",
            valueName: "id"))
    var article: [String] = []

    @Option(help: ArgumentHelp("Take back the correction of this number.", valueName: "number"))
    var undo: Int64?

    @Argument(help: ArgumentHelp("An article's id and a quotation's number, or two names.", valueName: "what"))
    var what: [String] = []

    func validate() throws {
        let ways = [speaker != nil, nobody, isNone, form != nil, act != nil, merge, split, rename, undo != nil]
        guard ways.count(where: \.self) == 1 else {
            throw ValidationError(
                "say one of --speaker, --nobody, --not-a-quotation, --type, --act, --merge, --split, --rename, --undo")
        }
        if undo == nil, what.count != 2 {
            throw ValidationError(
                isOfPeople ? "two names are needed" : "an article's id and a quotation's number are needed")
        }
        if !article.isEmpty, !isOfPeople { throw ValidationError("--article goes with --merge, --split or --rename") }
    }

    private var isOfPeople: Bool { merge || split || rename }

    func run() throws {
        let library = try source.open()
        _ = try source.bringUpToDate(library)
        try carryOut {
            if let undo {
                guard try library.undoCorrection(undo) != nil else {
                    throw Failure(.badInput, "there is no correction \(undo)")
                }
                return
            }
            let change = try change(in: library)
            let number = try library.correct(change)
            // Numbers of quotations move up when one is none: so it says which one was meant.
            try StandardOutput.print("correction \(number): \(change.sentence)\n")
        }
    }

    private func change(in library: Library) throws -> Correction.Change {
        let kind: Actor.Kind = body ? .body : .person
        if isOfPeople {
            let articles = try article.map { try self.article($0, in: library) }
            // Whom a merge is to may be new: then it gives them that name.
            if !merge { try requireKnown(what[0], in: library) }
            if !rename { try requireKnown(what[1], in: library) }
            let first = try person(what[0], articles, in: library)
            if rename { return .rename(first, to: what[1]) }
            if split { return try split(first, articles, in: library) }
            return .merge(first, try person(what[1], articles.reversed(), in: library))
        }
        let key = try article(what[0], in: library)
        guard let number = Int(what[1]), number > 0, let anchor = try library.anchor(ofQuotation: number - 1, in: key)
        else {
            throw Failure(.badInput, "\(what[0]) has no quotation \(what[1])")
        }
        if let speaker { return .speaker(anchor, ActorName(speaker, kind: kind)) }
        if let form { return .form(anchor, form) }
        if let act { return .act(anchor, act) }
        return nobody ? .speaker(anchor, nil) : .notAQuotation(anchor)
    }

    /// A spelling that is somebody else's; where the two names are the same, two persons in two articles.
    private func split(_ name: ActorName, _ articles: [ArticleKey], in library: Library) throws -> Correction.Change {
        guard what[0] == what[1] else { return .split(name, ActorName(what[1], kind: name.kind, in: name.article)) }
        guard name.article != nil else { throw Failure(.badInput, "say by --article whom of the name you mean") }
        if articles.count > 1 { return .split(name, try person(what[1], articles.reversed(), in: library)) }
        guard let change = try library.splitting(name) else {
            throw Failure(.badInput, "no other article names \(what[0])")
        }
        return change
    }

    /// A name that nobody bears is a slip of the keys: what is said of it would never be seen.
    private func requireKnown(_ name: String, in library: Library) throws {
        let kind: Actor.Kind = body ? .body : .person
        if try library.knows(ActorName(name, kind: kind)) { return }
        let isOfOtherKind = try library.knows(ActorName(name, kind: body ? .person : .body))
        let hint =
            !isOfOtherKind
            ? ""
            : body ? "; it is a person's name: leave --body out" : "; it is an organisation's or a place's name: say --body"
        throw Failure(.badInput, "\(body ? "nothing" : "nobody") in this library is called \(name)\(hint)")
    }

    private func article(_ id: String, in library: Library) throws -> ArticleKey {
        guard let key = try library.article(called: id) else { throw Failure(.badInput, "no such article: \(id)") }
        return key
    }

    /// A name with the first of these articles that calls somebody so. A name that several bear needs one.
    private func person(_ written: String, _ articles: [ArticleKey], in library: Library) throws -> ActorName {
        let name = ActorName(written, kind: body ? .body : .person)
        for article in articles { if let name = try library.name(name, in: article) { return name } }
        let bearers = try library.bearers(of: name)
        guard bearers.count > 1 else {
            // Of a merge the article may be the other's.
            guard merge || articles.isEmpty else { throw Failure(.badInput, "this article does not name \(written)") }
            return name
        }
        let ids = try bearers.compactMap { try library.article($0)?.article.id }
        throw Failure(
            .badInput,
            "\(bearers.count) people are called \(written): say by --article which is meant; they are named in \(ids.joined(separator: ", "))"
        )
    }
}

extension Correction.Change {
    /// What it says, in words.
    fileprivate var sentence: String {
        switch self {
        case .speaker(let anchor, let name?): "\(anchor.shown) is said by \(name.name)"
        case .speaker(let anchor, nil): "\(anchor.shown) is said by nobody who is named"
        case .notAQuotation(let anchor): "\(anchor.shown) is no quotation"
        case .form(let anchor, let form): "\(anchor.shown) is \(form.rawValue)"
        case .act(let anchor, let act): "\(anchor.shown) is \(act.rawValue)"
        case .merge(let name, let other): "\(other.name) is \(name.name)"
        case .split(let name, let other): "\(other.name) is not \(name.name)"
        case .rename(let name, let new): "\(name.name) is listed as \(new)"
        }
    }
}

extension QuotationAnchor {
    /// Its first words, in marks of its own or these.
    fileprivate var shown: String {
        let most = 60
        let cut = words.count > most ? words.prefix(most) + "…" : words[...]
        return cut.first.map { "\"“‘«„'".contains($0) } == true ? String(cut) : "“\(cut)”"
    }
}
