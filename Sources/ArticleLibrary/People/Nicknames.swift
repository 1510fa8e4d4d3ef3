/// Short forms of given names that do not begin as the formal name does, or by which two formal names are told apart.
enum Nicknames {
    /// The formal given name of a short one; any other name as it is.
    static func formal(_ name: [UInt8]) -> [UInt8] { table[name] ?? name }

    private static let table: [[UInt8]: [UInt8]] = {
        let lines = """
            william bill billy will willy
            robert bob bobby rob robbie
            richard dick rick ricky rich
            james jim jimmy jamie
            john jack johnny
            joseph joe joey
            edward ed eddie ted teddy ned
            thomas tom tommy
            michael mike mick mickey
            anthony tony
            charles charlie chuck
            elizabeth liz lizzie beth betty betsy
            margaret maggie meg peggy
            katherine kate kathy katie kathryn catherine
            stephen steve steven
            david dave
            daniel dan danny
            samuel sam sammy
            benjamin ben benny
            matthew matt
            christopher chris kit
            andrew andy drew
            nicholas nick nicky
            gregory greg
            lawrence larry laurence
            henry harry hank
            ronald ron ronnie
            donald don donnie
            kenneth ken kenny
            timothy tim
            patrick pat paddy
            peter pete
            raymond ray
            gerald gerry
            frederick fred freddie
            theodore theo
            deborah debbie deb
            susan sue susie
            jennifer jen jenny
            rebecca becky
            victoria vicky
            patricia patty
            barbara barb
            alexander aleksandr alexandr aliaksandr oleksandr
            vladimir volodymyr uladzimir
            sergei serhiy sergey siarhei serhii
            mikhail mykhailo mikhailo
            dmitry dmytro dmitri dzmitry
            muhammad mohammed mohamed mohammad muhammed mohamad
            yusuf youssef yousef yousuf
            ahmed ahmad
            hussein hussain husain hossein
            """
        var table: [[UInt8]: [UInt8]] = [:]
        for line in lines.split(separator: "\n") {
            let names = line.split(separator: " ").map { Array($0.utf8) }
            for name in names.dropFirst() { table[name] = names[0] }
        }
        return table
    }()
}
