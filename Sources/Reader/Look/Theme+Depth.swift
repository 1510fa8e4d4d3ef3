import Screen

extension Theme {
    /// This theme on a terminal that shows fewer colours.
    ///
    /// Each role is brought down as it looks on the screen, over the text's ground, so that strokes keep their contrast.
    /// With sixteen colours or fewer there are no shades: a ground that lies under text of any colour becomes strokes, and a
    /// role whose ground would no longer show is reversed.
    public func adapted(to depth: ColorDepth) -> Theme {
        guard depth < .trueColor else { return self }
        var theme = self
        let text = self[.text]
        let reducedText = text.reduced(to: depth)
        func adapted(_ style: Style, strokes: Style.Attributes) -> Style {
            let hasGround = style.background != .standard && style.background != text.background
            if hasGround, style.foreground == .standard, depth <= .sixteen {
                return Style(attributes: style.attributes.union(strokes))
            }
            var reduced = text.overlaid(by: style).reduced(to: depth)
            if hasGround, reduced.background == reducedText.background {
                reduced = Style(
                    foreground: reducedText.foreground, background: reducedText.background,
                    attributes: style.attributes.union(.reverse))
            }
            reduced.attributes.subtract(text.attributes.subtracting(style.attributes))
            // What the style leaves to the one below, it goes on leaving to it.
            if style.foreground == .standard { reduced.foreground = .standard }
            if style.background == .standard { reduced.background = .standard }
            return reduced
        }
        theme.styles = styles.reduce(into: [:]) { result, entry in
            result[entry.key] =
                entry.key == .text
                ? reducedText : adapted(entry.value, strokes: Self.strokesForGrounds[entry.key] ?? .reverse)
        }
        theme.speakers = speakers.map { adapted($0, strokes: .bold) }
        return theme
    }

    /// What marks a role where its ground cannot.
    private static let strokesForGrounds: [Role: Style.Attributes] = [
        .selection: .reverse, .selectionElsewhere: [.bold, .underline], .current: .bold,
    ]
}
