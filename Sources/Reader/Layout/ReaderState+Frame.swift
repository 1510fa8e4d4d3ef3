import Screen

extension ReaderState {
    /// What the screen shows. A frame of 120×40 takes well under a millisecond; the cost does not grow with articles or list.
    public func frame() -> Frame {
        let theme = self.theme
        var frame = Frame(size: size, style: theme[.text], arrangesText: settings.arrangesText)
        guard size.width > 0, size.height > 0 else { return frame }
        let plan = self.plan
        if plan.showsList {
            switch side {
            case .articles: ArticleListRows(state: self, area: plan.list, theme: theme).draw(in: &frame)
            case .people: PeopleRows(state: self, area: plan.list, theme: theme).draw(in: &frame)
            case .quotations: QuotationRows(state: self, area: plan.list, theme: theme).draw(in: &frame)
            }
        }
        if plan.isDivided {
            frame.fill(plan.divider, style: theme[.border], with: plan.divider.size.width == 1 ? "│" : "─")
        }
        var progress: ReadingProgress?
        if plan.isDivided, focus == .list, side == .people {
            if let personPage { PersonPageRows(page: personPage, area: plan.article, theme: theme).draw(in: &frame) }
        } else if plan.showsArticle, var open {
            ArticleRows(state: self, open: open, plan: ArticlePlan(plan.article, settings: settings), theme: theme)
                .draw(in: &frame)
            progress = open.isWhole() ? nil : open.progress()
            if showsWhy, focus == .article { WhyPanel(open, in: plan.article)?.draw(theme, in: &frame) }
        }
        let status =
            plan.status.size.height > 0
            ? plan.status : Area(x: 0, y: max(0, size.height - 1), width: size.width, height: 1)
        StatusRow(state: self, area: status, theme: theme, progress: progress).draw(in: &frame)
        switch overlay {
        case .help(let help): HelpLayout(self).draw(help, state: self, in: &frame)
        case .themes: ThemePickerLayout(self).draw(self, in: &frame)
        case .choices(let choices): ChoiceLayout(choices, in: self).draw(theme, in: &frame)
        case .prompt, .line: break
        case nil: PendingLayout(self)?.draw(self, in: &frame)
        }
        if let cursor = frame.cursor {
            frame.cursor = Position(
                x: max(0, min(cursor.x, size.width - 1)), y: max(0, min(cursor.y, size.height - 1)))
        }
        if settings.plain { PlainLook.apply(to: &frame) }
        return frame
    }
}
