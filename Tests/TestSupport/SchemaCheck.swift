import Foundation

/// As much of JSON Schema as the contract's schema uses; a keyword that it does not know is a fault.
public struct SchemaCheck {
    let root: [String: Any]

    /// The schema of this text; nil when it is no JSON object.
    public init?(_ schema: String) {
        guard let root = try? JSONSerialization.jsonObject(with: Data(schema.utf8)) as? [String: Any] else { return nil }
        self.root = root
    }

    /// What in a JSON text does not keep to the schema; empty where all does.
    public func faults(in json: some Sequence<UInt8>) -> [String] {
        do {
            return try faults(JSONSerialization.jsonObject(with: Data(json)), root)
        } catch {
            return ["no JSON: \(error)"]
        }
    }

    private func faults(_ value: Any, _ schema: [String: Any], at path: String = "$") -> [String] {
        var faults: [String] = []
        func require(_ holds: Bool, _ fault: String) { if !holds { faults.append("\(path): \(fault)") } }
        let object = value as? [String: Any]
        let array = value as? [Any]
        for (keyword, argument) in schema {
            switch keyword {
            case "$schema", "$id", "$defs", "title", "description": break
            case "$ref":
                let name = (argument as? String ?? "").replacingOccurrences(of: "#/$defs/", with: "")
                faults += self.faults(
                    value, (root["$defs"] as? [String: Any])?[name] as? [String: Any] ?? ["?": 0], at: path)
            case "oneOf":
                let fits = (argument as? [[String: Any]] ?? []).map { self.faults(value, $0, at: path) }
                if !fits.contains(where: \.isEmpty) { faults += fits.min { $0.count < $1.count } ?? [] }
            case "type":
                let names = argument as? [String] ?? [argument as? String ?? ""]
                require(names.contains { has(value, type: $0) }, "is no \(names)")
            case "enum":
                require((argument as? [String] ?? []).contains(value as? String ?? "?"), "\(value) is none of \(argument)")
            case "const": require(value as? Int == argument as? Int, "\(value) is not \(argument)")
            case "required":
                for key in argument as? [String] ?? [] { require(object?[key] != nil, "\(key) is missing") }
            case "properties":
                for (key, schema) in argument as? [String: [String: Any]] ?? [:] {
                    if let member = object?[key] { faults += self.faults(member, schema, at: "\(path).\(key)") }
                }
            case "additionalProperties":
                let known = schema["properties"] as? [String: Any] ?? [:]
                for key in (object ?? [:]).keys { require(known[key] != nil, "\(key) is unknown") }
            case "items":
                guard let schema = argument as? [String: Any] else { break }
                for (index, item) in (array ?? []).enumerated() {
                    faults += self.faults(item, schema, at: "\(path)[\(index)]")
                }
            case "prefixItems":
                require(array?.count == (argument as? [Any])?.count, "has not so many items")
                for (item, schema) in zip(array ?? [], argument as? [[String: Any]] ?? []) {
                    faults += self.faults(item, schema, at: path + "[]")
                }
            case "minItems": if let array { require(array.count >= argument as? Int ?? 0, "has too few items") }
            case "minLength":
                if let text = value as? String { require(text.count >= argument as? Int ?? 0, "is too short") }
            case "minimum": if let number = value as? Double { require(number >= argument as? Double ?? 0, "is too small") }
            case "maximum": if let number = value as? Double { require(number <= argument as? Double ?? 0, "is too large") }
            case "pattern":
                if let text = value as? String {
                    require(
                        text.range(of: argument as? String ?? "?", options: .regularExpression) != nil,
                        "\(text) does not match")
                }
            default: require(false, "unknown keyword \(keyword)")
            }
        }
        return faults
    }

    private func has(_ value: Any, type: String) -> Bool {
        switch type {
        case "object": value is [String: Any]
        case "array": value is [Any]
        case "string": value is String
        case "null": value is NSNull
        case "integer": value is Int
        case "number": value is Double
        default: false
        }
    }
}
