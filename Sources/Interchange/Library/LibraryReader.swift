public import DocumentModel
import Foundation

/// Reads lines that ``LibraryJSON`` and ``CorrectionJSON`` wrote.
public enum LibraryReader {
    /// Why a line is none of these.
    public struct Problem: Error, Sendable, Equatable, CustomStringConvertible {
        /// What is wrong, in one line.
        public var description: String

        /// A line is none of a library because of this.
        public init(description: String) { self.description = description }
    }

    /// The record in a line; nil for the first line of a library.
    public static func record(in line: [UInt8]) throws(Problem) -> LibraryRecord? {
        do {
            let line = try JSONDecoder().decode(Line.self, from: Data(line))
            if let version = line.library {
                guard version <= LibraryJSON.version else { throw Problem(description: "made by a newer pullquote") }
                return nil
            }
            return try line.record
        } catch let problem as Problem {
            throw problem
        } catch let error as DecodingError {
            throw Problem(description: error.inWords)
        } catch {
            throw Problem(description: "\(error)")
        }
    }
}

/// A line as it stands.
private struct Line: Decodable {
    struct File: Decodable {
        var path: String
        var facts: [Int64]?
        var annotator: String?
        var problems: Int?
    }
    struct Mark: Decodable {
        var article: String
        var read: Bool?
        var starred: Bool?
        var place: Int?
        var note: String?
    }
    struct Filter: Decodable {
        var name: String
        var text: String
    }
    struct Name: Decodable {
        var kind: String
        var name: String
        var article: String?
        var value: ActorName {
            get throws {
                guard let kind = Actor.Kind(rawValue: kind) else { throw unknown("kind", self.kind) }
                return ActorName(name, kind: kind, in: try article.map(identity))
            }
        }
    }

    var library: Int?
    var file: File?
    var mark: Mark?
    var filter: Filter?
    var correction: String?
    var article: String?
    var key: String?
    var text: String?
    var speaker: Name?
    var names: [Name]?
    var value: String?
    var by: String?
    var at: Int64?
    var kept: KeptFields?
    private let whole: ArticleFields?

    enum CodingKeys: String, CodingKey {
        case library, file, mark, filter, correction, article, key, text, speaker, names, value, by, at, kept
    }

    init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: CodingKeys.self)
        library = try fields.decodeIfPresent(Int.self, forKey: .library)
        file = try fields.decodeIfPresent(File.self, forKey: .file)
        mark = try fields.decodeIfPresent(Mark.self, forKey: .mark)
        filter = try fields.decodeIfPresent(Filter.self, forKey: .filter)
        correction = try fields.decodeIfPresent(String.self, forKey: .correction)
        kept = try fields.decodeIfPresent(KeptFields.self, forKey: .kept)
        guard correction != nil else {
            whole = kept == nil ? nil : try ArticleFields(from: decoder)
            return
        }
        whole = nil
        article = try fields.decodeIfPresent(String.self, forKey: .article)
        key = try fields.decodeIfPresent(String.self, forKey: .key)
        text = try fields.decodeIfPresent(String.self, forKey: .text)
        speaker = try fields.decodeIfPresent(Name.self, forKey: .speaker)
        names = try fields.decodeIfPresent([Name].self, forKey: .names)
        value = try fields.decodeIfPresent(String.self, forKey: .value)
        by = try fields.decodeIfPresent(String.self, forKey: .by)
        at = try fields.decodeIfPresent(Int64.self, forKey: .at)
    }

    var record: LibraryRecord {
        get throws {
            if let file {
                guard file.facts.map({ $0.count == 3 }) ?? true else { throw unknown("facts", nil) }
                return .file(
                    KeptFile(path: file.path, facts: file.facts, annotator: file.annotator, problems: file.problems ?? 0))
            }
            if let filter { return .filter(name: filter.name, text: filter.text) }
            if let mark {
                return .mark(
                    KeptMark(
                        article: try identity(mark.article), isRead: mark.read ?? false, isStarred: mark.starred ?? false,
                        place: mark.place ?? 0, note: mark.note))
            }
            if let correction {
                return .correction(Correction(try change(correction), by: by ?? "", at: at ?? 0))
            }
            if let kept, let whole { return .article(try whole.article(kept)) }
            throw LibraryReader.Problem(description: "no line of a library")
        }
    }

    private func change(_ name: String) throws -> Correction.Change {
        switch name {
        case "speaker": return .speaker(try anchor, try speaker?.value)
        case "not-a-quotation": return .notAQuotation(try anchor)
        case "type":
            guard let form = Quotation.Form(rawValue: value ?? "") else { throw unknown("type", value) }
            return .form(try anchor, form)
        case "act":
            guard let act = Quotation.Act(rawValue: value ?? "") else { throw unknown("act", value) }
            return .act(try anchor, act)
        case "merge", "split":
            guard let names, names.count == 2 else { throw LibraryReader.Problem(description: "two names expected") }
            return name == "merge"
                ? .merge(try names[0].value, try names[1].value) : .split(try names[0].value, try names[1].value)
        case "rename":
            guard let names, names.count == 1, let value, !value.isEmpty else {
                throw LibraryReader.Problem(description: "a name and another expected")
            }
            return .rename(try names[0].value, to: value)
        default: throw unknown("correction", name)
        }
    }

    private var anchor: QuotationAnchor {
        get throws {
            guard let key, let number = UInt64(key, radix: 16) else { throw unknown("key", key) }
            return QuotationAnchor(
                article: try identity(article ?? ""), key: Int64(bitPattern: number), words: text ?? "")
        }
    }
}

private func unknown(_ what: String, _ value: String?) -> LibraryReader.Problem {
    LibraryReader.Problem(description: value.map { "there is no \(what) “\($0)”" } ?? "\(what) is missing")
}

private func identity(_ digits: String) throws -> ArticleIdentity {
    guard let identity = ArticleIdentity(hexadecimal: digits) else { throw unknown("article", digits) }
    return identity
}

extension DecodingError {
    /// What is wrong and where, in one line.
    fileprivate var inWords: String {
        func place(_ path: [any CodingKey]) -> String {
            path.isEmpty ? "" : " at " + path.map { $0.intValue.map { "[\($0)]" } ?? $0.stringValue }.joined(separator: ".")
        }
        return switch self {
        case .keyNotFound(let key, let context): "“\(key.stringValue)” is missing\(place(context.codingPath))"
        case .typeMismatch(_, let context), .valueNotFound(_, let context):
            "another type of value expected\(place(context.codingPath))"
        case .dataCorrupted(let context): context.codingPath.isEmpty ? "no JSON" : "wrong value\(place(context.codingPath))"
        @unknown default: "no JSON of a library"
        }
    }
}
