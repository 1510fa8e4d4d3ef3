public import DocumentModel

/// A person's page as one JSON object.
public enum PersonJSON {
    /// Appends the object.
    public static func append(_ page: PersonPage, to bytes: inout [UInt8]) {
        var json = JSONBytes()
        swap(&json.bytes, &bytes)
        json.raw("{\"name\":")
        json.string(page.summary.name)
        json.raw(",\"kind\":")
        json.string(page.summary.kind.rawValue)
        json.raw(",\"articles\":")
        json.number(page.summary.articles)
        json.raw(",\"mentions\":")
        json.number(page.summary.mentions)
        json.raw(",\"quotes\":")
        json.number(page.summary.quotations)
        json.raw(",\"first_seen\":")
        json.string(page.firstSeen)
        json.raw(",\"last_seen\":")
        json.string(page.lastSeen)
        json.list(",\"names\":", page.names) { $0.count("name", $1) }
        json.list(",\"roles\":", page.roles) { $0.count("role", $1) }
        json.list(",\"outlets\":", page.outlets) { $0.share("source", $1) }
        json.list(",\"months\":", page.months) { $0.share("month", $1) }
        json.list(",\"speaks_of\":", page.speaksOf) { $0.other($1) }
        json.list(",\"spoken_of_by\":", page.spokenOfBy) { $0.other($1) }
        json.list(",\"most_reported\":", page.mostReported) { json, report in
            json.raw("{\"text\":")
            json.string(report.quotation.text)
            json.raw(",\"articles\":")
            json.number(report.articles)
            json.raw(",\"date\":")
            json.string(report.quotation.date)
            json.raw(",\"source\":")
            json.string(report.quotation.source)
            json.raw(",\"id\":")
            json.string(report.quotation.id)
            json.raw("}")
        }
        json.raw("}")
        swap(&json.bytes, &bytes)
    }
}

extension JSONBytes {
    fileprivate mutating func list<T>(_ key: StaticString, _ values: [T], _ each: (inout JSONBytes, T) -> Void) {
        raw(key)
        raw("[")
        for (index, value) in values.enumerated() {
            if index > 0 { raw(",") }
            each(&self, value)
        }
        raw("]")
    }

    fileprivate mutating func count(_ key: StaticString, _ count: PersonPage.Count) {
        raw("{\"")
        raw(key)
        raw("\":")
        string(count.name)
        raw(",\"articles\":")
        number(count.articles)
        raw("}")
    }

    fileprivate mutating func share(_ key: StaticString, _ share: PersonPage.Share) {
        raw("{\"")
        raw(key)
        raw("\":")
        string(share.name)
        raw(",\"articles\":")
        number(share.articles)
        raw(",\"quotes\":")
        number(share.quotations)
        raw("}")
    }

    fileprivate mutating func other(_ other: PersonPage.Other) {
        raw("{\"name\":")
        string(other.name)
        raw(",\"kind\":")
        string(other.kind.rawValue)
        raw(",\"quotes\":")
        number(other.quotations)
        raw("}")
    }
}
