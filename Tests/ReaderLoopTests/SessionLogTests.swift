import DocumentModel
import Reader
import Screen
import Testing

@testable import ReaderLoop

@Suite("The log of a session")
struct SessionLogTests {
    @Test(
        "What comes from outside is read as it was written",
        arguments: [
            .input(.key(Key(.character("j")))), .input(.key(Key(.character(" "), .control))),
            .input(.key(Key(.character("<")))),
            .input(.mouse(.press, Position(x: 3, y: 4))), .input(.mouse(.doublePress, Position(x: 0, y: 0))),
            .input(.mouse(.scroll(-3), Position(x: 7, y: 1))), .input(.resize(Size(width: 80, height: 24))),
            .input(.paste("two\nlines \\ and\ttabs\\n")), .input(.paste("")), .input(.ground(.light)),
            .noted(ArticleKey(rawValue: 12), "a note\nof two lines"), .libraryChanged,
            .annotating(left: 1234),
            .imported(ImportProgress(done: 1, total: 20, failed: 3, isRunning: true)),
            .notice(Notice(.error, "a b: c")), .notice(Notice(.information, "")),
        ] as [Event])
    func events(event: Event) throws {
        let line = SessionLine.of(event)
        #expect(!line.contains("\n"))
        let read = try #require(SessionLine.event(of: line[...]))
        #expect("\(read)" == "\(event)")
    }

    @Test("Answers are told apart, and only the library gives them")
    func answers() {
        let one = Event.listed(total: 5, first: 0, rows: [], kept: nil, generation: 3)
        let other = Event.listed(total: 5, first: 0, rows: [], kept: 2, generation: 3)
        #expect(SessionLine.of(one) != SessionLine.of(other))
        #expect(SessionLine.event(of: SessionLine.of(one)[...]) == nil)
    }

    @Test("The header is read as it was written", arguments: [nil, Ground.dark])
    func header(ground: Ground?) {
        let header = SessionHeader(
            size: Size(width: 120, height: 40), colorDepth: .indexed256, ground: ground, filter: "said:x\ty")
        #expect(SessionHeader(line: header.line[...]) == header)
        #expect(SessionHeader(line: "pullquote session 2\t1x1\t8\tdark\t") == nil)
    }

    @Test("A frame's digest is that of what is seen")
    func digests() {
        let size = Size(width: 5, height: 2)
        var frame = Frame(size: size)
        let empty = frame.digest
        frame.draw("ab", at: Position(x: 0, y: 0))
        let text = frame.digest
        frame.overlay(Area(x: 0, y: 0, width: 1, height: 1), style: Style(attributes: .bold))
        let styled = frame.digest
        frame.cursor = Position(x: 1, y: 1)
        #expect(Set([empty, text, styled, frame.digest]).count == 4)
        #expect(Frame(size: size).digest == empty)
    }
}
