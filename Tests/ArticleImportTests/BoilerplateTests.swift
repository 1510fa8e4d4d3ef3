import DocumentModel
import Testing

@testable import ArticleImport

@Suite("What a page adds is told from what an article says")
struct BoilerplateTests {
    private static let before = "The mill of Obern opened again on Sunday, and four hundred people came. It was windy."
    private static let after = "The miller, Hanna Voss, said that she would bake on Monday. The mayor has promised to come."

    /// The kinds of the blocks between two paragraphs of text.
    private func kinds(between text: String) -> [Block.Kind] {
        let article = [Self.before, text, Self.after].joined(separator: "\n\n")
        return Structure(of: article, format: .text).blocks.dropFirst().dropLast().map(\.kind)
    }

    @Test(
        "Promotion, links and a page's buttons",
        arguments: [
            "Comments", "Comments (12)", "12 comments", "Share this article", "ADVERTISEMENT", "Advertisement",
            "4 min read",
            "Related: The ten oldest mills of the north", "READ MORE: Why mills matter", "Read more about mills here",
            "Read also: The weir that leaks", "See also: The weir that leaks", "► Watch: The wheel turns",
            "Sign up for our weekly newsletter.", "Subscribe to our channel", "Follow us on Telegram and Facebook.",
            "Follow @lahnpost on Twitter", "Follow the Lahn Post on Instagram",
            "Head to LahnMills.example for more on mills.",
            "Visit LahnMills.com for the whole story.", "Listen to our podcast on mills below.",
            "Watch the full video of the opening below.", "This video is from the Lahn Channel.",
            "This article was originally published in the Lahn Post.",
            "The post Mill opens again appeared first on Lahn Post.",
            "© 2025 The Lahn Post. All rights reserved.", "Copyright 2025 Lahn Wire",
            "Lahn Wire 2025, all rights reserved.",
            "Photo: Jane Roe/Lahn Wire", "Photo by Jane Roe", "Image credit: Lahn Museum", "LahnPost.com",
            "https://lahnpost.example/mill", "editor@lahnpost.com", "Story continues below advertisement",
            "(Reporting by Jane Roe; Editing by John Doe)", "Got a tip? Write to tips@lahnpost.com.",
            "Support independent journalism", "Download our app to get the news first.", "Source: Lahn Wire",
            "You may also like", "***", "Don't miss: The weir at night",
        ])
    func boilerplate(_ line: String) {
        #expect(kinds(between: line) == [.boilerplate])
    }

    @Test(
        "An article's own sentences, though they begin as a page's lines do",
        arguments: [
            "Related to this, the council voted on the weir.", "Comments by the minister drew fire.",
            "Sources include farmers, millers and two bakers.", "Sources close to the mayor said that he was tired.",
            "Follow the money, she said.", "Follow the river on foot and you reach the mill by noon.",
            "Share prices of the brewery fell by three percent.", "Watch the wheel, the miller told the children.",
            "Listen to the people, the mayor said below the wheel.", "Visit Obern in May and you will see why.",
            "Advertisement for the post begins on Monday, the council announced.", "Copyright law is changing.",
            "Photo albums of the flood are on show.", "Subscribe to that theory and you will be disappointed.",
            "\"Sign up for our choir,\" she said.", "\"Share this,\" he said.", "Read more books, teachers say.",
            "Support for the weir is growing.", "Get the latest figures and the picture changes, Brandt said.",
            "Print is not dead.", "Join the queue, the sign says.", "More on this will be known on Friday.",
            "Recommended doses differ.", "Posted on the door was a list of names.", "By Monday the water had gone.",
            "Trending upward, the river passed four metres.", "Tags on the sheep were yellow.",
            "References to the flood were cut from the speech.", "Voss: We have been open since nine.",
            "Related matters were put off.", "Editing by hand takes her weeks, she said.",
            "The.com boom never reached Obern.",
        ])
    func text(_ line: String) {
        #expect(kinds(between: line) == [.paragraph])
    }

    @Test("A list of links in the middle ends where the text goes on")
    func listInTheMiddle() {
        let list = "Related stories:\nThe weir that leaks\nWhy mills matter"
        #expect(kinds(between: list) == [.boilerplate, .boilerplate, .boilerplate])
        #expect(kinds(between: "Read more:\n\nThe weir that leaks") == [.boilerplate, .boilerplate])
        #expect(kinds(between: "Related stories:\n\nHe smiled.") == [.boilerplate, .paragraph])
    }

    @Test("At the end it goes to the end, sentences among them")
    func listAtTheEnd() {
        let text = """
            \(Self.before)
            More related stories:
            Brandt now willing to build a weir.
            Obern counts its buckets.
            Sources include:
            LahnPost.com
            Lahn Wire
            """
        #expect(
            Structure(of: text, format: .text).blocks.map(\.kind) == [.paragraph] + Array(repeating: .boilerplate, count: 6)
        )
    }

    @Test("Asides in brackets are cut out of their paragraph")
    func asides() {
        let text =
            "The mill is open. (Related: The weir\nthat leaks.) It was shut [sic] for years (see below). [Read more: Mills.]."
        #expect(
            outline(text) == [
                "paragraph: The mill is open.", "boilerplate: (Related: The weir that leaks.)",
                "paragraph: It was shut [sic] for years (see below).", "boilerplate: [Read more: Mills.].",
            ])
        let kept = "The figure (source: Eurostat) is old, and (related to that) the mill (photo albums) was shut."
        #expect(outline(kept) == ["paragraph: " + kept])
    }

    @Test(
        "Dates that are plain are taken, others are left alone",
        arguments: [
            ("November 23, 2022", "2022-11-23"), ("23 Nov. 2022", "2022-11-23"), ("2022-11-23", "2022-11-23"),
            ("2022-11-23T10:30:00Z", "2022-11-23T10:30:00Z"), ("Published: Wed, Nov 3rd, 2022", "2022-11-03"),
            ("Posted on 3 May 2021 at 10:30 p.m.", "2021-05-03"), ("3/4/2022", nil), ("May 2022", nil),
            ("In May 2022", nil),
            ("November 45, 2022", nil), ("The 3 of May 2022 was cold", nil),
        ] as [(String, String?)])
    func dates(_ line: String, _ date: String?) {
        #expect(PublicationDate.iso(0..<line.utf8.count, line.utf8Span.span) == date)
    }

    @Test(
        "Authors' names stand after By, and nothing else does",
        arguments: [
            ("By Jane Doe", "Jane Doe"), ("BY JANE DOE, STAFF WRITER", "JANE DOE, STAFF WRITER"),
            ("Written by Ana de la Cruz - Lahn Post", "Ana de la Cruz"), ("By Monday", nil), ("By then it was over", nil),
            ("By Jane Doe the weir was built.", nil), ("By", nil),
        ] as [(String, String?)])
    func authors(_ line: String, _ author: String?) {
        #expect(Byline.author(0..<line.utf8.count, line.utf8Span.span) == author)
    }
}
