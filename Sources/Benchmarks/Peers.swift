import Foundation
import Screen
import TestSupport

/// Other programs for the terminal that list and page, where they are installed: the same keys, measured in the same way.
struct Peers {
    let folder: String
    /// How many articles they are given; a key's cost does not depend on it.
    let articles: Int

    func run() throws {
        Report.heading("beside it, \(Report.count(Double(articles), "articles")): time and bytes of the median")
        try newsboat()
        try neomutt()
        try less()
    }

    private func path(of program: String) -> String? {
        let found = ["/usr/local/bin/", "/usr/bin/", "/bin/"].map { $0 + program }.first {
            FileManager.default.isExecutableFile(atPath: $0)
        }
        if found == nil { Report.line(program, "is not installed") }
        return found
    }

    private func measure(
        _ name: String, _ command: [String], until text: String, list: String?, open: String, line: String, page: String
    ) throws {
        let meter = try TerminalMeter(command, environment: ReaderBenchmark.environment(folder, "peers"))
        guard meter.waitFor(text, seconds: 300) else {
            Report.line(name, "did not start")
            meter.end()
            return
        }
        if let list {
            if list != "j" { meter.press(list) }
            meter.settle(milliseconds: 1000)
            report(name + ": down in the list", meter.press("j", times: 20))
            let burst = meter.press(String(repeating: "j", count: 60))
            report(name + ": 60 j in one burst", [burst])
        }
        report(name + ": open", [meter.press(open)])
        report(name + ": a line down in the article", meter.press(line, times: 5))
        report(name + ": a page down in the article", [meter.press(page)])
        meter.end()
    }

    private func report(_ name: String, _ costs: [TerminalMeter.Cost]) {
        Report.line(
            name, String(format: "%.2f ms", costs.time.seconds * 1000), Report.count(Double(costs.bytes), "bytes"))
    }

    private func newsboat() throws {
        guard let program = path(of: "newsboat") else { return }
        let home = folder + "/newsboat"
        try FileManager.default.createDirectory(atPath: home, withIntermediateDirectories: true)
        var feed = "<?xml version=\"1.0\" encoding=\"UTF-8\"?><rss version=\"2.0\"><channel><title>Generated</title>"
        let generated = GeneratedArticles()
        for number in 0..<articles {
            let article = generated[number]
            let text = article.text.replacing("&", with: "&amp;").replacing("\n\n", with: "&lt;p&gt;")
            feed +=
                "<item><guid>\(article.id)</guid><title>\(article.title)</title><description>\(text)</description></item>\n"
        }
        feed += "</channel></rss>\n"
        try feed.write(toFile: home + "/feed.xml", atomically: false, encoding: .utf8)
        try "file://\(home)/feed.xml\n".write(toFile: home + "/urls", atomically: false, encoding: .utf8)
        try "bind-key j down\nbind-key k up\n".write(toFile: home + "/config", atomically: false, encoding: .utf8)
        let files = ["-u", home + "/urls", "-c", home + "/cache.db", "-C", home + "/config"]
        let reload = Process()
        reload.executableURL = URL(fileURLWithPath: program)
        reload.arguments = files + ["-x", "reload"]
        reload.standardOutput = FileHandle(forWritingAtPath: "/dev/null")
        reload.standardError = FileHandle(forWritingAtPath: "/dev/null")
        try reload.run()
        reload.waitUntilExit()
        try measure("newsboat", [program] + files, until: "Generated", list: "\r", open: "\r", line: "j", page: " ")
    }

    private func neomutt() throws {
        guard let program = path(of: "neomutt") else { return }
        var mail = ""
        let generated = GeneratedArticles()
        for number in 0..<articles {
            let article = generated[number]
            mail +=
                "From - Mon Jan  1 00:00:00 2024\nFrom: \(article.source) <a@b.c>\nDate: Mon, 1 Jan 2024 00:00:00 +0000\n"
            mail += "Message-ID: <\(number)@x>\nSubject: \(article.title)\nContent-Type: text/plain; charset=utf-8\n\n"
            mail += article.text + "\n\n"
        }
        try mail.write(toFile: folder + "/mail.mbox", atomically: false, encoding: .utf8)
        let settings =
            "set sort=mailbox-order\nset quit=yes\nset mark_old=no\nbind index,pager j next-entry\nbind pager j next-line\n"
        try settings.write(toFile: folder + "/neomuttrc", atomically: false, encoding: .utf8)
        try measure(
            "neomutt", [program, "-n", "-R", "-F", folder + "/neomuttrc", "-f", folder + "/mail.mbox"], until: "N1 ",
            list: "j", open: "\r", line: "j", page: " ")
    }

    private func less() throws {
        guard let program = path(of: "less") else { return }
        let generated = GeneratedArticles()
        let text = (0..<articles).map { generated[$0].text }.joined(separator: "\n\n")
        try text.write(toFile: folder + "/articles.txt", atomically: false, encoding: .utf8)
        let opening = String(generated[0].text.prefix(20))
        try measure(
            "less", [program, folder + "/articles.txt"], until: opening, list: nil, open: "j", line: "j", page: " ")
    }
}
