"""What a table of contents is headed with, in the big languages.

Written for textproof. Each is compared as a whole heading, in any case.
"""

CONTENTS_HEADINGS = frozenset(
    [
        "contents", "table of contents", "toc", "overview of contents", "in this article",
        "on this page", "inhalt", "inhaltsverzeichnis", "inhaltsübersicht", "sommaire",
        "table des matières", "índice", "contenido", "tabla de contenidos", "contenidos",
        "sumário", "conteúdo", "indice", "sommario", "inhoud", "inhoudsopgave", "innehåll",
        "innehållsförteckning", "indhold", "sisällys", "spis treści", "obsah", "tartalom",
        "содержание", "оглавление", "зміст", "içindekiler", "mục lục", "daftar isi", "目录",
        "目錄", "目次", "目 录", "目 錄", "目 次", "もくじ", "차례", "목차", "فهرست", "المحتويات",
    ]
)  # fmt: skip
