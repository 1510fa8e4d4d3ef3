/// What `config.toml` sets, with a default for all of it.
public struct Settings: Sendable, Equatable {
    /// What the reader itself remembers between two starts.
    public struct Kept: Sendable, Equatable {
    }
}
