import Annotator
import ArticleLibrary
import DocumentModel
import Foundation
import Query
import Synchronization
import Testing

@testable import Ingest

/// What an older model annotated is annotated anew, from the texts that the library keeps.
@Suite struct AnnotationJobTests {
    private static func text(_ number: Int) -> String {
        "The bridge is closed, said Ada Quill on Monday. “We shall open it in \(number) days,” Quill told reporters."
    }

    /// Articles that an older model found nothing in.
    private static func library(_ count: Int, annotator: String? = "older") throws -> Library {
        let library = try Library.inMemory()
        try library.add(steps(count, annotator: annotator))
        return library
    }

    private static func steps(_ count: Int, annotator: String?) -> [ImportStep] {
        (0..<count).map { number in
            let article = Article(
                id: "r\(number)", text: text(number), details: Details(date: "2024-05-\(10 + number % 20)"))
            return .article(
                Addition(
                    AnnotatedArticle(article, Annotation()), from: Origin(path: "-", line: number + 1),
                    annotator: annotator))
        }
    }

    private func quotations(_ library: Library) throws -> [String] {
        try library.quotations(matching: .all, rows: 0..<10_000).rows.map { "\($0.speaker ?? "–"): \($0.text)" }
    }

    @Test(arguments: ["older", nil] as [String?]) func everythingIsFoundThatTheNewerModelFinds(older: String?) throws {
        let library = try Self.library(90, annotator: older)
        let keys = try library.articles(matching: .all, rows: 0..<200).rows.map(\.key)
        try library.setStarred(true, keys[3])
        try library.setNote("a word", on: keys[4])
        #expect(try library.outdated(by: Annotator.modelName) == 90)
        #expect(try quotations(library).isEmpty)

        #expect(AnnotationJob(library).run() == 90)

        #expect(try library.outdated(by: Annotator.modelName) == 0)
        #expect(try library.statistics().annotated == [Annotator.modelName: 90])
        let annotator = Annotator()
        for key in keys {
            let article = try #require(try library.article(key))
            #expect(article.annotation == annotator.annotation(of: article.article))
        }
        #expect(try quotations(library).count >= 90)
        #expect(try library.articles(matching: Filter(parsing: "said:quill"), rows: 0..<200).total == 90)
        #expect(try library.articles(matching: .all, rows: 0..<200).rows.map(\.key) == keys)
        #expect(try library.articles(matching: Filter(parsing: "is:starred"), rows: 0..<9).rows.map(\.key) == [keys[3]])
        #expect(try library.note(on: keys[4]) == "a word")
        #expect(try library.check().problems.isEmpty)
    }

    @Test func withNothingToDoNothingIsWritten() throws {
        let library = try Self.library(5)
        AnnotationJob(library).run()
        let count = library.changeCount
        #expect(AnnotationJob(library).run() == 0)
        #expect(library.changeCount == count)
    }

    @Test func whatIsBrokenOffGoesOnWhereItWas() throws {
        let library = try Self.library(700)
        let left = Mutex<[Int]>([])
        // Stopped each time something has changed.
        for _ in 0..<20 {
            let job = Mutex<AnnotationJob?>(nil)
            let made = AnnotationJob(library) { report in
                if case .libraryChanged = report { job.withLock { $0 }?.cancel() }
            }
            job.withLock { $0 = made }
            made.run()
            let outdated = try library.outdated(by: Annotator.modelName)
            left.withLock { $0.append(outdated) }
            if outdated == 0 { break }
        }
        let counts = left.withLock { $0 }
        #expect(counts.count > 1 && counts.last == 0)
        #expect(zip(counts, counts.dropFirst()).allSatisfy { $0 > $1 })
        #expect(try library.articles(matching: Filter(parsing: "said:quill"), rows: 0..<9).total == 700)
        #expect(try library.check().problems.isEmpty)
    }

    @Test func whatChangedMeanwhileIsLeftAlone() throws {
        let library = try Self.library(3)
        let outdated = try library.outdated(by: "newest", after: nil, most: 9)
        #expect(outdated.count == 3)
        let first = try #require(outdated.first)
        // The text of one is another now, and one is gone.
        _ = try library.forget([outdated[1].key])
        let changed = AnnotatedArticle(
            Article(id: "r0", text: "Another text.", details: first.article.details), Annotation(language: "en"))
        _ = try library.forget([first.key])
        try library.add([.article(Addition(changed, from: Origin(path: "-", line: 1), annotator: "newest"))])
        let done = outdated.map { (outdated: $0, annotation: Annotation(language: "xx")) }
        #expect(try library.annotate(done, annotator: "newest") == 1)
        let rows = try library.articles(matching: .all, rows: 0..<9).rows
        let texts = try rows.map { try library.article($0.key)?.article.text }
        #expect(Set(texts) == ["Another text.", outdated[2].article.text])
        #expect(try library.statistics().annotated == ["newest": 2])
    }

    // MARK: Several at once

    /// A library in a file; another process would open it just so.
    private func shared(_ count: Int, _ body: (_ open: () throws -> Library) throws -> Void) throws {
        let folder = NSTemporaryDirectory() + "pullquote-jobs-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try Library(at: folder + "/library.db").add(Self.steps(count, annotator: "older"))
        try body { try Library(at: folder + "/library.db") }
    }

    @Test func ofTwoOneWorksAndTheOtherGoesOnWhenItIsStopped() throws {
        try shared(300) { open in
            let library = try open()
            let lefts = Mutex<[Int]>([])
            let isOthersTurn = Atomic(false)
            let worksTooSoon = Atomic(false)
            let waits = DispatchSemaphore(value: 0)
            let other = AnnotationJob(try open()) { report in
                switch report {
                case .annotating(let left):
                    lefts.withLock { $0.append(left) }
                    waits.signal()
                case .libraryChanged where !isOthersTurn.load(ordering: .relaxed):
                    worksTooSoon.store(true, ordering: .relaxed)
                default: break
                }
            }
            let one = Mutex<AnnotationJob?>(nil)
            let changes = Atomic(0)
            let first = AnnotationJob(library) { report in
                guard case .libraryChanged = report else { return }
                switch changes.add(1, ordering: .relaxed).newValue {
                case 1:
                    other.start()
                    waits.wait()
                default:
                    // It sees how far the one is.
                    other.lookAround()
                    isOthersTurn.store(true, ordering: .relaxed)
                    one.withLock { $0 }?.cancel()
                }
            }
            one.withLock { $0 = first }
            let done = first.run()
            #expect(0 < done && done < 300)
            other.wait()
            let hasWorkedTooSoon = worksTooSoon.load(ordering: .relaxed)
            #expect(!hasWorkedTooSoon)
            #expect(try library.outdated(by: Annotator.modelName) == 0)
            // Who held the lock took it away.
            #expect(!FileManager.default.fileExists(atPath: try #require(library.path) + "-annotating"))
            let seen = lefts.withLock { $0 }
            #expect(seen.contains(300 - done) && seen.last == 0)
            #expect(try library.articles(matching: Filter(parsing: "said:quill"), rows: 0..<9).total == 300)
        }
    }

    @Test func whoWaitsForAnotherCanBeStopped() throws {
        try shared(3) { open in
            let library = try open()
            let lock = try #require(AnnotationLock(of: library))
            let waits = DispatchSemaphore(value: 0)
            let job = AnnotationJob(try open()) { _ in waits.signal() }
            job.start()
            waits.wait()
            job.cancel()
            job.wait()
            #expect(try library.outdated(by: Annotator.modelName) == 3)
            withExtendedLifetime(lock) {}
        }
    }
}
