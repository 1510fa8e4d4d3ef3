/// A screen as an SVG picture: a dark terminal with its text as text.
struct ScreenPicture {
    private static let cell = (width: 8.4, height: 18.0)
    private static let margin = 14.0
    private static let ground = (text: "#ddd3bd", back: "#191b1c")

    /// The picture's source.
    let svg: String

    /// The picture of a screen of so many columns and rows.
    init(_ screen: CapturedScreen, columns: Int, rows: Int, title: String) {
        let width = Double(columns) * Self.cell.width + 2 * Self.margin
        let height = Double(rows) * Self.cell.height + 2 * Self.margin
        var svg = """
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(Self.number(width)) \(Self.number(height))" \
            font-family="'DejaVu Sans Mono', 'Menlo', 'Consolas', monospace" font-size="14">
            <title>\(Self.escaped(title))</title>
            <rect width="100%" height="100%" rx="8" fill="\(Self.ground.back)"/>

            """
        for (row, runs) in screen.rows.enumerated() {
            let top = Self.margin + Double(row) * Self.cell.height
            for run in runs { svg += Self.picture(of: run, top: top) }
        }
        self.svg = svg + "</svg>\n"
    }

    private static func picture(of run: CapturedScreen.Run, top: Double) -> String {
        var (ink, paper) = (run.look.foreground ?? ground.text, run.look.background)
        if run.look.isReversed { (ink, paper) = (paper ?? ground.back, ink) }
        let x = margin + Double(run.column) * cell.width
        let width = Double(run.width) * cell.width
        var svg = ""
        if let paper {
            svg += """
                <rect x="\(number(x))" y="\(number(top))" width="\(number(width + 0.3))" height="\(number(cell.height + 0.3))" \
                fill="\(paper)"/>

                """
        }
        guard run.text.contains(where: { $0 != " " }) else { return svg }
        var style = ""
        if run.look.isBold { style += " font-weight=\"bold\"" }
        if run.look.isItalic { style += " font-style=\"italic\"" }
        if run.look.isDim { style += " opacity=\"0.6\"" }
        let lines = (run.look.isUnderlined ? ["underline"] : []) + (run.look.isStruck ? ["line-through"] : [])
        if !lines.isEmpty { style += " text-decoration=\"\(lines.joined(separator: " "))\"" }
        svg += """
            <text x="\(number(x))" y="\(number(top + 13.5))" textLength="\(number(width))" lengthAdjust="spacingAndGlyphs" \
            fill="\(ink)" xml:space="preserve"\(style)>\(escaped(run.text))</text>

            """
        return svg
    }

    private static func number(_ value: Double) -> String {
        let tenths = Int((value * 10).rounded())
        return tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths / 10).\(tenths % 10)"
    }

    private static func escaped(_ text: String) -> String {
        text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
    }
}
