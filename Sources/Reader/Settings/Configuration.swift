import Foundation
import Query

/// All that the reader is told before it starts: settings, what it kept, and themes, read from their files.
public struct Configuration: Sendable {
    /// The settings of `config.toml`, with what the reader kept laid over them.
    public var settings: Settings
    /// The themes in the binary and in the user's folder.
    public var themes: ThemeCatalogue
    /// The theme that ``settings`` names. For the reader take ``ThemeCatalogue/themes(at:)``, which has it brought down to
    /// what the terminal shows.
    public var theme: Theme
    /// Whether this start alone asked for the theme, so that it holds on any ground.
    public var isThemeGiven: Bool
    /// What was passed over, for the message area: kept settings that are damaged, a theme of one's own that cannot be read.
    public var notices: [Notice]
    /// What `config.toml` alone said: see ``KeptFile``.
    private var configured: Settings.Kept
    private var keptFile: String

    /// The files' places.
    public struct Paths: Sendable, Equatable {
        /// `config.toml`.
        public var config: String
        /// The folder of the user's themes.
        public var themes: String
        /// `state.toml`, which the reader writes itself.
        public var kept: String

        /// The places that the XDG Base Directory Specification gives them, from the environment.
        public init(environment: [String: String]) {
            func folder(_ variable: String, _ fallback: String) -> String {
                // The specification passes over relative paths.
                if let path = environment[variable], path.hasPrefix("/") { return path + "/pullquote" }
                return (environment["HOME"] ?? "") + "/" + fallback + "/pullquote"
            }
            let configFolder = folder("XDG_CONFIG_HOME", ".config")
            config = configFolder + "/config.toml"
            themes = configFolder + "/themes"
            kept = folder("XDG_STATE_HOME", ".local/state") + "/state.toml"
        }
    }

    /// Reads the files at `paths`; one that is not there is as good as an empty one. Throws what is wrong in `config.toml`,
    /// or in the theme it names. `themeName`, from the command line, comes before any other.
    public init(paths: Paths, themeName: String? = nil) throws(SettingsError) {
        var notices: [Notice] = []
        isThemeGiven = themeName != nil
        themes = ThemeCatalogue(own: Self.themeFiles(in: paths.themes, notices: &notices))
        settings = Settings()
        let text = try Self.text(ofFile: paths.config)
        if let text { settings = try Settings(parsing: text, fileName: paths.config) }
        if let themeName { settings.theme = themeName }
        guard let theme = try themes.theme(named: settings.theme) else {
            throw Self.unknownTheme(settings.theme, among: themes, in: themeName == nil ? text : nil, paths: paths)
        }
        self.theme = theme
        for (key, name) in [("theme-light", settings.lightTheme), ("theme-dark", settings.darkTheme)] where !name.isEmpty {
            guard try themes.theme(named: name) == nil else { continue }
            throw Self.unknownTheme(name, key: key, among: themes, in: text, paths: paths)
        }

        configured = settings.kept
        keptFile = paths.kept
        do throws(SettingsError) {
            if let text = try Self.text(ofFile: paths.kept) {
                settings.kept = try KeptFile.kept(in: text, fileName: paths.kept, over: configured)
            }
            if themeName != nil {
                settings.theme = configured.theme
            } else if settings.theme != configured.theme {
                if let kept = try themes.theme(named: settings.theme) {
                    self.theme = kept
                } else {
                    notices.append(
                        Notice(.information, "the theme “\(settings.theme)” is gone: using “\(configured.theme)”"))
                    settings.theme = configured.theme
                }
            }
        } catch {
            settings.theme = configured.theme
            settings.lightTheme = configured.lightTheme
            settings.darkTheme = configured.darkTheme
            notices.append(Notice(.error, error.description.replacing("\n", with: "; ") + " (passed over)"))
        }
        self.notices = notices
    }

    /// Writes down what the reader keeps, in a new file that takes the old one's place in one step. Throws the system's
    /// reason if it cannot be written.
    public func keep(_ kept: Settings.Kept) throws {
        let url = URL(fileURLWithPath: keptFile)
        try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(KeptFile.text(of: kept, over: configured).utf8).write(to: url, options: .atomic)
    }

    private static func unknownTheme(
        _ name: String, key: String = "theme", among themes: ThemeCatalogue, in text: String?, paths: Paths
    ) -> SettingsError {
        let advice =
            nearest(to: name, among: themes.names).map { "did you mean “\($0)”?" } ?? "it may be " + list(themes.names)
        return SettingsError(
            fileName: text == nil ? "--theme" : paths.config,
            mistakes: [
                .init(
                    line: text.flatMap { KeyLines($0).line(of: ["look", key]) }, "unknown theme “\(name)”: \(advice)")
            ])
    }

    /// The themes in a folder. One that cannot be read is told and left out.
    private static func themeFiles(in folder: String, notices: inout [Notice]) -> [ThemeCatalogue.File] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return names.sorted().filter { $0.hasSuffix(".toml") && !$0.hasPrefix(".") }.compactMap { name in
            let path = folder + "/" + name
            do throws(SettingsError) {
                return try text(ofFile: path).map { .init(name: String(name.dropLast(5)), fileName: path, text: $0) }
            } catch {
                notices.append(Notice(.error, error.description))
                return nil
            }
        }
    }

    /// What stands in a file; nil if there is none.
    private static func text(ofFile path: String) throws(SettingsError) -> String? {
        let data: Data
        do {
            data = try Data(contentsOf: URL(fileURLWithPath: path))
        } catch CocoaError.fileReadNoSuchFile {
            return nil
        } catch {
            let reason = (error as NSError).userInfo[NSUnderlyingErrorKey] as? any Error ?? error
            throw SettingsError(
                fileName: path, mistakes: [.init(line: nil, "cannot be read: \(reason.localizedDescription)")])
        }
        guard let text = String(validating: data, as: UTF8.self) else {
            let line = firstInvalidLine(in: data)
            throw SettingsError(fileName: path, mistakes: [.init(line: line, "not UTF-8: save the file as UTF-8")])
        }
        return text
    }

    /// The line, from 1, of the first bytes that are no UTF-8.
    private static func firstInvalidLine(in data: Data) -> Int? {
        data.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
            .firstIndex { String(validating: $0, as: UTF8.self) == nil }.map { $0 + 1 }
    }
}
