import Query
import Testing

/// What a shell leaves of a filter.
@Suite struct ArgumentWordsTests {
    @Test(arguments: [
        (["said:Ana Ruiz"], "said:\"Ana Ruiz\""), (["-person:Ana Ruiz", "is:unread"], "-person:\"Ana Ruiz\" is:unread"),
        (["said:ruiz is:unread"], "said:ruiz is:unread"), (["said:ruiz OR said:berg"], "said:ruiz OR said:berg"),
        (["said:\"Ana Ruiz\" x"], "said:\"Ana Ruiz\" x"), (["peace talks"], "peace talks"),
        (["said:ruiz -peace"], "said:ruiz -peace"),
        (["date:last week"], "date:\"last week\""), (["date:2024 peace"], "date:2024 peace"),
        (["quote:peace talks"], "quote:\"peace talks\""), ([], ""),
        (["said: ruiz"], "said: ruiz"),
    ])
    func theyAreOneText(_ words: [String], _ text: String) { #expect(Filter.text(ofArguments: words) == text) }
}
