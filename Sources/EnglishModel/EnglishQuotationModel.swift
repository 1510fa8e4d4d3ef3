import CEnglishModel

/// The learned parameters for quotations, in read-only memory; what they mean knows the annotator.
public enum EnglishQuotationModel {
    /// The file's bytes; they live as long as the program. Empty where the program was built without.
    public static var bytes: UnsafeRawBufferPointer {
        let file = english_quotation_model()
        return UnsafeRawBufferPointer(start: file.bytes, count: file.count)
    }
}
