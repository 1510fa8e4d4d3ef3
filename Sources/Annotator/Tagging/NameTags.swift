package import DocumentModel

/// What a token is to a name, in the scheme BILOU: outside, a name's first, inside and last token, or a name alone.
///
/// Tag 0 is outside; kind *k* has the four tags from 1 + 4*k* on.
package enum NameTags {
    /// The kinds that are learned, in the order of the model's columns.
    package static let kinds: [EntityKind] = [
        .person, .organisation, .location, .facility, .group, .miscellaneous, .product, .date, .money,
    ]
    /// Tags in all.
    package static let count = 1 + 4 * kinds.count
    /// A row of the model's table: the tags and what fills it up.
    package static let width = 40

    package static let outside: UInt8 = 0

    package static func first(_ kind: Int) -> UInt8 { UInt8(1 + 4 * kind) }
    package static func inside(_ kind: Int) -> UInt8 { UInt8(2 + 4 * kind) }
    package static func last(_ kind: Int) -> UInt8 { UInt8(3 + 4 * kind) }
    package static func alone(_ kind: Int) -> UInt8 { UInt8(4 + 4 * kind) }

    /// The kind of a tag's name, as an index into ``kinds``; -1 outside.
    package static func kind(of tag: UInt8) -> Int { tag == outside ? -1 : Int(tag - 1) >> 2 }
    /// A tag's place in its name: 0 first, 1 inside, 2 last, 3 alone.
    package static func place(of tag: UInt8) -> Int { Int(tag &- 1) & 3 }

    /// The names that a sequence of tags spells; it must be one that ``Decoder`` gives.
    package static func names(in tags: [UInt8]) -> [TaggedName] {
        var names: [TaggedName] = []
        var start = 0
        for (at, tag) in tags.enumerated() where tag != outside {
            switch place(of: tag) {
            case 0: start = at
            case 2: names.append(TaggedName(start..<at + 1, kind(of: tag)))
            case 3: names.append(TaggedName(at..<at + 1, kind(of: tag)))
            default: break
            }
        }
        return names
    }
}

/// A name as tags spell it. A long article has a hundred thousand: places are packed.
package struct TaggedName {
    private let first: Int32
    private let end: Int32
    private let index: Int8

    init(_ tokens: Range<Int>, _ kind: Int) {
        first = Int32(truncatingIfNeeded: tokens.lowerBound)
        end = Int32(truncatingIfNeeded: tokens.upperBound)
        index = Int8(truncatingIfNeeded: kind)
    }

    package var tokens: Range<Int> { Int(first)..<Int(end) }
    /// An index into ``NameTags/kinds``.
    package var kind: Int { Int(index) }
}
