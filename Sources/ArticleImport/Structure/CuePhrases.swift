/// The words by which a page's own lines are known. All in small letters, with straight quotation marks.
enum CuePhrases {
    /// How a phrase must stand to count.
    enum Use {
        /// It is the whole line, or with a number: *Comments (12)*.
        case alone
        /// Something is announced, after a colon or on the lines that follow: *Related: …*, *Sources include*.
        case introduces
        /// After it comes a colon: *Watch: …*
        case beforeColon
        /// It begins the line.
        case begins
        /// It begins a line that is no sentence: *Posted on Monday*
        case labels
        /// It begins the line, and the line has more of an appeal: an address, a network's name, *our newsletter*.
        case appeals
        /// A credit: short it is boilerplate, with more words a caption.
        case credits
        /// Topics follow, after a colon.
        case tags
    }

    struct Phrase {
        var words: [UInt8]
        var use: Use
    }

    /// The phrases that begin with a byte, the longest first.
    static func beginning(with byte: UInt8) -> [Phrase] { byFirst[Int(byte)] }

    private static let byFirst: [[Phrase]] = {
        var table = [[Phrase]](repeating: [], count: 256)
        for (use, list) in lists {
            for line in list.split(separator: "\n") {
                for phrase in line.split(separator: ",") {
                    let words = Array(phrase.utf8.drop { $0 == 0x20 })
                    if let first = words.first { table[Int(first)].append(Phrase(words: words, use: use)) }
                }
            }
        }
        return table.map { $0.sorted { $0.words.count > $1.words.count } }
    }()

    private static let lists: [(Use, String)] = [
        (
            .introduces,
            """
            related, related story, related stories, related article, related articles, related news, related coverage
            related content, related posts, related links, related reading, related video, related videos, related topics
            more related stories, more related articles, more related news, more stories, more news, more on this
            more on this story, more on this topic, more from us, more like this, see also, also see, see more, read also
            also read, read more, read next, read this next, up next, next up, further reading, recommended
            recommended for you, recommended reading, recommended stories, recommended articles, you may also like
            you might also like, you may like, you may be interested in, you may also be interested in
            you might be interested in, you might also be interested in, don't miss, must read, must reads, most read
            most popular, most viewed, most shared, trending, trending now, popular now, popular stories, popular posts
            top stories, latest news, latest stories, latest headlines, latest posts, editor's picks, editors' picks
            in case you missed it, icymi, sources, source, source links, sources include, sources for this article
            sources for this article include, sources for this story include, sources of this article include, references
            external links, keep reading, learn more, other stories, other news, in other news, more headlines
            """
        ),
        (
            .alone,
            """
            comments, comment, no comments, view comments, show comments, hide comments, see comments, read comments
            load comments, leave a comment, leave a reply, post a comment, add a comment, write a comment
            join the conversation, join the discussion, comments are closed, share, shares, share this, share this article
            share this story, share this post, share this page, share on social media, tweet, tweet this, email this
            email this article, e-mail this article, email article, print, print this article, print article
            print this page, printer-friendly version, copy link, link copied, copied, save article, bookmark, facebook
            twitter, whatsapp, telegram, linkedin, reddit, pinterest, instagram, youtube, tiktok, messenger, email, e-mail
            advertisement, advertisements, advertising, sponsored, sponsored content, paid content, promoted
            promoted content, partner content, continue reading, continue reading below, story continues below
            story continues below advertisement, story continues after advertisement, article continues below
            article continues below advertisement, article continues after advertisement, continue reading the main story
            continue reading below advertisement, scroll to continue, keep scrolling, view all, see all, show more
            load more, load more stories, skip to content, skip to main content, skip advertisement, back to top
            next article, previous article, next story, previous story, next post, previous post, subscribe, subscribe now
            subscribe today, sign up, sign up now, sign in, log in, login, log out, register, register now, newsletter
            newsletters, donate, donate now, support us, support our work, about the author, about the authors
            about the writer, about us, contact us, privacy policy, terms of use, terms of service, terms and conditions
            cookie policy, all rights reserved, click here, read full story, read the full story, read full article
            read the full article, read the original article, read original article, view original, open in app
            get the app, download the app, watch live, watch now, listen now, listen to this article, follow us, follow
            loading, getty images, photo gallery, view gallery, trending stories, topics, tags, categories, likes, views
            min read, minute read, minutes read, write to us, report this ad, report an error, this is an advertisement
            """
        ),
        (
            .beforeColon,
            """
            watch, watch live, watch now, listen, video, podcast, live updates, follow us, follow live, share, sponsored
            advertisement, reading time, estimated reading time, contact, email, e-mail, filed in, posted by, published
            updated, last updated, more, read full story, read the full story, click here, our standards, shop, newsletter
            """
        ),
        (
            .begins,
            """
            click here to, click here for, tap here to, tap here for, sign up for our, sign up to our, sign up for the
            sign up to the, sign up here, sign up to receive, sign up to get, subscribe to our, subscribe here
            subscribe for, subscribe now, subscribe today, subscribe and, follow us on, follow us at, like us on, join us on
            find us on, connect with us, download our app, download the app, get our app, get our newsletter
            get the latest news, get breaking news, get unlimited access, get full access, stay up to date with
            stay up-to-date with, stay informed with, stay tuned for more, never miss a, for more news
            for more stories, for more information visit, for the latest news, for all the latest, check out our
            visit our website, visit our, listen to our podcast, watch the video, watch the full, watch below
            this video is from, this article was originally, this article first appeared, this article originally appeared
            this article appeared, this article is republished, this article is part of our, this story was originally
            this story first appeared, this story originally appeared, this post was originally, this post first appeared
            this piece was originally, this story has been published from, this article has been republished
            republished from, republished with permission, originally published, first published, first appeared on
            published with permission, reprinted with permission, reprinted from, copyright ©, copyright (c), copyright 19
            copyright 20, ©, (c) 19, (c) 20, c) 19, c) 20, all rights reserved, the views expressed, views expressed
            the opinions expressed, opinions expressed, reporting by, additional reporting by
            our standards, report a typo, report an error, spotted an error, see an error, found an error
            send tips to, send us tips, send your tips, got a tip, have a tip, got a story, have a story to tell
            do you have a story, contact the author, contact the reporter, contact the writer, email the author
            support our journalism, support independent journalism, support quality journalism
            if you enjoyed this, if you liked this, enjoying this article, enjoyed this article, enjoyed this story
            you can follow, you can also follow, we use cookies, this site uses cookies, this website uses cookies
            by subscribing you, by signing up, by clicking, by continuing to use, already a subscriber, already a member
            already have an account, become a member, become a subscriber, become a patron, buy us a coffee
            please donate, please consider, please subscribe, please support, please enable javascript, please log in
            please sign in, your browser does not, enable javascript, this content is only, sponsored by
            brought to you by, powered by, share this, read more about, read more on, read more at
            read more here, read read more », read more →, read our, read the original, read the full
            leave a comment, join the conversation
            join the discussion, view comments, view all, be the first to comment, have something to say
            log in to, login to, sign in to, the post, advertisement -, - advertisement, advertisement scroll
            editor's picks, sign up and, your email address, thank you for subscribing, thanks for reading
            thank you for reading, don't forget to subscribe, don't miss out, want more, want to read more, like this article
            """
        ),
        (
            .labels,
            "posted on, posted in, posted by, last updated, last modified, share on, share via, editing by, more from"
        ),
        (
            .appeals,
            """
            head to, head over to, go to, visit, follow, listen to, watch, check out, see, join us, join our, download
            help us, find more, find out more, read, read more, learn more, learn more about, to read more, to learn more
            to find out more, to receive, to subscribe, to support, to get the latest, for more, for the latest, for details
            stay informed, stay connected, stay up to date, stay tuned, share your, share this, never miss, if you want to
            if you would like, if you'd like, if you have, please, subscribe, sign up, donate, like us, get the latest
            get the best, get all, discover more, explore more, browse, want to, click, tap, catch up, tune in, send your
            write to, email us, connect with, don't forget, see the full, more on, more at
            """
        ),
        (
            .credits,
            """
            photo, photos, photo credit, photo credits, image, images, image credit, image credits, picture, pictures
            picture credit, credit, credits, photograph, photo by, photos by, image by, images by, picture by, pictures by
            photograph by, photographs by, file photo, file photo by, image via, photo via, image courtesy, photo courtesy
            picture courtesy, caption, pictured, featured image, illustration, illustration by, illustration credit
            photo illustration, photo illustration by, image source, photo source, picture source, graphic, infographic
            """
        ),
        (.tags, "tags, tag, topics, topic, keywords, keyword, tagged, filed under, categories, category, labels, hashtags"),
    ]

    /// What an appeal to a page's reader has besides its first words.
    static let appeals: [[UInt8]] = [
        "facebook", "twitter", "instagram", "telegram", "youtube", "whatsapp", "tiktok", "linkedin", "newsletter", "inbox",
        "sign up", "subscribe", "our app", "our podcast", "our website", "our site", "our channel", "our youtube",
        "the app",
        "new channel", "on our", "for more stories", "for more news", "for more information", "for more details",
        "more stories like this", "more articles", "full story", "full article", "full interview here", "click here",
        "click the link", "link below", "links below", "video below", "watch below", "our journalism", "our coverage",
        "our reporting", "mailing list", "push notifications", "app store", "google play",
    ].map { Array($0.utf8) }
}
