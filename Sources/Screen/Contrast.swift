import Glibc

/// The contrast of two colours `0xRRGGBB`, from 1 (none) to 21 (black on white), as WCAG 2.2 defines it.
public func contrastRatio(_ a: UInt32, _ b: UInt32) -> Double {
    contrastRatio(luminances: relativeLuminance(a), relativeLuminance(b))
}

/// The contrast of two colours of these relative luminances.
func contrastRatio(luminances a: Double, _ b: Double) -> Double { (max(a, b) + 0.05) / (min(a, b) + 0.05) }

/// How light a colour `0xRRGGBB` is, from 0 to 1: the relative luminance of WCAG 2.2.
public func relativeLuminance(_ color: UInt32) -> Double {
    let (red, green, blue) = linearLight(color)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/// The parts of an sRGB colour as light, each from 0 to 1 (IEC 61966-2-1).
public func linearLight(_ color: UInt32) -> (red: Double, green: Double, blue: Double) {
    func light(_ shift: UInt32) -> Double {
        let part = Double(color >> shift & 0xff) / 255
        return part <= 0.04045 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4)
    }
    return (light(16), light(8), light(0))
}

/// A colour where equal distances look about equal: OKLab (Björn Ottosson, 2020).
public struct OKLab: Sendable, Equatable {
    /// Lightness, 0…1.
    public var lightness: Double
    /// From green to red.
    public var a: Double
    /// From blue to yellow.
    public var b: Double

    /// The place of a colour `0xRRGGBB`.
    public init(_ color: UInt32) {
        let (red, green, blue) = linearLight(color)
        self.init(red: red, green: green, blue: blue)
    }

    /// The place of a colour given as light, each part 0…1.
    public init(red: Double, green: Double, blue: Double) {
        let l = cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue)
        let m = cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue)
        let s = cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue)
        lightness = 0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s
        a = 1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s
        b = 0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s
    }

    /// How different two colours look; 0.02 is about the least one sees, black to white is 1.
    public func distance(to other: OKLab) -> Double {
        let (dl, da, db) = (lightness - other.lightness, a - other.a, b - other.b)
        return (dl * dl + da * da + db * db).squareRoot()
    }
}
