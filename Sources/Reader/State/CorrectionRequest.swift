public import DocumentModel

/// What a reader puts right, by what the screen shows.
public enum CorrectionRequest: Sendable, Equatable {
    /// This is who says the quotation; nil for somebody the article never names.
    case speaker(QuotationKey, ActorName?)
    /// This is no quotation.
    case notAQuotation(QuotationKey)
    /// This is what was done: said or thought.
    case act(QuotationKey, Quotation.Act)
    /// Whoever is called the second is called the first.
    case merge(ActorName, ActorName)
    /// The second is no spelling of the first; a name and itself: whom its article calls so is somebody else elsewhere.
    case split(ActorName, ActorName)
    /// Whoever is called so is listed under this name.
    case rename(ActorName, to: String)

    /// The people who must be known for it.
    public var names: [ActorName] {
        switch self {
        case .speaker, .notAQuotation, .act: []
        case .merge(let one, let other): [one, other]
        case .split(let name, _), .rename(let name, _): [name]
        }
    }
}
