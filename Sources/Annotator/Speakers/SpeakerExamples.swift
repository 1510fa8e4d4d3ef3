import DocumentModel

/// A pronoun with everybody it may stand for, for the trainer.
package struct PronounExample {
    package struct Candidate {
        /// The member's number among the actors.
        package var member: Int
        package var features: [UInt16]
    }

    /// Where it stands, in bytes.
    package var place: TextRange
    package var setting: Int
    /// Whether it introduces a quotation.
    package var isSpeaker: Bool
    package var candidates: [Candidate] = []
    package var chosen: Int?

    /// The pronouns of an article with the annotation they belong to, as `model` sees them.
    package static func all(in article: Article, model: SpeakerModel) -> ([PronounExample], Annotation) {
        let (text, sketches) = AnalysedText.read(article.text, blocks: Annotator.blocks(of: article))
        let names = LearnedNames.names(in: text, sketches)
        let cast = Cast(text, names)
        let phrases = NounPhrases(text, names)
        var speakers = Speakers(text, phrases, cast, model)
        speakers.examples = []
        var reports = QuotationFinder.reports(in: text, phrases)
        _ = speakers.verdicts(on: &reports)
        return (speakers.examples ?? [], Annotator().annotation(of: article))
    }
}

/// A quotation's speaker as found, with what says how sure it is, for the trainer.
package struct SpeakerExample {
    /// The quotation's words and those that stand for the speaker, in bytes.
    package var spans: [TextRange]
    package var mention: TextRange?
    /// The actor's name; nil for nobody that is named.
    package var name: String?
    /// Features of ``Certainty``.
    package var features: [Int]

    /// The speakers of an article, as `model` finds them.
    package static func all(in article: Article, model: SpeakerModel) -> [SpeakerExample] {
        let (text, sketches) = AnalysedText.read(article.text, blocks: Annotator.blocks(of: article))
        let names = LearnedNames.names(in: text, sketches)
        let cast = Cast(text, names)
        let actors = cast.actors(names)
        let phrases = NounPhrases(text, names)
        var speakers = Speakers(text, phrases, cast, model)
        speakers.certainties = []
        var reports = QuotationFinder.reports(in: text, phrases)
        let verdicts = speakers.verdicts(on: &reports)
        return zip(zip(reports, verdicts), speakers.certainties ?? []).map { found, features in
            SpeakerExample(
                spans: found.0.spans.map(text.range), mention: found.0.speaker.map(text.range),
                name: found.1.resolved?.member.map { actors[$0].name }, features: features)
        }
    }
}
