/// How many colours a terminal shows.
public enum ColorDepth: Int, Sendable, Hashable, CaseIterable, Comparable {
    /// None: bold, underline and reverse alone.
    case none
    /// The first eight of the terminal's own.
    case eight
    /// The terminal's own sixteen.
    case sixteen
    /// The sixteen, a cube of 6×6×6 and 24 greys: xterm's palette.
    case indexed256
    /// Any red, green and blue.
    case trueColor

    /// Whether `a` shows fewer colours than `b`.
    public static func < (a: ColorDepth, b: ColorDepth) -> Bool { a.rawValue < b.rawValue }

    /// How many of xterm's palette's entries it has: 0, 8, 16 or 256.
    public var paletteCount: Int {
        switch self {
        case .none: 0
        case .eight: 8
        case .sixteen: 16
        case .indexed256, .trueColor: 256
        }
    }
}

extension Style {
    /// This style with the colours a terminal of `depth` has: no ``Color/rgb(_:)`` is left below ``ColorDepth/trueColor``.
    ///
    /// Each becomes the nearest of the palette, in OKLab (Ottosson 2020). Where that would cost the strokes
    /// their contrast with the ground, the nearest that keeps 3 : 1 (WCAG 2.2, 1.4.11) or what they had is taken instead.
    /// Costs some microseconds: callers keep the answer for each style they meet.
    public func reduced(to depth: ColorDepth) -> Style {
        var style = self
        switch depth {
        case .trueColor: return self
        case .none:
            style.foreground = .standard
            style.background = .standard
        case .eight, .sixteen, .indexed256:
            style.background = Palette.nearest(to: background, below: depth.paletteCount)
            style.foreground = Palette.nearest(
                to: foreground, below: depth.paletteCount, on: style.background,
                contrast: Self.contrast(foreground, background))
        }
        return style
    }

    /// The contrast of two colours, or nil where one is the terminal's own affair.
    private static func contrast(_ a: Color, _ b: Color) -> Double? {
        guard let a = Palette.rgb(of: a), let b = Palette.rgb(of: b) else { return nil }
        return contrastRatio(a, b)
    }
}

/// The 256 colours that xterm gives to its indices; terminals agree on those from 16 on and let people choose the first 16.
public enum Palette {
    /// The colours as `0xRRGGBB`, by index.
    public static let xterm: [UInt32] = {
        var colors: [UInt32] = [
            0x000000, 0xcd0000, 0x00cd00, 0xcdcd00, 0x0000ee, 0xcd00cd, 0x00cdcd, 0xe5e5e5,
            0x7f7f7f, 0xff0000, 0x00ff00, 0xffff00, 0x5c5cff, 0xff00ff, 0x00ffff, 0xffffff,
        ]
        let levels: [UInt32] = [0, 95, 135, 175, 215, 255]
        for red in levels {
            for green in levels {
                for blue in levels { colors.append(red << 16 | green << 8 | blue) }
            }
        }
        for grey in 0..<24 { colors.append(UInt32(8 + 10 * grey) * 0x010101) }
        return colors
    }()

    /// What a colour looks like in xterm; nil for ``Color/standard``, which only the terminal knows.
    public static func rgb(of color: Color) -> UInt32? {
        switch color {
        case .standard: nil
        case .ansi(let index): xterm[Int(index)]
        case .rgb(let value): value & 0xffffff
        }
    }

    /// The palette's points in OKLab, by index.
    private static let points = xterm.map(OKLab.init)

    /// Their relative luminances, by index.
    private static let luminances = xterm.map(relativeLuminance)

    /// How far a colour is from the one it is to stand for. Hue counts twice, and four times for what has hardly any: a
    /// grey had better be too dark than coloured.
    private static func difference(_ one: OKLab, for other: OKLab) -> Double {
        let (dl, da, db) = (one.lightness - other.lightness, one.a - other.a, one.b - other.b)
        let isGrey = other.a * other.a + other.b * other.b < 0.06 * 0.06
        return dl * dl + (isGrey ? 16 : 4) * (da * da + db * db)
    }

    /// The nearest of the first `count` colours; with `contrast`, of those that keep it (or 3 : 1) on `ground` if any does.
    static func nearest(
        to color: Color, below count: Int, on ground: Color = .standard, contrast: Double? = nil
    ) -> Color {
        switch color {
        case .standard: return .standard
        case .ansi(let index) where index < count: return color
        case .ansi(let index) where index < 16: return .ansi(index - 8)
        case .ansi, .rgb: break
        }
        guard let value = rgb(of: color) else { return color }
        let point = OKLab(value)
        // The first sixteen are the user's own, so a terminal with 256 is given one of the other 240.
        let candidates = count == 256 ? 16..<256 : 0..<count
        let groundLuminance = contrast == nil ? nil : rgb(of: ground).map(relativeLuminance)
        var (nearest, least) = (candidates.lowerBound, Double.infinity)
        var (nearestLegible, leastLegible) = (nearest, least)
        for index in candidates {
            let difference = difference(points[index], for: point)
            guard difference < leastLegible else { continue }
            if difference < least { (nearest, least) = (index, difference) }
            if let contrast, let groundLuminance,
                contrastRatio(luminances: luminances[index], groundLuminance) >= min(contrast, 3)
            {
                (nearestLegible, leastLegible) = (index, difference)
            }
        }
        return .ansi(UInt8(leastLegible < .infinity ? nearestLegible : nearest))
    }
}
