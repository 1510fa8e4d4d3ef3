import DocumentModel

/// Headlines quote words without saying whose: the same words come again in the text, where a speaker stands beside them.
enum HeadlineSpeakers {
    /// Gives quotations in a title or heading that have nobody the speaker of the same words in the text.
    static func settle(_ quotations: inout [Quotation], of article: Article, headings: [TextRange]) {
        func isInHeadline(_ quotation: Quotation) -> Bool {
            quotation.part == .title || headings.contains { $0.overlaps(quotation.extent) }
        }
        guard quotations.contains(where: { isNobodys($0) && isInHeadline($0) }) else { return }
        defer { settleSections(&quotations, of: article, headings: headings) }
        let spoken = quotations.filter { $0.speaker?.actor != nil && !isInHeadline($0) }.prefix(200).map {
            (quotation: $0, words: words(of: $0.spans, article.string(of: $0.part)))
        }
        for index in quotations.indices where isNobodys(quotations[index]) && isInHeadline(quotations[index]) {
            guard let source = source(of: quotations[index], in: article, spoken), let speaker = source.speaker else {
                continue
            }
            quotations[index].speaker = Mention(
                quotations[index].speaker?.form ?? .nominal, quotations[index].speaker?.ranges ?? [], actor: speaker.actor)
            quotations[index].speakerConfidence = source.speakerConfidence
            quotations[index].reasons.append("same words below")
        }
    }

    /// *‘I was never there’*: words alone in a heading are those of the one person who speaks in the section under it, or, over
    /// the whole article, of whoever says most of it.
    private static func settleSections(_ quotations: inout [Quotation], of article: Article, headings: [TextRange]) {
        for index in quotations.indices
        where isNobodys(quotations[index]) && quotations[index].form == .direct && quotations[index].speaker == nil {
            let heading = headings.first { $0.overlaps(quotations[index].extent) }
            guard heading != nil || quotations[index].part == .title else { continue }
            let isTitle = quotations[index].part == .title || heading?.lowerBound == headings.first?.lowerBound
            let start = isTitle ? 0 : heading?.upperBound ?? 0
            let end = isTitle ? Int.max : headings.map(\.lowerBound).filter { $0 >= start }.min() ?? Int.max
            var counts: [Actor.ID: Int] = [:]
            var all = 0
            for other in quotations
            where other.part == .text && other.extent.lowerBound >= start && other.extent.lowerBound < end {
                guard let actor = other.speaker?.actor, !headings.contains(where: { $0.overlaps(other.extent) }) else {
                    continue
                }
                counts[actor, default: 0] += 1
                all += 1
            }
            guard let most = counts.max(by: { ($0.value, $1.key.rawValue) < ($1.value, $0.key.rawValue) }),
                isTitle ? most.value > 2 && most.value * 5 > all * 3 : counts.count == 1
            else { continue }
            quotations[index].speaker = Mention(.nominal, [], actor: most.key)
            quotations[index].speakerConfidence = Probability(thousandths: 600)
            quotations[index].reasons.append("speaks below")
        }
    }

    /// The quotation below that has the same words, or those of them that stand in marks.
    private static func source(
        of headline: Quotation, in article: Article, _ spoken: some Sequence<(quotation: Quotation, words: [String])>
    ) -> Quotation? {
        let whole = words(of: headline.spans, article.string(of: headline.part))
        if whole.count > 2, let same = spoken.first(where: { contains($0.words, whole) }) { return same.quotation }
        guard headline.form == .mixed else { return nil }
        let marked = words(of: marked(headline, article), article.string(of: headline.part))
        return marked.count > 2 ? spoken.first { contains($0.words, marked) }?.quotation : nil
    }

    /// What stands between the first two marks of a quotation.
    private static func marked(_ quotation: Quotation, _ article: Article) -> [TextRange] {
        let text = Array(article.string(of: quotation.part).utf8)
        // A straight mark, or one of the curly ones, which share two bytes; its length.
        func mark(_ at: Int) -> Int? {
            if text[at] == UInt8(ascii: "\"") || text[at] == UInt8(ascii: "'") { return 1 }
            let isCurly = at + 2 < text.count && text[at] == 0xE2 && text[at + 1] == 0x80
            return isCurly && (0x98...0x9E).contains(text[at + 2]) ? 3 : nil
        }
        let extent = quotation.extent
        guard
            let first = extent.first(where: { mark($0) != nil && ($0 == 0 || text[$0 - 1] == UInt8(ascii: " ")) }),
            let length = mark(first), let last = extent.last(where: { mark($0) != nil }), last > first + length
        else { return [] }
        return [first + length..<last]
    }

    private static func isNobodys(_ quotation: Quotation) -> Bool {
        quotation.speaker?.actor == nil && quotation.form != .indirect
    }

    /// The words of a quotation, in lower case and without marks.
    private static func words(of spans: [TextRange], _ text: String) -> [String] {
        spans.flatMap { span in
            text.text(in: span).unicodeScalars.split { !isOfWord($0) }.map { String($0).lowercased() }
        }
    }

    private static func isOfWord(_ scalar: Unicode.Scalar) -> Bool {
        // Most are ASCII, and properties are looked up slowly.
        if scalar.isASCII, let byte = UInt8(exactly: scalar.value) {
            return Tokenizer.isLetter(byte) || Tokenizer.isDigit(byte)
        }
        return scalar.properties.isAlphabetic || scalar.properties.numericType != nil
    }

    private static func contains(_ all: [String], _ part: [String]) -> Bool {
        guard all.count >= part.count else { return false }
        return (0...all.count - part.count).contains { all[$0..<$0 + part.count].elementsEqual(part) }
    }
}
