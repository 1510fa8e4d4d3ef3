import Foundation
import TestSupport
import Testing

@Suite("The sample articles and their gold annotation")
struct SampleFilesTests {
    @Test("The binary holds every file of the folder, sorted, byte for byte")
    func tableIsComplete() throws {
        let inFolder = try FileManager.default.contentsOfDirectory(atPath: EmbeddedSample.folder.path)
            .filter { !$0.hasPrefix(".") }.sorted()
        #expect(EmbeddedSample.all.map(\.name) == inFolder)
        for sample in EmbeddedSample.all {
            let file = try Data(contentsOf: EmbeddedSample.folder.appending(path: sample.name))
            #expect(sample.bytes == Array(file), "\(sample.name)")
        }
    }

    @Test("Every sample has its gold annotation, and every annotation its sample")
    func everySampleIsAnnotated() throws {
        #expect(try GoldSet.samples.names() == EmbeddedSample.all.map(\.name))
        #expect(EmbeddedSample.all.count >= 14)
    }

    @Test("Without its tags a gold file is the sample, byte for byte", arguments: EmbeddedSample.all.map(\.name))
    func goldWithoutTagsIsTheSample(_ name: String) throws {
        let sample = try #require(EmbeddedSample.all.first { $0.name == name })
        #expect(try Array(GoldSet.samples.article(name).file.utf8) == sample.bytes)
    }
}
