"""Headings that portals put over lists of links, and the links that stand beside them.

Under such a heading there is a list; with nothing under it the page lost the list on its way.
Written for textproof from the templates of news portals; extend it with what you have seen.
"""

LINK_LIST_HEADINGS = frozenset(
    [
        # Traditional and Simplified Chinese
        "相關閱讀", "相关阅读", "延伸閱讀", "延伸阅读", "相關鏈接", "相关链接",
        "相關連結", "相關新聞", "相关新闻", "相關文章", "相关文章", "熱點關注",
        "热点关注", "熱門文章", "热门文章", "推薦閱讀", "推荐阅读", "相關報道", "相关报道",
        # English
        "Related articles", "Related Articles", "Related stories", "Related Stories",
        "Related posts", "Related Posts", "Related links", "Related Links",
        "Related news", "Related News", "Read also", "See also",
        # German, French, Spanish, Portuguese, Italian, Russian, Japanese, Korean
        "Verwandte Artikel", "Weiterführende Links", "Articles liés", "À lire aussi",
        "Artículos relacionados", "Noticias relacionadas", "Artigos relacionados",
        "Articoli correlati", "Похожие статьи", "Читайте также", "関連記事", "関連リンク",
        "관련 기사", "관련 글",
    ]
)  # fmt: skip

MORE_LINKS = ("更多>>", "更多>", "更多»", "More>>", "more>>", "More »", "more »", "もっと見る>>")
"""A link to the rest of a list, on the line of its heading."""
