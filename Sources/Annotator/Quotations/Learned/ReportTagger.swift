/// Reads sentences with a learned model: for each word that may be a cue, what it reports and whose words it says they are.
/// Integers alone.
package struct ReportTagger: ~Copyable {
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
        /// Other words that it may report, and by how much their reading falls behind this one.
        var others: [(spans: [Range<Int>], lag: Int32)] = []
    }

    private let model: ReportModel
    /// The scores of a sentence's units whatever the cue, and whether they are there.
    private var own: [SIMD8<Int16>] = []
    private var hasOwn: [Bool] = []
    /// The scores of distances from the cue that is read from, and whether they are there.
    private var far = [SIMD8<Int16>](repeating: .zero, count: SentenceView.distances)
    private var hasFar: UInt64 = 0
    /// What is around the unit before: neighbours often have all in common but their words.
    private var surroundings: UInt64 = 0

    /// The features of a unit that are not weighed yet, group by group.
    private struct UnitFeatures: ~Copyable {
        var features: RowFeatures
        /// Where the groups end: what the unit has whatever the cue, its distance, its surroundings.
        var own = 0
        var distance = 0
        var surroundings = 0
    }
    // For each unit of a window the scores of labels, the label before that is best for each, and the best label.
    private let scores: UnsafeMutablePointer<SIMD8<Int32>>
    private let origins: UnsafeMutablePointer<SIMD8<Int32>>
    // The scores of the best labels up to a unit and from it on, by its label, and the best label behind it.
    private let before: UnsafeMutablePointer<SIMD8<Int32>>
    private let behind: UnsafeMutablePointer<SIMD8<Int32>>
    private let followers: UnsafeMutablePointer<SIMD8<Int32>>
    private let labels: UnsafeMutablePointer<UInt8>
    /// The labels of another reading than the best.
    private let path: UnsafeMutablePointer<UInt8>
    /// The features of the unit that is weighed, and of the next one, whose rows are being fetched meanwhile.
    private var here: UnitFeatures
    private var next: UnitFeatures
    /// The score of the best labels.
    private var best: Int32 = 0

    package init(_ model: ReportModel) {
        self.model = model
        here = UnitFeatures(features: RowFeatures(model))
        next = UnitFeatures(features: RowFeatures(model))
        let most = SentenceView.reach.before + SentenceView.reach.after
        scores = .allocate(capacity: most)
        origins = .allocate(capacity: most)
        before = .allocate(capacity: most)
        behind = .allocate(capacity: most)
        followers = .allocate(capacity: most)
        labels = .allocate(capacity: most)
        path = .allocate(capacity: most)
    }

    deinit {
        scores.deallocate()
        origins.deallocate()
        before.deallocate()
        behind.deallocate()
        followers.deallocate()
        labels.deallocate()
        path.deallocate()
    }

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

    private mutating func readings(of text: ReportingText, from least: Int32, _ sieved: inout FeatureRoom) -> [Reading] {
        var readings: [Reading] = []
        let sketches = text.sketches
        // By the numbers of words: whether the model has them among its cues.
        let isKnown = sketches.words.map { model.knowsCue($0.folded) }
        for sentence in text.sentences {
            guard
                sentence.contains(where: {
                    (isKnown[sketches.number(of: $0)] || text.isRuledCue($0)) && text.canBeCue($0)
                })
            else { continue }
            var view = text.view(of: sentence)
            own.removeAll(keepingCapacity: true)
            hasOwn.removeAll(keepingCapacity: true)
            var cues = 0
            for head in 0..<view.count where !view.isQuoted(head) && cues < Self.mostCues {
                let token = view.token(of: head)
                let isRuled = text.isRuledCue(token)
                guard isRuled || isKnown[sketches.number(of: token)], text.canBeCue(token) else { continue }
                view.look(from: head)
                if !isRuled {
                    sieved.clear()
                    view.addHeadFeatures(to: &sieved)
                    guard model.mayReport(sieved) else { continue }
                }
                if own.isEmpty {
                    own.append(contentsOf: repeatElement(.zero, count: view.count))
                    hasOwn.append(contentsOf: repeatElement(false, count: view.count))
                }
                cues += 1
                let wanted = isRuled ? Self.hopeless : least
                if let reading = read(view, head, sentence, from: wanted) { readings.append(reading) }
            }
        }
        return readings
    }

    /// No margin is less where there is a reading at all.
    private static let hopeless: Int32 = -99_999

    private mutating func read(
        _ view: borrowing SentenceView, _ head: Int, _ sentence: Range<Int>, from least: Int32
    ) -> Reading? {
        let window = view.window(around: head)
        hasFar = 0
        surroundings = 0
        var around = SIMD8<Int16>()
        gather(window.lowerBound, view)
        for (at, unit) in window.enumerated() {
            swap(&here, &next)
            if at + 1 < window.count { gather(unit + 1, view) }
            if here.own > 0 { own[unit] = model.sum(of: here.features, 0..<here.own) }
            let distance = view.distance(unit)
            if here.distance > here.own { far[distance] = model.sum(of: here.features, here.own..<here.distance) }
            if here.surroundings > here.distance {
                around = model.sum(of: here.features, here.distance..<here.surroundings)
            }
            let sum = model.sum(of: here.features, here.surroundings..<here.features.count)
            scores[at] = SIMD8<Int32>(truncatingIfNeeded: sum &+ own[unit] &+ far[distance] &+ around)
        }
        let margin = decode(window.count, head: head - window.lowerBound)
        guard margin >= least else { return nil }
        var reading = reading(view, window, margin, sentence)
        if let labels = view.ruledLabels(window) { reading?.advantage = best &- score(of: labels) }
        if let own = reading?.spans, margin >= (view.isRuled ? 0 : Self.ranked) {
            reading?.others = others(view, window, besides: own)
        }
        return reading
    }

    /// Gathers the features of the next unit that are not known already; so the memory of their rows is asked for.
    private mutating func gather(_ unit: Int, _ view: borrowing SentenceView) {
        next.features.clear()
        if !hasOwn[unit] {
            hasOwn[unit] = true
            view.addOwnFeatures(of: unit, to: &next.features)
        }
        next.own = next.features.count
        let distance = UInt64(1) << UInt64(view.distance(unit))
        if hasFar & distance == 0 {
            hasFar |= distance
            view.addFeatures(of: unit, by: .distance, to: &next.features)
        }
        next.distance = next.features.count
        let around = view.surroundings(of: unit)
        if around != surroundings {
            surroundings = around
            view.addFeatures(of: unit, by: .surroundings, to: &next.features)
        }
        next.surroundings = next.features.count
        view.addFeatures(of: unit, by: .unit, to: &next.features)
        if unit == view.head { view.addHeadFeatures(to: &next.features) }
    }

    /// The score of a sequence of labels.
    private func score(of labels: [UInt8]) -> Int32 {
        var sum: Int32 = 0
        var before = ReportLabel.count
        for (at, label) in labels.enumerated() {
            let step = model.steps[before][Int(label)]
            if step == ReportModel.never { return ReportModel.never }
            sum &+= step &+ scores[at][Int(label)]
            before = Int(label)
        }
        return sum
    }

    /// The best labels with the head as a cue; gives by how much they are better than none.
    private mutating func decode(_ count: Int, head: Int) -> Int32 {
        let never = SIMD8<Int32>(repeating: ReportModel.never)
        let lanes = SIMD8<Int32>(0, 1, 2, 3, 4, 5, 6, 7)
        let isCue = lanes .== Int32(ReportLabel.cue)
        let isOther = (lanes .!= Int32(ReportLabel.cue)) .& (lanes .!= Int32(ReportLabel.none))
        let width = ReportLabel.count
        var before = never
        model.steps.withUnsafeBufferPointer { steps in
            for at in 0..<count {
                var best = at == 0 ? steps[width] : never
                var from = SIMD8<Int32>()
                if at > 0 {
                    for origin in 1..<width {
                        let score = steps[origin] &+ before[origin]
                        let isBetter = score .> best
                        best.replace(with: score, where: isBetter)
                        from.replace(with: Int32(truncatingIfNeeded: origin), where: isBetter)
                    }
                }
                origins[at] = from
                before = pointwiseMax(never, best &+ scores[at])
                before.replace(with: never, where: .!(at == head ? isCue : isOther))
                self.before[at] = before
            }
        }
        var label = Int(ReportLabel.other)
        for end in ReportLabel.ends where end != ReportLabel.none && before[Int(end)] > before[label] { label = Int(end) }
        let none = model.steps[width][0] &+ Int32(count - 1) &* model.steps[0][0]
        let margin = before[label] &- none
        best = before[label]
        for at in stride(from: count - 1, through: 0, by: -1) {
            labels[at] = UInt8(truncatingIfNeeded: label)
            label = Int(origins[at][label])
        }
        return margin
    }

    /// Readings that fall behind by more are not looked at.
    private static let lag: Int32 = 350
    /// How many others are looked at: by where words end, and by where they begin.
    private static let most = (ends: 4, starts: 3)
    /// Of what no rule has for a cue, readings with less are not looked at again; of others those worse than none are not.
    private static let ranked: Int32 = -500

    /// Other words that the cue may report: those of the best readings in which words begin or end at other units.
    private func others(_ view: borrowing SentenceView, _ window: Range<Int>, besides own: [Range<Int>])
        -> [(spans: [Range<Int>], lag: Int32)]
    {
        follow(window.count, head: view.head - window.lowerBound)
        var ends: [(lag: Int32, at: Int, label: UInt8)] = []
        var starts = ends
        func note(_ list: inout [(lag: Int32, at: Int, label: UInt8)], _ most: Int, _ at: Int, _ label: UInt8) {
            let lag = lag(at, label)
            guard isNear(lag), list.count < most || lag < list[most - 1].lag else { return }
            if list.count == most { list.removeLast() }
            list.insert((lag, at, label), at: list.firstIndex { $0.lag > lag } ?? list.count)
        }
        for at in 0..<window.count {
            guard
                isNear(lag(at, ReportLabel.first)) || isNear(lag(at, ReportLabel.last))
                    || isNear(lag(at, ReportLabel.alone))
            else { continue }
            note(&ends, Self.most.ends, at, ReportLabel.last)
            note(&ends, Self.most.ends, at, ReportLabel.alone)
            note(&starts, Self.most.starts, at, ReportLabel.first)
            note(&starts, Self.most.starts, at, ReportLabel.alone)
        }
        var others: [(spans: [Range<Int>], lag: Int32)] = []
        for one in ends + starts {
            let spans = spans(view, window, through: one.at, one.label)
            if !spans.isEmpty, spans != own, !others.contains(where: { $0.spans == spans }) {
                others.append((spans, one.lag))
            }
        }
        return others
    }

    /// By how much the best reading in which a unit has a label falls behind.
    @inline(__always)
    private func lag(_ at: Int, _ label: UInt8) -> Int32 { best &- before[at][Int(label)] &- behind[at][Int(label)] }

    /// Whether a reading is another than the best and falls behind by so little that it is looked at; one question for both.
    @inline(__always)
    private func isNear(_ lag: Int32) -> Bool { UInt32(bitPattern: lag &- 1) < UInt32(Self.lag) }

    /// Finds for each unit and label how good the best labels behind it are.
    private func follow(_ count: Int, head: Int) {
        let never = SIMD8<Int32>(repeating: ReportModel.never)
        var after = never
        for end in ReportLabel.ends where end != ReportLabel.none { after[Int(end)] = 0 }
        behind[count - 1] = after
        for at in stride(from: count - 2, through: 0, by: -1) {
            let going = pointwiseMax(never, after &+ scores[at + 1])
            var best = never
            var next = SIMD8<Int32>()
            for to in 1..<ReportLabel.count where (to == Int(ReportLabel.cue)) == (at + 1 == head) {
                let score = model.stepsBack[to] &+ going[to]
                let isBetter = score .> best
                best.replace(with: score, where: isBetter)
                next.replace(with: Int32(truncatingIfNeeded: to), where: isBetter)
            }
            after = pointwiseMax(never, best)
            behind[at] = after
            followers[at] = next
        }
    }

    /// The words of the best reading in which a unit has a label.
    private func spans(
        _ view: borrowing SentenceView, _ window: Range<Int>, through at: Int, _ label: UInt8
    ) -> [Range<Int>] {
        path[at] = label
        for unit in stride(from: at, to: 0, by: -1) {
            path[unit - 1] = UInt8(truncatingIfNeeded: origins[unit][Int(path[unit])])
        }
        for unit in at..<window.count - 1 { path[unit + 1] = UInt8(truncatingIfNeeded: followers[unit][Int(path[unit])]) }
        var spans: [Range<Int>] = []
        for (at, unit) in window.enumerated() { add(path[at], view.units[unit].tokens, to: &spans) }
        return spans
    }

    /// Adds a unit to the words that are reported where its label says so.
    private func add(_ label: UInt8, _ tokens: Range<Int>, to spans: inout [Range<Int>]) {
        switch label {
        case ReportLabel.first, ReportLabel.alone: spans.append(tokens)
        case ReportLabel.inner, ReportLabel.last:
            if let last = spans.indices.last { spans[last] = spans[last].lowerBound..<tokens.upperBound }
        default: break
        }
    }

    private func reading(_ view: borrowing SentenceView, _ window: Range<Int>, _ margin: Int32, _ sentence: Range<Int>)
        -> Reading?
    {
        var reading = Reading(
            cue: view.token(of: view.head), spans: [], source: nil, margin: margin, advantage: nil, sentence: sentence)
        var before: UInt8 = 0
        for (at, unit) in window.enumerated() {
            let tokens = view.units[unit].tokens
            let label = labels[at]
            add(label, tokens, to: &reading.spans)
            if label == ReportLabel.source {
                if before == label, let source = reading.source, source.upperBound == tokens.lowerBound {
                    reading.source = source.lowerBound..<tokens.upperBound
                } else if reading.source.map({ abs(reading.cue - $0.upperBound) > abs(reading.cue - tokens.lowerBound) })
                    ?? true
                {
                    reading.source = tokens
                }
            }
            before = label
        }
        // *His doctor, Anna Berg, said*
        while let source = reading.source, source.count > 1, view.isComma(source.upperBound - 1) {
            reading.source = source.lowerBound..<source.upperBound - 1
        }
        return reading.spans.isEmpty ? nil : reading
    }
}
