public import CEnglishModel

/// Asks the processor to fetch the memory at an address, which is to be read soon: many requests are under way at once, and
/// nobody waits for them.
@inlinable
@inline(__always)
public func prefetch(_ address: UnsafeRawPointer) { english_prefetch(address) }
