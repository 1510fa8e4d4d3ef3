import CZstd
import Synchronization

/// Packs bytes by Zstandard (RFC 8878) behind others that are at hand when they are unpacked, and unpacks them. Packing takes some
/// microseconds for each KB, unpacking a quarter of that.
enum Zstandard {
    /// What stands before the bytes without being packed.
    enum Known {
        case commonWords
        case bytes(UnsafeBufferPointer<UInt8>)
    }

    /// The quickest of its ways that makes a text half as long.
    private static let level: Int32 = 1
    /// What each of its frames begins with; left out.
    private static let magic: [UInt8] = [0x28, 0xB5, 0x2F, 0xFD]
    /// A block of three bytes and one stands for no more than this: https://www.rfc-editor.org/rfc/rfc8878#name-blocks
    private static let mostGrowth = 1 << 17
    /// A frame says in so many bytes at most how long it is.
    private static let mostHeader = 14

    /// The mark and, behind it, these bytes packed; nil where that is no shorter.
    static func pack(_ bytes: UnsafeBufferPointer<UInt8>, behind known: Known, mark: UInt8) -> [UInt8]? {
        let saved = magic.count - 1
        let packed = packers.withOne { context in
            // What is no shorter packed does not fit.
            [UInt8](unsafeUninitializedCapacity: bytes.count + saved) { room, used in
                used = 0
                // After what did not fit it would not begin anew by itself.
                ZSTD_CCtx_reset(context, ZSTD_reset_session_only)
                let code =
                    switch known {
                    case .commonWords: ZSTD_CCtx_refCDict(context, OpaquePointer(bitPattern: packingWords))
                    case .bytes(let known): ZSTD_CCtx_refPrefix(context, known.baseAddress, known.count)
                    }
                guard ZSTD_isError(code) == 0, let start = room.baseAddress else { return }
                let size = ZSTD_compress2(context, start, room.count, bytes.baseAddress, bytes.count)
                guard ZSTD_isError(size) == 0, size > magic.count else { return }
                start.update(from: start + saved, count: size - saved)
                start.update(repeating: mark, count: 1)
                used = size - saved
            }
        }
        guard let packed, !packed.isEmpty, packed.count < bytes.count else { return nil }
        return packed
    }

    /// The bytes that were packed, behind a mark.
    static func unpack(_ packed: some Collection<UInt8>, behind known: Known) throws(DamagedBytes) -> [UInt8] {
        let frame = magic + packed.dropFirst()
        guard let count = size(ofFrame: frame), count / mostGrowth <= frame.count else { throw DamagedBytes() }
        var isWhole = false
        let bytes = unpackers.withOne { context in
            [UInt8](unsafeUninitializedCapacity: count) { room, used in
                let code =
                    switch known {
                    case .commonWords: ZSTD_DCtx_refDDict(context, OpaquePointer(bitPattern: unpackingWords))
                    case .bytes(let known): ZSTD_DCtx_refPrefix(context, known.baseAddress, known.count)
                    }
                let size = ZSTD_decompressDCtx(context, room.baseAddress, count, frame, frame.count)
                isWhole = ZSTD_isError(code) == 0 && ZSTD_isError(size) == 0 && size == count
                used = isWhole ? count : 0
            }
        }
        guard let bytes, isWhole else { throw DamagedBytes() }
        return bytes
    }

    /// How many bytes were packed; nil for what is damaged.
    static func size(_ packed: some Collection<UInt8>) -> Int? {
        size(ofFrame: magic + packed.dropFirst().prefix(mostHeader))
    }

    private static func size(ofFrame frame: [UInt8]) -> Int? {
        // Above are its two signs for what it does not know.
        Int(exactly: ZSTD_getFrameContentSize(frame, frame.count))
    }

    // MARK: What is kept

    /// ``CommonWords`` made ready, for as long as the process lasts.
    private static let packingWords = UInt(
        bitPattern: CommonWords.bytes.withUnsafeBufferPointer { ZSTD_createCDict($0.baseAddress, $0.count, level) })
    private static let unpackingWords = UInt(
        bitPattern: CommonWords.bytes.withUnsafeBufferPointer { ZSTD_createDDict($0.baseAddress, $0.count) })

    private static let packers = Contexts {
        let context = ZSTD_createCCtx()
        ZSTD_CCtx_setParameter(context, ZSTD_c_compressionLevel, level)
        return context
    }
    private static let unpackers = Contexts { ZSTD_createDCtx() }
}

/// The coder's rooms to work in, each for one call at a time. Making one takes as long as packing a text does, so they are kept: there
/// are as many as were ever needed at once.
private final class Contexts: Sendable {
    /// Those that nobody uses, by their addresses.
    private let idle = Mutex<[UInt]>([])
    private let make: @Sendable () -> OpaquePointer?

    init(_ make: @escaping @Sendable () -> OpaquePointer?) { self.make = make }

    /// Nil where there is no memory.
    func withOne<T>(_ body: (OpaquePointer) -> T) -> T? {
        let kept = idle.withLock { $0.popLast() }
        guard let context = kept.flatMap({ OpaquePointer(bitPattern: $0) }) ?? make() else { return nil }
        defer { idle.withLock { $0.append(UInt(bitPattern: context)) } }
        return body(context)
    }
}
