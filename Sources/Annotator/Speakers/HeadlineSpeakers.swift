import DocumentModel

/// Headlines quote words without saying whose: the same words come again in the text, where a speaker stands beside them.
enum HeadlineSpeakers {
    /// Gives quotations in a title or heading that have nobody the speaker of the same words in the text.
    static func settle(_ quotations: inout [Quotation], of article: Article, headings: [TextRange]) {
        func isInHeadline(_ quotation: Quotation) -> Bool {
            quotation.part == .title || headings.contains { $0.overlaps(quotation.extent) }
        }
        guard quotations.contains(where: { isNobodys($0) && isInHeadline($0) }) else { return }
        let spoken = quotations.filter { $0.speaker?.actor != nil && !isInHeadline($0) }.prefix(200).map {
            (quotation: $0, words: words(of: $0, in: article))
        }
        for index in quotations.indices where isNobodys(quotations[index]) && isInHeadline(quotations[index]) {
            let wanted = words(of: quotations[index], in: article)
            guard wanted.count > 2,
                let source = spoken.first(where: { contains($0.words, wanted) })?.quotation, let speaker = source.speaker
            else { continue }
            quotations[index].speaker = Mention(
                quotations[index].speaker?.form ?? .nominal, quotations[index].speaker?.ranges ?? [], actor: speaker.actor)
            quotations[index].speakerConfidence = source.speakerConfidence
            quotations[index].reasons.append("same words below")
        }
    }

    private static func isNobodys(_ quotation: Quotation) -> Bool {
        quotation.speaker?.actor == nil && quotation.form != .indirect
    }

    /// The words of a quotation, in lower case and without marks.
    private static func words(of quotation: Quotation, in article: Article) -> [String] {
        let text = article.string(of: quotation.part)
        return quotation.spans.flatMap { span in
            text.text(in: span).unicodeScalars.split { !$0.properties.isAlphabetic && $0.properties.numericType == nil }
                .map { String($0).lowercased() }
        }
    }

    private static func contains(_ all: [String], _ part: [String]) -> Bool {
        guard all.count >= part.count else { return false }
        return (0...all.count - part.count).contains { all[$0..<$0 + part.count].elementsEqual(part) }
    }
}
