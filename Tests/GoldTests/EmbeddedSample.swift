import CEmbedded
import Foundation

/// A sample article as it lies in the binary.
struct EmbeddedSample {
    var name: String
    var bytes: [UInt8]

    static let all: [EmbeddedSample] = {
        var count = 0
        let first = embedded_samples(&count)
        return UnsafeBufferPointer(start: first, count: count).map { file in
            EmbeddedSample(
                name: String(cString: file.name), bytes: Array(UnsafeBufferPointer(start: file.bytes, count: file.count)))
        }
    }()

    /// The folder of the samples in the source tree.
    static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "Sources/CEmbedded/samples")
}
