public import DocumentModel

/// How citations are written, for programs that keep them. The raw value is the format's name on the command line.
public enum CitationFormat: String, Sendable, CaseIterable {
    /// BibTeX and BibLaTeX: one entry for each quotation.
    case bibtex
    /// RIS, as EndNote, Zotero and Mendeley read it.
    case ris
    /// The Citation Style Language's JSON (CSL 1.0.2), one array.
    case csl = "csl-json"
}

/// Writes citations one by one, so that any number of them needs no more memory than one.
public struct CitationWriter {
    private let format: CitationFormat
    private var hasEntries = false

    /// A writer of this format.
    public init(_ format: CitationFormat) { self.format = format }

    /// What stands before the first one.
    public func begin(_ bytes: inout [UInt8]) {
        if format == .csl { bytes += "[".utf8 }
    }

    /// A quotation with its source, its dates and the hash of the text it stands in.
    public mutating func append(_ cited: CitedQuotation, to bytes: inout [UInt8]) {
        switch format {
        case .bibtex: bytes += ((hasEntries ? "\n" : "") + BibTeX.entry(of: cited)).utf8
        case .ris: bytes += RIS.record(of: cited).utf8
        case .csl:
            bytes += (hasEntries ? ",\n" : "\n").utf8
            CitationJSON.append(cited, to: &bytes)
        }
        hasEntries = true
    }

    /// What stands behind the last one.
    public func end(_ bytes: inout [UInt8]) {
        if format == .csl { bytes += hasEntries ? "\n]\n".utf8 : "]\n".utf8 }
    }
}
