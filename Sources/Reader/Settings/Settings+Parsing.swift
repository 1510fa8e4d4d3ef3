import Screen
import TOMLKit

extension Settings {
    /// The settings that the text of a `config.toml` makes; what it leaves out stays as it comes.
    ///
    /// Every mistake is named with its line: syntax, tables, options, commands and keys that do not exist, with the nearest
    /// that does; values out of range; a key that two commands share.
    public init(parsing text: String, fileName: String) throws(SettingsError) {
        self.init()
        var document = try TOMLDocument(text, fileName: fileName)
        let tables = SettingsOption.all.reduce(into: [String]()) { tables, option in
            if !tables.contains(option.table) { tables.append(option.table) }
        }
        for (name, value) in document.root {
            if name == Self.keysTable {
                readKeys(value, in: &document)
            } else if !tables.contains(name) {
                Self.noteStray(name, tables: tables + [Self.keysTable], in: &document)
            } else if let table = value.table {
                read(table, name: name, in: &document)
            } else {
                document.note("“\(name)” is to be a table: write [\(name)] on a line of its own", at: [name])
            }
        }
        try document.check()
    }

    private static let keysTable = "keys"

    /// A name at the top level that is no table: perhaps an option whose table was forgotten.
    private static func noteStray(_ name: String, tables: [String], in document: inout TOMLDocument) {
        if let option = SettingsOption.all.first(where: { $0.name == name }) {
            document.note("“\(name)” belongs in the table [\(option.table)]: write that line above it", at: [name])
        } else {
            document.noteUnknown("table", name, among: tables, at: [name])
        }
    }

    private mutating func read(_ table: TOMLTable, name: String, in document: inout TOMLDocument) {
        let options = SettingsOption.all.filter { $0.table == name }
        for (key, value) in table {
            guard let option = options.first(where: { $0.name == key }) else {
                if let elsewhere = SettingsOption.all.first(where: { $0.name == key }) {
                    document.note("“\(key)” belongs in the table [\(elsewhere.table)]", at: [name, key])
                } else {
                    document.noteUnknown("option", key, among: options.map(\.name), at: [name, key])
                }
                continue
            }
            if !option.set(&self, value) {
                document.note("\(key) is to be \(option.range)", at: [name, key])
            }
        }
    }
}

// MARK: - Keys

extension Settings {
    /// `[keys]`: for each command a key sequence or a list of them.
    private mutating func readKeys(_ value: any TOMLValueConvertible, in document: inout TOMLDocument) {
        guard let table = value.table else {
            document.note("“keys” is to be a table: write [keys] on a line of its own", at: [Self.keysTable])
            return
        }
        for (command, value) in table {
            let path = [Self.keysTable, command]
            if let notation = value.string {
                keys[command] = [notation]
            } else if let array = value.array {
                let notations = array.map(\.string)
                keys[command] = notations.compactMap { $0 }
                for (number, notation) in notations.enumerated() where notation == nil {
                    document.note("a key is to be in quotation marks: \"j\"", at: path + ["\(number)"])
                }
            } else {
                document.note("\(command) is to be a key or a list of keys: [\"j\", \"<down>\"]", at: path)
            }
        }
        do {
            _ = try KeyMap(own: keys)
        } catch {
            for mistake in error.mistakes {
                document.note(mistake.description, at: Self.path(of: mistake, among: keys))
            }
        }
    }

    /// Where the keys stand that a mistake names. It may name them in another notation than the file has.
    private static func path(of mistake: KeyMapError.Mistake, among keys: [String: [String]]) -> [String] {
        let path = [keysTable, mistake.command]
        let number = keys[mistake.command]?.firstIndex { notation in
            notation == mistake.keys || Key.sequence(parsing: notation).map(Key.notation(of:)) == mistake.keys
        }
        return number.map { path + ["\($0)"] } ?? path
    }
}
