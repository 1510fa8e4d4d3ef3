import Annotator
import ArticleImport
import DocumentModel
import Foundation
import Testing

/// The two articles in `../shared/seeds`, on which every quotation must be right: words, form, cue, mention and name.
///
/// Texts of others do not belong here, so a quotation is given by its first and last words. Not listed, by the rules: words
/// in marks that no clause of saying gives to anybody (the terms of a proposal), and verbs with nothing but a topic
/// (*talked about*, *referenced*, *echoed*), which report no words.
@Suite("The seeds", .enabled(if: Seeds.folder != nil, "../shared/seeds is not there"))
struct SeedTests {
    @Test(arguments: Seeds.gold.keys.sorted())
    func everyQuotation(_ prefix: String) throws {
        let article = try #require(Seeds.article(prefix))
        let annotation = Annotator().annotation(of: article)
        let found = annotation.quotations.map { Seeds.line($0, annotation, article) }
        #expect(found == Seeds.gold[prefix])
    }

    @Test("Spellings of one person are one; titles are no part of a name")
    func people() throws {
        let article = try #require(Seeds.article("000"))
        let people = Annotator().annotation(of: article).actors.filter { $0.kind == .person }
        #expect(people.map(\.name) == ["Alexander Lukashenko", "Volodymyr Zelensky", "Putin"])
        #expect(people.first.map { Set($0.aliases) } == ["Lukashenko", "Alexander Lukashenko", "Lukashenka"])
    }
}

enum Seeds {
    /// The folder, searched beside the package and above it.
    static let folder: URL? = {
        var at = URL(filePath: #filePath)
        while at.path != "/" {
            at.deleteLastPathComponent()
            let folder = at.appending(path: "shared/seeds")
            if FileManager.default.fileExists(atPath: folder.path) { return folder }
        }
        return nil
    }()

    static func article(_ prefix: String) -> Article? {
        guard let folder else { return nil }
        var found: Article?
        for case .success(let file) in FileWalk([folder.path]) where file.path.description.contains("/" + prefix) {
            ArticleReader().articles(in: file) { result in
                found = try? result.get()
                return false
            }
        }
        return found
    }

    /// A quotation on one line: form, name, cue, mention, the first and the last words of each span.
    static func line(_ quotation: Quotation, _ annotation: Annotation, _ article: Article) -> String {
        let string = article.string(of: quotation.part)
        func words(_ ranges: [TextRange]) -> String { ranges.map { BlockText(string, $0).joined }.joined(separator: "+") }
        func ends(_ range: TextRange) -> String {
            let words = BlockText(string, range).joined.split(separator: " ")
            return "\(words.prefix(2).joined(separator: " "))…\(words.suffix(2).joined(separator: " "))"
        }
        let speaker = annotation.speaker(of: quotation)?.name ?? "-"
        return "\(quotation.form) | \(speaker) | \(words(quotation.cue)) | \(words(quotation.speaker?.ranges ?? [])) | "
            + quotation.spans.map(ends).joined(separator: " + ")
    }

    static let gold: [String: [String]] = [
        "000": [
            "indirect | Alexander Lukashenko | : | Lukashenko | Ukraine must…full destruction",
            "indirect | Alexander Lukashenko | said | The self-proclaimed president of of Belarus, Alexander Lukashenko | that Ukrainian…of Ukraine",
            "mixed | Alexander Lukashenko | told | Lukashenka | that the…in Ukraine",
            #"direct | Alexander Lukashenko | said | Lukashenko | "Everything is…to stop,""#,
            "mixed | Alexander Lukashenko | According to | Lukashenko | 30 million…with Germany",
            "indirect | Alexander Lukashenko | concluded | Lukashenko | that it…the Ukrainians",
            #"direct | Alexander Lukashenko | said | Lukashenko | "It's the…what happened,""#,
            "indirect | - | calling on | International politicians | the Kremlin…killing Ukrainians",
        ],
        "003": [
            "indirect | Alexander Lukashenko | has exhorted | Belarusian President Alexander Lukashenko | both Ukraine…continue negotiations",
            "indirect | Alexander Lukashenko | warning of | Belarusian President Alexander Lukashenko | the former's…talks fail",
            "indirect | Alexander Lukashenko | urged | He | both Kyiv…Boris Johnson",
            #"direct | Alexander Lukashenko | warned | Lukashenko | "We must…Ukraine's destruction,""#,
            "indirect | Alexander Lukashenko | According to | the close ally of Russian President Vladimir Putin | the warring…2022 talks",
            #"direct | Alexander Lukashenko | told | Lukashenko | "Yes, the…a discussion.""#,
            #"mixed | Russia | has claimed | Russia | talks that…"keep fighting.""#,
            "indirect | Boris Johnson | has denied | Johnson | the accusation…the accusation",
            "indirect | - | have confirmed | staff members close to Ukrainian President Volodymyr Zelensky | his influential…the scenes",
            "mixed | Vladimir Putin | has reiterated | Putin | that the…peace talks",
            #"direct | Russia Today | noted | Russia Today | "While Russia…Kursk incursion,""#,
            "indirect | Volodymyr Zelensky | admits | Zelensky | negotiations with…A MUST",
            "indirect | Russia Today | continued | The state-owned news outlet | that even…doing so",
            "indirect | Volodymyr Zelensky | told | Zelensky | that he…Russian representatives",
            #"direct | Volodymyr Zelensky | said | Zelensky | "I set…ready plan," + "I think…second summit.""#,
            #"mixed | Dmytro Kuleba | told | He | that Kyiv…with Russia.""#,
            #"direct | Dmytro Kuleba | wrote | Kuleba | "I held…to peace," + "I emphasized…was reciprocated.""#,
            #"mixed | Dmytro Kuleba | added | The Ukrainian minister | that he…Nations Charter.""#,
        ],
    ]
}
