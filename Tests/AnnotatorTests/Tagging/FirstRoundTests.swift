import DocumentModel
import EnglishModel
import Testing

@testable import Annotator

@Suite("The names of a first round, as the second sees them")
struct FirstRoundTests {
    private static let person = 0
    private static let place = 2

    /// A text whose words in brackets are names: *[Berg:0]*, the kind by its number.
    private func read(_ marked: String) -> (text: TaggedText, tags: [UInt8]) {
        let words = marked.split(separator: " ").map(String.init)
        let plain = words.map { $0.contains(":") ? String($0.split(separator: ":")[0]) : $0 }.joined(separator: " ")
        let text = TaggedText(Article(id: "x", text: plain), clusters: WordClusters())
        let tags = words.map { word -> UInt8 in
            guard word.contains(":"), let kind = Int(word.split(separator: ":")[1]) else { return NameTags.outside }
            return NameTags.alone(kind)
        }
        return (text, tags)
    }

    private func features(_ marked: String, of number: Int) -> Set<UInt32> {
        let (text, tags) = read(marked)
        let found = FirstRound(text, tags, 0..<text.count)
        return Set(found.features(of: number, margin: 0))
    }

    @Test("Names are found from their tags, of one token or of several")
    func names() {
        let text = TaggedText(Article(id: "x", text: "Anna Berg saw Lund and left"), clusters: WordClusters())
        let tags = [NameTags.first(0), NameTags.last(0), 0, NameTags.alone(2), 0, 0]
        let found = FirstRound(text, tags, 0..<text.count)
        #expect(found.names.map(\.tokens) == [0..<2, 3..<4])
        #expect(found.names.map(\.kind) == [0, 2])
        #expect(found.names.allSatisfy(found.isAsked))
    }

    @Test("What the same word is elsewhere changes what is seen of a name")
    func elsewhere() {
        let same = features("Lund:2 spoke and then Lund:2 left", of: 0)
        let other = features("Lund:2 spoke and then Lund:0 left", of: 0)
        let none = features("Lund:2 spoke and then Berg:0 left", of: 0)
        #expect(same != other)
        #expect(other != none)
    }

    @Test("A name is no witness for itself")
    func itself() {
        let alone = features("The town of Lund:2 was quiet", of: 0)
        let person = features("The town of Lund:0 was quiet", of: 0)
        // Nothing but its own kind differs.
        #expect(alone.count == person.count)
    }

    @Test("Sums of scores by kind, and how clear the own kind is")
    func sums() {
        var scores = [Int32](repeating: 0, count: 2 * NameTags.width)
        scores[Int(NameTags.first(0))] = 10
        scores[NameTags.width + Int(NameTags.last(0))] = 5
        scores[Int(NameTags.first(2))] = 9
        var sums = [Int32](repeating: 0, count: NameTags.kinds.count)
        let margin = scores.withUnsafeBufferPointer { scores in
            sums.withUnsafeMutableBufferPointer { sums in
                scores.baseAddress.flatMap { row in
                    sums.baseAddress.map { FirstRound.sums(row, 2, width: NameTags.width, kind: 0, into: $0) }
                }
            }
        }
        #expect(margin == 6)
        #expect(sums == [15, 0, 9, 0, 0, 0, 0, 0, 0])
    }
}
