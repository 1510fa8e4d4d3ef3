/// What a unit of a sentence is to a word that may be a cue.
package enum ReportLabel {
    /// The word is no cue: every unit has this label.
    package static let none: UInt8 = 0
    /// Neither content nor source.
    package static let other: UInt8 = 1
    /// The first, inner and last unit of what is reported, and a unit that is all of it.
    package static let first: UInt8 = 2
    package static let inner: UInt8 = 3
    package static let last: UInt8 = 4
    package static let alone: UInt8 = 5
    /// A unit of whoever speaks.
    package static let source: UInt8 = 6
    /// The cue itself.
    package static let cue: UInt8 = 7
    package static let count = 8

    /// Which label may follow which; a sequence may begin with those of the first list.
    package static let beginnings: [UInt8] = [none, other, first, alone, source, cue]
    package static let ends: [UInt8] = [none, other, last, alone, source, cue]
    package static func followers(of label: UInt8) -> [UInt8] {
        switch label {
        case none: [none]
        case first, inner: [inner, last]
        case last, alone: [other, source, cue]
        case cue: [other, first, alone, source]
        default: [other, first, alone, source, cue]
        }
    }

    package static func isContent(_ label: UInt8) -> Bool { label >= first && label <= alone }

    /// Makes first, last and lone units of content that is all labelled as inner.
    package static func bound(_ labels: inout [UInt8]) {
        for at in labels.indices where labels[at] == inner {
            let opens = at == 0 || !isContent(labels[at - 1])
            let closes = at + 1 == labels.count || !isContent(labels[at + 1])
            labels[at] = opens ? (closes ? alone : first) : closes ? last : inner
        }
    }
}
