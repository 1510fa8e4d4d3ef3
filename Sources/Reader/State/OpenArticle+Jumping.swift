import DocumentModel

extension OpenArticle {
    /// Which way a jump goes.
    enum Direction: Sendable, Equatable {
        case forward, backward
    }

    /// Jumps to the next quotation that `isWanted`, counted from the one the reader is at or, when that is not on the
    /// screen, from the screen's top. False when there is none.
    mutating func jumpToQuotation(_ direction: Direction, where isWanted: (Quotation) -> Bool = { _ in true }) -> Bool {
        let quotations = article.annotation.quotations
        let start = quotationToCount(from: direction)
        let found: Int? =
            direction == .forward
            ? quotations.indices[start...].first { isWanted(quotations[$0]) }
            : quotations.indices[..<start].last { isWanted(quotations[$0]) }
        guard let found else { return false }
        goTo(quotation: found)
        return true
    }

    /// Goes to a quotation; nowhere when it is not there.
    mutating func goTo(quotation index: Int) {
        guard article.annotation.quotations.indices.contains(index) else { return }
        let quotation = article.annotation.quotations[index]
        cursor = .quotation(index)
        reveal(quotation.extent, in: quotation.part)
    }

    /// The first quotation that a jump forward may reach, or the first that a jump backward may not.
    private mutating func quotationToCount(from direction: Direction) -> Int {
        let quotations = article.annotation.quotations
        if case .quotation(let index) = cursor, let quotation, shows(quotation.extent, in: quotation.part) {
            return direction == .forward ? index + 1 : index
        }
        var place = topPlace()
        if case .entity = cursor, let entity, shows(entity.range, in: .text) {
            place = TextPlace(part: .text, offset: entity.range.lowerBound)
        }
        let first = quotations.partitioningIndex { quotation in
            isAtOrAfter(TextPlace(part: quotation.part, offset: quotation.extent.lowerBound), place)
        }
        return first
    }

    private func isAtOrAfter(_ one: TextPlace, _ other: TextPlace) -> Bool {
        if one.part != other.part { return one.part == .text }
        return one.offset >= other.offset
    }

    /// Jumps to the next name, counted as quotations are. False when there is none.
    mutating func jumpToEntity(_ direction: Direction) -> Bool {
        let entities = article.annotation.entities
        var place = topPlace()
        var isAtName = false
        if case .entity = cursor, let entity, shows(entity.range, in: .text) {
            place = TextPlace(part: .text, offset: entity.range.lowerBound)
            isAtName = true
        } else if let quotation, quotation.part == .text, shows(quotation.extent, in: .text) {
            place = TextPlace(part: .text, offset: quotation.extent.lowerBound)
        }
        let offset = place.part == .title ? 0 : place.offset
        var index = entities.partitioningIndex { $0.range.lowerBound >= offset }
        if direction == .backward { index -= 1 } else if isAtName { index += 1 }
        guard entities.indices.contains(index) else { return false }
        cursor = .entity(index)
        reveal(entities[index].range, in: .text)
        return true
    }

    /// How many of the quotations the reader is at or past: for "3 of 11"; nil when at none.
    var quotationNumber: Int? {
        guard case .quotation(let index) = cursor else { return nil }
        return index + 1
    }

    /// Goes to the quotation or name that stands at a place; stays where there is none.
    mutating func pick(at place: TextPlace) {
        let point = place.offset..<place.offset + 1
        if let span = ArticleMarks.touching(point, among: marks.quotationSpans(in: place.part)).first {
            cursor = .quotation(span.index)
        } else if place.part == .text, let span = ArticleMarks.touching(point, among: marks.entitySpans).first {
            cursor = .entity(span.index)
        }
    }
}

extension RandomAccessCollection {
    /// The index of the first element of which `belongs` is true, when it is true of all after it; `endIndex` for none.
    func partitioningIndex(where belongs: (Element) -> Bool) -> Index {
        var low = startIndex
        var count = self.count
        while count > 0 {
            let half = count / 2
            let middle = index(low, offsetBy: half)
            if belongs(self[middle]) {
                count = half
            } else {
                low = index(after: middle)
                count -= half + 1
            }
        }
        return low
    }
}
