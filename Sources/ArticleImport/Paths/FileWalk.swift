import Glibc

/// The files that paths stand for, one after another: files as given, folders with all that is below them, sorted by
/// the bytes of their paths. No file is opened; a folder is read when its turn comes.
///
/// - A file that is given is taken whatever its name. In a folder the name's ending decides: `.txt .text .md .markdown
///   .jsonl .ndjson .json`, and files without ending, which are looked into later; other kinds are passed over.
/// - In a folder, hidden files and folders are passed over.
/// - A link is followed. A file that is reached twice, by links or because it is given twice, comes once. A link to a
///   folder that contains it is a problem.
/// - `-` is standard input. A pipe that is given, such as a shell's `<(…)`, is a stream too; one in a folder is a problem.
///
/// Takes one `stat` for each file, and memory for the folders on the way down and 16 bytes for each file.
public struct FileWalk: Sequence, IteratorProtocol {
    private enum Step {
        /// A path somebody gave.
        case given(SourcePath)
        /// Something in a folder.
        case entry(SourcePath)
        /// A folder is done; nothing to read in it is worth saying of a given one.
        case leave(SourcePath, SourceFile.Identity, given: Bool, filesBefore: Int)
    }

    private var steps: [Step]
    private var files: Set<SourceFile.Identity> = []
    private var folders: Set<SourceFile.Identity> = []
    private var open: Set<SourceFile.Identity> = []
    /// Files and problems met, those met before among them.
    private var met = 0

    /// A walk over paths in the order given.
    public init(_ paths: [SourcePath]) {
        steps = paths.reversed().map(Step.given)
    }

    /// A walk over paths in the order given.
    public init(_ paths: [String]) { self.init(paths.map { SourcePath($0) }) }

    /// The next file, or what is in its way; nil at the end.
    public mutating func next() -> Result<SourceFile, ImportProblem>? {
        while let step = steps.popLast() {
            switch step {
            case .given("-"):
                return .success(.standardInput)
            case .given(let path):
                if let found = look(at: path, isGiven: true) { return found }
            case .entry(let path):
                if let found = look(at: path, isGiven: false) { return found }
            case .leave(let path, let identity, let isGiven, let filesBefore):
                open.remove(identity)
                if isGiven, met == filesBefore { return .failure(ImportProblem(.nothingToRead, path: path.description)) }
            }
        }
        return nil
    }

    private mutating func look(at path: SourcePath, isGiven: Bool) -> Result<SourceFile, ImportProblem>? {
        var status = stat()
        guard path.withCString({ stat($0, &status) }) == 0 else {
            let number = errno
            if !isGiven, !isWanted(path) { return nil }
            return fail(.init(errno: number), path)
        }
        let identity = SourceFile.Identity(status)
        switch status.st_mode & S_IFMT {
        case S_IFDIR:
            if open.contains(identity) { return fail(.loop, path) }
            guard folders.insert(identity).inserted else {
                met += 1
                return nil
            }
            return enter(path, identity, isGiven: isGiven)
        case S_IFREG:
            guard isGiven || isWanted(path) else { return nil }
            met += 1
            guard files.insert(identity).inserted else { return nil }
            return .success(SourceFile(path: path, status: status, isGuess: !isGiven && path.ending == nil))
        case S_IFIFO where isGiven:
            met += 1
            return files.insert(identity).inserted ? .success(SourceFile(path: path, status: status)) : nil
        case let kind:
            guard isGiven || path.ending != nil && isWanted(path) else { return nil }
            return fail(.notAFile(Self.name(ofKind: kind)), path)
        }
    }

    private mutating func enter(
        _ path: SourcePath, _ identity: SourceFile.Identity, isGiven: Bool
    ) -> Result<SourceFile, ImportProblem>? {
        guard let folder = path.withCString({ opendir($0) }) else { return fail(.init(errno: errno), path) }
        defer { closedir(folder) }
        var names: [[UInt8]] = []
        while let entry = readdir(folder) {
            var entry = entry.pointee
            let isFolder = entry.d_type == DT_DIR
            let name = withUnsafeBytes(of: &entry.d_name) { Array($0.prefix { $0 != 0 }) }
            guard name.first != UInt8(ascii: "."), isFolder || mayMatter(name, entry.d_type) else { continue }
            names.append(isFolder ? name + [UInt8(ascii: "/")] : name)
        }
        // A folder sorts with its slash, so that the whole walk is in the order of its paths.
        names.sort { $0.lexicographicallyPrecedes($1) }
        open.insert(identity)
        steps.append(.leave(path, identity, given: isGiven, filesBefore: met))
        for name in names.reversed() {
            let bare = name.last == UInt8(ascii: "/") ? name.dropLast() : name
            steps.append(.entry(path.appending(bare)))
        }
        return nil
    }

    private mutating func fail(_ reason: ImportProblem.Reason, _ path: SourcePath) -> Result<SourceFile, ImportProblem> {
        met += 1
        return .failure(ImportProblem(reason, path: path.description))
    }

    /// Whether a name is worth a `stat`: of a plain file only one we would read.
    private func mayMatter(_ name: [UInt8], _ type: UInt8) -> Bool {
        type != DT_REG || isWanted(SourcePath(bytes: name))
    }

    private func isWanted(_ path: SourcePath) -> Bool {
        path.ending == nil || FileFormat(of: path) != .unknown
    }

    private static func name(ofKind kind: mode_t) -> String {
        switch kind {
        case S_IFIFO: "a named pipe"
        case S_IFSOCK: "a socket"
        case S_IFCHR, S_IFBLK: "a device"
        default: "a special file"
        }
    }
}
