/// What a file is by its first bytes (as `file` and the freedesktop MIME database know them), where it is no text.
enum FileSignature {
    private struct Signature {
        var at = 0
        var bytes: [UInt8]
        var name: String

        init(_ text: String, at: Int = 0, _ name: String) {
            self.at = at
            bytes = Array(text.utf8)
            self.name = name
        }

        init(_ bytes: [UInt8], at: Int = 0, _ name: String) {
            self.at = at
            self.bytes = bytes
            self.name = name
        }
    }

    /// The more exact ones first.
    private static let signatures: [Signature] = [
        Signature([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], "a PNG image"),
        Signature([0xFF, 0xD8, 0xFF], "a JPEG image"),
        Signature("GIF87a", "a GIF image"),
        Signature("GIF89a", "a GIF image"),
        Signature("WEBPVP8", at: 8, "a WebP image"),
        Signature([0x49, 0x49, 0x2A, 0x00], "a TIFF image"),
        Signature([0x4D, 0x4D, 0x00, 0x2A], "a TIFF image"),
        Signature("%PDF-", "a PDF document"),
        Signature("{\\rtf", "an RTF document"),
        Signature([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], "an old Word or Excel document"),
        Signature("mimetypeapplication/epub+zip", at: 30, "an EPUB book"),
        Signature("mimetypeapplication/vnd.oasis.opendocument", at: 30, "an OpenDocument file"),
        Signature("[Content_Types].xml", at: 30, "a Word or Excel document"),
        Signature([0x50, 0x4B, 0x03, 0x04], "a zip archive"),
        Signature([0x50, 0x4B, 0x05, 0x06], "a zip archive"),
        Signature([0x1F, 0x8B, 0x08], "gzip data"),
        Signature("BZh", "bzip2 data"),
        Signature([0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00], "xz data"),
        Signature([0x28, 0xB5, 0x2F, 0xFD], "Zstandard data"),
        Signature([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], "a 7-Zip archive"),
        Signature("Rar!\u{1A}\u{07}", "a RAR archive"),
        Signature("ustar", at: 257, "a tar archive"),
        Signature([0x7F, 0x45, 0x4C, 0x46], "an ELF program"),
        Signature("SQLite format 3\0", "an SQLite database"),
        Signature("ftyp", at: 4, "a video or sound file"),
        Signature("OggS", "an Ogg sound file"),
        Signature("fLaC", "a FLAC sound file"),
        Signature("ID3", "an MP3 sound file"),
        Signature("RIFF", "a RIFF sound, video or image file"),
    ]

    /// What the bytes are, with its article; nil where they may be text.
    static func name(of bytes: Span<UInt8>) -> String? {
        for signature in signatures where bytes.has(signature.bytes, at: signature.at) {
            // These begin with letters that a text may begin with as well.
            let isPlain = signature.bytes.allSatisfy { 0x20...0x7E ~= $0 } && signature.at < 30
            if isPlain, signature.name != "a PDF document", signature.name != "an RTF document", !bytes.hasNUL { continue }
            return signature.name
        }
        return markup(bytes)
    }

    /// Markup begins with white space at most, then its first tag.
    private static func markup(_ bytes: Span<UInt8>) -> String? {
        var at = 0
        while at < bytes.count, bytes[at].isASCIIWhiteSpace { at += 1 }
        guard at < bytes.count, bytes[at] == UInt8(ascii: "<") else { return nil }
        if bytes.hasLowercased("<!doctype html", at: at) || bytes.hasLowercased("<html", at: at) { return "an HTML page" }
        if bytes.hasLowercased("<?xml", at: at) { return "an XML document" }
        return nil
    }
}

extension Span<UInt8> {
    fileprivate func has(_ wanted: [UInt8], at: Int) -> Bool {
        guard at + wanted.count <= count else { return false }
        for index in wanted.indices where self[at + index] != wanted[index] { return false }
        return true
    }

    fileprivate func hasLowercased(_ wanted: String, at: Int) -> Bool {
        guard at + wanted.utf8.count <= count else { return false }
        for (index, byte) in wanted.utf8.enumerated() where self[at + index].asciiLowercased != byte { return false }
        return true
    }

    fileprivate var hasNUL: Bool {
        for index in 0..<Swift.min(count, 4096) where self[index] == 0 { return true }
        return false
    }
}
