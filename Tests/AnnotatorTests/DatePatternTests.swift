import DocumentModel
import EnglishModel
import Testing

@testable import Annotator

@Suite("Dates as they are written")
struct DatePatternTests {
    /// The date that begins at a text's first word that begins one, with its form.
    private func date(in sentence: String) -> (words: String, form: DatePattern.Form)? {
        let text = AnalysedText(sentence, blocks: [(0..<sentence.utf8.count, .paragraph)])
        for at in text.tokens.indices {
            if let found = DatePattern(in: text, at: at, before: text.tokens.count) {
                return (text.string(of: at..<found.end), found.form)
            }
        }
        return nil
    }

    @Test(arguments: [
        ("It closed on Tuesday morning.", "Tuesday", DatePattern.Form.weekday),
        ("It closed in July.", "July", .month),
        ("It closed in May.", "May", .shortMonth),
        ("It closed in 2022, they say.", "2022", .year),
        ("The 1990s were dull.", "1990", .year),
        ("The year 2021-22 was dull.", "2021-22", .years),
        ("The year 2021/22 was dull.", "2021/22", .years),
        ("The year 2021–22 was dull.", "2021–22", .years),
        ("It closed on 27.08.2022 for good.", "27.08.2022", .digits),
        ("It closed on 4/6/2022 for good.", "4/6/2022", .digits),
        ("It closed on Feb.25 for good.", "Feb.25", .digits),
        ("It grew in 3Q2022 again.", "3Q2022", .digits),
        ("It closed on July 5 for good.", "July 5", .monthDay),
        ("It closed on Sept. 13 for good.", "Sept. 13", .monthDay),
        ("It closed on July 5, 2022, for good.", "July 5, 2022", .monthDayYear),
        ("It closed in July 2022.", "July 2022", .monthYear),
        ("It closed in July of 2022.", "July of 2022", .monthOfYear),
        ("It closed on the 5th of July for good.", "5th of July", .dayMonth),
        ("It closed on 5 July 2022 for good.", "5 July 2022", .dayMonthYear),
        ("It runs on July 5-7 only.", "July 5-7", .monthDay),
        ("It runs from May 5 to 7, 2022.", "May 5 to 7, 2022", .days),
        ("It runs on April 16 and 17.", "April 16 and 17", .days),
        ("It runs from 28 to 31 July.", "28 to 31 July", .days),
        ("It runs from July 30 to August 2.", "July 30 to August 2", .span),
        ("It closed on Tuesday, July 5, for good.", "Tuesday, July 5", .whole),
        ("It closed on Tuesday 5 July 2022.", "Tuesday 5 July 2022", .whole),
        ("It closed on Tuesday 26/07/2022.", "Tuesday 26/07/2022", .whole),
    ])
    func written(sentence: String, words: String, form: DatePattern.Form) throws {
        let found = try #require(date(in: sentence))
        #expect(found.words == words)
        #expect(found.form == form)
    }

    @Test(arguments: [
        "It may close in spring.", "They won by 202-8.", "It took 1,998 days.", "It cost $1998.", "They march in spring.",
        "They met last week.", "It fell by 12 percent.", "They ran 2000 dollars short.",
    ])
    func none(sentence: String) { #expect(date(in: sentence)?.words == nil) }

    @Test("A date that ends before the text's end is not read over it")
    func bounded() {
        let sentence = "It closed on July 5, 2022."
        let text = AnalysedText(sentence, blocks: [(0..<sentence.utf8.count, .paragraph)])
        #expect(DatePattern(in: text, at: 3, before: 4) == DatePattern(form: .month, end: 4))
        #expect(DatePattern(in: text, at: 3, before: 5) == DatePattern(form: .monthDay, end: 5))
    }
}
