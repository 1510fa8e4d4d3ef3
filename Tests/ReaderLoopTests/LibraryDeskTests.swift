import ArticleLibrary
import DocumentModel
import Foundation
import Query
import Reader
import Testing

@testable import ReaderLoop

@Suite("Questions and marks")
struct LibraryDeskTests {
    private func desk(home: String = "/nonexistent") throws -> LibraryDesk {
        let library = try Library.inMemory()
        try library.add(
            ["one", "two"].map { id in
                let text = "Article \(id)."
                let block = Block(.paragraph, 0..<text.utf8.count)
                let article = Article(id: id, text: text, headline: .lead(block.range), blocks: [block])
                return .article(AnnotatedArticle(article, Annotation()), Origin(path: id))
            })
        let paths = Configuration.Paths(environment: ["HOME": home])
        return LibraryDesk(library: library, configuration: try Configuration(paths: paths))
    }

    private func rows(_ desk: LibraryDesk) throws -> [ArticleSummary] {
        let answer = desk.answer(.list(.all, rows: 0..<10, keeping: nil, generation: 7))
        guard case .listed(let total, true, 0, let rows, _, 7)? = answer else {
            Issue.record("no list: \(String(describing: answer))")
            return []
        }
        #expect(total == rows.count)
        return rows
    }

    @Test("A mark shows before it is stored, and after")
    func marks() throws {
        let desk = try desk()
        let key = try #require(rows(desk).first?.key)
        for effect in [Effect.setRead(key, true), .setStarred(key, true), .setPlace(key, 3)] {
            desk.note(effect)
            let row = try #require(rows(desk).first { $0.key == key })
            if case .setRead = effect { #expect(row.isRead) }
            if case .setStarred = effect { #expect(row.isStarred) }
            if case .notice(let notice)? = desk.keep(effect) { Issue.record("\(notice.text)") }
        }
        let row = try #require(rows(desk).first { $0.key == key })
        #expect(row.isRead && row.isStarred)
        guard case .opened(key, let article?, place: 3, note: _, generation: 8)? = desk.answer(.open(key, generation: 8))
        else {
            Issue.record("not opened")
            return
        }
        #expect(article.article.text.hasPrefix("Article"))
    }

    @Test("Storing an older mark does not take back a newer one")
    func newer() throws {
        let desk = try desk()
        let key = try #require(rows(desk).first?.key)
        desk.note(.setRead(key, true))
        desk.note(.setRead(key, false))
        _ = desk.keep(.setRead(key, true))
        #expect(try rows(desk).first { $0.key == key }?.isRead == false)
    }

    @Test("The look is kept in its file, or it is said that it is not")
    func look() throws {
        let home = FileManager.default.temporaryDirectory.appending(path: "pullquote-\(UUID())")
        defer { try? FileManager.default.removeItem(at: home) }
        let kept = Settings.Kept(theme: "terminal", split: .columns(30), quotationsLit: true, namesLit: false)
        if case .notice(let notice)? = try desk(home: home.path).keep(.keepSettings(kept)) {
            Issue.record("\(notice.text)")
        }
        let again = try Configuration(paths: .init(environment: ["HOME": home.path]))
        #expect(again.settings.kept == kept)
        guard case .notice(let notice)? = try desk(home: "/proc/none").keep(.keepSettings(kept)) else {
            Issue.record("no notice")
            return
        }
        #expect(notice.kind == .error)
    }
}
