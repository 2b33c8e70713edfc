"""Lines that a page's template leaves in its text: print buttons, font sizes, share bars, cookie
notices, invitations to read on.

Written for textproof from the templates of portals in the big languages. Only lines that no author
writes on their own belong here: each is matched as a whole line, perhaps with a colon.
"""

_NETWORKS = (
    "Facebook", "Twitter", "X", "LinkedIn", "WhatsApp", "Pinterest", "Reddit", "Telegram",
    "Threads", "Bluesky", "Mastodon",
)  # fmt: skip
_SHARE = (
    "Share on {}", "Share this on {}", "Share to {}", "Share via {}", "Share with {}",
    "Share this article on {}", "Share this page on {}", "Share this post on {}", "Post on {}",
    "Follow us on {}", "Auf {} teilen", "Bei {} teilen", "Per {} teilen", "Über {} teilen",
    "Partager sur {}", "Partager via {}", "Compartir en {}", "Compartir por {}",
    "Compartilhar no {}", "Compartilhe no {}", "Partilhar no {}", "Condividi su {}",
    "Поделиться в {}", "Поделиться через {}", "Поділитися в {}", "Udostępnij na {}",
    "Udostępnij przez {}", "Deel op {}", "Delen via {}", "Dela på {}", "Del på {}", "Jaa {}",
    "{}'ta paylaş", "{}’ta paylaş", "مشاركة على {}", "مشاركة عبر {}", "شارك على {}", "分享到{}",
    "分享到 {}", "分享至{}", "分享至 {}", "{}でシェア", "{}で共有", "{}に投稿", "{} 공유",
    "{}에 공유하기", "{} 공유하기",
)  # fmt: skip
"""The buttons that share a page, by language, with the place of a network's name."""

LINES = frozenset(
    [
        *(button.format(name) for button in _SHARE for name in _NETWORKS),
        *(f"{verb}{name}" for verb in ("分享到", "分享至")
          for name in ("微信", "微博", "新浪微博", "朋友圈", "QQ空间", "QQ", "QQ好友", "LINE")),
        # buttons of Chinese portals: print, font size, close the window, share, top of the page
        "打印", "列印", "【打印】", "【列印】", "T+", "T-", "字號", "字号", "【關閉】", "【关闭】",
        "關閉窗口", "关闭窗口", "【关闭窗口】", "【打印本页】", "打印本页", "打印本頁", "列印本頁",
        "友善列印", "分享到", "分享至", "分享到微信", "分享到朋友圈", "分享到微博", "分享給朋友",
        "分享本文", "分享此文章", "一键分享", "扫一扫", "扫一扫在手机打开当前页", "扫码关注",
        "我要糾錯", "我要纠错", "返回頂部", "返回顶部", "回到頂部", "回到顶部", "返回首頁",
        "返回首页", "阅读全文", "閱讀全文", "展开全文", "展開全文", "查看更多", "加载更多",
        "載入更多", "繼續閱讀", "继续阅读", "點擊閱讀", "责任编辑：", "相关推荐", "猜你喜欢",
        "為您推薦", "为您推荐", "字体：大中小", "【字体：大 中 小】", "字号：大中小",
        "字號：大中小",
        "收藏本文", "收藏本页", "加入收藏", "复制链接", "複製連結", "推荐给朋友", "转发给朋友",
        "我要评论", "发表评论", "發表評論", "查看评论", "微信扫一扫", "扫描二维码", "手机看新闻",
        "打开APP阅读全文", "打开APP",
        # Japanese, Korean
        "印刷する", "このページを印刷", "印刷用ページ", "シェアする", "ツイートする",
        "この記事をシェア", "続きを読む", "もっと見る", "ページトップへ", "ページの先頭へ",
        "この記事をシェアする", "このページをシェアする", "この記事をツイート", "記事を印刷する",
        "Facebookでシェアする", "前の記事へ", "次の記事へ",
        "Xでポスト", "LINEで送る", "はてなブックマークに追加", "공유하기", "기사 공유하기",
        "인쇄하기", "본문 프린트", "더 보기", "더보기", "기사 더보기", "맨 위로", "페이스북 공유",
        "카카오톡 공유", "글자 크기 조절",
        # English
        "Print this page", "Print this article", "Print article", "Print page",
        "Printer-friendly version", "Printer friendly version", "Print friendly",
        "Share this article", "Share this", "Share this page", "Share this post",
        "Share this story", "Share on Facebook", "Share on Twitter", "Share on X",
        "Share on LinkedIn", "Share on WhatsApp", "Share on Pinterest", "Share on Reddit",
        "Share via email", "Email this article", "Email this page", "Tweet this", "Pin it",
        "Save this article", "Copy link", "Tweet this page", "Tweet this article",
        "Bookmark this page", "Send to a friend", "Email to a friend", "Add to favorites",
        "Click to share on Facebook (Opens in new window)",
        "Click to share on Twitter (Opens in new window)", "Read more", "Read more »",
        "Read more...", "Read more…", "Read more >", "Read more >>", "Read more →",
        "Continue reading", "Continue reading →", "Continue reading »", "Keep reading",
        "Show more", "Load more", "View more", "Read the full article", "Read the full story",
        "Click here to read more", "Back to top", "Scroll to top", "Jump to content",
        "Skip to content", "Skip to main content", "Skip to navigation", "Skip navigation",
        "Toggle navigation", "Advertisement", "Advertisements",
        "Story continues below advertisement", "Article continues below advertisement",
        "Sign up for our newsletter", "Subscribe to our newsletter",
        "Subscribe to our newsletter!", "Follow us on Facebook", "Follow us on Twitter",
        "Accept all cookies", "Accept cookies", "Accept all", "Reject all", "Reject all cookies",
        "Cookie settings", "Cookie preferences", "Manage cookies", "Manage preferences",
        "Leave a comment", "Leave a reply", "Post a comment",

        # German
        "Diese Seite drucken", "Seite drucken", "Artikel drucken", "Druckversion",
        "Artikel teilen", "Diesen Artikel teilen", "Seite teilen", "Auf Facebook teilen",
        "Auf Twitter teilen", "Per E-Mail teilen", "Per Mail versenden", "Weiterlesen",
        "Mehr lesen", "Mehr erfahren", "Weiterlesen »", "Weiterlesen …", "Lesen Sie mehr",
        "Nach oben", "Zum Seitenanfang", "Zum Inhalt springen", "Zum Hauptinhalt springen",
        "Anzeige", "Alle Cookies akzeptieren", "Alle akzeptieren", "Alle ablehnen",
        "Cookie-Einstellungen",
        # French
        "Imprimer cette page", "Imprimer cet article", "Imprimer l’article", "Imprimer l'article",
        "Partager cet article", "Partager sur Facebook", "Partager sur Twitter",
        "Partager cette page", "Partager l’article", "Partager l'article", "Envoyer par e-mail",
        "Lire la suite", "Lire la suite »", "Lire la suite…", "En savoir plus", "Lire plus",
        "Imprimer la page", "Version imprimable", "Envoyer à un ami", "Partager par e-mail",
        "Partager par mail", "Partager l’info", "Haut de page", "Retour en haut",
        "Aller au contenu", "Aller au contenu principal",
        "Publicité", "Tout accepter", "Tout refuser", "Accepter tous les cookies",
        "Gérer les cookies",
        # Spanish, Portuguese, Italian
        "Imprimir esta página", "Imprimir artículo", "Compartir este artículo",
        "Compartir en Facebook", "Compartir en Twitter", "Compartir esta página", "Leer más",
        "Leer más »", "Seguir leyendo", "Volver arriba", "Saltar al contenido", "Ir al contenido",
        "Ir para o conteúdo", "Pular para o conteúdo", "Publicidad", "Aceptar todas las cookies",
        "Aceptar todo", "Rechazar todo", "Configurar cookies", "Imprimir artigo",
        "Compartilhar no Facebook", "Compartilhe este artigo", "Partilhar no Facebook",
        "Partilhar este artigo", "Leia mais", "Leia mais »", "Ler mais", "Continue lendo",
        "Voltar ao topo", "Publicidade", "Aceitar todos os cookies", "Stampa questa pagina",
        "Stampa articolo", "Condividi su Facebook", "Condividi su Twitter",
        "Condividi questo articolo", "Condividi l’articolo", "Leggi tutto", "Leggi di più",
        "Continua a leggere", "Torna su", "Vai al contenuto", "Pubblicità",
        "Accetta tutti i cookie",
        # Russian, Ukrainian, Polish, Dutch, Swedish, Turkish, Arabic
        "Версия для печати", "Распечатать", "Поделиться", "Поделиться в Facebook",
        "Поделиться ВКонтакте", "Поделиться в соцсетях", "Поделиться в социальных сетях",
        "Поделиться новостью", "Поделиться ссылкой", "Поделитесь с друзьями",
        "Рассказать друзьям", "Подписаться на рассылку", "Поделиться статьёй", "Читать далее",
        "Читать дальше", "Читать полностью", "Подробнее", "Подробнее »", "Наверх", "Реклама",
        "Принять все", "Перейти к содержимому", "Версія для друку", "Поділитися", "Читати далі",
        "Drukuj stronę", "Wersja do druku", "Udostępnij na Facebooku", "Udostępnij artykuł",
        "Czytaj więcej", "Czytaj dalej", "Do góry", "Przejdź do treści", "Reklama",
        "Deze pagina afdrukken", "Deel dit artikel", "Deel op Facebook", "Lees meer",
        "Lees verder", "Naar boven", "Skriv ut", "Dela på Facebook", "Dela artikeln", "Läs mer",
        "Till toppen", "Bu sayfayı yazdır", "Facebook'ta paylaş", "Devamını oku", "Yukarı çık",
        "طباعة الصفحة", "شارك المقال", "مشاركة على فيسبوك", "اقرأ المزيد", "للمزيد",
    ]
)  # fmt: skip

ALONE_NO_SIGN = frozenset(
    [
        "print", "share", "tweet", "email", "e-mail", "facebook", "twitter", "whatsapp",
        "linkedin", "pinterest", "reddit", "telegram", "copy link", "save", "drucken", "teilen",
        "imprimer", "partager", "envoyer", "enviar", "guardar", "salvar", "invia", "senden",
        "merken", "kommentieren", "enregistrer", "commenter", "comentar", "commenta", "afdrukken",
        "delen", "drukuj", "udostępnij", "yazdır", "paylaş", "dela", "skriv ut", "طباعة", "مشاركة",
        "друк", "поділитися", "imprimir", "compartir", "compartilhar", "partilhar", "stampa",
        "condividi", "печать", "поделиться", "分享", "微信", "微博", "收藏", "评论", "評論",
        "qq空间", "新浪微博", "twitter facebook", "打印", "列印", "t+", "t-", "字號", "字号", "大",
        "中", "小", "关闭", "關閉", "シェア", "ツイート", "印刷", "はてブ", "공유", "인쇄",
        "스크랩", "가+", "가-", "a+", "a-", "ver más", "accept", "decline", "ok", "rss", "x",
        "like", "pdf", "vk", "вконтакте",
    ]
)  # fmt: skip
"""Words of share bars, in lower case, that are sure only where they stand in a row."""

COOKIE_NOTICES = (
    "this website uses cookies", "this site uses cookies", "we use cookies to",
    "we use cookies on", "we use cookies and", "we and our partners use cookies",
    "we value your privacy", "our website uses cookies",
    "by using this site, you agree to our use of cookies", "by continuing to use this site",
    "by continuing to browse", "diese website verwendet cookies",
    "diese webseite verwendet cookies", "diese seite verwendet cookies", "wir verwenden cookies",
    "wir nutzen cookies", "diese website benutzt cookies", "nous utilisons des cookies",
    "ce site utilise des cookies", "en poursuivant votre navigation", "utilizamos cookies",
    "este sitio web utiliza cookies", "este sitio utiliza cookies", "esta web utiliza cookies",
    "usamos cookies", "este site utiliza cookies", "este site usa cookies", "questo sito utilizza",
    "questo sito usa cookie", "utilizziamo i cookie", "utilizziamo cookie", "мы используем cookie",
    "мы используем файлы cookie", "этот сайт использует", "сайт использует cookie",
    "ta strona używa", "ta strona korzysta z", "używamy plików cookie",
    "deze website gebruikt cookies", "deze site maakt gebruik van cookies",
    "wij gebruiken cookies", "vi använder cookies", "den här webbplatsen använder",
    "bu site çerez", "本网站使用cookie", "本网站使用 cookie", "我们使用cookie", "我们使用 cookie",
    "本網站使用cookie", "本網站使用 cookie", "我們使用 cookie", "当サイトではcookie",
    "当サイトでは、cookie", "当サイトはcookie", "このサイトではcookie", "このサイトはcookie",
    "본 사이트는 쿠키", "이 웹사이트는 쿠키",
)  # fmt: skip
"""How a notice about cookies begins, in lower case."""
