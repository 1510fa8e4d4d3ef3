/// Everything that can stand before a colon in a filter.
enum FieldName: Equatable {
    case words(Field)
    case date, state, has, sort

    /// All, in the order in which they are listed.
    static let all: [FieldName] =
        Field.allCases.filter { $0 != .anywhere }.map { .words($0) } + [.date, .state, .has, .sort]

    /// The name.
    var name: String {
        switch self {
        case .words(let field): field.rawValue
        case .date: "date"
        case .state: "is"
        case .has: "has"
        case .sort: "sort"
        }
    }

    /// The field of this name, in small letters; nil for none.
    init?(_ name: String) {
        guard let field = Self.all.first(where: { $0.name == name }) else { return nil }
        self = field
    }

    /// All names, for an error.
    static let listing = all.map { $0.name + ":" }.joined(separator: " ")

    /// What the field looks at, in a few words.
    var summary: String {
        switch self {
        case .words(let field): field.summary
        case .date: "published then"
        case .state: "as it was left"
        case .has: "with a quotation"
        case .sort: "the order of the list"
        }
    }

    /// What can stand after the colon, for an error.
    var expected: String {
        switch self {
        case .words(let field): field.holdsNames ? "a name, or several words in quotation marks" : "a word or a “phrase”"
        case .date:
            "a date (2024, 2024-08, 2024-08-18, march, march-2024), dates (2022-11..2024-08, >2024, <2024-03-01), a time "
                + "(7d 2w 3m 1y) or today, yesterday, last-week, this-month and the like"
        case .state, .has, .sort: values.map(\.value).joined(separator: ", ")
        }
    }

    /// The words that can stand after the colon, where only certain ones can, with what they mean.
    var values: [(value: String, meaning: String)] {
        switch self {
        case .words: []
        case .date:
            DateWord.allCases.map { ($0.rawValue, $0.spoken) }
                + [("7d", "the last seven days"), ("2w", "the last two weeks"), ("3m", "the last three months")]
                + [("1y", "the last year to the day")] + MonthName.all.map { ($0.name.lowercased(), "the last \($0.name)") }
        case .state: ReadingState.allCases.map { ($0.rawValue, $0.summary) }
        case .has: [("quote", "at least one quotation")]
        case .sort: ListOrder.Key.allCases.map { ($0.rawValue, ListOrder($0).meaning) }
        }
    }
}

extension Field {
    fileprivate var summary: String {
        switch self {
        case .anywhere: "title, text, source, author and tags"
        case .person: "mentioned or quoted"
        case .said: "quoted"
        case .about: "named inside a quotation"
        case .quote: "words of a quotation"
        case .entity: "anything named"
        case .organisation: "an organisation that is named"
        case .place: "a place that is named"
        case .title: "words of the title"
        case .source: "the outlet"
        case .author: "who wrote it"
        case .tag: "what it was filed under"
        }
    }
}

extension ReadingState {
    fileprivate var summary: String {
        switch self {
        case .unread: "never opened"
        case .read: "opened before"
        case .starred: "with a star"
        case .noted: "with a note of one's own"
        }
    }
}

/// The filter language as a table: what may be written, and what it means. Help and the manual page show it.
public enum FilterLanguage {
    /// The forms, each with its meaning.
    public static let forms: [(form: String, meaning: String)] =
        [
            ("word other", "both words; upper and lower case and accents make no difference"),
            ("\"a phrase\"", "these words in this order"), ("-word", "not this word"),
            ("a OR b, ( )", "either; grouping"), ("@name", "the filter that was saved under this name"),
        ]
        + FieldName.all.map { field in
            switch field {
            case .words(let words): ("\(field.name):" + (words.holdsNames ? "NAME" : "WORDS"), field.summary)
            case .date:
                (
                    "date:2022-11..2024-08  date:>2024  date:march  date:last-week  date:7d",
                    "published then; days are those that the source gives, today is the reader's own day"
                )
            case .state, .has: (field.values.map { "\(field.name):\($0.value)" }.joined(separator: "  "), field.summary)
            case .sort: ("sort:" + field.values.map(\.value).joined(separator: "|"), "the order; sort:-date turns it round")
            }
        }
}
