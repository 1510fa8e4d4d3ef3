/// Writes rows one by one, so that a table of any length needs no more memory than a row.
///
///     var table = TableWriter<PersonSummary>(.csv)
///     table.begin(&bytes)
///     for person in people { table.append(person, to: &bytes) }
///     table.end(&bytes)
///
/// No cell breaks its row, and none but a CSV's for a pipe carries a byte that acts on a terminal.
public struct TableWriter<Row: TableRow> {
    private let format: TableFormat
    private let isForTerminal: Bool
    private var hasRows = false

    /// A writer; `isForTerminal` keeps even from quoted CSV cells what would act on a terminal.
    public init(_ format: TableFormat, isForTerminal: Bool = true) {
        self.format = format
        self.isForTerminal = isForTerminal
    }

    /// What stands before the first row.
    public func begin(_ bytes: inout [UInt8]) {
        switch format {
        case .tsv, .jsonl: break
        case .json: bytes += "[".utf8
        case .csv: appendCSV(Row.columns.map { TableValue.text("\($0)") }, to: &bytes)
        case .markdown:
            // The names are words and underscores inside them, which are no markup.
            bytes += "| \(Row.columns.map { "\($0)" }.joined(separator: " | ")) |\n".utf8
            bytes += "|".utf8
            for column in Row.columns { bytes += Row.numbers.contains("\(column)") ? " ---: |".utf8 : " --- |".utf8 }
            bytes += "\n".utf8
        }
    }

    /// A row.
    public mutating func append(_ row: Row, to bytes: inout [UInt8]) {
        switch format {
        case .tsv:
            bytes += row.values.map { CellText.line($0.plain) }.joined(separator: "\t").utf8
            bytes += "\n".utf8
        case .csv: appendCSV(row.values, to: &bytes)
        case .markdown: appendMarkdown(row.values, to: &bytes)
        case .json:
            bytes += hasRows ? ",\n".utf8 : "\n".utf8
            appendObject(row.values, to: &bytes)
        case .jsonl:
            appendObject(row.values, to: &bytes)
            bytes += "\n".utf8
        }
        hasRows = true
    }

    /// What stands behind the last row.
    public func end(_ bytes: inout [UInt8]) {
        if format == .json { bytes += hasRows ? "\n]\n".utf8 : "]\n".utf8 }
    }

    /// RFC 4180: line ends are CRLF; a cell with a comma, a quotation mark or a line break stands in quotation marks.
    private func appendCSV(_ values: [TableValue], to bytes: inout [UInt8]) {
        for (index, value) in values.enumerated() {
            if index > 0 { bytes += ",".utf8 }
            let cell = isForTerminal ? CellText.line(value.plain) : value.plain
            if cell.utf8.contains(where: { $0 == 0x22 || $0 == 0x2C || $0 == 0x0A || $0 == 0x0D }) {
                bytes += "\"".utf8
                for byte in cell.utf8 {
                    if byte == 0x22 { bytes.append(byte) }
                    bytes.append(byte)
                }
                bytes += "\"".utf8
            } else {
                bytes += cell.utf8
            }
        }
        bytes += "\r\n".utf8
    }

    private func appendMarkdown(_ values: [TableValue], to bytes: inout [UInt8]) {
        for value in values { bytes += "| \(CellText.markdown(value.plain)) ".utf8 }
        bytes += "|\n".utf8
    }

    private func appendObject(_ values: [TableValue], to bytes: inout [UInt8]) {
        var json = JSONBytes()
        swap(&json.bytes, &bytes)
        json.raw("{\"")
        for (index, (column, value)) in zip(Row.columns, values).enumerated() {
            if index > 0 { json.raw(",\"") }
            json.raw(column)
            json.raw("\":")
            json.value(value)
        }
        json.raw("}")
        swap(&json.bytes, &bytes)
    }
}

extension TableValue {
    /// The value in a cell.
    fileprivate var plain: String {
        switch self {
        case .text(let text): text ?? ""
        case .number(let number): String(number)
        case .thousandths(let value):
            String(value / 1000) + "." + String(String(1000 + value % 1000).dropFirst())
        case .flag(let flag): flag ? "yes" : "no"
        case .list(let words): words.joined(separator: "; ")
        }
    }
}

extension JSONBytes {
    fileprivate mutating func value(_ value: TableValue) {
        switch value {
        case .text(let text): string(text)
        case .number(let value): number(value)
        case .thousandths(let value): thousandths(value)
        case .flag(let flag): bool(flag)
        case .list(let words):
            raw("[")
            for (index, word) in words.enumerated() {
                if index > 0 { raw(",") }
                string(word)
            }
            raw("]")
        }
    }
}
