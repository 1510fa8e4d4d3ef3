public import DocumentModel

/// What names a record where it came from: any JSON value, kept as it was written.
public struct RecordID: Sendable, Hashable {
    /// The value as JSON on one line, as it was written.
    public let json: String
    /// The value as text: a string's characters, anything else as JSON.
    public let text: String

    /// The id that is this string.
    public init(string: String) {
        text = string
        json = Self.json(of: string)
    }

    /// An id of its own for a text that has none, and comes from nowhere that would last: of its ``ArticleIdentity``.
    public init(ofText text: String) {
        let digits = ArticleIdentity(ofText: text).bytes.prefix(6).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }
        self.init(string: "-#" + digits.joined())
    }

    /// The id that was written so; `text` is what it decodes to.
    init(json: String, text: String) {
        self.json = json
        self.text = text
    }

    private static func json(of string: String) -> String {
        var json = "\""
        for scalar in string.unicodeScalars {
            switch scalar {
            case "\"": json += "\\\""
            case "\\": json += "\\\\"
            case "\u{0}"..."\u{1F}":
                let digits = String(scalar.value, radix: 16)
                json += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: json.unicodeScalars.append(scalar)
            }
        }
        return json + "\""
    }
}

/// An article with what is needed to answer for it: its id as given and its line.
public struct Record: Sendable, Equatable {
    /// The article; its ``Article/id`` is ``RecordID/text``.
    public var article: Article
    /// The id as given; of a text file its path.
    public var id: RecordID
    /// The line it stands on or begins on, from 1; nil for a file that is one article.
    public var line: Int?
}

/// What becomes of a record without `id`.
public enum MissingID: Sendable {
    /// It is a problem, as the JSON contract says.
    case isAProblem
    /// Its place stands for it: `path#line`.
    case isItsPlace
    /// Its text stands for it, where the place says nothing: see ``RecordID/init(ofText:)``.
    case isItsText
}
