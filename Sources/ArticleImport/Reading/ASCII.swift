extension UInt8 {
    /// Space, tab, line feed, vertical tab, form feed, carriage return.
    var isASCIIWhiteSpace: Bool { self == 0x20 || 0x09...0x0D ~= self }
    var isASCIIDigit: Bool { 0x30...0x39 ~= self }
    var isASCIIUppercase: Bool { 0x41...0x5A ~= self }
    var isASCIILowercase: Bool { 0x61...0x7A ~= self }
    /// A letter or digit, or a byte of a character beyond ASCII.
    var isWordByte: Bool { isASCIIDigit || isASCIIUppercase || isASCIILowercase || self >= 0x80 }
    var asciiLowercased: UInt8 { isASCIIUppercase ? self | 0x20 : self }
    var asciiUppercased: UInt8 { isASCIILowercase ? self & ~0x20 : self }
}
