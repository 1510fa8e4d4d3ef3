import ArticleImport
import Foundation

/// Paths as the command line gave them, byte for byte: arguments that are no UTF-8 were mended on their way to a `String`.
func sourcePaths(_ arguments: [String]) -> [SourcePath] {
    var bytes: [String: [UInt8]] = [:]
    for index in 0..<Int(CommandLine.argc) {
        guard let argument = CommandLine.unsafeArgv[index] else { continue }
        let raw = UnsafeRawBufferPointer(start: argument, count: strlen(argument))
        bytes[String(decoding: raw, as: UTF8.self)] = Array(raw)
    }
    return arguments.map { SourcePath(bytes: bytes[$0] ?? Array($0.utf8)) }
}
