/// What makes it hard to say who is who, in articles written for it. A group is a small world; names of different groups are
/// different people.
enum HardPeople {
    static let groups: [[String]] = [
        namesakes, threeOfAName, fatherAndSon, married, transliterated, familyFirst, slips, initials, titlesAndSingles,
        blogs,
        crowdedFamily, changedTrades, bothFamilyNames, nicknames,
    ]

    /// A footballer and a minister.
    private static let namesakes = [
        "Finance Minister [Daniel Brandt^minister] told [=Tarn Parliament] that the deficit would shrink. [Brandt=Daniel Brandt^minister] spoke for an hour with [Ilse Vonk^vonk] at his side.",
        "[=Rovers United] have signed the striker [Daniel Brandt^striker] from [=Harbour Athletic] for two seasons, the coach [Pat Dooley^dooley] said.",
        "[Daniel Brandt^striker], a striker, scored twice for [=Rovers United]. [Brandt=Daniel Brandt^striker] thanked [Pat Dooley^dooley].",
        "[Ilse Vonk^vonk] will follow [Daniel Brandt^minister] if the minister resigns, [=Tarn Parliament] heard.",
        "Talks on the budget began on Monday between [Ilse Vonk^vonk] and [Daniel Brandt^minister] in [=Tarn Parliament].",
        "[Pat Dooley^dooley] left [Daniel Brandt^striker] on the bench when [=Harbour Athletic] came.",
        "The minister [Daniel Brandt^minister] has never played football, he said, but he knows what a deficit is.",
        "[Brandt^minister] and [Ilse Vonk^vonk] signed the budget in [=Tarn Parliament].",
        "[=Rovers United] won without [Brandt^striker], whom [Pat Dooley^dooley] rested.",
    ]

    /// A surgeon, a singer, a police officer.
    private static let threeOfAName = [
        "The surgeon [Maria Costa^surgeon] operated for nine hours at [=Saint Roch Hospital] with [Paul Vidal^vidal].",
        "The singer [Maria Costa^singer] opens the [=Riverside Festival] with the pianist [Luca Moretti^moretti].",
        "Inspector [Maria Costa^inspector] leads the inquiry into the thefts at [=Old Mint Museum]. The detective [Nora Falk^falk] assists.",
        "[Luca Moretti^moretti] wrote the songs that [Maria Costa^singer] will sing.",
        "[Maria Costa^surgeon] and [Paul Vidal^vidal] published the results at [=Saint Roch Hospital].",
        "[Nora Falk^falk] said that [Maria Costa^inspector] had found the frame but not the painting of [=Old Mint Museum].",
        "“I sing what I cannot say,” says [Maria Costa^singer], a singer who hates the word soul.",
        "Patients waited for [Maria Costa^surgeon], a surgeon at [=Saint Roch Hospital], into the night.",
    ]

    private static let fatherAndSon = [
        "Senator [Walter Quill Jr.^son] announced his candidacy in [@Fairmouth], as [Bea Olsen^olsen] had hoped.",
        "The boxer [Walter Quill Sr.^father] won eleven fights before the war; his trainer was [Abe Lund^lund].",
        "[Walter Quill Jr.^son], a senator, and [Bea Olsen^olsen] voted against the bill.",
        "[Abe Lund^lund] remembered [Walter Quill Sr.^father] as a boxer who read poetry between rounds.",
        "A statue of [Walter Quill Sr.^father] stands in front of the hall where [Abe Lund^lund] taught.",
        "[Bea Olsen^olsen] introduced [Walter Quill Jr.^son] in [@Fairmouth].",
    ]

    private static let married = [
        "The skier [Hanna Berg^hanna] won in [@Valdor] for [=Ski Club Nord], her coach [Reto Zurfluh^zurfluh] said.",
        "[Hanna Berg^hanna] and [Reto Zurfluh^zurfluh] train on the glacier.",
        "[Hanna Berg Solheim^hanna], who married in May, returned to [=Ski Club Nord] with [Reto Zurfluh^zurfluh].",
        "[Hanna Solheim^hanna], until May [Hanna Berg Solheim=Hanna Solheim^hanna], is third in the standings, [Reto Zurfluh^zurfluh] said.",
        "[Hanna Solheim^hanna], a skier, fell at the last gate.",
        "[Reto Zurfluh^zurfluh] praised [Hanna Berg-Solheim^hanna].",
    ]

    private static let transliterated = [
        "President [Vladimir Zelenko^z] met [Aleksandr Morozov^m] in [@Karsk].",
        "President [Volodymyr Zelenko^z] rejected the plan of [Alexander Morozov^m].",
        "[Aliaksandr Morozov^m], the foreign minister, flew home from [@Karsk].",
        "[Mohammed Hussein^h] of [=Gulf Shipping] spoke to [Alexander Morozov^m].",
        "[Muhammad Hussain^h] said that [=Gulf Shipping] had lost two ships.",
        "[Dmitry Zhukovsky^d] wrote the report; [Dmytro Zhukovskyy^d] signed it, it says in [@Karsk].",
        "[Dmitri Zhukovski^d], a general, was there.",
        "[Zelenko^z] spoke last.",
    ]

    private static let familyFirst = [
        "[Kim Seo Jun^kim], a designer at [=Hanok Motors], drew the car.",
        "[Seo Jun Kim^kim] left [=Hanok Motors].",
        "[Kim Seo-jun^kim] now teaches; [Kim Tae Ho^other] took the place at [=Hanok Motors].",
        "[Zhang Wei Lan^zhang], an engineer, and [Tran Bao^tran] built the bridge in [@Dalat].",
        "[Weilan Zhang^zhang] and [Bao Tran^tran] were praised in [@Dalat].",
        "[Tran Bao^tran], an engineer, has retired.",
    ]

    private static let slips = [
        "[Konstantin Waldburg^w] owns [=Waldburg Brewery] and half of [@Altdorf].",
        "[Konstantin Waldburg^w] sold [=Waldburg Brewery] to [Sofia Marchetti^s].",
        "[Konstantin Waldberg^w], owner of [=Waldburg Brewery], declined to comment.",
        "[Konstanin Waldburg^w] of [=Waldburg Brewery] met [Sofia Marchetti^s].",
        "[Sofia Marchetti^s] will keep the name of [=Waldburg Brewery].",
        "[Sofia Marcheti^s] closed [=Waldburg Brewery] in [@Altdorf].",
        // Nearly the same, and somebody else.
        "[Konstantin Waldbart^other], a cellist, played in [@Vienna].",
    ]

    private static let initials = [
        "[Robert Farrow^robert], a geologist at [=Basalt Survey], warned of a landslide in [@Morgan Valley].",
        "[R. Farrow^robert] of [=Basalt Survey] drew the map of [@Morgan Valley].",
        "[Rosa Farrow^rosa], a cellist, toured with the [=Meridian Quartet].",
        "[R. Farrow^rosa] played for the [=Meridian Quartet] that night.",
        "[Rosa Farrow^rosa] joined the [=Meridian Quartet] as a student.",
        "[T. Nwosu^nwosu] signed the lease.",
        "[Thandi Nwosu^nwosu] paid the rent.",
        "[John A. Pell^johna], a judge, sat with [Clive Rowe^rowe].",
        "[John B. Pell^johnb], a golfer, won by [@Loch Arran].",
    ]

    private static let titlesAndSingles = [
        "Prime Minister [Agnes Thorvald^t] called an election. [Thorvald=Agnes Thorvald^t] will stand again.",
        "The prime minister was silent. [Thorvald^t] had spoken on Sunday.",
        "Mr. [Ekwueme^e] of the port authority said nothing.",
        "[Chidi Ekwueme^e] runs the port authority.",
        "Prime Minister [Thorvald^t] and [Chidi Ekwueme^e] opened the pier.",
        "[Agnes Thorvald^t] lost.",
    ]

    private static let blogs = [
        "[Zelda^zelda] has done it again: the new track with [Mo Farid^mo] is out on [=Bent Records].",
        "[Zelda Quint^zelda], a singer, signed with [=Bent Records], and [Mo Farid^mo] produces.",
        "[Zelda^zelda] and [Mo Farid^mo], live at last for [=Bent Records]!",
        "My cat is called [Zelda^cat] and sleeps on the radiator.",
        "[Zelda Quint^zelda] won the prize of [=Bent Records].",
    ]

    private static let crowdedFamily = [
        "[Ann Walsh^ann], a baker, opened a shop on [@Canal Street].",
        "[Ben Walsh^ben], a jockey, rode for [=Dunmore Stables].",
        "[Cora Walsh^cora], a lawyer, defended [Ned Hale^ned].",
        "[Walsh^ben] fell at the third fence; [=Dunmore Stables] withdrew the horse.",
        "[Walsh^cora] asked for an acquittal of [Ned Hale^ned].",
        "Bread from [Walsh^ann] sells out by nine on [@Canal Street].",
        "[Ben Walsh^ben] will ride again for [=Dunmore Stables].",
        "[Ann Walsh^ann] bakes rye on [@Canal Street].",
    ]

    /// One person in two trades, which articles tell.
    private static let changedTrades = [
        "[Viggo Strand^v], a goalkeeper for [=Rovers North], saved a penalty.",
        "The former goalkeeper [Viggo Strand^v], now a senator, spoke of [=Rovers North].",
        "Senator [Viggo Strand^v] voted with [Mina Aas^mina].",
        "[Mina Aas^mina] and [Viggo Strand^v] tabled the bill.",
        "[Viggo Strand^v] kept goal for [=Rovers North] for ten years.",
    ]

    private static let bothFamilyNames = [
        "[Lucia Ortega^l], mayor of [@San Telmo], opened the market with [Diego Paz^d].",
        "[Lucia Ortega Ruiz^l], the mayor, and [Diego Paz^d] closed it.",
        "[Diego Paz Molina^d] is the treasurer of [@San Telmo], said [Lucia Ortega^l].",
        "Mayor [Lucia Ortega^l] resigned.",
    ]

    private static let nicknames = [
        "[William Hartnell^w] leads [=Coastal Rail].",
        "[Bill Hartnell^w] of [=Coastal Rail] rides the train to work.",
        "[Benjamin Aldous^b], a chef, cooks at [=The Anchor].",
        "[Ben Aldous^b] has left [=The Anchor].",
        "[Elizabeth Crane^e], a historian, met [Liz Crane=Elizabeth Crane^e]'s own past.",
        "[Liz Crane^e] writes on lighthouses.",
        "[Thomas Aldous^t], no relation, is a plumber.",
    ]
}
