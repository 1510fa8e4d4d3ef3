import DocumentModel
import Testing

@testable import Annotator

@Suite("Tokens, sentences, quotation marks, language")
struct TextStageTests {
    private func analysed(_ text: String) -> AnalysedText {
        AnalysedText(text, blocks: [(0..<text.utf8.count, .paragraph)])
    }

    @Test(arguments: [
        ("Mr. Smith's dog, 6'2\" tall.", "Mr.|Smith|'s|dog|,|6'2\"|tall|."),
        ("U.S. forces aren't in St. Louis.", "U.S.|forces|aren't|in|St.|Louis|."),
        ("It cost $3.5 million (86%).", "It|cost|$|3.5|million|(|86|%|)|."),
        ("well-known statehood– it's", "well-known|statehood|–|it|'s"),
        ("Wait... what?!", "Wait|...|what|?!"),
        ("the workers’ rights", "the|workers|’|rights"),
        ("J.K. Rowling at 5 p.m. on Aug. 18", "J.K.|Rowling|at|5|p.m.|on|Aug.|18"),
        ("NATO-led AT&T O'Neill", "NATO|-|led|AT&T|O'Neill"),
        ("pro-Israel Russia-Ukraine mid-May", "pro|-|Israel|Russia|-|Ukraine|mid|-|May"),
        ("Guinea-Bissau Smith-Jones pro-market Anti-hero", "Guinea-Bissau|Smith-Jones|pro-market|Anti-hero"),
        ("the 1990s, 90s and 2020-21", "the|1990|s|,|90s|and|2020-21"),
        ("\u{FEFF}a\u{200B}b\u{A0}c", "a|b|c"),
        ("**Anna Berg:** _no_, 3*4 and snake_case", "Anna|Berg|:|no|,|3|*|4|and|snake_case"),
        ("a 6'1\" keeper, 5'7\" in boots", "a|6'1\"|keeper|,|5'7\"|in|boots"),
        ("6.5 cm, 2.41 m, 10:15 p.m., $1.07 billion", "6.5|cm|,|2.41|m|,|10:15|p.m.|,|$|1.07|billion"),
    ])
    func tokens(text: String, expected: String) {
        let analysed = analysed(text)
        #expect(analysed.tokens.map { String(text.text(in: $0.range)) }.joined(separator: "|") == expected)
    }

    @Test(arguments: [
        ("He came. She left.", 2), ("Dr. Reed of the U.S. Army came.", 1), ("It fell in the U.S. The end.", 2),
        ("\"Go. Now.\" He went.", 2), ("\"Go!\" he said. \"Now!\"", 2),
        ("Prices rose 3.5 percent. Inc. Magazine said so.", 2),
        ("“Why?” Anna Berg asked.", 1),
        ("LYON, France, May 3 (Northern Wire) — A bridge fell.", 2), ("OSLO - The bridge fell.", 2),
        ("NATO – the alliance – said so.", 1),
    ])
    func sentences(text: String, count: Int) {
        #expect(analysed(text).sentences.count == count)
    }

    @Test(arguments: [
        ("\"a b\" c", ["\"a b\""]),
        ("\"a \"b\" c\" d", ["\"a \"b\" c\""]),
        ("“a ‘b’ c” d", ["“a ‘b’ c”"]),
        ("is \"\nwilling\" and", ["\"\nwilling\""]),
        ("„Ja“, sagte er. «Oui», dit-il. »Nein«", ["„Ja“", "«Oui»", "»Nein«"]),
        ("''a'' and ``b''", ["''a''", "``b''"]),
        ("the workers' and '90s rock 'n' roll", []),
        ("the ‘big’ one", ["‘big’"]),
        ("a 6'2\" man", []),
        ("「はい」と言った", ["「はい」"]),
        ("\"We go, said Anna Berg. \"We come.\"", ["\"We go,", "\"We come.\""]),
        ("\"We go,\" she said, \"and we come.", ["\"We go,\"", "\"and we come."]),
        ("« Nous allons, dit-elle, “chez nous” »", ["« Nous allons, dit-elle, “chez nous” »"]),
        ("„Er sagte ‚nein‘ zu mir“ und »ja ›doch‹«", ["„Er sagte ‚nein‘ zu mir“", "»ja ›doch‹«"]),
    ])
    func marks(text: String, expected: [String]) {
        let analysed = analysed(text)
        #expect(analysed.quoted.map { String(text.text(in: analysed.range(of: $0.tokens))) } == expected)
    }

    @Test(arguments: [
        ("The road was closed because of the snow that had fallen in the night.", "en"),
        ("Die Straße war geschlossen, weil in der Nacht viel Schnee gefallen ist und es nicht aufhörte.", "de"),
        ("La route était fermée parce que la neige était tombée dans la nuit et les gens ne sont pas sortis.", "fr"),
        ("La carretera estaba cerrada por la nieve que había caído en la noche, según dijo el alcalde de la ciudad.", "es"),
        (
            "La strada era chiusa perché la neve era caduta nella notte e il sindaco ha detto che non si poteva passare.",
            "it"
        ),
        (
            "A estrada foi fechada por causa da neve que caiu durante a noite, disse o prefeito da cidade, mas não para todos.",
            "pt"
        ),
        ("De weg was gesloten omdat het in de nacht had gesneeuwd en de burgemeester zei dat niemand er door kon.", "nl"),
        (
            "Droga była zamknięta, ponieważ w nocy spadł śnieg, a burmistrz powiedział, że nie można przejechać przez to miasto.",
            "pl"
        ),
        ("Дорога была закрыта, потому что ночью выпал снег.", "ru"),
        ("Дорога була закрита, тому що вночі випав сніг і її не чистили.", "uk"),
        ("كان الطريق مغلقا بسبب الثلوج", "ar"), ("הכביש היה סגור בגלל השלג", "he"),
        ("因为下雪，道路被关闭了。", "zh"), ("雪のため道路は閉鎖されました。", "ja"), ("눈 때문에 도로가 폐쇄되었습니다.", "ko"),
        ("Vejen var lukket, fordi der faldt sne i nat, og borgmesteren siger, at det ikke er slut efter weekenden.", "da"),
        ("Veien var stengt fordi det falt snø i natt, og ordføreren sier at det ikke er over etter helgen.", "no"),
        ("Vägen var stängd eftersom det föll snö i natt, och det är inte slut än för dem som bor här.", "sv"),
        ("Tie oli suljettu, kun yöllä satoi lunta, ja kaupunki sanoo, että se ei ole vielä auki.", "fi"),
        ("Silnice byla v noci zavřená, protože napadl sníh, a starosta říká, že se to již nezmění po víkendu.", "cs"),
        ("Cesta bola v noci zatvorená, lebo napadol sneh, a starosta vraví, že sa to už nezmení po víkende.", "sk"),
        ("Az út zárva volt, mert éjjel hó esett, és a polgármester szerint ez nem változik meg a héten.", "hu"),
        ("Drumul a fost închis pentru că a nins în noapte, iar primarul spune că nu este gata și mai ninge.", "ro"),
        ("Cesta je bila zatvorena jer je noću pao snijeg, a gradonačelnik kaže da to nije kraj i da će još padati.", "hr"),
        (
            "Jalan itu ditutup karena salju turun di malam hari, dan wali kota mengatakan ini belum selesai untuk kami.",
            "id"
        ),
        ("Yol gece yağan kar için kapandı ve belediye başkanı bunun daha bitmediğini, ne olacağını söyledi.", "tr"),
        ("La carretera era tancada perquè va nevar a la nit, però l'alcalde diu que els veïns ja són més tranquils.", "ca"),
        ("Kelias buvo uždarytas, nes naktį snigo, bet meras sako, kad tai dar ne viskas ir jo žmonės dirba.", "lt"),
        ("Con đường bị đóng vì tuyết rơi trong đêm, thị trưởng nói.", "vi"),
        ("जब रात में बर्फ गिरी तो सड़क बंद थी।", "hi"), ("ถนนปิดเพราะหิมะตกในตอนกลางคืน", "th"),
        ("راه به دلیل برف بسته بود و شهردار می‌گوید که باز می‌شود", "fa"),
        ("Пътят беше затворен, защото през нощта валя сняг, каза кметът.", "bg"),
        ("Дарога была закрыта, бо ноччу выпаў снег, сказаў мэр.", "be"),
        ("Пут је био затворен јер је ноћу пао снег, каже градоначелник.", "sr"),
        ("გზა ჩაკეტილი იყო თოვლის გამო", "ka"), ("", "en"), ("123", "en"),
        ("Pan Ivan and the men in the den sit at an old inn; for all of us it is on.", "en"),
    ])
    func language(text: String, code: String) {
        #expect(Language.code(of: Array(text.utf8)) == code)
    }

    @Test("A text that is not English gets its marks and names, no speakers")
    func foreign() {
        let text =
            "„Die Straße ist zu“, sagte Anna Berg am Montag in Berlin, und das war es auch für die nächsten Tage nicht anders."
        let annotation = Annotator().annotation(of: Article(id: "x", text: text))
        #expect(annotation.language == "de")
        #expect(annotation.quotations.map(\.form) == [.direct])
        #expect(annotation.quotations.allSatisfy { $0.speaker == nil && $0.cue.isEmpty })
        #expect(annotation.entities.contains { text.text(in: $0.range) == "Anna Berg" })
    }

    @Test(
        "Names in other languages: what a rule can say, and nothing of a noun's capital",
        arguments: [
            ("Die Kosten trägt die Stadt, sagte Anna Berg am Montag. Der Plan von Berg ist nicht neu.", "Anna Berg|Berg"),
            ("Le maire, Paul Durand, est arrivé à Lyon avec les élus. Il ne sera pas seul.", "Paul Durand|Lyon"),
            ("Según dijo Carmen López, la Universidad de Lugo no abre este año.", "Carmen López|Universidad de Lugo"),
            ("Сегодня в Твери была Анна Петрова, и это хорошо.", "Твери|Анна Петрова"),
            ("昨日、高田花子さんは長野県に着いた。", "高田花子|長野県"),
        ])
    func foreignNames(text: String, expected: String) {
        let annotation = Annotator().annotation(of: Article(id: "x", text: text))
        let names = annotation.entities.filter { $0.kind != .date }.map { String(text.text(in: $0.range)) }
        #expect(names.joined(separator: "|") == expected)
    }

    @Test(arguments: [
        ("lukashenko", "lukashenka", true), ("zelensky", "zelenskyy", true), ("gaddafi", "qadhafi", true),
        ("johnson", "johnston", false),
        ("berg", "borg", false), ("petrov", "petrova", false), ("yanukovych", "janukowitsch", false),
    ])
    func spelling(one: String, other: String, isVariant: Bool) {
        #expect(Spelling.isVariant(Array(one.utf8), Array(other.utf8)) == isVariant)
    }
}
