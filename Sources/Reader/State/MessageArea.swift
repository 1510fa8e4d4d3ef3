/// What the message area tells: a hint until the next key, or errors, the latest with how many came before it.
struct MessageArea: Sendable, Equatable {
    /// What is shown; nil for nothing.
    private(set) var notice: Notice?
    /// How many errors came and were not yet seen.
    private(set) var errors = 0

    /// Tells something. Information does not cover an error nobody has seen.
    mutating func tell(_ notice: Notice) {
        switch notice.kind {
        case .error:
            errors += 1
            self.notice = notice
        case .information:
            if errors == 0 { self.notice = notice }
        }
    }

    /// Answers a key: what was told before has been seen.
    mutating func answer(_ text: String) {
        errors = 0
        notice = Notice(.information, text)
    }

    /// A key was pressed: what is shown has been seen.
    mutating func clear() {
        notice = nil
        errors = 0
    }

    /// The line to show.
    var text: String? {
        guard let notice else { return nil }
        return errors > 1 ? "\(notice.text) (and \(errors - 1) more)" : notice.text
    }
}
