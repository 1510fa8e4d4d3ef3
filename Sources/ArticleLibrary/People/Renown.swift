/// How well somebody is known by a name.
///
/// A headline of two people (*Ann Bell Thanks Bo Reed*), or an annotator's slip, gives somebody another's name in one article among
/// hundreds. Such a name tells nothing of them elsewhere: else whoever asks for Reed would get all that Bell ever said.
enum Renown {
    /// Of fewer than one in so many of their own articles,
    private static let ownShare = 5
    /// and of fewer than one in so many of the articles of whoever is best known by it.
    private static let othersShare = 10

    /// Whether so few articles call somebody by a name, beside all that name them and all that call another so, that it is no
    /// name of theirs in other articles.
    static func isNegligible(_ articles: Int, of own: Int, beside most: Int) -> Bool {
        articles * ownShare < own && articles * othersShare < most
    }
}
