import DocumentModel
import Screen

/// How a quotation's kind is told apart without colour: the mark in the gutter beside its lines.
struct QuotationMark: Sendable, Equatable {
    /// The mark, one column wide.
    let text: String
    /// The kind's role.
    let role: Role

    /// The mark of a kind.
    init(_ form: Quotation.Form, _ act: Quotation.Act) {
        switch (act, form) {
        case (.thought, _): (text, role) = ("°", .thought)
        case (.speech, .direct): (text, role) = ("┃", .direct)
        case (.speech, .mixed): (text, role) = ("╏", .mixed)
        case (.speech, .indirect): (text, role) = ("┊", .indirect)
        }
    }
}

/// When a finding is shown as doubtful.
enum Doubt {
    /// What is less likely than this is.
    static let threshold = Probability(thousandths: 600)

    /// Whether a quotation, or who says it, is in doubt.
    static func isIn(_ quotation: Quotation) -> Bool {
        quotation.confidence < threshold || (quotation.speaker != nil && quotation.speakerConfidence < threshold)
    }
}

extension EntityKind {
    /// The role by which names of this kind look.
    var role: Role {
        switch self {
        case .person: .person
        case .organisation: .organisation
        case .location, .facility: .place
        case .group: .group
        case .product, .event, .work, .miscellaneous: .name
        case .date, .money, .percent: .figure
        }
    }
}
