import ArticleLibrary
import DocumentModel
import Foundation
import Query
import Testing

@testable import ReaderLoop

@Suite("What others write to the library is told")
final class LibraryWatchTests {
    private let folder = NSTemporaryDirectory() + "pullquote-watch-\(UUID().uuidString)"

    init() throws { try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true) }

    deinit { try? FileManager.default.removeItem(atPath: folder) }

    private func rings(_ watch: LibraryWatch) -> Bool {
        var waiting = pollfd(fd: watch.descriptor, events: Int16(POLLIN), revents: 0)
        return poll(&waiting, 1, 0) > 0
    }

    @Test("It rings for articles, until that is taken, and not for reading or marks")
    func ringing() throws {
        let path = folder + "/library.db"
        let (reading, writing) = (try Library(at: path), try Library(at: path))
        _ = reading.changeCount
        let watch = LibraryWatch(path)
        #expect(!rings(watch) && !watch.take())
        for number in 0..<3 {
            let article = Article(id: "\(number)", text: "Text \(number).")
            try writing.add([.article(AnnotatedArticle(article, Annotation()), Origin(path: "/\(number)"))])
            #expect(rings(watch))
            #expect(watch.take() && !rings(watch) && !watch.take())
            let rows = try reading.articles(matching: .all, rows: 0..<9).rows
            #expect(rows.count == number + 1)
            try reading.setRead(true, rows[0].key)
            #expect(!rings(watch))
        }
    }

    @Test("Without a file nothing rings")
    func nothing() { #expect(!LibraryWatch(nil).take() && !LibraryWatch("/nonexistent/library.db").take()) }
}
