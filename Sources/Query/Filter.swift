/// What a reader asked to see: the filter language's typed tree.
public struct Filter: Sendable, Equatable {
    /// Everything.
    public static let all = Filter()
    /// The filter that lets everything through.
    public init() {}
}
