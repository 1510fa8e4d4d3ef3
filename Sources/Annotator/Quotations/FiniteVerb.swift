/// Verbs whose finite forms no ending tells.
enum FiniteVerb {
    /// Whether a word, in lower case, is such a form and seldom anything else.
    static func isIrregular(_ bytes: ArraySlice<UInt8>) -> Bool { bytes.count <= 8 && irregular.contains(packed(bytes)) }

    /// A word of up to eight bytes as one number.
    private static func packed(_ bytes: some Sequence<UInt8>) -> UInt64 { bytes.reduce(0) { $0 << 8 | UInt64($1) } }

    private static let irregular = Set(
        """
        won went came got made took gave ran lost began became knew saw met kept held brought built left felt broke
        fell grew rose drove chose stood sent spent paid put cut set hit shot fought bought sold caught heard found needs
        means makes takes goes comes gets gives looks seems remains wants works plans depends sank sat sang drank swam
        threw blew flew drew wore tore swore bore froze stole woke hid slid bit shook forgot forgave understood withdrew
        overcame struck stuck swung hung dug fled bled bred fed sped slept swept wept dealt meant burnt learnt lent bent
        taught sought laid lay rode wrote spoke arose beat spread shut quit cost hurt split has was were had did does is
        are
        """.split { $0 == " " || $0 == "\n" }.map { packed($0.utf8) })
}
