import Query
import TestSupport
import Testing

/// Whatever filter there is, what it prints is read as this filter.
@Suite struct RoundTripTests {
    @Test func whatIsPrintedIsReadAsTheSame() throws {
        var trees = Trees(random: SplitMix(seed: 11))
        var sizes: Set<Int> = []
        for _ in 0..<Soak.rounds(short: 4_000, long: 400_000) {
            let filter = trees.filter()
            let printed = filter.description
            sizes.insert(printed.utf8.count)
            #expect(try Filter(parsing: printed) == filter, "\(printed)")
            #expect(try Filter(parsing: printed, whileTyping: true) == filter, "\(printed)")
        }
        #expect(sizes.count > 100)
    }

    /// Random filters in the one form that a tree has.
    private struct Trees {
        var random: SplitMix

        static let texts = [
            "peace", "OR", "and", "NOT", "Ana Ruiz", "@home", "-minus", "a:b", "10:30", "said:", "(x)", "a\"b", "“c”", "e*",
            "*f", "Ünïcödé", "東京", "x\u{0}y", "tab\tbed", "new\nline", "👩‍👩‍👧 a", "—x", "a\\b", "'q'", "co\u{301}rdoba",
        ]

        mutating func number(_ limit: Int) -> Int { Int(random.next() % UInt64(limit)) }

        mutating func filter() -> Filter {
            let condition = number(20) == 0 ? nil : condition(depth: number(5))
            let keys = ListOrder.Key.allCases
            let order = number(3) > 0 ? nil : ListOrder(keys[number(keys.count)], isReversed: number(2) == 0)
            return Filter(condition, order: order)
        }

        mutating func condition(depth: Int) -> Condition {
            switch number(depth > 0 ? 8 : 5) {
            case 0: return .published(span())
            case 1: return .state(ReadingState.allCases[number(ReadingState.allCases.count)])
            case 2 where number(2) == 0: return .hasQuotation
            case 5: return condition(depth: depth - 1).negated
            case 6: return .joined(list(depth)) ?? .hasQuotation
            case 7: return .either(list(depth)) ?? .hasQuotation
            default:
                let field = Field.allCases[number(Field.allCases.count)]
                return .words(field, Words(Self.texts[number(Self.texts.count)], isPrefix: number(2) == 0))
            }
        }

        mutating func list(_ depth: Int) -> [Condition] { (0..<2 + number(3)).map { _ in condition(depth: depth - 1) } }

        mutating func span() -> DateSpan {
            switch number(4) {
            case 0: return .after(period())
            case 1: return .before(period())
            case 2: return .last(number(10_000), DateSpan.Unit.allCases[number(4)])
            default:
                let (from, to) = (number(3) > 0 ? period() : nil, number(3) > 0 ? period() : nil)
                guard let from, let to else {
                    return from == nil && to == nil ? .within(period()) : .range(from: from, to: to)
                }
                if case .date(let one) = from, case .date(let two) = to, one.firstDay > two.lastDay {
                    return .range(from: to, to: from)
                }
                return .range(from: from, to: to)
            }
        }

        mutating func period() -> CalendarPeriod {
            switch number(3) {
            case 0: return .word(DateWord.allCases[number(DateWord.allCases.count)])
            case 1: return .month(MonthName.all[number(12)])
            default:
                let month = number(2) == 0 ? 1 + number(12) : nil
                let day = month != nil && number(2) == 0 ? 1 + number(28) : nil
                return CalendarDate(year: 1 + number(9_999), month: month, day: day).map { .date($0) } ?? .word(.today)
            }
        }
    }
}
