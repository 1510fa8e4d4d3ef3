import DocumentModel

extension GoldArticle {
    /// Reads a gold file. Linear in its length.
    public init(name: String, contents: String) throws(GoldError) {
        var parser = GoldParser(name: name)
        self = try parser.article(from: contents)
    }
}

/// Takes the tags out of a gold file and keeps what they mark.
struct GoldParser {
    /// What a tag marks.
    fileprivate enum Tag: Equatable {
        case quotation([Int])
        case cue([Int])
        case speaker([Int])
        case entity(EntityKind)
        case block(Block.Kind)
    }

    private struct Mark {
        var tag: Tag
        var range: TextRange
        var line: Int
    }

    private let name: String
    private var plain: [UInt8] = []
    private var marks: [Mark] = []

    init(name: String) { self.name = name }

    mutating func article(from contents: String) throws(GoldError) -> GoldArticle {
        let lines = contents.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        guard let rule = lines.lastIndex(of: "====") else {
            throw GoldError(file: name, line: lines.count, reason: "no line ==== before the table of quotations")
        }
        try readTagged(lines[..<rule])
        let file = String(decoding: plain, as: UTF8.self)
        let title = titleRange()
        let bodyStart = frontMatterEnd()
        var quotations: [GoldArticle.ExpectedQuotation] = []
        var language = "en"
        var actors: [GoldArticle.ExpectedActor] = []
        for (index, line) in lines.enumerated().dropFirst(rule + 1) where !line.isEmpty {
            if line.hasPrefix("lang ") {
                language = String(line.dropFirst(5))
                continue
            }
            if let actor = try actor(line, number: index + 1) {
                actors.append(actor)
                continue
            }
            quotations.append(try expectation(line, number: index + 1, title: title, known: quotations))
        }
        let described = Set(quotations.map(\.label))
        for mark in marks {
            for number in mark.tag.numbers where !described.contains("Q\(number)") {
                throw GoldError(file: name, line: mark.line, reason: "the table has no line Q\(number)")
            }
        }
        return GoldArticle(
            name: name, file: file, title: title.map { String(file.text(in: $0)) }, bodyStart: bodyStart,
            quotations: quotations, entities: entities(), language: language, blocks: blocks(from: bodyStart),
            actors: actors + otherPersons(than: actors))
    }

    // MARK: The text with its tags

    private mutating func readTagged(_ lines: ArraySlice<String>) throws(GoldError) {
        var open: [(tag: Tag, start: Int, line: Int)] = []
        for (index, line) in lines.enumerated() {
            var rest = line[...]
            while let start = rest.firstIndex(of: "⟦") {
                plain += rest[..<start].utf8
                guard let end = rest[start...].firstIndex(of: "⟧") else {
                    throw GoldError(file: name, line: index + 1, reason: "a tag without ⟧")
                }
                let word = rest[rest.index(after: start)..<end]
                let isClosing = word.first == "/"
                guard let tag = Tag(isClosing ? word.dropFirst() : word) else {
                    throw GoldError(file: name, line: index + 1, reason: "no such tag: ⟦\(word)⟧")
                }
                if !isClosing {
                    open.append((tag, plain.count, index + 1))
                } else if let last = open.last, last.tag == tag {
                    open.removeLast()
                    marks.append(Mark(tag: tag, range: last.start..<plain.count, line: last.line))
                } else {
                    throw GoldError(file: name, line: index + 1, reason: "⟦\(word)⟧ does not close the tag before it")
                }
                rest = rest[rest.index(after: end)...]
            }
            plain += rest.utf8
            plain.append(UInt8(ascii: "\n"))
        }
        if let left = open.last { throw GoldError(file: name, line: left.line, reason: "a tag is not closed") }
    }

    private func entities() -> [Entity] {
        marks.compactMap { mark in
            if case .entity(let kind) = mark.tag { Entity(kind, mark.range) } else { nil }
        }
        .sorted { $0.range.lowerBound < $1.range.lowerBound }
    }

    // MARK: Blocks and actors

    /// What is tagged as a block, and the runs of lines in which nothing is.
    private func blocks(from bodyStart: Int) -> [Block] {
        var blocks = marks.compactMap { mark in
            if case .block(let kind) = mark.tag { Block(kind, mark.range) } else { nil }
        }
        let tagged = blocks.map(\.range)
        var at = bodyStart
        func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x0A }
        while let start = plain[at...].firstIndex(where: { !isSpace($0) }) {
            var end = start
            while let line = plain[end...].firstIndex(of: 0x0A) {
                end = line + 1
                if plain[end...].prefix(while: { $0 != 0x0A }).allSatisfy(isSpace) { break }
            }
            at = end
            let last = plain[start..<end].lastIndex { !isSpace($0) } ?? start
            let run = start..<last + 1
            if !tagged.contains(where: run.overlaps) { blocks.append(Block(.paragraph, run)) }
        }
        return blocks.sorted { $0.range.lowerBound < $1.range.lowerBound }
    }

    /// What a line of the table says about an actor; nil when it says something else.
    private func actor(_ line: String, number: Int) throws(GoldError) -> GoldArticle.ExpectedActor? {
        guard let space = line.firstIndex(of: " "), let kind = Actor.Kind(rawValue: String(line[..<space])) else {
            return nil
        }
        let spellings = line[space...].split(separator: "|").map { String($0.drop { $0 == " " }).droppingLastSpaces }
        let named = Set(entities().map { String(decoding: plain[$0.range], as: UTF8.self) })
        for spelling in spellings where !named.contains(spelling) {
            throw GoldError(file: name, line: number, reason: "no name in the text is \(spelling)")
        }
        return .init(kind: kind, name: spellings.first ?? "", spellings: Set(spellings))
    }

    /// The persons that the table passes over, because they are called by one name.
    private func otherPersons(than actors: [GoldArticle.ExpectedActor]) -> [GoldArticle.ExpectedActor] {
        var known = actors.reduce(into: Set<String>()) { $0.formUnion($1.spellings) }
        return entities().compactMap { entity in
            guard entity.kind == .person else { return nil }
            let name = String(decoding: plain[entity.range], as: UTF8.self)
            return known.insert(name).inserted ? .init(kind: .person, name: name, spellings: [name]) : nil
        }
    }

    // MARK: The front matter

    /// The offset after the line that closes the front matter and the blank lines behind it; 0 without front matter.
    private func frontMatterEnd() -> Int {
        guard plain.starts(with: Array("---\n".utf8)) else { return 0 }
        var lineStart = 4
        while let lineEnd = plain[lineStart...].firstIndex(of: UInt8(ascii: "\n")) {
            if plain[lineStart..<lineEnd].elementsEqual("---".utf8) {
                return plain[lineEnd...].firstIndex { $0 != UInt8(ascii: "\n") } ?? plain.count
            }
            lineStart = lineEnd + 1
        }
        return 0
    }

    private func titleRange() -> TextRange? {
        let head = plain[..<frontMatterEnd()]
        let key = Array("\ntitle: ".utf8)
        guard head.count > key.count,
            let start = head.indices.dropLast(key.count).first(where: { head[$0...].starts(with: key) }),
            let end = head[(start + key.count)...].firstIndex(of: UInt8(ascii: "\n"))
        else { return nil }
        let value = start + key.count..<end
        let isQuoted = value.count > 1 && head[value.lowerBound] == UInt8(ascii: "\"")
        return isQuoted ? value.lowerBound + 1..<value.upperBound - 1 : value
    }

    // MARK: The table

    private func expectation(
        _ line: String, number: Int, title: TextRange?, known: [GoldArticle.ExpectedQuotation]
    ) throws(GoldError) -> GoldArticle.ExpectedQuotation {
        func fail(_ reason: String) -> GoldError { GoldError(file: name, line: number, reason: reason) }
        var words = line.split(separator: " ")
        let isInTitle = words.last == "in=title"
        if isInTitle { words.removeLast() }
        guard words.count >= 4 else { throw fail("expected: Q1 direct speech Full Name, or - for nobody") }
        let label = String(words[0])
        guard label.first == "Q", let id = Int(label.dropFirst()) else { throw fail("no quotation's number: \(label)") }
        guard !known.contains(where: { $0.label == label }) else { throw fail("\(label) is here twice") }
        guard let form = Quotation.Form(rawValue: String(words[1])) else { throw fail("no such form: \(words[1])") }
        guard let act = Quotation.Act(rawValue: String(words[2])) else { throw fail("no such act: \(words[2])") }

        let spans = ranges(of: id) { if case .quotation(let ids) = $0 { ids } else { [] } }
        guard !spans.isEmpty else { throw fail("the text has no ⟦\(label)⟧") }
        let speaker = ranges(of: id) { if case .speaker(let ids) = $0 { ids } else { [] } }
        let cue = ranges(of: id) { if case .cue(let ids) = $0 { ids } else { [] } }
        var quotation = Quotation(
            in: isInTitle ? .title : .text, spans: spans, form: form, act: act, cue: cue,
            speaker: speaker.isEmpty ? nil : Mention(.nominal, speaker))
        if isInTitle {
            guard let title, spans.allSatisfy({ title.contains($0.lowerBound) && $0.upperBound <= title.upperBound }) else {
                throw fail("\(label) does not lie in the front matter's title")
            }
            quotation.move(by: -title.lowerBound)
        }
        let speakerName = words[3...].joined(separator: " ")
        return .init(label: label, quotation: quotation, speakerName: speakerName == "-" ? nil : speakerName)
    }

    private func ranges(of id: Int, _ numbers: (Tag) -> [Int]) -> [TextRange] {
        marks.filter { numbers($0.tag).contains(id) }.map(\.range).sorted { $0.lowerBound < $1.lowerBound }
    }
}

extension GoldParser.Tag {
    /// The tag in `⟦word⟧`; nil when there is no such tag.
    fileprivate init?(_ word: Substring) {
        if let kind = EntityKind(rawValue: String(word)) {
            self = .entity(kind)
            return
        }
        if let kind = Block.Kind(rawValue: String(word)) {
            self = .block(kind)
            return
        }
        let numbers = word.dropFirst().split(separator: ",", omittingEmptySubsequences: false).map { Int($0) }
        let ids = numbers.compactMap { $0 }
        guard ids.count == numbers.count, !ids.isEmpty else { return nil }
        switch word.first {
        case "Q": self = .quotation(ids)
        case "C": self = .cue(ids)
        case "S": self = .speaker(ids)
        default: return nil
        }
    }

    /// The quotations that the tag is part of.
    fileprivate var numbers: [Int] {
        switch self {
        case .quotation(let ids), .cue(let ids), .speaker(let ids): ids
        case .entity, .block: []
        }
    }
}

extension String {
    fileprivate var droppingLastSpaces: String {
        var text = self
        while text.last == " " { text.removeLast() }
        return text
    }
}
