import GRDB

extension Migration {
    /// The quotations that ``WordWeights`` takes its sample from.
    static let sampleOfQuotations = Migration(
        "sample of quotations",
        tables: "CREATE INDEX quotation_sample ON quotation (key) WHERE key & \(1 << WordWeights.sampleBits - 1) = 0")
}
