/// Everything that can stand before a colon in a filter.
enum FieldName: Equatable {
    case words(Field)
    case date, state, has, sort

    /// The field of this name, in small letters; nil for none.
    init?(_ name: String) {
        switch name {
        case "date": self = .date
        case "is": self = .state
        case "has": self = .has
        case "sort": self = .sort
        case "": return nil
        default:
            guard let field = Field(rawValue: name) else { return nil }
            self = .words(field)
        }
    }

    /// All names, for an error.
    static let listing =
        (Field.allCases.map(\.rawValue).filter { !$0.isEmpty } + ["date", "is", "has", "sort"])
        .map { $0 + ":" }.joined(separator: " ")

    /// What can stand after the colon, for an error.
    var expected: String {
        switch self {
        case .words(let field): field.holdsNames ? "a name, or several words in quotation marks" : "a word or a “phrase”"
        case .date:
            "a date (2024, 2024-08, 2024-08-18), dates (2022-11..2024-08, >2024, <2024-03-01) or a time (7d 2w 3m 1y)"
        case .state: ReadingState.allCases.map(\.rawValue).joined(separator: ", ")
        case .has: "quote"
        case .sort: ListOrder.Key.allCases.map(\.rawValue).joined(separator: ", ")
        }
    }
}
