"""Lines that a page's template leaves in its text: print buttons, font sizes, share bars.

Written for textproof from the templates of news portals. Only lines that no author writes on their
own belong here: each is matched as a whole line.
"""

LINES = frozenset(
    [
        # buttons of Chinese portals: print, font size, close the window, share
        "打印", "列印", "【打印】", "【列印】", "T+", "T-", "字號", "字号", "【關閉】", "【关闭】",
        "關閉窗口", "关闭窗口", "分享到", "分享到：", "分享到:",
        "我要糾錯", "我要纠错", "返回頂部", "返回顶部",
        # the same elsewhere
        "Print this page", "Share this article", "Share on Facebook", "Share on Twitter",
        "Diese Seite drucken", "Imprimer cette page", "Imprimir esta página", "Версия для печати",
    ]
)  # fmt: skip
