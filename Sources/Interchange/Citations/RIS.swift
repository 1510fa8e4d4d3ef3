import DocumentModel

/// Records of RIS: a tag of two characters, two spaces, a hyphen, a space and one line of text; CRLF ends a line.
enum RIS {
    static func record(of cited: CitedQuotation) -> String {
        let quotation = cited.quotation
        var record = "TY  - \(quotation.source == nil ? "ELEC" : "NEWS")\r\n"
        func line(_ tag: String, _ value: String?) {
            guard let value = value.map(CellText.line), !value.isEmpty else { return }
            record += "\(tag)  - \(value)\r\n"
        }
        line("ID", cited.key)
        line("TI", quotation.title)
        line("AU", cited.author)
        line("T2", quotation.source)
        line("PY", cited.issued.first.map { "\($0)" })
        line("DA", cited.issued.isEmpty ? nil : writtenDate(cited.issued, by: "/"))
        line("UR", cited.url)
        line("Y2", writtenDate(cited.retrievedDay, by: "/"))
        line("N1", cited.note)
        line("L1", cited.url == nil ? quotation.id : nil)
        line("AN", cited.hash)
        return record + "ER  - \r\n\r\n"
    }
}
