public import DocumentModel

/// An article with its annotation by hand: what a perfect annotator would find.
///
/// A gold file is the article's file with tags set into it, a line `====`, and a table with a line for each quotation:
///
///     ---
///     title: "⟦S1⟧Danko⟦/S1⟧⟦C1⟧:⟦/C1⟧ ⟦Q1⟧Not a drop⟦/Q1⟧"
///     ---
///     ⟦Q2⟧"Not a drop,"⟦/Q2⟧ ⟦S2⟧⟦PERSON⟧Yuliia Danko⟦/PERSON⟧⟦/S2⟧ ⟦C2⟧said⟦/C2⟧. ⟦Q2⟧"Ever."⟦/Q2⟧
///     ====
///     Q1 indirect speech Yuliia Danko in=title
///     Q2 direct speech Yuliia Danko
///
/// `Q` is a quotation's words, `C` its cue, `S` the words for its speaker, each with the quotation's number and as often
/// as there are pieces; `⟦S1,2⟧` serves two quotations. The other tags are the raw values of ``EntityKind``. The table
/// says form, act and the speaker's name in full, `-` for nobody the article names. Without the tags the first part is
/// the article's file, byte for byte.
///
/// Tags with the raw values of ``Block/Kind`` say which part of the text is a title, heading and so on; all other runs of
/// lines without a blank one between are paragraphs. Three more lines may stand in the table: an article's language, when
/// it is not English, and all spellings of a person or a body, the full name first, when there are several:
///
///     lang de
///     person Yuliia Danko | Danko | Julia Danko
///     body Valdrian Ports Authority | VPA
public struct GoldArticle: Sendable, Equatable {
    /// A quotation as it should be found.
    public struct ExpectedQuotation: Sendable, Equatable {
        /// What the table calls it: `Q7`.
        public var label: String
        /// Words, form, act, cue and the words for the speaker. Actors are not numbered here: see ``speakerName``.
        public var quotation: Quotation
        /// Who speaks, by the rules of a speaker's name; nil where the article never names them.
        public var speakerName: String?
    }

    /// Somebody or something that is named in several spellings, or the only one.
    public struct ExpectedActor: Sendable, Equatable {
        /// A person or a body.
        public var kind: Actor.Kind
        /// The full name.
        public var name: String
        /// All spellings, the full name among them.
        public var spellings: Set<String>
    }

    /// The file's name.
    public var name: String
    /// The article's file without tags.
    public var file: String
    /// The value of the front matter's `title`, without quotation marks around it.
    public var title: String?
    /// Where the article's text begins in ``file``, as a UTF-8 offset: after the front matter.
    public var bodyStart: Int
    /// The quotations in the table's order. Ranges in the text count in ``file``, those in the title in ``title``.
    public var quotations: [ExpectedQuotation]
    /// The names in their order. Ranges count in ``file``.
    public var entities: [Entity]
    /// The article's language, as a BCP 47 code.
    public var language = "en"
    /// The parts of the text in their order. Ranges count in ``file``.
    public var blocks: [Block] = []
    /// Persons and bodies of several spellings, and the other persons that are named.
    public var actors: [ExpectedActor] = []

    /// The same expectations with ranges that count in `text`, which is ``file`` as a whole or what follows the front
    /// matter; nil when it is neither.
    public func ranges(in text: String) -> GoldArticle? {
        if text == file { return self }
        let offset = file.utf8.count - text.utf8.count
        guard offset > 0, file.utf8.elementsEqual(Array(file.utf8.prefix(offset)) + Array(text.utf8)) else { return nil }
        var moved = self
        for index in moved.entities.indices { moved.entities[index].range.move(by: -offset) }
        for index in moved.blocks.indices { moved.blocks[index].range.move(by: -offset) }
        for index in moved.quotations.indices where moved.quotations[index].quotation.part == .text {
            moved.quotations[index].quotation.move(by: -offset)
        }
        return moved
    }
}

extension TextRange {
    fileprivate mutating func move(by distance: Int) { self = lowerBound + distance..<upperBound + distance }
}

extension Quotation {
    /// The quotation in another text, in which all that stood at an offset stands `distance` bytes later.
    mutating func move(by distance: Int) {
        for index in spans.indices { spans[index].move(by: distance) }
        for index in cue.indices { cue[index].move(by: distance) }
        guard var speaker else { return }
        for index in speaker.ranges.indices { speaker.ranges[index].move(by: distance) }
        self.speaker = speaker
    }
}
