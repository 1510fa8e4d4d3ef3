/// The words that line and heading rules look for. All in lower case.
enum WordLists {
    /// Words that a sentence does not end with: what follows them is missing.
    static let openEnds: Set<String> = [
        "a", "an", "the", "this", "that", "these", "those", "his", "her", "its", "their", "our", "your", "my", "of", "in",
        "on",
        "at", "to", "for", "from", "by", "with", "without", "into", "onto", "upon", "over", "under", "between", "among",
        "against", "during", "through", "across", "toward", "towards", "via", "per", "about", "after", "before", "since",
        "until", "as", "than", "and", "or", "but", "nor", "if", "when", "while", "where", "which", "who", "whom", "whose",
        "because", "although", "though", "whether", "is", "are", "was", "were", "be", "been", "being", "has", "have", "had",
        "will", "would", "could", "should", "may", "might", "must", "can", "told", "tells", "called", "named", "including",
        "like", "such", "according", "outlet", "near", "versus", "not", "even",
    ]

    /// Words that begin a sentence when they have a capital: in the middle they have a small letter.
    static let sentenceStarts: Set<String> = [
        "a", "an", "the", "this", "that", "these", "those", "he", "she", "it", "they", "we", "i", "you", "his", "her",
        "its",
        "their", "our", "my", "in", "on", "at", "for", "from", "by", "with", "after", "before", "since", "during",
        "according",
        "as", "and", "but", "or", "so", "if", "when", "while", "where", "what", "who", "why", "how", "there", "here",
        "last",
        "then", "now", "not", "no", "some", "many", "most", "both", "all", "one", "two", "three", "however", "meanwhile",
        "although", "though", "because", "under", "over", "to", "earlier", "later", "also", "once", "until", "asked",
    ]

    /// Words that running text has and that subheadings are sparing of.
    static let determiners: Set<String> = ["a", "an", "the", "this", "these", "those", "his", "her", "its", "their"]

    /// Verbs of the past that do not end in *-ed*.
    static let irregularPasts: Set<String> = [
        "said", "told", "made", "was", "were", "had", "did", "went", "came", "took", "gave", "spoke", "wrote", "met",
        "held",
        "began", "became", "found", "left", "led", "saw", "sent", "thought", "won", "lost", "kept", "brought", "struck",
    ]

    /// Pronouns that a sentence begins with and a heading hardly ever does.
    static let subjects: Set<String> = ["he", "she", "it", "they", "we", "i"]

    /// Verbs with which a page addresses its reader; what to do it to follows.
    static let appeals: Set<String> = [
        "follow", "visit", "see", "watch", "read", "join", "download", "support", "like", "check", "click", "find",
        "subscribe",
        "listen", "head", "go", "try",
    ]

    /// Words with which a sentence says who said it: a page's own appeals have none.
    static let attributions: Set<String> = [
        "said", "says", "told", "added", "asked", "wrote", "warned", "according", "argued", "insisted", "urged", "shouted",
        "replied", "claimed", "announced", "explained", "recalled",
    ]
}
