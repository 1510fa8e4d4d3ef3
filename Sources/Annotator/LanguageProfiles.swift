/// The commonest small words of languages in Latin script, English first.
enum LanguageProfiles {
    static let all: [(code: String, words: String)] = [
        (
            "en",
            "the of and to in a is that for it was on with as he be by at his from are this have not but had they said will has were she who been would their which an when there if more"
        ),
        (
            "de",
            "der die das und ist in den von zu mit sich des auf für nicht ein eine als auch es an werden aus er hat dass sie nach wird bei einer um am sind noch wie einem über so zum war haben nur oder aber vor zur bis mehr durch man sein wurde sei ich"
        ),
        (
            "fr",
            "le la les de des et un une est dans que qui pour en du par sur pas au avec plus ce il a se ne sont cette ont été mais aux ou son sa ses comme nous vous leur elle était être je fait"
        ),
        (
            "es",
            "el la los las de que y en un una por con para no se del al es su lo como más pero sus le ya este sí porque esta entre cuando muy sin sobre también me hasta hay donde quien desde todo nos durante ha fue dijo"
        ),
        (
            "it",
            "il lo la i gli le di che e un una in per con non del della dei delle è sono si al alla da nel nella ha come più ma anche suo sua questo questa essere stato ci dal dalla sul hanno perché"
        ),
        (
            "pt",
            "o a os as de que e do da dos das em um uma para com não por se no na mais como mas ao foi ele ela seu sua ou quando muito nos já está eu também só pelo pela até isso entre era depois sem mesmo aos são disse"
        ),
        (
            "nl",
            "de het een en van in is dat op te zijn met voor niet aan er om ook als maar dan bij uit wordt door naar heeft nog was hij over zich deze die hebben ze werd geen meer kan worden"
        ),
        (
            "pl",
            "w i z na do się nie że to jest o jak po co tak od za przez ale dla przy są był była może tym tego już także jego jej które który oraz czy będzie tej ich tylko lub bardzo ma gdy bo więc pod nad został jako przed między"
        ),
        (
            "sv",
            "och att det i en som på är av för med den till har inte om ett han men var jag sig från vi så kan när hon också efter över"
        ),
        (
            "tr",
            "ve bir bu da de için ile çok olarak gibi daha olan ne kadar sonra ancak ise en var dedi her ki yeni göre eden yok değil tarafından ama mi mı iki üç"
        ),
        (
            "da",
            "og i at det er en den til som på de med han af for ikke der var et har jeg men om fra hans blev kan sig vil så efter også være skal hun over mere havde"
        ),
        (
            "no",
            "og i det er på en som til av at for med ikke den han de var et har jeg men om fra seg ble kan sin vil så etter også være skal hun over mer hadde sier"
        ),
        (
            "fi",
            "ja on ei se että oli myös mutta joka hän ovat kun kuin ole mukaan tai sen jo vain niin mitä jos sekä vuoden sanoo tämä siitä kertoo hänen olla nyt voi"
        ),
        (
            "cs",
            "a v se na je že s z do o i k ve pro za by po jsou jako byl ale od podle než již také bylo která který nebo jeho své před při si však už jsem"
        ),
        (
            "sk",
            "a v sa na je že s z do o aj k vo pre za by po sú ako bol ale od podľa než už tiež bolo ktorá ktorý alebo jeho svoje pred pri si však som"
        ),
        (
            "hu",
            "a az és hogy nem is egy meg ez el volt csak van már még mint azt vagy ha de kell lesz aki amely szerint után között pedig lehet mondta ki"
        ),
        (
            "ro",
            "și de a în la cu pe o din care nu un mai este pentru să au fost sau lui că se prin după ca sunt între dar cum această acest al ale am o fi"
        ),
        (
            "hr",
            "i u je na se da su za od s a ne što kao koji koja iz o do biti bi ali te će nije samo ili bio nakon prema sve još po koje to kako"
        ),
        (
            "id",
            "yang dan di dari untuk dengan pada ini itu tidak akan dalam juga oleh ke ada adalah sebagai telah mereka kami saya ia bisa sudah lebih karena atau kata"
        ),
        (
            "ca",
            "de la el i a que en els les un una per amb no es del al ha són més com però també va ser seva aquest aquesta entre fins molt dels han"
        ),
        ("lt", "ir kad į iš su yra tai bet kaip ar dėl po apie buvo jau taip nuo už jis ji savo prie labai šiuo metu"),
        ("lv", "un ir ka no uz par ar kas bet kā tas lai bija pie pēc arī gan viņš viņa vai nav šo pat jau"),
        ("et", "ja on ei et see kui ka oma mis oli aga ning kes seda siis ta või pärast veel selle kuid juba"),
        ("sw", "ya na wa kwa ni katika za la kuwa hiyo huo hilo cha kama lakini alisema hii watu yake sana"),
        ("tl", "ang ng sa na mga at ay ni si hindi ito para siya kay nang mula kanyang sinabi ngunit"),
    ]
}
