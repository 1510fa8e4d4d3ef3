/// The kinds of named entity. The raw value is the kind's name in JSON.
public enum EntityKind: String, Sendable, Equatable, CaseIterable {
    /// A person.
    case person = "PERSON"
    /// A company, party, authority, outlet or other body.
    case organisation = "ORG"
    /// Any place: countries and cities among them.
    case location = "LOC"
    /// A building, bridge, airport, street.
    case facility = "FACILITY"
    /// A nationality, religion or political group: *Ukrainian*, *Republicans*.
    case group = "NORP"
    /// A thing made: a vehicle, weapon, device, drug.
    case product = "PRODUCT"
    /// A named happening: *the Second World War*, *the G20 summit*.
    case event = "EVENT"
    /// A book, film, song, law.
    case work = "WORK"
    /// Any other name.
    case miscellaneous = "MISC"
    /// A date of the calendar: *November 23*, *Tuesday*; *last week* is none.
    case date = "DATE"
    /// An amount of money.
    case money = "MONEY"
    /// A percentage.
    case percent = "PERCENT"
}
