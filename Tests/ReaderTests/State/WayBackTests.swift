import DocumentModel
import Screen
import Testing

@testable import Reader

/// A step back leads where the reader came from, and finds it as it was left.
@Suite struct WayBackTests {
    @Test func aFilterSetAmongThePeopleLeadsBackToThem() throws {
        var script = try Script(120, 24, Articles.three()).pressing("Pj")
        func left(_ script: Script) -> [String] { script.state.frame().lines.dropLast().map { String($0.prefix(40)) } }
        let people = left(script)
        script.press("p")
        #expect(script.state.place == .list && script.state.filterText == "person:\"Ruud Aalto\"")
        script.press("<enter>]<esc><esc>")
        #expect(script.state.place == .people && script.state.filters.isEmpty)
        #expect(left(script) == people)
        script.press("<esc>")
        #expect(script.state.place == .list && script.state.list.count == 3)
    }

    @Test func aFilterTypedAmongThePeopleLeadsBackToThem() throws {
        var script = try Script(120, 24, Articles.three()).pressing("Pj/port<enter>")
        #expect(script.state.place == .list && script.state.list.count == 2)
        script.press("<esc>")
        #expect(script.state.place == .people && script.state.people.selected == 1 && script.state.filters.isEmpty)
    }

    @Test func namesAreFoundAmongThePeople() throws {
        var script = try Script(100, 24, Articles.three()).pressing("P")
        let all = script.state.people.count
        script.press("jfru")
        #expect(script.state.people.rows.map(\.name) == ["Ruud Aalto"] && script.status.contains("1 name"))
        script.press("<enter>")
        #expect(script.status.contains("1 of 1 name like “ru”"))
        script.press("<enter><esc>")
        #expect(script.state.people.rows.map(\.name) == ["Ruud Aalto"], "the way back finds it as it was left")
        script.press("<esc>")
        #expect(script.state.people.count == all && script.state.place == .people)
        script.press("fzzz<enter>")
        #expect(script.status.contains("Nobody listed is called “zzz”."))
        script.press("fm<esc>")
        #expect(script.state.people.count == 0, "given up, it is as it was before")
        script.press("<esc><esc>")
        #expect(script.state.place == .list)
        script.press("P")
        #expect(script.state.people.count == all)
    }

    @Test(arguments: ["P", "Q", "PQ", "QP"])
    func theListsOpenedInAnArticleLeadBackToItsPlace(_ keys: String) throws {
        var script = try Script(80, 16, [Articles.long(40), Articles.flood()]).pressing("<enter>]]]")
        let article = script.screen
        script.press(keys + "jjj")
        #expect(script.state.place != .article)
        script.press("<esc>")
        #expect(script.screen == article)
        script.press("<esc>")
        #expect(script.state.place == .list && script.selectedTitle == "A long one")
    }

    @Test func stepsAreTakenBackOneByOne() throws {
        var script = try Script(120, 24, Articles.three()).pressing("Qjj<enter>Pp")
        #expect(script.state.place == .list && script.state.filters.count == 1)
        var places: [CommandContext] = []
        for _ in 0..<4 {
            script.press("<esc>")
            places.append(script.state.place)
            if script.state.place == .quotations { #expect(script.state.quotations.selected == 2) }
        }
        #expect(places == [.people, .article, .quotations, .list])
    }

    @Test func theSameKeyLeavesTheListThatItOpened() throws {
        let script = try Script(120, 24, Articles.three())
        #expect(script.pressing("PP").state.place == .list)
        #expect(script.pressing("<enter>QQ").state.place == .article)
    }

    @Test func goingRoundAndRoundRemembersOnlySoMuch() throws {
        var script = try Script(120, 24, Articles.three()).pressing("Q")
        for _ in 0..<100 { script.press("<enter>PQP<enter>") }
        #expect(script.state.stations.count <= 16)
    }
}
