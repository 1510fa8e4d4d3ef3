import Foundation
import GRDB

/// In which quotations of an article somebody is named, as the table of appearances keeps it: the quotations' places in their
/// article, each as its distance from the one before.
enum QuotationOrdinals {
    /// The column for these, ascending; nil for none.
    static func encoded(_ ordinals: some Sequence<Int>) -> [UInt8]? {
        var out = ByteWriter()
        var last = 0
        for ordinal in ordinals {
            out.write(ordinal - last)
            last = ordinal
        }
        return out.bytes.isEmpty ? nil : out.bytes
    }

    /// What a column says. Bytes that nobody wrote give no more than there are of them.
    static func forEach(in column: UnsafeRawBufferPointer, _ body: (Int) -> Void) {
        var (last, gap, shift) = (0, 0, 0)
        for byte in column {
            gap |= Int(byte & 0x7F) << shift
            shift += 7
            guard byte < 0x80 else {
                if shift > 14 { return }
                continue
            }
            last += gap
            guard last < Schema.ordinals else { return }
            body(last)
            (gap, shift) = (0, 0)
        }
    }

    /// What SQL calls for them: `stands_in(topics, quotation)` says whether a quotation, by its number, is one of them.
    static func addFunction(to db: Database) {
        db.add(
            function: DatabaseFunction("stands_in", argumentCount: 2, pure: true) { values in
                guard let topics = Data.fromDatabaseValue(values[0]), let quotation = Int64.fromDatabaseValue(values[1])
                else {
                    return false
                }
                var isOne = false
                let ordinal = Int(quotation & Int64(Schema.ordinals - 1))
                topics.withUnsafeBytes { forEach(in: $0) { if $0 == ordinal { isOne = true } } }
                return isOne
            })
    }
}
