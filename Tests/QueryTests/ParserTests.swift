import Query
import TestSupport
import Testing

@Suite struct ParserTests {
    /// What a filter is when it is printed.
    @Test(arguments: [
        ("", ""), ("   ", ""), ("peace", "peace"), ("  peace   talks ", "peace talks"), ("peace*", "peace"), ("*", ""),
        ("\"peace talks\"", "\"peace talks\""), ("“peace talks”", "\"peace talks\""), ("\"peace ta\"*", "\"peace ta\"*"),
        ("\"\"", ""), ("\"say \"\"no\"\" now\"", "\"say \"\"no\"\" now\""), ("-peace", "-peace"), ("NOT peace", "-peace"),
        ("--peace", "peace"), ("a AND b", "a b"), ("a OR b OR c", "a OR b OR c"), ("(a OR b) c", "(a OR b) c"),
        ("a (b c)", "a b c"), ("((a))", "a"), ("-(a b)", "-(a b)"), ("-(a OR b)", "-(a OR b)"), ("(a b) OR c", "a b OR c"),
        ("a or b", "a or b"), ("- peace", "peace"), ("— peace", "peace"), ("title:— a", "a"), ("— OR a", ""),
        ("Person:Zelensky", "person:Zelensky"), ("10:30", "10:30"),
        ("said:\"Boris Johnson\"", "said:\"Boris Johnson\""), ("said:“Boris Johnson”", "said:\"Boris Johnson\""),
        ("-person:Putin", "-person:Putin"), ("date:2024", "date:2024"), ("date:2022-11..2024-08", "date:2022-11..2024-08"),
        ("date:2024-1-5", "date:2024-01-05"), ("date:>2024", "date:>2024"), ("date:>=2024", "date:2024.."),
        ("date:<=2024", "date:..2024"), ("date:<2024-03-01", "date:<2024-03-01"), ("date:7D", "date:7d"),
        ("date:2w", "date:2w"),
        ("is:unread", "is:unread"), ("is:Starred", "is:starred"), ("has:quotes", "has:quote"), ("sort:title", "sort:title"),
        ("sort:-date peace", "peace sort:-date"), ("sort:date sort:title", "sort:title"),
        ("a OR b sort:date", "a OR b sort:date"),
        ("word-with-hyphens", "word-with-hyphens"), ("Ukraine's", "Ukraine's"),
        ("org:UN place:Paris", "org:UN place:Paris"), ("title:@BBC", "title:\"@BBC\"*"), ("\"@BBC\"", "\"@BBC\""),
        ("date:Today", "date:today"), ("date:last-week", "date:last-week"), ("date:\"last week\"", "date:last-week"),
        ("date:mar", "date:march"), ("date:March-2024", "date:2024-03"), ("date:\"18 August 2024\"", "date:2024-08-18"),
        ("date:\"Aug 18, 2024\"", "date:2024-08-18"), ("date:yesterday..", "date:yesterday.."),
        ("date:nov-2022..last-month", "date:2022-11..last-month"), ("date:>=june", "date:june.."),
        ("date:<this-year", "date:<this-year"),
        (
            "about:x entity:y title:z source:s author:t tag:u quote:v",
            "about:x entity:y title:z source:s author:t tag:u quote:v"
        ),
        ("foo\"bar\"", "foo \"bar\""), ("person:a\"b\"", "person:a \"b\""), ("title:\"\"", ""), ("a -\"\"", "a"),
    ])
    func aFilterReads(_ text: String, _ printed: String) throws {
        let filter = try Filter(parsing: text)
        #expect(filter.description == printed)
        #expect(try Filter(parsing: printed) == filter)
    }

    @Test(arguments: [
        ("peace autor:x", 6, 6, "no field is called “autor”"),
        ("http://x.org", 0, 5, "no field is called “http”"),
        ("Jörg said:", 11, 0, "nothing follows “said:”"),
        ("said: Putin", 5, 0, "nothing follows “said:”"),
        ("said:(a OR b)", 5, 0, "nothing follows “said:”"),
        ("date:2024-13", 5, 7, "“2024-13” is nothing that “date:” knows"),
        ("date:2023-02-29", 5, 10, "“2023-02-29” is nothing that “date:” knows"),
        ("date:2024..2023", 5, 10, "“2024..2023” ends before it begins"),
        ("date:soon", 5, 4, "“soon” is nothing that “date:” knows"),
        ("date:20", 5, 2, "“20” is nothing that “date:” knows"),
        ("é is:un", 6, 2, "“un” is nothing that “is:” knows"),
        ("has:fun", 4, 3, "“fun” is nothing that “has:” knows"),
        ("sort:size", 5, 4, "“size” is nothing that “sort:” knows"),
        ("(sort:date)", 1, 9, "an order holds for the whole list"),
        ("-sort:date", 1, 9, "an order holds for the whole list"),
        ("a )", 2, 1, "nothing is open that “)” could close"),
        ("(a", 2, 0, "“(” is not closed"), ("()", 1, 0, "nothing stands in “()”"),
        ("OR a", 0, 2, "“OR” stands between two conditions"), ("a OR", 4, 0, "“OR” stands between two conditions"),
        ("a OR OR b", 5, 2, "“OR” stands between two conditions"), ("(a OR )", 6, 1, "“OR” stands between two conditions"),
        ("AND a", 0, 3, "“AND” stands between two conditions"), ("a AND", 2, 3, "“AND” stands between two conditions"),
        ("a NOT", 5, 0, "nothing follows “NOT”"), ("a \"b", 2, 2, "the quotation mark is not closed"),
        ("-", 1, 0, "nothing follows “-”"),
    ])
    func aMistakeIsShownAtItsPlace(_ text: String, _ position: Int, _ length: Int, _ problem: String) {
        #expect {
            try Filter(parsing: text)
        } throws: { error in
            guard let error = error as? FilterError else { return false }
            #expect(error.problem == problem)
            #expect(error.position == position)
            #expect(error.length == length || error.length == 1 && length == 0)
            #expect(!error.expected.isEmpty)
            return true
        }
    }

    /// Each beginning of what one types is a filter, and what is not finished does not narrow.
    @Test(arguments: [
        ("person:", ""), ("peace person:", "peace"), ("\"peace ta", "\"peace ta\"*"),
        ("said:\"Boris Jo", "said:\"Boris Jo\"*"),
        ("a OR", "a"), ("a AND", "a"), ("a -", "a"), ("a (", "a"), ("a (b OR c", "a (b OR c)"), ("-(", ""),
        ("-person:", ""),
        ("date:2", ""), ("date:202", ""), ("date:2024-", "date:2024"), ("date:2024-1", "date:2024-01"), ("date:>", ""),
        ("date:2023..20", "date:2023.."), ("date:7", ""), ("is:", ""), ("is:un", ""), ("is:unread", "is:unread"),
        ("has:q", ""),
        ("date:t", ""), ("date:last-", ""), ("date:mar", "date:march"), ("date:march-2", "date:march"), ("date:ma", ""),
        ("date:2024..yest", "date:2024.."), ("date:>to", ""), ("date:\"last we", ""), ("date:18-aug", ""),
        ("sort:rel", ""), ("sort:-", ""), ("sort:-d", ""), ("\"", ""), ("a NOT", "a"),
    ])
    func unfinishedFiltersAreUnderstoodAsFarAsTheyGo(_ text: String, _ printed: String) throws {
        #expect(try Filter(parsing: text, whileTyping: true).description == printed)
    }

    @Test(arguments: [
        "is:un peace", "date:2 peace", "said: x", "autor:x", "a ) b", "is:xy", "date:x", "sort:zz", "date:last-x",
        "date:marchy", "@zz",
    ])
    func mistakesThatTypingOnWouldNotMendAreMistakesAtOnce(_ text: String) {
        #expect(throws: FilterError.self) { try Filter(parsing: text, whileTyping: true) }
    }

    @Test(
        arguments: [
            ("autor:x", "author:"), ("person:a tilte:x", "title:"), ("is:stared", "is:starred"),
            ("sort:titel", "sort:title"),
            ("date:yesterdy", "date:yesterday"), ("xylophone:x", nil),
        ] as [(String, String?)])
    func whatIsNearIsSuggested(_ text: String, _ suggestion: String?) {
        #expect {
            try Filter(parsing: text)
        } throws: { error in
            guard let error = error as? FilterError else { return false }
            #expect(error.suggestion == suggestion)
            #expect(error.description.contains("did you mean") == (suggestion != nil))
            return true
        }
    }

    @Test func aMistakeIsPointedAt() throws {
        let error = FilterError(at: 6, length: 2, "x", expected: "y")
        #expect(error.pointing(into: "é is:un") == "é is:un\n     ^")
        #expect(error.description == "x; expected y")
    }

    /// Whatever is typed is a filter or a mistake that lies inside the text, and what a filter prints is that filter.
    @Test func anyTextIsAFilterOrAMistake() {
        let pieces = [
            "peace", "\"", "“", "”", "*", "(", ")", "-", " ", "  ", "OR", "AND", "NOT", ":", "said:", "Person:", "quote:\"",
            "date:", "7d",
            "2024", "march", "last-week", "@", "@mine", "..", ">", "<", "is:", "read", "sort:", "relevance", "has:quote",
            "\u{0}", "é", "👩‍👩‍👧", "\n", "\t",
            "\u{A0}", "\\", "'",
        ]
        var random = SplitMix(seed: 3)
        var understood = 0
        for _ in 0..<30_000 {
            let text = (0..<Int(random.next() % 10)).map { _ in pieces[Int(random.next() % UInt64(pieces.count))] }.joined()
            for whileTyping in [false, true] {
                do {
                    let filter = try Filter(parsing: text, whileTyping: whileTyping)
                    understood += 1
                    let again = try Filter(parsing: filter.description)
                    #expect(again == filter, "\(text) → \(filter)")
                    _ = filter.meaning
                } catch {
                    #expect(error.position >= 0 && error.position + error.length <= text.utf8.count, "\(text)")
                }
            }
        }
        #expect(understood > 5_000)
    }

    @Test func arbitraryBytesDoNotBreakTheParser() {
        var random = SplitMix(seed: 5)
        for _ in 0..<5_000 {
            let bytes = (0..<Int(random.next() % 40)).map { _ in UInt8(truncatingIfNeeded: random.next()) }
            _ = try? Filter(parsing: String(decoding: bytes, as: UTF8.self), whileTyping: true)
        }
        for text in [String(repeating: "(", count: 100_000), String(repeating: "-", count: 100_000)] {
            #expect(throws: FilterError.self) { try Filter(parsing: text) }
        }
    }
}
