import DocumentModel
import Testing

@testable import ArticleImport

@Suite struct FeedReaderTests {
    static func articles(_ feed: String) -> [Article]? { FeedReader.articles(in: Array(feed.utf8)) }

    @Test func rss() throws {
        let articles = try #require(
            Self.articles(
                """
                <?xml version="1.0" encoding="UTF-8"?>
                <!DOCTYPE rss [<!ENTITY x "boom">]>
                <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
                <channel><title>The Averyn Courier</title><link>https://a.example/</link><image><title>Logo</title></image>
                <item><title>Bridge &amp; tunnel</title><link>https://a.example/1</link><guid isPermaLink="false">n-1</guid>
                <pubDate>Sun, 18 Aug 2024 09:30:00 +0200</pubDate><dc:creator>Jo Reed</dc:creator><category>courts</category>
                <category>ferry</category><description>Short.</description>
                <content:encoded><![CDATA[<p>The bridge is <b>closed</b>.</p><script>evil()</script><p>“We wait,” she&nbsp;said.</p><ul><li>One</li></ul>]]></content:encoded></item>
                <item><title>Only a title</title></item>
                <item><link>https://a.example/2</link><description>&lt;p&gt;It rained &amp;amp; snowed.&lt;/p&gt;</description>
                <author>desk@a.example (Ann Bell)</author></item>
                </channel></rss>
                """))
        #expect(articles.map(\.id) == ["n-1", "https://a.example/2"])
        #expect(articles[0].text == "The bridge is closed.\n\n“We wait,” she said.\n\n- One")
        #expect(articles[0].headline == .own("Bridge & tunnel"))
        #expect(
            articles[0].details
                == Details(
                    date: "Sun, 18 Aug 2024 09:30:00 +0200", source: "The Averyn Courier", url: "https://a.example/1",
                    author: "Jo Reed", tags: ["courts", "ferry"]))
        #expect(articles[1].text == "It rained & snowed.")
        #expect(articles[1].details.author == "Ann Bell")
    }

    @Test func atom() throws {
        let articles = try #require(
            Self.articles(
                """
                <feed xmlns="http://www.w3.org/2005/Atom"><title type="text">Sarun Dispatch</title>
                <entry><id>urn:1</id><title type="html">Peace &amp;amp; rain</title><updated>2024-08-19T00:00:00Z</updated>
                <published>2024-08-18T00:00:00Z</published><link rel="self" href="https://s.example/self"/>
                <link href="https://s.example/1"/><author><name>A. One</name><uri>x</uri></author><author><name>B. Two</name></author>
                <category term="talks" label="Talks"/><summary>Short</summary>
                <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>They &lt;signed&gt;.</p><p>Then it <i>rained</i>.</p></div></content>
                </entry></feed>
                """))
        #expect(articles.count == 1)
        #expect(articles[0].text == "They <signed>.\n\nThen it rained.")
        #expect(articles[0].headline == .own("Peace & rain"))
        #expect(
            articles[0].details
                == Details(
                    date: "2024-08-18T00:00:00Z", source: "Sarun Dispatch", url: "https://s.example/1",
                    author: "A. One, B. Two",
                    tags: ["Talks"]))
    }

    @Test(arguments: ["", "no feed", "<html><body>x</body></html>", "{\"a\":1}", "<"]) func whatIsNoFeed(_ text: String) {
        #expect(Self.articles(text) == nil)
    }

    /// Whatever is cut off or broken, nothing crashes and nothing expands.
    @Test func brokenFeedsAreReadAsFarAsTheyGo() {
        let feed =
            "<rss><channel><title>T</title><item><title>A</title><description>&lt;b>x&lt;/b> &#x41; &#99999999; &nope;</description></item></channel></rss>"
        for end in 0...feed.utf8.count {
            let cut = Array(feed.utf8.prefix(end))
            _ = FeedReader.articles(in: cut)
        }
        #expect(Self.articles(feed)?.first?.text == "x A &#99999999; &nope;")
        let deep = "<rss>" + String(repeating: "<a>", count: 50_000) + "<item><description>x</description></item>"
        #expect(Self.articles(deep)?.count == 1)
    }
}
