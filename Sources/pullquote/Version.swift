import Annotator
import Interchange

/// Which program this is.
enum Version {
    static let number = "0.1.0"
    /// What stands in `made_by` of the JSON contract.
    static let program = "pullquote \(number)"
    /// What `--version` prints.
    static let line = "\(program) (model \(Annotator.modelName), JSON schema \(ArticleJSON.schemaVersion))"
}
