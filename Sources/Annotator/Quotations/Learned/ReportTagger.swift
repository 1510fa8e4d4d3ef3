/// Reads sentences with a learned model: for each word that may be a cue, what it reports and whose words it says they are.
/// Integers alone.
package struct ReportTagger {
    /// What a cue reports.
    package struct Reading {
        /// The cue's token.
        package var cue: Int
        package var spans: [Range<Int>]
        package var source: Range<Int>?
        /// How much better this reading is than that the word is no cue, in the model's units.
        package var margin: Int32
        /// How much better it is than what the rules made of the cue; nil where they made nothing of it.
        var advantage: Int32?
        /// The sentence that was read.
        var sentence: Range<Int>
    }

    private let model: ReportModel
    private var own: [SIMD8<Int16>] = []
    private var hasOwn: [Bool] = []
    private var scores: [SIMD8<Int32>] = []
    private var origins: [SIMD8<UInt8>] = []
    private var labels: [UInt8] = []
    /// The score of the best labels.
    private var best: Int32 = 0

    package init(_ model: ReportModel) { self.model = model }

    /// Cues that are looked at in one sentence, so that a text without full stops costs no more than others.
    private static let mostCues = 40

    /// The readings of a text's sentences, in order of their cues: of all cues that the rules have, and of others that are
    /// likely enough, by their margin.
    mutating func readings(of text: ReportingText, from least: Int32) -> [Reading] {
        withUnsafeTemporaryAllocation(of: UInt32.self, capacity: FeatureRoom.size) { room in
            guard let base = room.baseAddress else { return [] }
            var features = FeatureRoom(base)
            return readings(of: text, from: least, &features)
        }
    }

    private mutating func readings(of text: ReportingText, from least: Int32, _ features: inout FeatureRoom) -> [Reading] {
        var readings: [Reading] = []
        for sentence in text.sentences {
            guard sentence.contains(where: { text.canBeCue($0) && (isKnown($0, text) || text.isRuledCue($0)) }) else {
                continue
            }
            var view = text.view(of: sentence)
            own = Array(repeating: .zero, count: view.count)
            hasOwn = Array(repeating: false, count: view.count)
            var cues = 0
            for head in 0..<view.count where !view.isQuoted(head) && cues < Self.mostCues {
                let token = view.token(of: head)
                guard text.canBeCue(token), model.knowsCue(view.word(of: head)) || text.isRuledCue(token) else { continue }
                cues += 1
                let wanted = text.isRuledCue(token) ? Self.hopeless : least
                if let reading = read(&view, head, sentence, from: wanted, &features) { readings.append(reading) }
            }
        }
        return readings
    }

    private func isKnown(_ token: Int, _ text: ReportingText) -> Bool { model.knowsCue(text.word(at: token)) }

    /// No margin is less where there is a reading at all.
    private static let hopeless: Int32 = -99_999

    private mutating func read(
        _ view: inout SentenceView, _ head: Int, _ sentence: Range<Int>, from least: Int32, _ features: inout FeatureRoom
    ) -> Reading? {
        view.look(from: head)
        let window = view.window(around: head)
        if scores.count < window.count {
            scores = Array(repeating: .zero, count: window.count)
            origins = Array(repeating: .zero, count: window.count)
            labels = Array(repeating: 0, count: window.count)
        }
        for (at, unit) in window.enumerated() {
            if !hasOwn[unit] {
                features.clear()
                view.addOwnFeatures(of: unit, to: &features)
                own[unit] = model.sum(of: features)
                hasOwn[unit] = true
            }
            features.clear()
            view.addFeatures(of: unit, to: &features)
            if unit == head { view.addHeadFeatures(to: &features) }
            scores[at] = SIMD8<Int32>(truncatingIfNeeded: model.sum(of: features, on: own[unit]))
        }
        let margin = decode(window.count, head: head - window.lowerBound)
        guard margin >= least else { return nil }
        var reading = reading(view, window, margin, sentence)
        if let labels = view.ruledLabels(window) { reading?.advantage = best &- score(of: labels) }
        return reading
    }

    /// The score of a sequence of labels.
    private func score(of labels: [UInt8]) -> Int32 {
        let width = ReportLabel.count
        var sum: Int32 = 0
        var before = width
        for (at, label) in labels.enumerated() {
            let step = model.steps[before * width + Int(label)]
            if step == ReportModel.never { return ReportModel.never }
            sum &+= step &+ scores[at][Int(label)]
            before = Int(label)
        }
        return sum
    }

    /// The best labels with the head as a cue; gives by how much they are better than none.
    private mutating func decode(_ count: Int, head: Int) -> Int32 {
        let width = ReportLabel.count
        let never = ReportModel.never
        var before = SIMD8<Int32>(repeating: never)
        for at in 0..<count {
            var now = SIMD8<Int32>(repeating: never)
            var from = SIMD8<UInt8>()
            for to in 1..<width where (to == Int(ReportLabel.cue)) == (at == head) {
                var best = never
                if at == 0 {
                    best = model.steps[width * width + to]
                } else {
                    for origin in 1..<width {
                        let score = before[origin] &+ model.steps[origin * width + to]
                        if score > best {
                            best = score
                            from[to] = UInt8(origin)
                        }
                    }
                }
                now[to] = max(never, best &+ scores[at][to])
            }
            origins[at] = from
            before = now
        }
        var label = Int(ReportLabel.other)
        for end in ReportLabel.ends where end != ReportLabel.none && before[Int(end)] > before[label] { label = Int(end) }
        let none = model.steps[width * width] &+ Int32(count - 1) &* model.steps[0]
        let margin = before[label] &- none
        best = before[label]
        for at in stride(from: count - 1, through: 0, by: -1) {
            labels[at] = UInt8(label)
            label = Int(origins[at][label])
        }
        return margin
    }

    private func reading(_ view: SentenceView, _ window: Range<Int>, _ margin: Int32, _ sentence: Range<Int>) -> Reading? {
        var reading = Reading(
            cue: view.token(of: view.head), spans: [], source: nil, margin: margin, advantage: nil, sentence: sentence)
        var before: UInt8 = 0
        for (at, unit) in window.enumerated() {
            let tokens = view.units[unit].tokens
            let label = labels[at]
            switch label {
            case ReportLabel.first, ReportLabel.alone: reading.spans.append(tokens)
            case ReportLabel.inner, ReportLabel.last:
                if let last = reading.spans.popLast() { reading.spans.append(last.lowerBound..<tokens.upperBound) }
            case ReportLabel.source:
                if before == label, let source = reading.source, source.upperBound == tokens.lowerBound {
                    reading.source = source.lowerBound..<tokens.upperBound
                } else if reading.source.map({ abs(reading.cue - $0.upperBound) > abs(reading.cue - tokens.lowerBound) })
                    ?? true
                {
                    reading.source = tokens
                }
            default: break
            }
            before = label
        }
        return reading.spans.isEmpty ? nil : reading
    }
}
