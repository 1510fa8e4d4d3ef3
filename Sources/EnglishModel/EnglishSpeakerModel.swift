import CEnglishModel

/// The learned parameters for speakers, in read-only memory; what they mean knows the annotator.
public enum EnglishSpeakerModel {
    /// The file's bytes; they live as long as the program. Empty where the program was built without.
    public static var bytes: UnsafeRawBufferPointer {
        let file = english_speaker_model()
        return UnsafeRawBufferPointer(start: file.bytes, count: file.count)
    }
}
