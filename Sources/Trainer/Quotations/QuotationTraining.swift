import Annotator
import DocumentModel

/// How the model of quotations is learned from annotated articles: a field that reads sentences from each word that may be
/// a cue, and a judge of what rules and field propose. For the judge's training each article is read by a field that did
/// not learn from it.
struct QuotationTraining {
    var learning = ConditionalField.Learning(
        passes: 6, rate: 0.15, penalty: 0.5, caution: 1, minimum: 8, full: 1, passedOver: 0.003, isWide: true, dropout: 0.2,
        averagedFrom: 3)
    var judging = ConditionalField.Learning(passes: 20, rate: 0.03, penalty: 100, caution: 1, minimum: 3, full: 1)
    var sieving = ConditionalField.Learning(passes: 10, rate: 0.05, penalty: 30, caution: 1, minimum: 3, full: 1)
    var places = 440_000
    var folds = 3
    /// How likely a proposal must be to be listed, in thousandths: speech without marks, with marks, thought; the same for
    /// what the rules propose.
    var least: [UInt32] = [310, 280, 800, 150, 80, 300]

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

    /// What was learned, before it is rounded.
    struct Learned {
        var field: ConditionalField
        var cues: [(word: UInt64, isThought: Bool)]
    }

    /// The model's file.
    func model(of documents: [QuotationSequences.Document], parts: [Part]? = nil) -> [UInt8] {
        let parts = parts ?? self.parts(of: documents)
        let judge = judge(parts)
        return QuotationModelFile.bytes(learn(documents), judge: judge, sieve: sieve(parts, judge), training: self)
    }

    /// Scores of annotators that each learned their fields and judges from all articles but a part, on that part.
    func crossValidation(of documents: [QuotationSequences.Document]) -> QuotationScores {
        var scores = QuotationScores()
        for (file, held) in crossValidation(parts(of: documents)) {
            Self.withModel(file) { model in
                let annotator = Annotator(reports: model)
                for document in held { scores.add(document.article, document.gold, by: annotator) }
            }
        }
        return scores
    }

    /// Models that each learned from all articles but a part, fields and judges, with that part.
    func crossValidation(_ parts: [Part]) -> [(model: [UInt8], held: [QuotationSequences.Document])] {
        parts.indices.map { index in
            let others = parts.enumerated().filter { $0.offset != index }.map(\.element)
            let judge = judge(others)
            let model = QuotationModelFile.bytes(
                parts[index].learned, judge: judge, sieve: sieve(others, judge), training: self)
            return (model, parts[index].held)
        }
    }

    struct Part {
        var learned: Learned
        var held: [QuotationSequences.Document]
        /// What is proposed for the articles that were not learned from, and whether it is right.
        var judged: [LabelledSequence]
    }

    func parts(of documents: [QuotationSequences.Document]) -> [Part] {
        (0..<folds).map { part($0, of: documents) }
    }

    func part(_ fold: Int, of documents: [QuotationSequences.Document]) -> Part {
        let others = documents.enumerated().filter { $0.offset % folds != fold }.map(\.element)
        let held = documents.enumerated().filter { $0.offset % folds == fold }.map(\.element)
        let learned = learn(others)
        let bytes = QuotationModelFile.bytes(learned, judge: nil, sieve: nil, training: self)
        let judged = Self.withModel(bytes) { model in
            held.flatMap { document in
                repeatElement(Self.judged(document, model), count: document.weight).joined()
            }
        }
        return Part(learned: learned, held: held, judged: judged)
    }

    private func learn(_ documents: [QuotationSequences.Document]) -> Learned {
        let cues = QuotationSequences.vocabulary(of: documents)
        let known = Set(cues.map(\.word))
        let sequences = documents.flatMap { document in
            repeatElement(QuotationSequences.sequences(of: document, known), count: document.weight).joined()
        }
        return Learned(field: ConditionalField(Self.chain, sequences, learning), cues: cues)
    }

    /// Tells how likely a proposal is right.
    private func judge(_ parts: [Part]) -> ConditionalField {
        ConditionalField(LabelChain(labels: 2), parts.flatMap(\.judged), judging)
    }

    /// Tells of a word, before anything is read, whether a reading from there may be listed.
    private func sieve(_ parts: [Part], _ judge: ConditionalField) -> ConditionalField {
        ConditionalField(LabelChain(labels: 2), parts.flatMap { sieved($0, judge) }, sieving)
    }

    private func sieved(_ part: Part, _ judge: ConditionalField) -> [LabelledSequence] {
        let known = Set(part.learned.cues.map(\.word))
        let bytes = QuotationModelFile.bytes(part.learned, judge: judge, sieve: nil, training: self)
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
