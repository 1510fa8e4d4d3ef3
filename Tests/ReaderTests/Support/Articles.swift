import DocumentModel

/// The articles that the reader's tests read: small, and with something of everything.
enum Articles {
    static func harbour() throws -> AnnotatedArticle {
        try MarkedArticle.article(
            "news/harbour.md",
            """
            ---
            title: Dockers stay out
            date: 2025-03-04
            source: The Courier
            author: Hanne Brandt
            ---

            The cranes of ⟦LOC⟧Port Averyn⟦/LOC⟧ stood idle on ⟦DATE⟧Tuesday⟦/DATE⟧.

            ⟦Q1⟧"We did not leave the quay,"⟦/Q1⟧ ⟦S1⟧⟦PERSON⟧Marit Solheim⟦/PERSON⟧⟦/S1⟧ ⟦C1⟧said⟦/C1⟧. ⟦Q1⟧"It was taken from us."⟦/Q1⟧ ⟦S2⟧⟦PERSON⟧Solheim⟦/PERSON⟧⟦/S2⟧ ⟦C2⟧added⟦/C2⟧ ⟦Q2⟧that no ship would be "touched" before Friday⟦/Q2⟧.

            # Across the water

            ⟦S3⟧⟦PERSON⟧Ruud Aalto⟦/PERSON⟧⟦/S3⟧ of ⟦ORG⟧Valdrian Ports⟦/ORG⟧ ⟦C3⟧said⟦/C3⟧ ⟦Q3⟧that the pilots had been dismissed for good cause⟦/Q3⟧. ⟦S4⟧He⟦/S4⟧ ⟦C4⟧hopes⟦/C4⟧ ⟦Q4⟧for a quick end⟦/Q4⟧.

            - ⟦Q5⟧"A port is not a debating club,"⟦/Q5⟧ ⟦S5⟧he⟦/S5⟧ ⟦C5⟧said⟦/C5⟧.

            - ⟦Q6⟧"Talk,"⟦/Q6⟧ ⟦S6⟧Solheim⟦/S6⟧ ⟦C6⟧answered⟦/C6⟧.

            ~ Read more: all about ports
            ====
            Q1 direct speech Marit Solheim
            Q2 mixed speech Marit Solheim
            Q3 indirect speech Ruud Aalto
            Q4 indirect thought Ruud Aalto
            Q5 direct speech Ruud Aalto
            Q6 direct speech Marit Solheim
            """)
    }

    static func flood() throws -> AnnotatedArticle {
        try MarkedArticle.article(
            "news/flood.md",
            """
            ---
            title: The river is back in its bed
            date: 2025-02-11T08:30:00Z
            source: Morning Gazette
            ---

            ⟦PERSON⟧Zoë Říha⟦/PERSON⟧ lost her shop. ⟦Q1⟧"The river took it,"⟦/Q1⟧ ⟦S1⟧she⟦/S1⟧ ⟦C1⟧said⟦/C1⟧.
            ====
            Q1 direct speech Zoë Říha
            """)
    }

    static func quiet() throws -> AnnotatedArticle {
        try MarkedArticle.article(
            "news/quiet.txt",
            """
            Nothing happened in ⟦LOC⟧Port Averyn⟦/LOC⟧ on Sunday, and nobody said a word about it.
            ====
            """)
    }

    /// Enough articles to scroll, numbered from 1; every third quotes Marit Solheim.
    static func many(_ count: Int) throws -> [AnnotatedArticle] {
        try (1...count).map { number in
            let quote =
                number % 3 == 0
                ? "⟦Q1⟧\"Number \(number),\"⟦/Q1⟧ ⟦S1⟧⟦PERSON⟧Marit Solheim⟦/PERSON⟧⟦/S1⟧ ⟦C1⟧said⟦/C1⟧." : "Nobody spoke."
            return try MarkedArticle.article(
                "many/\(number).txt",
                """
                ---
                title: Article \(number)
                date: 2025-01-01
                source: Gazette
                ---

                \(quote)
                ====
                \(number % 3 == 0 ? "Q1 direct speech Marit Solheim" : "")
                """)
        }
    }

    /// An article of many paragraphs, each of two lines at 72 columns, with a quotation in every fifth.
    static func long(_ paragraphs: Int) throws -> AnnotatedArticle {
        var text = "---\ntitle: A long one\n---\n\n"
        var table = ""
        for number in 1...paragraphs {
            if number % 5 == 0 {
                text += "⟦Q\(number)⟧\"This is quotation \(number) and it has some words in it,\"⟦/Q\(number)⟧ "
                text +=
                    "⟦S\(number)⟧⟦PERSON⟧Ann Example⟦/PERSON⟧⟦/S\(number)⟧ ⟦C\(number)⟧said⟦/C\(number)⟧ on the spot.\n\n"
                table += "Q\(number) direct speech Ann Example\n"
            } else {
                text +=
                    "Paragraph \(number) tells of this and that, at some length, so that it takes two of the lines here.\n\n"
            }
        }
        return try MarkedArticle.article("long.md", text + "====\n" + table)
    }

    static func three() throws -> [AnnotatedArticle] { [try harbour(), try flood(), try quiet()] }
}
