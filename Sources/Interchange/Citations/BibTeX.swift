import DocumentModel

/// Entries of BibTeX, that BibLaTeX reads as well: `date`, `urldate` and `year`, `month` stand side by side.
enum BibTeX {
    static func entry(of cited: CitedQuotation) -> String {
        let quotation = cited.quotation
        var entry = "@\(quotation.source == nil ? "misc" : "article"){\(cited.key),\n"
        func field(_ name: String, _ value: String?) {
            if let value, !value.isEmpty { entry += "  \(name) = {\(value)},\n" }
        }
        field("author", cited.author.map(author))
        // A second pair of braces keeps the title's capitals.
        field("title", "{\(escaped(quotation.title))}")
        field("journal", quotation.source.map(escaped))
        if let year = cited.issued.first { field("year", "\(year)") }
        if cited.issued.count > 1, months.indices.contains(cited.issued[1] - 1) {
            entry += "  month = \(months[cited.issued[1] - 1]),\n"
        }
        field("date", writtenDate(cited.issued, by: "-"))
        field("url", cited.url.map(address))
        field("urldate", writtenDate(cited.retrievedDay, by: "-"))
        field("note", escaped(cited.note))
        field("file", cited.url == nil ? escaped(quotation.id) : nil)
        field("contenthash", cited.hash)
        return entry + "}\n"
    }

    private static let months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]

    /// Names as given. One with a comma would be taken for a family name first: braces keep it together.
    private static func author(_ name: String) -> String { name.contains(",") ? "{\(escaped(name))}" : escaped(name) }

    /// Text in one line in which nothing is markup. Braces are commands, since BibTeX counts even those behind a backslash.
    static func escaped(_ text: String) -> String {
        var result = ""
        for character in CellText.line(text) {
            switch character {
            case "\\": result += "\\textbackslash{}"
            case "{": result += "\\textbraceleft{}"
            case "}": result += "\\textbraceright{}"
            case "^": result += "\\textasciicircum{}"
            case "~": result += "\\textasciitilde{}"
            case "#", "$", "%", "&", "_": result += "\\\(character)"
            default: result.append(character)
            }
        }
        return result
    }

    /// An address, which BibTeX's styles take as it is: what would end it or the field is percent-encoded.
    private static func address(_ url: String) -> String {
        var result = ""
        for character in CellText.line(url) {
            switch character {
            case "{": result += "%7B"
            case "}": result += "%7D"
            case "\\": result += "%5C"
            case " ": result += "%20"
            default: result.append(character)
            }
        }
        return result
    }
}
