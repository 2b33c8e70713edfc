"""Labels of metadata fields in the big languages, as portals and documents write them.

Written for textproof; a label is matched with a colon after it, in any case and width. Both
variants of Chinese are listed, so that finding a label needs no conversion table.
"""

LABELS = {
    "date": (
        "發布時間", "发布时间", "發佈時間", "發布日期", "发布日期", "發佈日期",
        "發表時間", "发表时间", "更新時間", "更新时间", "日期", "時間", "时间",
        "公開日", "投稿日", "更新日", "発行日", "掲載日", "発表日", "作成日", "작성일", "등록일",
        "게시일", "발행일", "입력",
        "Published", "Publication date", "Date published", "Posted on", "Posted", "Updated", "Date",
        "Veröffentlicht am", "Veröffentlicht", "Erschienen am", "Datum", "Publié le",
        "Date de publication", "Publicado el", "Publicado em", "Fecha de publicación",
        "Data de publicação", "Data di pubblicazione", "Fecha", "Data", "Pubblicato il",
        "Дата публикации", "Опубликовано", "Дата",
        "Gepubliceerd op", "Gepubliceerd", "Publicatiedatum", "Opublikowano", "Data publikacji",
        "Publicerad", "Publiseringsdato", "Dato", "Ημερομηνία", "Δημοσιεύτηκε", "Tarih",
        "Yayın tarihi", "Опубліковано", "Дата публікації", "تاريخ النشر", "التاريخ",
        "تاریخ انتشار", "تاریخ", "תאריך פרסום", "תאריך", "प्रकाशन तिथि", "दिनांक", "วันที่เผยแพร่",
        "วันที่", "Ngày đăng", "Ngày", "Tanggal terbit", "Tanggal", "Diterbitkan",
    ),
    "source": (
        "來源", "来源", "稿源", "出典", "情報元", "출처",
        "Source", "Quelle", "Fuente", "Fonte", "Источник", "Bron", "Źródło", "Källa", "Kilde",
        "Πηγή", "Kaynak", "Джерело", "المصدر", "منبع", "מקור", "स्रोत", "ที่มา", "Nguồn", "Sumber",
    ),
    "author": (
        "作者", "記者", "记者", "撰文", "著者", "執筆者", "作成者", "기자", "글쓴이", "작성자",
        "Author", "Written by", "By", "Autor", "Autorin", "Auteur", "Autore", "Автор",
        "Författare", "Forfatter", "Συντάκτης", "Yazar", "الكاتب", "المؤلف", "نویسنده", "מאת",
        "लेखक", "ผู้เขียน", "Tác giả", "Penulis",
    ),
    "editor": (
        "責任編輯", "责任编辑", "責編", "责编", "編輯", "编辑", "編集", "編集者", "편집",
        "Editor", "Edited by", "Redaktion", "Rédaction", "Redactor", "Redattore", "Редактор",
        "Redactie", "Redaktor", "Editör", "المحرر", "עורך",
    ),
}  # fmt: skip
