import EnglishModel
import Testing

@Suite("The word lists")
struct LexiconTests {
    private let lexicon = Lexicon.english

    private func classes(_ word: String) -> WordClass? {
        lexicon.find(Array(word.utf8)[...]).map { lexicon.entries[$0].classes }
    }

    @Test(arguments: [
        ("said", WordClass.cue), ("ukraine", .country), ("ukrainian", .demonym), ("kyiv", .place), ("minister", .role),
        ("prime minister", .title),
        ("mr.", .title), ("olena", .feminine), ("dmytro", .masculine), ("new york", .place), ("nato", .acronym),
        ("world bank", .organisation),
        ("russia today", .outlet), ("november", .month), ("u.s.", .finalAbbreviation), ("von", .particle),
        ("muslims", .demonym), ("ministry", .organisationHead),
        ("pointed out", .cue), ("the", .determiner),
    ])
    func knows(word: String, what: WordClass) throws {
        #expect(try #require(classes(word)).contains(what))
    }

    @Test(
        "Forms are made by the rules of spelling",
        arguments: [
            ("argued", VerbForm.past), ("arguing", .progressive), ("admitted", .past), ("denies", .third), ("says", .third),
            ("told", .participle),
        ])
    func forms(word: String, form: VerbForm) throws {
        let index = try #require(lexicon.find(Array(word.utf8)[...]))
        let entry = lexicon.entries[index]
        #expect(entry.verbForm.contains(form))
        #expect(lexicon.cueVerbs.indices.contains(Int(entry.cueVerb)))
    }

    @Test("The lists are as broad as they are said to be")
    func breadth() {
        func count(_ what: WordClass) -> Int { lexicon.entries.count { $0.classes.isSuperset(of: what) } }
        #expect(count(.cue) > 1_000)
        #expect(count(.givenName) > 2_500)
        #expect(count(.country) > 190)
        #expect(count(.place) > 700)
        #expect(count(.organisation) > 400)
    }

    @Test("A country, its people and its capital share a number")
    func countries() throws {
        let numbers = try ["ukraine", "ukrainian", "kyiv", "kiev"].map { word in
            lexicon.entries[try #require(lexicon.find(Array(word.utf8)[...]))].country
        }
        #expect(Set(numbers).count == 1 && numbers[0] >= 0)
    }

    @Test func lowersLetters() {
        #expect(
            String(decoding: Word.lowercased(Array("ÉCOLE Łódź ČESKÝ ΑΘΗΝΑ КИЇВ O’Neill".utf8)[...]), as: UTF8.self)
                == "école łódź český αθηνα київ o'neill")
        #expect(Word.lowercased([0xC3, 0x41, 0xE2, 0x80][...]).count == 4)
    }
}
