import CEmbedded
import Query
import Screen

/// The themes there are: those in the binary and the user's own, which win by name. Nothing is parsed before it is asked for.
public struct ThemeCatalogue: Sendable {
    /// A theme's file.
    public struct File: Sendable, Equatable {
        /// The theme's name: the file's without `.toml`.
        public var name: String
        /// The file, as messages name it.
        public var fileName: String
        /// What stands in it.
        public var text: String
        /// A file of this name and text.
        public init(name: String, fileName: String, text: String) {
            self.name = name
            self.fileName = fileName
            self.text = text
        }
    }

    /// The theme that needs no file: what others build on unless they say otherwise.
    public static let standard = "terminal"
    /// The theme for a terminal without colours.
    public static let colorless = "monochrome"

    /// The names, the standard theme's first and the others by alphabet.
    public let names: [String]
    private let files: [String: File]

    /// The themes in the binary, and `own`.
    public init(own: [File] = []) {
        var files = Dictionary(Self.embedded.map { ($0.name, $0) }) { first, _ in first }
        for file in own { files[file.name] = file }
        self.files = files
        names = [Self.standard] + files.keys.filter { $0 != Self.standard }.sorted()
    }

    /// The themes in the binary.
    public static let embedded: [File] = {
        var count = 0
        return UnsafeBufferPointer(start: embedded_themes(&count), count: count).map { file in
            let fileName = String(cString: file.name)
            let bytes = UnsafeBufferPointer(start: file.bytes, count: file.count)
            return File(
                name: fileName.hasSuffix(".toml") ? String(fileName.dropLast(5)) : fileName, fileName: fileName,
                text: String(decoding: bytes, as: UTF8.self))
        }
    }()

    /// The file that a theme of this name is read from; nil if there is none.
    public func file(named name: String) -> File? { files[name] }

    /// The theme of a name; nil if there is none. Throws what is wrong in its file or in one that it inherits.
    public func theme(named name: String) throws(SettingsError) -> Theme? {
        guard let file = files[name] else { return nil }
        return try parse(file, inheritedBy: []).theme(named: name)
    }

    /// Every theme that can be read, as it looks with `depth`, and what is wrong with the others. Without colours that is
    /// ``colorless`` alone, as the others would differ in name only.
    public func themes(at depth: ColorDepth) -> (themes: [Theme], mistakes: [SettingsError]) {
        var themes: [Theme] = []
        var mistakes: [SettingsError] = []
        for name in depth == .none ? [Self.colorless] : names {
            do throws(SettingsError) {
                if let theme = try theme(named: name) { themes.append(theme.adapted(to: depth)) }
            } catch {
                mistakes.append(error)
            }
        }
        return (themes, mistakes)
    }

    private func parse(_ file: File, inheritedBy heirs: [File]) throws(SettingsError) -> ThemeFile {
        let document = try TOMLDocument(file.text, fileName: file.fileName)
        let embedded = Self.embedded
        let named = ThemeFile.base(in: document)
        // An embedded theme is whole; one of the user's own builds on the standard theme unless it says otherwise.
        guard let name = named ?? (embedded.contains(file) ? nil : Self.standard) else {
            return try ThemeFile(document, over: ThemeFile())
        }
        // A theme may inherit the embedded one that it replaces, but no other that inherits it.
        let base = name == file.name ? embedded.first { $0.name == name } : files[name]
        let chain = heirs + [file]
        guard let base, !chain.contains(base) else {
            let advice =
                if base != nil {
                    "themes inherit each other: " + (chain.map(\.name) + [name]).joined(separator: " → ")
                } else if let near = nearest(to: name, among: names) {
                    "unknown theme “\(name)”: did you mean “\(near)”?"
                } else {
                    "unknown theme “\(name)”: it may be " + list(names)
                }
            throw SettingsError(
                fileName: file.fileName, mistakes: [.init(line: document.line(of: ["inherits"]), advice)])
        }
        return try ThemeFile(document, over: try parse(base, inheritedBy: chain))
    }
}
