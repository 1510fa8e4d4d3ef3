import DocumentModel
import Query

/// What may be typed next in a filter, and filters kept under names.
extension ReaderState {
    /// How many saved filters have keys: 1 to 9.
    static var savedKeys: Int { 9 }

    /// Asks what may stand at the cursor of the filter being typed.
    mutating func askForCompletion() {
        guard case .prompt(var prompt) = overlay else { return }
        prompt.completion = nil
        prompt.completionAsked = nextGeneration()
        overlay = .prompt(prompt)
        effects.append(
            .complete(prompt.editor.text, caret: prompt.editor.utf8Cursor, generation: prompt.completionAsked))
    }

    mutating func takeCompletion(_ completion: FilterCompletion, generation: Int) {
        guard case .prompt(var prompt) = overlay, prompt.completionAsked == generation else { return }
        prompt.completion = FilterPrompt.Completion(found: completion, of: prompt.editor.text)
        overlay = .prompt(prompt)
        if prompt.wantsCompletion {
            prompt.wantsCompletion = false
            overlay = .prompt(prompt)
            complete(1)
        }
    }

    /// Puts the next, or an earlier, candidate into the line.
    mutating func complete(_ step: Int) {
        guard case .prompt(var prompt) = overlay else { return }
        guard var completion = prompt.completion else {
            // The answer is under way.
            prompt.wantsCompletion = true
            overlay = .prompt(prompt)
            askForCompletion()
            return
        }
        let candidates = completion.found.candidates
        guard !candidates.isEmpty else { return }
        let chosen =
            completion.chosen.map { ($0 + step + candidates.count) % candidates.count }
            ?? (step > 0 ? 0 : candidates.count - 1)
        completion.chosen = chosen
        let candidate = candidates[chosen]
        let goesOn = candidate.text.hasSuffix(":")
        var asked = completion
        asked.isShown = true
        edit { $0.replace(completion.found.range, of: completion.text, with: candidate.text + (goesOn ? "" : " ")) }
        // Editing has asked anew; the candidates stay to be gone through, unless the only one opens a field.
        guard !(goesOn && candidates.count == 1), case .prompt(var edited) = overlay else { return }
        edited.completion = asked
        edited.completionAsked = nextGeneration()
        overlay = .prompt(edited)
    }

    // MARK: Saved filters

    /// Lets the reader type a name for the filter in force.
    mutating func openSave() {
        guard !filterText.isEmpty else {
            messages.answer("There is no filter to save\(keyName(.filter).map { "; \($0) types one" } ?? "").")
            return
        }
        overlay = .line(LinePrompt(purpose: .save, editor: LineEditor("", history: [])))
    }

    /// Keeps the filter in force under a name; an empty one keeps nothing.
    mutating func save(as name: String) {
        let name = name.trimmingSpaces
        guard !name.isEmpty else { return }
        guard SavedFilters.isName(name) else {
            messages.answer("A name has letters, digits, - and _ alone.")
            return
        }
        effects.append(.saveFilter(filterText, as: name))
        savedFilters = SavedFilters(savedFilters.entries + [SavedFilters.Entry(name: name, text: filterText)])
        messages.answer("Saved; @\(name) stands for it in any filter.")
    }

    /// Filters by the saved filter of a number.
    mutating func applySaved(_ letter: Character) {
        guard let number = letter.wholeNumberValue, savedFilters.entries.indices.contains(number - 1) else {
            let none = savedFilters.entries.isEmpty
            let save = keyName(.saveFilter) ?? "save-filter"
            messages.answer(
                none ? "No filter is saved; \(save) saves the one in force." : "There is no saved filter \(letter).")
            return
        }
        let entry = savedFilters.entries[number - 1]
        switch FilterText.parse("@" + entry.name, saved: savedFilters) {
        case .failure(let mistake): messages.answer("@\(entry.name): \(mistake.message)")
        case .success(let parsed):
            let way = side == .articles ? nil : leaveForArticles(station)
            focus = .list
            filters.append(
                FilterStep(text: "@" + entry.name, filter: parsed, isPerson: false, before: list, way: way))
            lit = LitWords(of: parsed)
            askForList(goingToTop: true)
        }
    }
}
