import DocumentModel
import Foundation
import Query
import Reader
import Screen

/// What happened in a session, line by line in a file: all that came to the reader and when, and a digest of each screen.
///
/// The reader is a state machine: the same events give the same screens. Answers of the library are not written down but
/// told apart, so that the library, as it was when the session began, gives them again: see ``SessionReplay``.
final class SessionLog {
    private let file: CInt
    private let start = Clock.milliseconds

    /// A new file. Throws the system's reason when it cannot be made.
    init(path: String, _ header: SessionHeader) throws(POSIXError) {
        file = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
        guard file >= 0 else { throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO) }
        append(header.line)
    }

    deinit { close(file) }

    /// Notes what the reader is about to take.
    func note(_ event: Event) { append("\(Clock.milliseconds - start)\t\(SessionLine.of(event))") }

    /// Notes what is about to be shown.
    func note(_ frame: Frame) { append("\(Clock.milliseconds - start)\t\(SessionLine.of(frame))") }

    private func append(_ line: String) {
        let bytes = Array((line + "\n").utf8)
        _ = bytes.withUnsafeBytes { write(file, $0.baseAddress, $0.count) }
    }
}

/// What a session began with: the first line of its log.
struct SessionHeader: Equatable {
    var size: Size
    var colorDepth: ColorDepth
    var ground: Ground?
    var filter: String

    private static let form = "pullquote session 1"

    /// The header as a line.
    var line: String {
        "\(Self.form)\t\(size.width)x\(size.height)\t\(colorDepth.settingsName)\t\(ground?.rawValue ?? "unknown")\t"
            + SessionLine.escaped(filter)
    }

    /// What a line means; nil where it is no header.
    init?(line: Substring) {
        let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
        guard fields.count == 5, fields[0] == Self.form, let size = Size(logged: fields[1]),
            let depth = ColorDepth.allCases.first(where: { $0.settingsName == fields[2] })
        else { return nil }
        self.init(
            size: size, colorDepth: depth, ground: Ground(rawValue: String(fields[3])),
            filter: SessionLine.unescaped(fields[4]))
    }

    /// A header of these parts.
    init(size: Size, colorDepth: ColorDepth, ground: Ground?, filter: String) {
        self.size = size
        self.colorDepth = colorDepth
        self.ground = ground
        self.filter = filter
    }
}

/// The lines of a log, without their times.
enum SessionLine {
    /// The line of a frame.
    static func of(_ frame: Frame) -> String { "frame \(String(frame.digest, radix: 16))" }

    /// The line of an event. Of an answer it holds what tells it from other answers.
    static func of(_ event: Event) -> String {
        switch event {
        case .input(.key(let key)): "key \(key)"
        case .input(.mouse(.press, let place)): "mouse press \(place.x) \(place.y)"
        case .input(.mouse(.doublePress, let place)): "mouse double \(place.x) \(place.y)"
        case .input(.mouse(.scroll(let steps), let place)): "mouse \(steps) \(place.x) \(place.y)"
        case .input(.resize(let size)): "resize \(size.width)x\(size.height)"
        case .input(.paste(let text)): "paste \(escaped(text))"
        case .input(.ground(let ground)): "ground \(ground.rawValue)"
        case .listed(let total, let isCounted, let first, let rows, let kept, let generation):
            "listed \(generation) \(first) \(rows.count) \(total) \(isCounted ? 1 : 0) \(kept ?? -1)"
        case .opened(let key, let article, let place, _, let generation):
            "opened \(generation) \(key.rawValue) \(article == nil ? -1 : place)"
        case .people(let total, let first, let rows, let generation):
            "people \(generation) \(first) \(rows.count) \(total)"
        case .quotations(let total, let isCounted, let first, let rows, let generation):
            "quotations \(generation) \(first) \(rows.count) \(total) \(isCounted ? 1 : 0)"
        case .reports(let matches, let generation): "reports \(generation) \(matches.count)"
        case .unread(let row, let key, let generation): "unread \(generation) \(row ?? -1) \(key?.rawValue ?? -1)"
        case .completion(let completion, let generation): "completion \(generation) \(completion.candidates.count)"
        case .bookmarks(let bookmarks): "bookmarks \(bookmarks.count)"
        case .savedFilters(let filters): "filters \(filters.entries.count)"
        case .person(let page, let generation): "person \(generation) \(page == nil ? 0 : 1)"
        case .corrected(let what): "corrected \(escaped(what))"
        case .noted(let key, let note): "noted \(key.rawValue) \(escaped(note))"
        case .imported(let progress):
            "imported \(progress.done) \(progress.total) \(progress.failed) \(progress.isRunning ? 1 : 0)"
        case .annotating(let left): "annotating \(left)"
        case .libraryChanged: "changed"
        case .notice(let notice): "notice \(notice.kind == .error ? "error" : "information") \(escaped(notice.text))"
        }
    }

    /// The event of a line; nil for frames, and for answers, which only the library can give.
    static func event(of line: Substring) -> Event? {
        let words = line.split(separator: " ", maxSplits: 2, omittingEmptySubsequences: false)
        let numbers = line.split(separator: " ").dropFirst().map { Int($0) ?? 0 }
        let rest = line.drop { $0 != " " }.dropFirst()
        switch words.first {
        case "key": return Key(parsing: String(rest)).map { .input(.key($0)) }
        case "mouse" where numbers.count == 3:
            let place = Position(x: numbers[1], y: numbers[2])
            let action: MouseAction =
                words[1] == "press" ? .press : words[1] == "double" ? .doublePress : .scroll(numbers[0])
            return .input(.mouse(action, place))
        case "resize": return Size(logged: rest).map { .input(.resize($0)) }
        case "paste": return .input(.paste(unescaped(rest)))
        case "ground": return Ground(rawValue: String(rest)).map { .input(.ground($0)) }
        case "noted" where words.count == 3: return .noted(ArticleKey(rawValue: Int64(numbers[0])), unescaped(words[2]))
        case "imported" where numbers.count == 4:
            return .imported(
                ImportProgress(done: numbers[0], total: numbers[1], failed: numbers[2], isRunning: numbers[3] == 1))
        case "annotating" where numbers.count == 1: return .annotating(left: numbers[0])
        case "corrected": return .corrected(unescaped(rest))
        case "changed": return .libraryChanged
        case "notice" where words.count == 3:
            return .notice(Notice(words[1] == "error" ? .error : .information, unescaped(words[2])))
        default: return nil
        }
    }

    /// Text on one line.
    static func escaped(_ text: String) -> String {
        text.replacing("\\", with: "\\\\").replacing("\n", with: "\\n").replacing("\r", with: "\\r")
            .replacing("\t", with: "\\t")
    }

    /// The text that was put on one line.
    static func unescaped(_ line: Substring) -> String {
        var text = ""
        var isEscaped = false
        for scalar in line.unicodeScalars {
            if isEscaped {
                text.unicodeScalars.append(scalar == "n" ? "\n" : scalar == "r" ? "\r" : scalar == "t" ? "\t" : scalar)
            } else if scalar != "\\" {
                text.unicodeScalars.append(scalar)
            }
            isEscaped = !isEscaped && scalar == "\\"
        }
        return text
    }
}

extension Size {
    /// The size that a log writes as `80x24`.
    init?(logged text: Substring) {
        let parts = text.split(separator: "x").map { Int($0) }
        guard parts.count == 2, let width = parts[0], let height = parts[1] else { return nil }
        self.init(width: width, height: height)
    }
}
