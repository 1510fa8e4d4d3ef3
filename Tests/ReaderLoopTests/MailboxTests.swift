import Glibc
import Ingest
import Reader
import Testing

@testable import ReaderLoop

@Suite("Mail for the loop")
struct MailboxTests {
    private func rings(_ mailbox: Mailbox) -> Bool {
        var waiting = pollfd(fd: mailbox.descriptor, events: Int16(POLLIN), revents: 0)
        return poll(&waiting, 1, 0) > 0
    }

    private func progress(_ done: Int, isRunning: Bool = true) -> ImportJob.Report {
        var progress = ImportJob.Progress()
        progress.done = done
        progress.isRunning = isRunning
        return .progress(progress)
    }

    @Test("Mail rings until it is taken, and is taken once")
    func taking() {
        let mailbox = Mailbox()
        #expect(!rings(mailbox) && mailbox.take().isEmpty)
        for _ in 0..<2000 { mailbox.post(Event.libraryChanged) }
        #expect(rings(mailbox) && mailbox.hasMail)
        #expect(mailbox.take().count == 2000)
        while rings(mailbox) { #expect(mailbox.take().isEmpty) }
        #expect(!mailbox.hasMail)
    }

    @Test("Of an import's progress the last counts, and its end rings")
    func progressing() {
        let mailbox = Mailbox()
        mailbox.post(progress(0))
        #expect(rings(mailbox))
        _ = mailbox.take()
        for done in 1...1000 { mailbox.post(progress(done)) }
        mailbox.post(progress(1000, isRunning: false))
        #expect(rings(mailbox))
        let told = mailbox.take().compactMap { if case .imported(let progress) = $0 { progress } else { nil } }
        #expect(told == [ImportProgress(done: 1000, total: 0, failed: 0, isRunning: false)])
    }

    @Test("Changes come together, problems one by one")
    func together() {
        let mailbox = Mailbox()
        for number in 0..<10 {
            mailbox.post(ImportJob.Report.libraryChanged)
            mailbox.post(.problem("file \(number)"))
        }
        let events = mailbox.take()
        #expect(events.count { if case .libraryChanged = $0 { true } else { false } } == 1)
        #expect(events.count { if case .notice = $0 { true } else { false } } == 10)
    }
}
