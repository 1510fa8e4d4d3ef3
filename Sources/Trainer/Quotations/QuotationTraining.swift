import Annotator
import DocumentModel
import TestSupport

/// How the model of quotations is learned from annotated articles: a field that reads sentences from each word that may be
/// a cue, and a judge of what rules and field propose. For the judge's training each article is read by a field that did
/// not learn from it.
struct QuotationTraining {
    var learning = ConditionalField.Learning(
        passes: 6, rate: 0.15, penalty: 0.5, caution: 1, minimum: 5, full: 1, passedOver: 0.003, isWide: true, dropout: 0.2,
        averagedFrom: 3)
    var judging = ConditionalField.Learning(passes: 20, rate: 0.03, penalty: 100, caution: 1, minimum: 3, full: 1)
    var choosing = ChoiceLearner()
    var sieving = ConditionalField.Learning(passes: 10, rate: 0.05, penalty: 30, caution: 1, minimum: 3, full: 1)
    var places = 640_000
    var folds = 3
    /// How likely a proposal must be to be listed, in thousandths: speech without marks, with marks, thought; the same for
    /// what the rules propose.
    var least: [UInt32] = [300, 280, 800, 150, 80, 300]

    /// The least score of a word from which a sentence is read, in 256ths of the natural logarithm of the odds.
    var sieved: Int32 = -820

    static let chain: LabelChain = {
        let labels = ReportLabel.count
        var steps: [LabelChain.Step] = []
        for to in ReportLabel.beginnings {
            steps.append(.init(from: LabelChain.beginning, to: Int(to), parameter: labels * labels + Int(to)))
        }
        for from in 0..<UInt8(labels) {
            for to in ReportLabel.followers(of: from) {
                steps.append(.init(from: Int(from), to: Int(to), parameter: Int(from) * labels + Int(to)))
            }
        }
        return LabelChain(labels: labels, steps: steps, ends: ReportLabel.ends.map(Int.init))
    }()

    /// The model's file.
    func model(of documents: [QuotationSequences.Document], parts: [Part]? = nil) -> [UInt8] {
        let parts = parts ?? self.parts(of: documents)
        let judge = judge(parts)
        let arbiter = arbiter(parts)
        return QuotationModelFile.bytes(
            learn(documents), judge: judge, sieve: sieve(parts, judge, arbiter), arbiter: arbiter, training: self)
    }

    /// Scores of annotators that each learned their fields and judges from all articles but a part, on that part: those of
    /// the corpus, and our own.
    func crossValidation(of documents: [QuotationSequences.Document]) -> (corpus: QuotationScores, own: ScoreTable) {
        var scores = QuotationScores()
        var table = ScoreTable()
        for (file, held) in crossValidation(parts(of: documents)) {
            Self.withModel(file) { model in
                let annotator = Annotator(reports: model)
                for document in held {
                    if let own = document.own {
                        table.add(
                            AnnotatedArticle(document.article, annotator.annotation(of: document.article)), against: own)
                    } else {
                        scores.add(document.article, document.gold, by: annotator)
                    }
                }
            }
        }
        return (scores, table)
    }

    /// Models that each learned from all articles but a part, fields and judges, with that part.
    func crossValidation(_ parts: [Part]) -> [(model: [UInt8], held: [QuotationSequences.Document])] {
        parts.indices.map { index in
            let others = parts.enumerated().filter { $0.offset != index }.map(\.element)
            let judge = judge(others)
            let arbiter = arbiter(others)
            let model = QuotationModelFile.bytes(
                parts[index].learned, judge: judge, sieve: sieve(others, judge, arbiter), arbiter: arbiter, training: self)
            return (model, parts[index].held)
        }
    }

    struct Part {
        var learned: QuotationModelFile.Field
        var held: [QuotationSequences.Document]
        /// The words that cues may report in the articles that were not learned from, and how right they are.
        var choices: [LabelledChoice]
        /// What is proposed for the articles that were not learned from, and whether it is right.
        var judged: [LabelledSequence] = []
    }

    func parts(of documents: [QuotationSequences.Document]) -> [Part] {
        var parts = (0..<folds).map { part($0, of: documents) }
        propose(&parts)
        return parts
    }

    /// What is proposed for each part's articles by its own field.
    func propose(_ parts: inout [Part]) {
        // What the judge is to see has the words that an arbiter chose which did not learn from the article.
        for index in parts.indices {
            let arbiter = arbiter(parts.enumerated().filter { $0.offset != index }.map(\.element))
            let bytes = QuotationModelFile.bytes(parts[index].learned, arbiter: arbiter, training: self)
            parts[index].judged = Self.withModel(bytes) { model in
                parts[index].held.flatMap { document in
                    repeatElement(Self.judged(document, model), count: document.weight).joined()
                }
            }
        }
    }

    func part(_ fold: Int, of documents: [QuotationSequences.Document]) -> Part {
        let others = documents.enumerated().filter { $0.offset % folds != fold }.map(\.element)
        let held = documents.enumerated().filter { $0.offset % folds == fold }.map(\.element)
        let learned = learn(others)
        let bytes = QuotationModelFile.bytes(learned, training: self)
        let choices = Self.withModel(bytes) { model in
            held.flatMap { document in
                repeatElement(Self.choices(document, model), count: document.weight).joined()
            }
        }
        return Part(learned: learned, held: held, choices: choices)
    }

    private func learn(_ documents: [QuotationSequences.Document]) -> QuotationModelFile.Field {
        let cues = QuotationSequences.vocabulary(of: documents)
        let known = Set(cues.map(\.word))
        let sequences = documents.flatMap { document in
            repeatElement(QuotationSequences.sequences(of: document, known), count: document.weight).joined()
        }
        return QuotationModelFile.Field(ConditionalField(Self.chain, sequences, learning), cues: cues, places: places)
    }

    /// Tells how likely a proposal is right.
    private func judge(_ parts: [Part]) -> ConditionalField {
        ConditionalField(LabelChain(labels: 2), parts.flatMap(\.judged), judging)
    }

    /// Tells which of several words are rather what is reported.
    private func arbiter(_ parts: [Part]) -> [Float] {
        choosing.weights(ReportModel.Arbiter.weights, from: parts.flatMap(\.choices))
    }

    /// Tells of a word, before anything is read, whether a reading from there may be listed.
    private func sieve(_ parts: [Part], _ judge: ConditionalField, _ arbiter: [Float]) -> ConditionalField {
        ConditionalField(LabelChain(labels: 2), parts.flatMap { sieved($0, judge, arbiter) }, sieving)
    }

    private func sieved(_ part: Part, _ judge: ConditionalField, _ arbiter: [Float]) -> [LabelledSequence] {
        let known = Set(part.learned.cues.map(\.word))
        let bytes = QuotationModelFile.bytes(part.learned, judge: judge, arbiter: arbiter, training: self)
        return Self.withModel(bytes) { model in
            part.held.flatMap { document in
                let listed = document.text.cuesRead(by: model)
                return QuotationSequences.candidates(of: document, known, isRight: listed.contains)
            }
        }
    }

    /// Calls with the model of a file.
    static func withModel<Result>(_ bytes: [UInt8], _ body: (ReportModel) throws -> Result) rethrows -> Result {
        // Rows are read in place: they have to lie where the product's do.
        let room = UnsafeMutableRawBufferPointer.allocate(byteCount: bytes.count, alignment: 64)
        defer { room.deallocate() }
        room.copyBytes(from: bytes)
        guard let model = ReportModel(UnsafeRawBufferPointer(room)) else {
            preconditionFailure("a model that cannot be read")
        }
        return try body(model)
    }

    /// The words that each quotation's cue may report, and what they are worth.
    private static func choices(_ document: QuotationSequences.Document, _ model: ReportModel) -> [LabelledChoice] {
        let text = document.text
        return text.proposals(by: model).compactMap { proposal in
            guard !proposal.choices.isEmpty, let index = document.cues.firstIndex(of: proposal.cue), proposal.cue >= 0
            else {
                return nil
            }
            let right = Set(document.spans[index].flatMap { text.tokens(in: $0) }.filter(text.isWord))
            var choice = LabelledChoice()
            for one in proposal.choices {
                let words = Set(one.spans.joined().filter(text.isWord))
                let common = words.intersection(right).count
                let all = max(1, words.union(right).count)
                let share = Float(common) / Float(all)
                choice.worth.append(
                    (common * 2 >= all ? Worth.half : 0) + (common == all ? Worth.exact : 0) + Worth.share * share * share)
                choice.features.append(one.features.map { Int32(ReportModel.Arbiter.place(of: $0)) })
            }
            return Set(choice.worth).count > 1 ? choice : nil
        }
    }

    /// What words are worth of which a half is right, or all of them, and by their share.
    enum Worth {
        static let half: Float = 0.4
        static let exact: Float = 0.4
        static let share: Float = 0.2
    }

    /// What is proposed for an article, each with whether half of its words are a quotation's.
    private static func judged(_ document: QuotationSequences.Document, _ model: ReportModel) -> [LabelledSequence] {
        let text = document.text
        let gold = document.spans.map { Set($0.flatMap { text.tokens(in: $0) }.filter(text.isWord)) }
        return text.proposals(by: model).map { proposal in
            let words = Set(proposal.spans.joined().filter(text.isWord))
            let isRight = gold.contains { one in
                let common = one.intersection(words).count
                return common > 0 && common * 2 >= one.count + words.count - common
            }
            var sequence = LabelledSequence()
            sequence.append(
                proposal.features.map { UInt32(ReportModel.Judge.place(of: $0)) }, label: isRight ? 1 : 0)
            return sequence
        }
    }
}
