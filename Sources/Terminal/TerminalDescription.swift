import CNcurses
import Glibc
import Screen

/// What terminfo says of a terminal, copied out of ncurses: flags, numbers and strings by capability name.
struct TerminalDescription: Equatable {
    /// The terminal's name, as `TERM` has it.
    var name: String
    /// The flags that are set.
    var flags: Set<String> = []
    /// The numbers that are given.
    var numbers: [String: Int32] = [:]
    /// The strings that are given, as terminfo's parametrised byte strings.
    var strings: [String: [UInt8]] = [:]

    /// The description of a terminal that nothing is known of.
    init(name: String) { self.name = name }

    /// What terminfo has under a name, for a terminal open on `descriptor`.
    init(name: String, descriptor: CInt) throws(TerminalError) {
        if name.isEmpty { throw .unnamedTerminal }
        self.init(name: name)
        var status: CInt = 0
        let found = setupterm(name, descriptor, &status)
        // 1 with an error means a hardcopy or generic terminal.
        guard found == 0 else { throw status == 1 ? .incapableTerminal(name) : .unknownTerminal(name) }
        defer { terminfo_forget() }
        for index in 0..<terminfo_flag_count where tigetflag(terminfo_flag_name(index)) > 0 {
            flags.insert(String(cString: terminfo_flag_name(index)))
        }
        for flag in ["AX", "RGB"] where tigetflag(flag) > 0 { flags.insert(flag) }
        for index in 0..<terminfo_number_count {
            let value = tigetnum(terminfo_number_name(index))
            if value >= 0 { numbers[String(cString: terminfo_number_name(index))] = value }
        }
        let names = (0..<terminfo_string_count).map { String(cString: terminfo_string_name($0)) }
        for capability in names + ["smxx"] {
            guard let value = terminfo_string(capability) else { continue }
            strings[capability] = Array(
                UnsafeBufferPointer(start: value, count: strlen(value)).map(UInt8.init(bitPattern:)))
        }
        guard strings["cup"] != nil else { throw .incapableTerminal(name) }
    }
}

extension TerminalDescription {
    /// Whether its sequences are those of ECMA-48.
    var isANSI: Bool { strings["bold"] == Array("\u{1B}[1m".utf8) && strings["sgr0"]?.suffix(2) == Array("[m".utf8)[...] }

    /// Whether it may be asked questions: it takes those of xterm for what they are, even where it has no answer. The Linux
    /// console shows parts of some.
    var answers: Bool { isANSI && name != "linux" && !name.hasPrefix("linux-") && !name.hasPrefix("vt") }

    /// How many colours to use: what is wished, else what the environment says, else what terminfo says.
    ///
    /// `NO_COLOR` (no-color.org) with any value but the empty one means none. `COLORTERM` tells of true colour, which
    /// terminfo's entries mostly hide; where it came through a program that does not know it (GNU screen, the Linux
    /// console) it does not count.
    func colorDepth(wished: ColorDepth?, environment: [String: String]) -> ColorDepth {
        if let wished { return wished }
        if environment["NO_COLOR", default: ""] != "" { return .none }
        let colors = numbers["colors"] ?? 0
        let passesTrueColor =
            colors >= 8 && name != "linux" && !(name.hasPrefix("screen") && environment["TMUX", default: ""] == "")
        if passesTrueColor, ["truecolor", "24bit"].contains(environment["COLORTERM"]) { return .trueColor }
        switch colors {
        case 0x1000000...: return .trueColor
        case 256...: return .indexed256
        case 16...: return .sixteen
        case 8...: return .eight
        default: return .none
        }
    }

    /// This terminal as the program uses it: with so many colours, and without what the program does otherwise or not.
    func adapted(to depth: ColorDepth) -> TerminalDescription {
        var entry = self
        let own = Int(numbers["colors"] ?? 0)
        entry.flags.remove("RGB")
        entry.numbers["colors"] = nil
        entry.numbers["pairs"] = nil
        if depth != .none {
            let count = depth == .trueColor ? 0x1000000 : depth.paletteCount
            entry.numbers["colors"] = Int32(count)
            entry.numbers["pairs"] = 0x7FFF
            if count != own || strings["setaf"] == nil || strings["setab"] == nil || depth == .trueColor {
                (entry.strings["setaf"], entry.strings["setab"]) = (
                    Self.setColor("3", "9", depth), Self.setColor("4", "10", depth)
                )
            }
            if depth == .trueColor { entry.flags.insert("RGB") }
            let standardColors = Array("\u{1B}[39;49m".utf8)
            let ownPair = entry.strings["op"] ?? standardColors
            entry.strings["op"] = ownPair
            if ownPair == standardColors { entry.flags.insert("AX") }
        }
        // No palette of ours is ever set, so none is reset: "oc" would throw away the one a person chose.
        for capability in ["oc", "initc", "initp"] { entry.strings[capability] = nil }
        entry.flags.remove("ccc")
        // Many a terminal that calls itself xterm does not know REP. The mouse is read by InputDecoder. What "smm" asks for
        // would turn keys with Alt into single bytes.
        for capability in ["rep", "kmous", "smm", "rmm"] { entry.strings[capability] = nil }
        if isANSI {
            // Single sequences are shorter than "sgr", which sets all anew with each change. No alternate character set is
            // used, so nothing has to end it. What ncurses calls invisible, which nothing here is, strikes through.
            entry.strings["sgr"] = nil
            entry.strings["sgr0"] = Array("\u{1B}[m".utf8)
            for capability in ["smacs", "rmacs", "acsc", "enacs"] { entry.strings[capability] = nil }
            entry.strings["invis"] = strings["smxx"]
        } else {
            entry.strings["invis"] = nil
        }
        entry.strings["smxx"] = nil
        return entry
    }

    /// Sets one of the two colours: 8 by `normal`, 8 bright ones by `bright`, the others by xterm's extended forms.
    private static func setColor(_ normal: String, _ bright: String, _ depth: ColorDepth) -> [UInt8] {
        let ground = normal == "3" ? "38" : "48"
        let eight = "\(normal)%p1%d"
        let sixteen = "%?%p1%{8}%<%t\(eight)%e\(bright)%p1%{8}%-%d%;"
        let body =
            switch depth {
            case .none, .eight: eight
            case .sixteen: sixteen
            case .indexed256: "%?%p1%{8}%<%t\(eight)%e%p1%{16}%<%t\(bright)%p1%{8}%-%d%e\(ground);5;%p1%d%;"
            case .trueColor:
                "%?%p1%{8}%<%t\(eight)%e%p1%{16}%<%t\(bright)%p1%{8}%-%d%e\(ground);2;"
                    + "%p1%{65536}%/%d;%p1%{256}%/%{255}%&%d;%p1%{255}%&%d%;"
            }
        return Array("\u{1B}[\(body)m".utf8)
    }
}
