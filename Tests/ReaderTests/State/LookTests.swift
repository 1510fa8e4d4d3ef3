import Screen
import Testing

@testable import Reader

/// Themes, panes and help.
@Suite struct LookTests {
    private let themes = ["one", "two", "three"].map { Theme(name: $0, styles: [:], speakers: []) }

    @Test func themesAreSeenAtOnceAndKeptOrNot() throws {
        var script = try Script(80, 24, Articles.three(), themes: themes).pressing("tj")
        #expect(script.state.theme.name == "two")
        script.press("<esc>")
        #expect(
            script.state.theme.name == "one"
                && !script.effects.contains { if case .keepSettings = $0 { true } else { false } })
        script.press("tjj<enter>")
        #expect(script.state.theme.name == "three")
        #expect(script.effects.contains { if case .keepSettings(let kept) = $0 { kept.theme == "three" } else { false } })
    }

    @Test func theThemeFollowsTheGround() throws {
        var settings = Settings()
        (settings.theme, settings.lightTheme, settings.darkTheme) = ("one", "two", "three")
        var script = try Script(80, 24, Articles.three(), themes: themes, settings: settings)
        #expect(script.state.theme.name == "one")
        script.send(.input(.ground(.light)))
        #expect(script.state.theme.name == "two")
        script.send(.input(.ground(.dark)))
        #expect(script.state.theme.name == "three")
        // Articles that come still go before the first, as nobody has pressed anything.
        #expect(script.state.isUntouched)
        script.press("tk<enter>")
        #expect(script.state.theme.name == "two")
        #expect(script.effects.contains { if case .keepSettings(let kept) = $0 { kept.darkTheme == "two" } else { false } })
        script.send(.input(.ground(.light)))
        script.send(.input(.ground(.dark)))
        #expect(script.state.theme.name == "two")
    }

    @Test func aThemeThatIsBeingChosenStaysWhenTheGroundChanges() throws {
        var settings = Settings()
        (settings.theme, settings.lightTheme) = ("one", "two")
        var script = try Script(80, 24, Articles.three(), themes: themes, settings: settings).pressing("tjj")
        script.send(.input(.ground(.light)))
        #expect(script.state.theme.name == "three")
        script.press("<esc>")
        #expect(script.state.theme.name == "two")
    }

    @Test func theGroundMayBeSet() throws {
        var settings = Settings()
        (settings.theme, settings.lightTheme, settings.ground) = ("one", "two", .light)
        var script = try Script(80, 24, Articles.three(), themes: themes, settings: settings)
        #expect(script.state.theme.name == "two")
        script.send(.input(.ground(.dark)))
        #expect(script.state.theme.name == "two")
    }

    @Test func theSplitMovesWithinBounds() throws {
        var script = try Script(100, 24, Articles.three())
        let width = script.state.plan.list.size.width
        script.press("+")
        #expect(script.state.plan.list.size.width == width + 2)
        for _ in 0..<60 { script.press("+") }
        #expect(script.state.plan.article.size.width >= 40)
        for _ in 0..<60 { script.press("-") }
        #expect(script.state.plan.list.size.width == 20)
        #expect(script.status.contains("as narrow as it can be"))
    }

    @Test func thePanesAreStackedAndZoomed() throws {
        var script = try Script(100, 30, Articles.three()).pressing("|")
        #expect(script.state.plan.list.size.width == 100 && script.state.plan.isDivided)
        script.press("|z")
        #expect(!script.state.plan.isDivided && script.state.plan.showsList)
        script.press("<enter>")
        #expect(script.state.plan.showsArticle)
        script.press("z")
        #expect(script.state.plan.isDivided)
    }

    @Test func thePanesAreArrangedAsTheyWereLeft() throws {
        let script = try Script(100, 30, Articles.three()).pressing("|")
        guard case .keepSettings(let kept)? = script.effects.last else {
            Issue.record("nothing is kept")
            return
        }
        var settings = Settings()
        settings.kept = kept
        let next = try Script(100, 30, Articles.three(), settings: settings)
        #expect(next.state.plan == script.state.plan && next.state.plan.list.size.width == 100)
    }

    @Test func helpBeginsWithWhatAppliesHere() throws {
        var script = try Script(100, 40, Articles.three()).pressing("?")
        #expect(script.screen.contains("In the list: going places"))
        script.press("<esc>")
        #expect(script.state.place == .list)
        script.press("<enter>?")
        #expect(script.screen.contains("In the article: going places"))
        script.press("G")
        #expect(script.screen.contains("While typing a filter") || script.screen.contains("delete the line"))
        script.press("?")
        #expect(script.state.place == .article)
    }

    @Test func anUnknownKeySaysWhereHelpIs() throws {
        let script = try Script(80, 24, Articles.three()).pressing("<f5>")
        #expect(script.status.hasPrefix(" F5 does nothing here; ? lists the keys"))
    }

    @Test func theMouseIsTurnedOnAndOff() throws {
        let script = try Script(80, 24, Articles.three()).pressing("MM")
        #expect(script.effects == [.setMouse(true), .setMouse(false)])
    }

    @Test func theTerminalIsRedrawnAndLeft() throws {
        let script = try Script(80, 24, Articles.three()).pressing("<c-l><c-z>")
        #expect(script.effects == [.redraw, .suspend])
    }
}
