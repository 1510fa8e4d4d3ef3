package import DocumentModel
import EnglishModel

/// A sentence's units and their features, as seen from a word that may be a cue.
package struct SentenceView {
    let whole: ReportingText
    let units: [SentenceUnits.Unit]
    /// The unit that may be the cue; features are those seen from it.
    private(set) var head = 0
    private var report: Int32 = -1
    /// What is seen of each unit from the head, with one beyond each end.
    private var sights: [Sight]

    /// A unit as seen from the head.
    private struct Sight {
        /// What stands between, and how many commas.
        var between: UInt16 = 0
        var commas: UInt8 = 0
        /// What the rules made of the unit, in the report of this cue and in others; 9 beyond the sentence's ends.
        var role: UInt8 = 9
        var other: UInt8 = 9
    }

    /// The reports in whose content and whose cue a unit is; -1 for none.
    private struct Ruled {
        var content: Int32
        var cue: Int32
    }
    private let ruled: [Ruled]

    init(_ whole: ReportingText, _ sentence: SentenceUnits) {
        self.whole = whole
        units = sentence.units
        sights = Array(repeating: Sight(), count: units.count + 2)
        ruled = units.map { unit in
            let token = unit.tokens.lowerBound
            return Ruled(content: whole.contentOf[token], cue: whole.cueOf[token])
        }
    }

    package var count: Int { units.count }
    /// The bytes of a unit.
    package func range(of unit: Int) -> TextRange { whole.text.range(of: units[unit].tokens) }
    /// The first token of a unit.
    package func token(of unit: Int) -> Int { units[unit].tokens.lowerBound }
    /// Whether a token is a comma.
    func isComma(_ token: Int) -> Bool { whole.text.tokens[token].kind == .comma }
    package func isQuoted(_ unit: Int) -> Bool { units[unit].isQuoted }
    /// The word of a unit, its case left out.
    package func word(of unit: Int) -> UInt64 { units[unit].word }

    /// How far from a cue a unit may be.
    static let reach = (before: 40, after: 60)

    /// The units that are looked at from a cue.
    package func window(around head: Int) -> Range<Int> {
        max(0, head - Self.reach.before)..<min(units.count, head + Self.reach.after)
    }

    /// Looks from another word.
    package mutating func look(from head: Int) {
        self.head = head
        report = ruled[head].cue
        var seen = SentenceUnits.Between()
        var count: UInt8 = 0
        let window = window(around: head)
        func note(_ unit: Int) {
            let own = units[unit].between
            if own.contains(.comma) {
                if seen.contains(.comma) { seen.insert(.commas) }
                count = min(3, count + 1)
            }
            seen.formUnion(own)
        }
        for unit in stride(from: head - 1, through: window.lowerBound, by: -1) {
            sights[unit + 1].between = seen.rawValue
            sights[unit + 1].commas = count
            note(unit)
        }
        seen = []
        count = 0
        sights[head + 1].between = 0
        for unit in head + 1..<max(window.upperBound, head + 1) {
            sights[unit + 1].between = seen.rawValue
            sights[unit + 1].commas = count
            note(unit)
        }
        for unit in max(0, window.lowerBound - 1)..<min(units.count, window.upperBound + 1) {
            sights[unit + 1].role = role(of: unit)
            sights[unit + 1].other = roleElsewhere(of: unit)
        }
    }

    // MARK: What the rules made of a unit

    /// What a unit is in the report of this cue: 0 where there is none, else 1 other, 2 content, 3 source, 4 cue.
    private func role(of unit: Int) -> UInt8 {
        guard report >= 0 else { return 0 }
        if ruled[unit].content == report { return 2 }
        let token = units[unit].tokens.lowerBound
        if let speaker = whole.reports[Int(report)].speaker, speaker.contains(token) { return 3 }
        return whole.reports[Int(report)].cue.contains(token) ? 4 : 1
    }

    /// Whether the rules have the word it is seen from in the cue of a report.
    var isRuled: Bool { report >= 0 }

    /// The labels that say what the rules made of the cue; nil where they made nothing of it.
    func ruledLabels(_ window: Range<Int>) -> [UInt8]? {
        guard report >= 0 else { return nil }
        var labels = window.map { unit -> UInt8 in
            if unit == head { return ReportLabel.cue }
            switch sights[unit + 1].role {
            case 2: return ReportLabel.inner
            case 3: return ReportLabel.source
            default: return ReportLabel.other
            }
        }
        ReportLabel.bound(&labels)
        return labels
    }

    /// What a unit is in other reports: 1 content, 2 cue.
    private func roleElsewhere(of unit: Int) -> UInt8 {
        let (content, cue) = (ruled[unit].content, ruled[unit].cue)
        if content >= 0, content != report { return 1 }
        return cue >= 0 && cue != report ? 2 : 0
    }

    private func word(_ unit: Int) -> UInt64 {
        unit < 0 ? 1 : unit >= units.count ? 2 : units[unit].word
    }

    private func tag(_ unit: Int) -> UInt64 {
        unit < 0 ? 1 : unit >= units.count ? 2 : units[unit].tag
    }

    private func fine(_ unit: Int) -> UInt64 {
        unit < 0 || unit >= units.count ? 0 : units[unit].fine
    }

    // MARK: Features

    /// Appends the features that a unit has whatever the cue.
    package func appendOwnFeatures(of unit: Int, to features: inout [UInt32]) {
        var list = FeatureList(features: [])
        swap(&list.features, &features)
        addOwnFeatures(of: unit, to: &list)
        swap(&list.features, &features)
    }

    /// Appends the features that a unit has as seen from the cue.
    package func appendFeatures(of unit: Int, to features: inout [UInt32]) {
        var list = FeatureList(features: [])
        swap(&list.features, &features)
        addFeatures(of: unit, by: .all, to: &list)
        if unit == head { addHeadFeatures(to: &list) }
        swap(&list.features, &features)
    }

    /// Appends the features that tell whether the word it is seen from is a cue at all.
    package func appendHeadFeatures(to features: inout [UInt32]) {
        var list = FeatureList(features: [])
        swap(&list.features, &features)
        addHeadFeatures(to: &list)
        swap(&list.features, &features)
    }

    @inline(__always)
    private func add(_ sink: inout some FeatureSink & ~Copyable, _ template: UInt64, _ value: UInt64) {
        sink.add(template, value)
    }

    @inline(__always)
    private func mix(_ one: UInt64, _ other: UInt64) -> UInt64 { FeatureHash.mix(one &+ 1, other) }

    @inline(__always)
    func addOwnFeatures(of unit: Int, to sink: inout some FeatureSink & ~Copyable) {
        let own = units[unit]
        let before = tag(unit - 1)
        let after = tag(unit + 1)
        add(&sink, 101, own.word)
        add(&sink, 102, word(unit - 1))
        add(&sink, 103, word(unit + 1))
        add(&sink, 104, mix(before, own.tag))
        add(&sink, 105, mix(own.tag, after))
        add(&sink, 106, mix(mix(before, own.tag), after))
        add(&sink, 107, own.fine)
        add(&sink, 108, fine(unit - 1))
        add(&sink, 109, fine(unit + 1))
        add(&sink, 110, own.suffix)
        add(&sink, 111, mix(word(unit - 1), own.word))
        add(&sink, 112, mix(own.word, word(unit + 1)))
        add(&sink, 115, own.classes)
    }

    /// Features of a unit as seen from the cue, by what they depend on: so what many units have in common is weighed once.
    struct Dependence: OptionSet {
        let rawValue: UInt8
        /// The cue and ``distance(_:)`` alone.
        static let distance = Dependence(rawValue: 1)
        /// The cue and ``surroundings(of:)`` alone.
        static let surroundings = Dependence(rawValue: 2)
        /// The unit's own words, too.
        static let unit = Dependence(rawValue: 4)
        static let all: Dependence = [.distance, .surroundings, .unit]
    }

    /// How many different distances there are.
    static let distances = 44

    /// How far a unit is from the cue, and on which side.
    @inline(__always)
    func distance(_ unit: Int) -> Int {
        let steps = unit - head
        let size = abs(steps)
        let bucket = size < 8 ? size : size < 12 ? 8 : size < 20 ? 9 : size < 35 ? 10 : 11
        return steps < 0 ? 32 + bucket : bucket
    }

    @inline(__always)
    private func side(_ unit: Int) -> UInt64 { unit < head ? 1 : unit > head ? 2 : 3 }

    /// A quoted span 1, a comma 2, else 0.
    @inline(__always)
    private func kind(_ unit: Int) -> UInt64 {
        units[unit].isQuoted ? 1 : units[unit].between.rawValue == SentenceUnits.Between.comma.rawValue ? 2 : 0
    }

    /// All that features see of a unit but its words, in one number that is never nought.
    @inline(__always)
    func surroundings(of unit: Int) -> UInt64 {
        var key = UInt64(sights[unit + 1].between) << 4 | kind(unit) << 2 | side(unit)
        for near in unit...unit + 2 { key = key << 8 | UInt64(sights[near].role) << 4 | UInt64(sights[near].other) }
        return key << 4 | UInt64(min(unit, 3)) << 2 | UInt64(min(units.count - 1 - unit, 3))
    }

    /// Adds the features of a unit that depend on what is asked for, always in the same order.
    @inline(__always)
    func addFeatures(of unit: Int, by what: Dependence, to sink: inout some FeatureSink & ~Copyable) {
        let own = units[unit]
        let cue = units[head]
        let side = side(unit)
        let distance = UInt64(distance(unit))
        let sight = sights[unit + 1]
        let seen = mix(UInt64(sight.between), side)
        let before = tag(unit - 1)
        let after = tag(unit + 1)
        let next = tag(head + 1)
        let role = UInt64(sight.role)
        if what.contains(.distance) { add(&sink, 120, distance) }
        if what.contains(.unit) { add(&sink, 121, mix(distance, own.tag)) }
        if what.contains(.distance) { add(&sink, 122, mix(distance, cue.word)) }
        if what.contains(.unit) {
            add(&sink, 123, mix(mix(side, cue.word), own.tag))
            add(&sink, 124, mix(mix(side, cue.word), own.word))
            add(&sink, 125, mix(mix(side, cue.form), own.tag))
            add(&sink, 126, mix(seen, own.tag))
            add(&sink, 128, mix(seen, after))
            add(&sink, 129, mix(seen, before))
            if abs(unit - head) <= 4 {
                var path = side
                for step in min(unit, head)...max(unit, head) where step != head { path = mix(path, units[step].tag) }
                add(&sink, 130, path)
                add(&sink, 131, mix(path, cue.form))
                if abs(unit - head) <= 3 { add(&sink, 132, mix(path, cue.word)) }
            }
        }
        if report >= 0 {
            let roles = mix(mix(UInt64(sights[unit].role), role), UInt64(sights[unit + 2].role))
            if what.contains(.surroundings) {
                add(&sink, 133, roles)
                add(&sink, 134, mix(role, cue.form))
            }
            if what.contains(.unit) { add(&sink, 135, mix(roles, own.tag)) }
            if what.contains(.surroundings) { add(&sink, 136, mix(roles, seen)) }
            if what.contains(.unit) { add(&sink, 137, mix(roles, after)) }
        }
        if what.contains(.surroundings) {
            let elsewhere = mix(
                mix(UInt64(sights[unit].other), UInt64(sight.other)), UInt64(sights[unit + 2].other))
            add(&sink, 138, mix(elsewhere, side))
            add(&sink, 139, mix(mix(elsewhere, role), seen))
            add(&sink, 140, mix(mix(UInt64(min(unit, 3)), UInt64(min(units.count - 1 - unit, 3))), side))
        }
        if what.contains(.distance) { add(&sink, 141, mix(mix(next, side), distance)) }
        if what.contains(.surroundings) { add(&sink, 143, mix(mix(next, side), mix(cue.form, UInt64(sight.between)))) }
        if what.contains(.unit) {
            add(&sink, 144, mix(mix(UInt64(sight.commas), side), mix(own.tag, after)))
            add(&sink, 145, mix(mix(UInt64(sight.commas), side), mix(before, own.tag)))
        }
        if what.contains(.surroundings) { add(&sink, 146, mix(mix(seen, cue.word), kind(unit))) }
    }

    /// Features that tell whether the word is a cue at all.
    func addHeadFeatures(to sink: inout some FeatureSink & ~Copyable) {
        let cue = units[head]
        let token = cue.tokens.lowerBound
        add(&sink, 160, cue.word)
        add(&sink, 161, cue.form)
        add(&sink, 162, cue.suffix)
        for offset in -3...3 where offset != 0 {
            let template = UInt64(offset < 0 ? 166 + offset : 165 + offset)
            add(&sink, template, tag(head + offset))
            add(&sink, template + 10, mix(cue.word, tag(head + offset)))
            add(&sink, template + 20, mix(cue.form, tag(head + offset)))
            add(&sink, template + 30, word(head + offset))
        }
        add(&sink, 200, mix(tag(head - 1), tag(head + 1)))
        add(&sink, 201, mix(mix(tag(head - 1), tag(head + 1)), cue.word))
        add(&sink, 202, mix(tag(head - 2), tag(head - 1)))
        add(&sink, 203, mix(tag(head + 1), tag(head + 2)))
        add(&sink, 204, mix(mix(tag(head + 1), tag(head + 2)), cue.form))
        let window = window(around: head)
        let hasQuoteBefore = (window.lowerBound..<head).contains { units[$0].isQuoted }
        let hasQuoteAfter = (min(head + 1, window.upperBound)..<window.upperBound).contains { units[$0].isQuoted }
        let quotes: UInt64 = (hasQuoteBefore ? 1 : 0) | (hasQuoteAfter ? 2 : 0)
        add(&sink, 205, mix(quotes, cue.form))
        add(&sink, 206, mix(quotes, cue.word))
        let place: UInt64 = whole.isInHeading(token) ? 2 : 0
        add(&sink, 207, mix(place + (cue.isCapital ? 1 : 0), cue.form))
        add(&sink, 208, mix(UInt64(min(head, 4)), UInt64(min(units.count - 1 - head, 4))))
        var rule: UInt64 = 0
        if report >= 0 {
            let found = whole.reports[Int(report)]
            rule = 1 | (found.isWeak ? 2 : 0) | (found.isThought ? 4 : 0) | (found.isImplied ? 8 : 0)
            rule |= found.verb == token ? 16 : 0
            switch found.tie {
            case .cue: rule |= 32
            case .accordingTo: rule |= 64
            case .colon: rule |= 128
            default: break
            }
        }
        let content = ruled[head].content >= 0 && ruled[head].content != report
        add(&sink, 209, rule)
        add(&sink, 210, mix(rule, cue.form))
        add(&sink, 211, mix(rule, cue.word))
        add(&sink, 212, mix(rule, content ? 1 : 0))
        add(&sink, 213, mix(content ? 1 : 0, cue.word))
        // The nearest name or word for people before, and what stands between.
        var at = head - 1
        while at >= window.lowerBound, head - at < 12 {
            let kind = units[at].tag
            if kind >= 0x100, kind < 0x10A || units[at].classes & Self.people != 0 { break }
            at -= 1
        }
        let found = at >= window.lowerBound && head - at < 12
        let agent = found ? mix(UInt64(min(head - at, 6)), units[at].tag < 0x10A ? units[at].tag : 7) : 0
        add(&sink, 214, agent)
        add(&sink, 215, mix(agent, cue.form))
        add(&sink, 216, mix(found ? UInt64(sights[at + 1].between) : 0, cue.form))
        add(&sink, 217, mix(word(head - 1), cue.word))
        add(&sink, 218, mix(cue.word, word(head + 1)))
    }

    private static let people: UInt64 = ([.role, .people, .body, .document, .subjectPronoun, .voice] as WordClass).rawValue
}
