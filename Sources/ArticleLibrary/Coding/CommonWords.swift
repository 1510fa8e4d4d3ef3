/// What stands in front of every text when it is packed, so that the words that nearly all have need not be written out in each: the
/// most frequent words of news, the shortest way to them last.
///
/// Texts are packed behind exactly these bytes: they never change. Other words would be another form of ``PackedText``.
enum CommonWords {
    static let bytes = Array(text.utf8)

    private static let text = """
         administration agreement announced appeared attack authorities available become believe budget called campaign central \
        children citizens coalition committee community companies concerned conditions confirmed continue control council court \
        decision defence democratic department described development different director district early economic education effort \
        election employees energy enough environment established European evidence executive expected experts federal figures \
        financial following foreign former forward general government growth health hospital however immediately important including \
        increase independent industry information institute interest international investigation investment involved justice \
        known lawyers leader leaders leadership legal limited major management market measures meeting members military million \
        minister ministry morning national nearly negotiations nothing officers officials operation opposition organisation \
        parliament particularly party people percent period place plans police policy political population position possible \
        president pressure previous prices prime private problem process production programme project prosecutors protect provide \
        public published question quarter received recent region relations released remain reported reporters republic research \
        residents response responsible results revenue rights schools secretary security senior service several shares significant \
        situation social society sources southern special spending spokesman spokeswoman started statement states strong students \
        suggested supply support system technology themselves thousands together towards trading transport treatment university \
        victims violence voters weapons western whether without witnesses workers working United States New York London China Britain \
        January February March April June July August September October November December Sunday Saturday Friday Thursday Wednesday \
        Tuesday Monday and other those these under between during against before because through while where since though still \
        even just only also many much more most some such than then them they there their about which after should could would \
        first second three years year months weeks week days time world part number right good long great until around another \
        said in a statement on the said that it had according to a told reporters that he said the . She said . It was . There is no \
         . They have . We are . In a \u{201C}I think \u{201C}We have to \u{201C}It\u{2019}s don\u{2019}t doesn\u{2019}t . \u{201D} who has been \
        which is but the and the had been will be have been to be at least more than as well as such as one of the part of the \
        because of the members of the at the end of the for the first time in the with the by the from the to the on the that the \
        of the and the for the at the is the was the \u{20}
        """
}
