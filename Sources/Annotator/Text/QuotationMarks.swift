import DocumentModel
import EnglishModel

/// Words between quotation marks that stand inside no others.
struct QuotedSpan: Equatable {
    /// From the opening mark to the closing one, both included.
    var tokens: TokenRange
    /// Whether the closing mark is missing because the quotation goes on in the next block.
    var continues = false
    /// Whether no opening mark stands there because it goes on from the block before.
    var isContinued = false
}

/// Pairs the quotation marks of a block: straight ones nested in straight ones, marks of every style, one that opens at
/// the end of a line; tells apostrophes apart. Linear: each mark is pushed and popped once.
struct QuotationMarks {
    private struct Open {
        var token: Int
        var style: MarkStyle
    }

    private let bytes: [UInt8]
    private let tokens: Tokens
    private let block: TokenRange
    private var open: [Open] = []
    private var pairs: [TokenRange] = []
    private var strayClose: Int?

    /// The outermost quoted spans of a text's blocks, in order.
    static func spans(_ bytes: [UInt8], _ tokens: Tokens, blocks: [TokenRange]) -> [QuotedSpan] {
        var quoted: [QuotedSpan] = []
        var continuing = false
        for (index, block) in blocks.enumerated() {
            let nextOpens = index + 1 < blocks.count && opensWithMark(tokens, blocks[index + 1])
            let spans = spans(bytes, tokens, in: block, continuing: continuing, nextOpens: nextOpens)
            quoted += spans
            continuing = spans.last?.continues ?? false
        }
        return quoted
    }

    private static func opensWithMark(_ tokens: Tokens, _ block: TokenRange) -> Bool {
        guard let first = block.first else { return false }
        return tokens[first].kind == .mark && tokens[first].style != .rightDouble
    }

    /// The outermost quoted spans of a block, in order. `continuing` tells whether the block before ended inside one;
    /// `nextOpens` whether the next block begins with an opening mark.
    private static func spans(
        _ bytes: [UInt8], _ tokens: Tokens, in block: TokenRange, continuing: Bool, nextOpens: Bool
    ) -> [QuotedSpan] {
        var marks = QuotationMarks(bytes: bytes, tokens: tokens, block: block)
        marks.pair()
        return marks.outermost(continuing: continuing, nextOpens: nextOpens)
    }

    private init(bytes: [UInt8], tokens: Tokens, block: TokenRange) {
        self.bytes = bytes
        self.tokens = tokens
        self.block = block
    }

    private mutating func pair() {
        for index in block where tokens[index].kind == .mark {
            switch tokens[index].style {
            case .leftDouble: if !close(index, whenOpened: [.lowDouble]) { push(index) }
            case .lowDouble, .lowSingle, .leftCorner: push(index)
            case .rightDouble:
                if !close(index, whenOpened: [.leftDouble, .lowDouble, .straightDouble, .rightDouble]) {
                    openOrStray(index)
                }
            case .rightCorner: _ = close(index, whenOpened: [.leftCorner])
            case .leftGuillemet:
                if !close(index, whenOpened: [.rightGuillemet]) { push(index) }
            case .rightGuillemet:
                if !close(index, whenOpened: [.leftGuillemet]) { openOrStray(index) }
            case .straightDouble: straightDouble(index)
            case .leftSingle:
                if !close(index, whenOpened: [.lowSingle]), opensSingle(index) { push(index) }
            case .rightSingle:
                if closesSingle(index) { _ = close(index, whenOpened: [.leftSingle, .lowSingle]) }
            case .straightSingle:
                if opensSingle(index) {
                    push(index)
                } else if closesSingle(index) {
                    _ = close(index, whenOpened: [.straightSingle])
                }
            case .none: break
            }
        }
    }

    private mutating func straightDouble(_ index: Int) {
        let before = hasGap(before: index)
        let after = hasGap(after: index)
        let isOpen = open.contains { $0.style == .straightDouble || $0.style == .leftDouble }
        if before, !after {
            push(index)
        } else if after, !before {
            if isOpen, isInches(index) { return }
            if !close(index, whenOpened: [.straightDouble, .leftDouble]) { openOrStray(index) }
        } else if isOpen {
            _ = close(index, whenOpened: [.straightDouble, .leftDouble])
        } else {
            push(index)
        }
    }

    /// *"That one is 24" wider," she said.*: a mark behind a number inside marks, where a later one closes them.
    private func isInches(_ index: Int) -> Bool {
        guard index > block.lowerBound, tokens[index - 1].kind == .number, index + 1 < block.upperBound,
            tokens[index + 1].isWord, !tokens[index + 1].isCapital,
            let next = (index + 1..<min(index + 80, block.upperBound)).first(where: {
                tokens[$0].kind == .mark && tokens[$0].style == .straightDouble
            })
        else { return false }
        return !hasGap(before: next) && hasGap(after: next)
    }

    /// Depth beyond which nesting is noise; it also bounds the work for hostile text.
    private static let deepest = 8

    private mutating func push(_ index: Int) {
        if open.count >= Self.deepest { open.removeFirst() }
        open.append(Open(token: index, style: tokens[index].style))
    }

    private mutating func openOrStray(_ index: Int) {
        if hasGap(before: index), !hasGap(after: index) {
            push(index)
        } else if strayClose == nil, pairs.isEmpty {
            strayClose = index
        }
    }

    /// Closes the nearest open mark of these styles; marks opened inside it that never closed are forgotten. A single
    /// mark does not close across a double one.
    private mutating func close(_ index: Int, whenOpened styles: [MarkStyle]) -> Bool {
        guard let at = open.lastIndex(where: { styles.contains($0.style) }) else { return false }
        if tokens[index].style.isSingle, open[(at + 1)...].contains(where: { !$0.style.isSingle }) { return false }
        pairs.append(open[at].token..<index + 1)
        open.removeSubrange(at...)
        return true
    }

    private func hasGap(before index: Int) -> Bool {
        guard index > block.lowerBound, !tokens[index].shape.contains(.spaceBefore) else { return true }
        let token = tokens[index - 1]
        if token.kind == .mark { return open.last?.token == index - 1 }
        return token.kind == .openBracket || token.kind == .dash
    }

    private func hasGap(after index: Int) -> Bool {
        guard index + 1 < block.upperBound, !tokens[index + 1].shape.contains(.spaceBefore) else { return true }
        switch tokens[index + 1].kind {
        case .word, .number, .openBracket, .symbol, .clitic: return false
        case .stop: return tokens[index + 1].end - tokens[index + 1].start < 3  // "...and" opens.
        case .mark: return hasGap(before: index) ? false : true
        case .dash: return true
        default: return true
        }
    }

    private func opensSingle(_ index: Int) -> Bool {
        guard hasGap(before: index), !hasGap(after: index), index + 1 < block.upperBound else { return false }
        let next = tokens[index + 1]
        if next.kind == .number, !tokens[index].style.opensOnly { return false }  // '90s
        if next.kind == .clitic { return false }
        let word = bytes[next.range]
        return !Self.clipped.contains { word.elementsEqual($0.utf8) }
    }

    private static let clipped = ["em", "til", "tis", "twas", "cause", "n", "bout", "round", "Til", "Twas", "Tis"]

    private func closesSingle(_ index: Int) -> Bool {
        guard open.contains(where: { $0.style.isSingle }), !tokens[index].shape.contains(.spaceBefore), hasGap(after: index)
        else {
            return false
        }
        guard index + 1 < block.upperBound, index > block.lowerBound else { return true }
        // *the workers' rights'*: after an s before a word, a later mark that closes for certain is the better one.
        let before = tokens[index - 1]
        guard before.isWord, bytes[Int(before.end) - 1] == UInt8(ascii: "s"), tokens[index + 1].isWord else { return true }
        let style = tokens[index].style
        for later in (index + 1)..<min(index + 40, block.upperBound) where tokens[later].style == style {
            if !tokens[later].shape.contains(.spaceBefore), hasGap(after: later),
                !tokens[later - 1].isWord || later + 1 == block.upperBound || tokens[later + 1].kind != .word
            {
                return false
            }
        }
        return true
    }

    /// Where quoted words end whose closing mark was forgotten: before a clause of saying (*"We go, said Berg.*), or, in the
    /// last sentence of a block, with the block. Nil when nothing tells. Linear in the words up to the next mark.
    private func forgottenEnd(of mark: Int) -> Int? {
        var stops = 0
        for index in mark + 1..<block.upperBound {
            let token = tokens[index]
            if token.kind == .mark, !token.style.isSingle { return nil }
            if token.kind == .comma || token.kind == .stop, index > mark + 2, saysFollow(index + 1) { return index + 1 }
            if token.kind == .stop { stops += 1 }
        }
        // *“We have one,” she said. “It is for geese. We used it.*: what opens a sentence after other words in marks.
        let isOpening =
            stops > 1 && mark > block.lowerBound && tokens[mark - 1].kind == .stop
            && pairs.contains { $0.upperBound < mark }
        guard stops == 1 || isOpening, mark > block.lowerBound + 1, block.upperBound - mark > 3 else { return nil }
        return tokens[block.upperBound - 1].kind == .stop ? block.upperBound : nil
    }

    /// Whether a clause of saying begins at a token: *said Berg*, *she said*.
    private func saysFollow(_ at: Int) -> Bool {
        guard at + 1 < block.upperBound else { return false }
        let one = tokens[at]
        let two = tokens[at + 1]
        let isSaying = { (token: Token, at: Int) in
            token.classes.contains(.cue) && !token.isCapital && token.isWord && bytes[token.range].last == UInt8(ascii: "d")
        }
        if isSaying(one, at) {
            return two.isWord && (two.isCapital || two.isAny(of: [.determiner, .pronoun, .possessive, .role]))
        }
        if one.isWord, one.isCapital || one.isAny(of: .pronoun), isSaying(two, at + 1) { return true }
        // *the sergeant replied.*, *Sgt. Anna Berg said.*
        guard at + 3 < block.upperBound, one.isAny(of: [.determiner, .possessive, .title]) || one.isCapital, two.isWord
        else {
            return false
        }
        let isThree = tokens[at + 2].isWord && (one.isCapital ? two.isCapital : true)
        return isThree && isSaying(tokens[at + 2], at + 2) && tokens[at + 3].kind == .stop
            || one.isCapital && two.isCapital && tokens[at + 2].isCapital && isSaying(tokens[at + 3], at + 3)
    }

    /// Whether the next block opens with the same single mark, and this one stands where words in marks begin.
    private func goesOnInNext(_ mark: Open) -> Bool {
        guard block.upperBound < tokens.count, tokens[block.upperBound].style == mark.style,
            mark.token + 2 < block.upperBound, tokens[block.upperBound - 1].kind == .stop
        else { return false }
        guard mark.token > block.lowerBound else { return true }
        let before = tokens[mark.token - 1].kind
        return before == .stop || before == .comma || before == .colon || before == .mark || before == .dash
    }

    private func outermost(continuing: Bool, nextOpens: Bool) -> [QuotedSpan] {
        var found = pairs
        var leftOpen: Int?
        for mark in open where !mark.style.isSingle || goesOnInNext(mark) {
            if mark.style.isSingle {
                // What stands in double marks inside closes nothing.
                guard nextOpens,
                    !pairs.contains(where: { $0.lowerBound > mark.token && tokens[$0.lowerBound].style.isSingle })
                else { continue }
                leftOpen = mark.token
                break
            }
            let isFirst = mark.token <= block.lowerBound + 1
            // *“I said, ‘We close.’* at a block's end: what stands inside in single marks closes nothing.
            let isLast = !pairs.contains { $0.lowerBound > mark.token && !tokens[$0.lowerBound].style.isSingle }
            let isParagraphOfMany =
                isFirst && nextOpens
                && !pairs.contains { $0.lowerBound > mark.token && !tokens[$0.lowerBound].style.isSingle }
            if !isParagraphOfMany, let end = forgottenEnd(of: mark.token), !nextOpens || end < block.upperBound {
                found.append(mark.token..<end)
                continue
            }
            if (nextOpens || isFirst) && isLast || (isFirst && nextOpens) {
                leftOpen = mark.token
                break
            }
        }
        if let leftOpen {
            found.removeAll { $0.lowerBound > leftOpen }
            found.append(leftOpen..<block.upperBound)
        }
        var stray: Int?
        if continuing, let strayClose, leftOpen == nil || strayClose < (leftOpen ?? 0) {
            stray = strayClose
            found.removeAll { $0.lowerBound < strayClose }
            found.append(block.lowerBound..<strayClose + 1)
        }
        found.sort { ($0.lowerBound, $1.upperBound) < ($1.lowerBound, $0.upperBound) }
        var spans: [QuotedSpan] = []
        for pair in found where pair.lowerBound >= (spans.last?.tokens.upperBound ?? 0) {
            spans.append(
                QuotedSpan(
                    tokens: pair, continues: leftOpen == pair.lowerBound && pair.upperBound == block.upperBound,
                    isContinued: stray.map { $0 + 1 == pair.upperBound && pair.lowerBound == block.lowerBound } ?? false))
        }
        return spans
    }
}

extension MarkStyle {
    /// Whether the mark, by its look, only opens.
    fileprivate var opensOnly: Bool {
        self == .leftSingle || self == .leftDouble || self == .lowDouble || self == .lowSingle
    }
}
