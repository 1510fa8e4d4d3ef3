import DocumentModel
import EnglishModel

/// Names in a title that stands beside the text: those of the text's actors, found by their spellings.
enum TitleNames {
    /// The names in the title with the actors they are of.
    static func names(in text: AnalysedText, _ actors: [Actor]) -> [(name: Name, actor: Actor.ID?)] {
        var byWord: [[UInt8]: Actor.ID] = [:]
        for actor in actors {
            for alias in actor.aliases {
                let words = Word.lowercased(Array(alias.utf8)[...]).split(separator: 0x20)
                func add(_ key: [UInt8]) { if byWord[key] == nil { byWord[key] = actor.id } }
                if words.count > 1 { add(Array(words.joined(separator: [0x20]))) }
                if let last = words.last, actor.kind == .person || words.count == 1 { add(Array(last)) }
            }
        }
        var found: [(name: Name, actor: Actor.ID?)] = []
        var at = 0
        while at < text.tokens.count {
            guard text.tokens[at].isWord, text.tokens[at].isCapital else {
                at += 1
                continue
            }
            var match: (Int, Actor.ID)?
            var key: [UInt8] = []
            for past in at..<min(at + 6, text.tokens.count) {
                guard text.tokens[past].isWord else { break }
                if past > at { key.append(0x20) }
                Word.append(text.bytes(of: past), to: &key)
                if let actor = byWord[key] { match = (past + 1, actor) }
            }
            if let match {
                let kind: EntityKind = actors[Int(match.1.rawValue)].kind == .person ? .person : .organisation
                found.append((Name(tokens: at..<match.0, kind: kind), match.1))
                at = match.0
            } else {
                let classes = text.tokens[at].classes
                if !classes.isDisjoint(with: [.country, .place, .organisation]), classes.isDisjoint(with: .function) {
                    found.append((Name(tokens: at..<at + 1, kind: .location), nil))
                }
                at += 1
            }
        }
        return found
    }
}
