import Foundation

/// The paths that somebody gave, and what they are from the root on: a library keeps the latter, so that it knows its files
/// from any folder, and shows the former.
struct Roots: Sendable {
    private var roots: [(absolute: String, given: String)] = []

    init(_ given: [String]) {
        roots = given.filter { $0 != "-" }.map { (FilePath.absolute($0), $0) }
        // A folder inside another has its own name.
        roots.sort { $0.absolute.utf8.count > $1.absolute.utf8.count }
    }

    /// A path as it would be given; any other id as it is.
    func shown(_ id: String) -> String {
        guard id.hasPrefix("/") else { return id }
        for root in roots {
            if id == root.absolute { return root.given }
            if id.hasPrefix(root.absolute == "/" ? "/" : root.absolute + "/") {
                let below = id.dropFirst(root.absolute == "/" ? 1 : root.absolute.count + 1)
                return root.given.hasSuffix("/") ? root.given + below : root.given + "/" + below
            }
        }
        return id
    }
}

/// Paths of files.
public enum FilePath {
    /// The path from the root on, without `.` and `..`, so that it names the same file from any folder. Links are not
    /// followed.
    public static func absolute(_ path: String) -> String {
        let whole = path.hasPrefix("/") ? path : FileManager.default.currentDirectoryPath + "/" + path
        guard mayHaveMore(whole.utf8) else { return whole }
        var parts: [Substring] = []
        for part in whole.split(separator: "/") where part != "." {
            if part == ".." { _ = parts.popLast() } else { parts.append(part) }
        }
        return "/" + parts.joined(separator: "/")
    }

    /// Whether `/.`, `//` or a slash at the end is in a path.
    private static func mayHaveMore(_ path: String.UTF8View) -> Bool {
        var isAfterSlash = false
        for byte in path {
            if isAfterSlash, byte == UInt8(ascii: ".") || byte == UInt8(ascii: "/") { return true }
            isAfterSlash = byte == UInt8(ascii: "/")
        }
        return isAfterSlash
    }
}
