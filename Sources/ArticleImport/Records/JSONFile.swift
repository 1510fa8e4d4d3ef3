/// The records of a `.json` file: one, or an array of them, over as many lines as they like.
struct JSONFile {
    let reader: RecordReader

    /// Gives each record until `each` says no. After what is no JSON, nothing more of the file can be read.
    func records(in bytes: [UInt8], each: (Result<Record, ImportProblem>) -> Bool) {
        do {
            _ = try UTF8Span(validating: bytes.span)
        } catch {
            let at = error.byteOffsets.lowerBound
            let line = bytes[..<at].reduce(into: 1) { $0 += $1 == UInt8(ascii: "\n") ? 1 : 0 }
            _ = each(.failure(reader.problem(JSONError(what: "invalid UTF-8", at: at), line: line, id: nil)))
            return
        }
        var counter = LineCounter()
        var scanner = JSONScanner()
        var draft = Draft()
        var goesOn = true
        do throws(JSONError) {
            if scanner.peek(bytes.span) == UInt8(ascii: "[") {
                try scanner.elements(bytes.span, depth: 0) { scanner throws(JSONError) in
                    guard goesOn else { return false }
                    draft = Draft()
                    _ = scanner.peek(bytes.span)
                    let line = counter.line(at: scanner.at, bytes.span)
                    try draft.read(bytes.span, &scanner, depth: 1)
                    goesOn = each(reader.finish(draft, line: line))
                    draft = Draft()
                    return true
                }
            } else {
                _ = scanner.peek(bytes.span)
                let line = counter.line(at: scanner.at, bytes.span)
                try draft.read(bytes.span, &scanner)
                goesOn = each(reader.finish(draft, line: line))
            }
            if scanner.peek(bytes.span) != nil { throw scanner.expected("the file's end", bytes.span) }
        } catch {
            guard goesOn else { return }
            let line = counter.line(at: error.at, bytes.span)
            _ = each(.failure(reader.problem(error, line: line, id: draft.id, origin: counter.lineStart)))
        }
    }
}

/// Which line an offset is on, for offsets that grow.
private struct LineCounter {
    private(set) var lineStart = 0
    private var line = 1
    private var at = 0

    mutating func line(at offset: Int, _ bytes: Span<UInt8>) -> Int {
        while at < min(offset, bytes.count) {
            if bytes[at] == UInt8(ascii: "\n") {
                line += 1
                lineStart = at + 1
            }
            at += 1
        }
        return line
    }
}
