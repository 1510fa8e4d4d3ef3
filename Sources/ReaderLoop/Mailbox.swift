import ArticleLibrary
import Glibc
import Ingest
import Reader
import Synchronization

/// Where other threads put events for the loop, which its descriptor wakes.
final class Mailbox: Sendable {
    /// The least time, in milliseconds, between two awakenings by an import: faster than anybody reads, and slow enough to
    /// cost nothing.
    private static let importInterval: UInt64 = 50
    /// The same by what is annotated anew, which nobody waits for.
    private static let annotationInterval: UInt64 = 1000

    private struct Contents {
        var events: [Event] = []
        /// The import's last word, which makes the ones before superfluous.
        var progress: ImportProgress?
        /// How many articles are left to annotate anew, if that was told since.
        var annotatingLeft: Int?
        var hasChanged = false
        var toldAnnotation: UInt64 = 0
        var toldProgress: UInt64 = 0
        var toldChange: UInt64 = 0
    }

    /// Readable when there is mail.
    let descriptor: CInt
    private let contents = Mutex(Contents())

    /// What is written here, one byte at a time, makes ``descriptor`` readable.
    private let bell: CInt

    init() {
        var ends: [CInt] = [-1, -1]
        _ = pipe(&ends)
        for end in ends {
            _ = fcntl(end, F_SETFL, O_NONBLOCK)
            _ = fcntl(end, F_SETFD, FD_CLOEXEC)
        }
        (descriptor, bell) = (ends[0], ends[1])
    }

    deinit {
        close(descriptor)
        close(bell)
    }

    /// Whether there is mail that the descriptor tells of.
    var hasMail: Bool { contents.withLock { !$0.events.isEmpty } }

    /// Puts an event in.
    func post(_ event: Event) {
        contents.withLock { $0.events.append(event) }
        wake()
    }

    /// Puts in what an import says. The loop is woken for it every so often, and when the import ends.
    func post(_ report: ImportJob.Report) {
        let now = Clock.milliseconds
        let isUrgent = contents.withLock { contents in
            switch report {
            case .progress(let progress):
                contents.progress = ImportProgress(
                    done: progress.done, total: progress.total, failed: progress.failed, isRunning: progress.isRunning)
                guard !progress.isRunning || now - contents.toldProgress >= Self.importInterval else { return false }
                contents.toldProgress = now
            case .annotating(let left):
                contents.annotatingLeft = left
                guard left == 0 || now - contents.toldAnnotation >= Self.annotationInterval else { return false }
                contents.toldAnnotation = now
            case .libraryChanged:
                contents.hasChanged = true
                guard now - contents.toldChange >= Self.importInterval else { return false }
                contents.toldChange = now
            case .problem(let line): contents.events.append(.notice(Notice(.error, line)))
            case .failed(let error): contents.events.append(.notice(Notice(.error, error.description)))
            }
            return true
        }
        if isUrgent { wake() }
    }

    /// Takes all the mail.
    func take() -> [Event] {
        var bytes = [UInt8](repeating: 0, count: 512)
        _ = read(descriptor, &bytes, bytes.count)
        return contents.withLock { contents in
            var events = contents.events
            if contents.hasChanged { events.append(.libraryChanged) }
            if let progress = contents.progress { events.append(.imported(progress)) }
            if let left = contents.annotatingLeft { events.append(.annotating(left: left)) }
            contents.events = []
            contents.annotatingLeft = nil
            contents.hasChanged = false
            contents.progress = nil
            return events
        }
    }

    private func wake() {
        var byte: UInt8 = 1
        _ = write(bell, &byte, 1)
    }
}

/// The time since some moment, for measuring how long something takes.
enum Clock {
    static var milliseconds: UInt64 {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return UInt64(time.tv_sec) * 1000 + UInt64(time.tv_nsec) / 1_000_000
    }
}
