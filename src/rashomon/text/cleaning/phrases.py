"""Phrases of page furniture, in lower case and without punctuation: closed lists, one phrase a bar."""


def _phrases(listed: str) -> frozenset[str]:
    return frozenset(" ".join(phrase.split()) for phrase in listed.split("|"))


ALWAYS = _phrases(
    """
    about us | accept | accept all | accept cookies | ad | add a comment | add comment | advert | advertise
    with us | advertisement | advertisements | advertising | all rights reserved | article continues after
    advertisement | article continues below | audio | back | back to top | bookmark | careers | click to
    play | close | comment | comments | contact us | continue reading | continue reading below | continue
    reading the main story | cookie policy | cookies | copy link | create account | donate | donate now | e
    mail | email | email this | email this article | enlarge image | enlarge this image | expand image |
    facebook | find out more | follow | follow us | following | font size | getty images | google plus | got
    it | hide caption | hide comments | home | i agree | image caption | image copyright | image source |
    instagram | join the conversation | join the discussion | keep reading | learn more | leave a comment |
    less | like | like us | link copied | linkedin | listen | listen to this article | load more | loading |
    log in | log out | login | manage preferences | media caption | menu | more | my account | navigation |
    newsletter | newsletters | next | next article | next story | no comments | open gallery | paid content
    | permissions | pin it | pinterest | play | play video | please wait | post a comment | post comment |
    previous | previous article | previous story | print | print article | print this | privacy policy |
    promoted | promoted content | read article | read full article | read full story | read more | read the
    full story | reddit | register | report a typo | report an error | report this ad | reprints | reprints
    and permissions | request correction | retweet | rights and permissions | save | save article | save for
    later | search | see all | see also | see more | share | share on facebook | share on linkedin | share
    on twitter | share on whatsapp | share on x | share this | share this article | share this page | share
    this post | share this story | share via email | share with | shares | show caption | show comments |
    show more | sign in | sign up | sign up now | sitemap | skip | skip ad | skip advertisement | skip to
    content | skip to main content | slideshow | sponsored | sponsored content | story continues after
    advertisement | story continues below | story continues below advertisement | subscribe | subscribe now
    | subscribe today | support us | tap to unmute | telegram | terms and conditions | terms of service |
    terms of use | text size | thank you for reading | thanks for reading | this story has been shared times
    | toggle caption | top | tweet | tweet this | twitter | unfollow | view all | view comments | view
    gallery | view more | view photos | watch now | whatsapp | youtube
    """
)
"""Whole lines that are never part of an article, wherever they stand."""

LABELS = _phrases(
    """
    about the author | africa | also in | also on | also read | americas | analysis | around the web | arts
    | asia | blog | blogs | books | breaking | breaking news | business | climate | columnists | columns |
    comment | cricket | culture | e paper | economy | editor s picks | editorial | editorials | editors
    choice | editors picks | editor’s picks | education | entertainment | environment | europe | fashion |
    feature | featured | features | filed under | film | finance | food | football | from around the web |
    from the web | galleries | gallery | headlines | health | home page | in depth | in focus | in pictures
    | international | latest | latest news | latest posts | latest stories | life | lifestyle | live | live
    updates | local | local news | markets | middle east | more from this author | more news | more on this
    story | more on this topic | more stories | most commented | most popular | most read | most shared |
    most viewed | music | must read | must reads | nation | national | news | newspaper | op ed | opinion |
    opinion columns | opinions | photos | pictures | podcast | podcasts | politics | popular | read also |
    recent news | recent posts | recommended | recommended for you | recommended stories | related | related
    articles | related content | related coverage | related links | related news | related posts | related
    stories | related topics | related video | related videos | science | sections | special reports | sport
    | sports | style | tags | tech | technology | television | today s paper | top news | top stories | top
    story | topics | travel | trending | trending now | tv | uk | up next | us | video | videos | what to
    read next | world | world news | you may also like | you may like | you might also like
    """
)
"""Whole lines that name a part of a site; inside a body they could be a heading of the article."""
