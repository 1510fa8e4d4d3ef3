import Screen
import Testing

@testable import Reader

@Suite("Speakers' colours")
struct SpeakerColorTests {
    /// How an eye without one kind of cone sees light: Machado, Oliveira and Fernandes (2009), severity 1.
    enum Eye: String, CaseIterable {
        case usual, protanopia, deuteranopia

        var matrix: [[Double]] {
            switch self {
            case .usual: [[1, 0, 0], [0, 1, 0], [0, 0, 1]]
            case .protanopia:
                [
                    [0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998],
                ]
            case .deuteranopia:
                [
                    [0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881],
                ]
            }
        }

        func sees(_ color: UInt32) -> OKLab {
            let light = linearLight(color)
            let parts = matrix.map { row in
                min(1, max(0, row[0] * light.red + row[1] * light.green + row[2] * light.blue))
            }
            return OKLab(red: parts[0], green: parts[1], blue: parts[2])
        }
    }

    /// The least distance between two of a theme's speakers, where nothing but colour tells them apart.
    private func leastDistance(_ theme: Theme, _ eye: Eye) -> Double {
        var least = Double.infinity
        for (number, one) in theme.speakers.enumerated() {
            for other in theme.speakers[..<number] where one.attributes == other.attributes {
                guard let a = Palette.rgb(of: one.foreground), let b = Palette.rgb(of: other.foreground) else { continue }
                least = min(least, eye.sees(a).distance(to: eye.sees(b)))
            }
        }
        return least
    }

    @Test("Any two can be told apart", arguments: ThemeContrastTests.themes)
    func apart(name: String) throws {
        #expect(leastDistance(try ThemeContrastTests.theme(name), .usual) >= 0.06)
    }

    @Test("In the theme for every eye any two can be told apart without red or green cones", arguments: Eye.allCases)
    func everyEye(eye: Eye) throws {
        let theme = try #require(try ThemeCatalogue().theme(named: "clear"))
        #expect(leastDistance(theme, eye) >= 0.1)
        #expect(leastDistance(theme.adapted(to: .indexed256), eye) >= 0.05)
    }
}
