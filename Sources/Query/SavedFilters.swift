/// Filters under names: `@name` in a filter stands for the one of this name.
///
/// What is kept is the text as it was typed, so that `date:7d` stays the last seven days and a filter may stand on others.
public struct SavedFilters: Sendable, Equatable {
    /// One of them.
    public struct Entry: Sendable, Hashable {
        /// Its name, as typed after `@`: letters, digits, `-` and `_`.
        public var name: String
        /// The filter's text.
        public var text: String

        /// A filter under a name.
        public init(name: String, text: String) {
            self.name = name
            self.text = text
        }
    }

    /// In the order of their names.
    public let entries: [Entry]

    /// None.
    public static let none = SavedFilters([])

    /// These; of two with one name the later.
    public init(_ entries: [Entry]) {
        var texts: [String: Entry] = [:]
        for entry in entries { texts[entry.name.lowercased()] = entry }
        self.entries = texts.values.sorted { $0.name < $1.name }
    }

    /// The text under a name, in any case; nil for none.
    public func text(of name: String) -> String? {
        let name = name.lowercased()
        return entries.first { $0.name.lowercased() == name }?.text
    }

    /// Whether a filter can be kept under this name.
    public static func isName(_ name: String) -> Bool {
        !name.isEmpty && name.utf8.count <= 64 && name.unicodeScalars.allSatisfy(isPart)
    }

    static func isPart(_ scalar: Unicode.Scalar) -> Bool {
        scalar == "-" || scalar == "_" || scalar.properties.isAlphabetic || scalar.properties.numericType != nil
            || scalar.properties.generalCategory == .nonspacingMark
    }
}
