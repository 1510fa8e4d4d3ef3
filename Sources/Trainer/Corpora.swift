import DocumentModel
import Foundation

/// The folder of annotated news.
struct Corpora {
    let folder: URL

    /// Articles with names; `part` is train or dev.
    func entities(_ part: String) throws -> EntityCorpus {
        try EntityCorpus(folder.appending(path: "entities/worldwide_\(part).jsonl"))
    }

    /// Articles with their quotations.
    func quotations(_ part: String) throws -> [(Article, [GoldQuotation])] {
        let file = folder.appending(path: "quotations/polnear_\(part).jsonl")
        let gold = try Records.objects(in: file).map {
            ($0["quotes"] as? [[String: Any]] ?? []).compactMap(GoldQuotation.init)
        }
        return Array(zip(try Records.articles(in: file), gold))
    }

    /// Plain text, a paragraph a line.
    func lines() throws -> [String] {
        let gzip = Process()
        gzip.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        gzip.arguments = ["gzip", "-dc", folder.appending(path: "text/news.txt.gz").path]
        let pipe = Pipe()
        gzip.standardOutput = pipe
        try gzip.run()
        let data = pipe.fileHandleForReading.readDataToEndOfFile()
        gzip.waitUntilExit()
        guard gzip.terminationStatus == 0 else { throw TrainerError.unreadable("text/news.txt.gz") }
        return String(decoding: data, as: UTF8.self).split(separator: "\n").map(String.init)
    }
}

/// What keeps the trainer from its work.
enum TrainerError: Error, CustomStringConvertible {
    case usage
    case unreadable(String)

    var description: String {
        switch self {
        case .usage:
            """
            usage: Trainer model CORPORA FILE          learn the model of names and write it
                   Trainer quotations CORPORA FILE     learn the model of quotations and write it
                   Trainer speakers CORPORA FILE       learn the model of speakers and write it
                   Trainer mistakes CORPORA            print the speakers by hand that are found wrong
                   Trainer gold SET…                   print what differs from our own gold articles, not those to report
                   Trainer evaluate CORPORA TABLE [--folds N] [--write]
                                                       print all figures beside those of TABLE
            """
        case .unreadable(let file): "\(file) cannot be read"
        }
    }
}
