"""Languages by the script that they are written in, and the words that give each of them away.

Codes: ISO 639-1, all 183 two-letter codes and the older `bh in iw ji mo sh`, which the IANA
registry of RFC 5646 keeps. Scripts: the registry's Suppress-Script where it has one, otherwise the
scripts in use. The words and the names were written for textproof: the commonest function words of
each language.
"""

SCRIPTS = {
    "Latn": "aa af ak an ay bi bm br bs ca ch co cs cy da de ee en eo es et eu ff fi fj fo fr fy "
    "ga gd gl gn gv ha ho hr ht hu hz ia id ie ig ik in io is it jv kg ki kj kl kr kw la lb lg li "
    "ln lt lu lv mg mh mi ms mt na nb nd ng nl nn no nr nv ny oc oj om pl pt qu rm rn ro rw sc se "
    "sg sk sl sm sn so sq ss st su sv sw tl tn to tr ts tw ty ve vi vo wa wo xh yo za zu",
    "Cyrl": "ab av ba be bg ce cu cv kk kv ky mk mn os ru tg tt uk",
    "Latn Cyrl": "az mo sh sr tk uz",
    "Latn Arab": "ku",
    "Arab": "ar fa ps sd ug ur",
    "Arab Deva": "ks",
    "Hebr": "he iw ji yi",
    "Grek": "el",
    "Armn": "hy",
    "Geor": "ka",
    "Ethi": "am ti",
    "Deva": "bh hi mr ne pi sa",
    "Beng": "as bn",
    "Guru Arab": "pa",
    "Gujr": "gu",
    "Orya": "or",
    "Taml": "ta",
    "Telu": "te",
    "Knda": "kn",
    "Mlym": "ml",
    "Sinh": "si",
    "Thai": "th",
    "Laoo": "lo",
    "Tibt": "bo dz",
    "Mymr": "my",
    "Khmr": "km",
    "Thaa": "dv",
    "Cans Latn": "cr iu",
    "Yiii": "ii",
    "Hani": "zh",
    "Hani Hira Kana": "ja",
    "Hang Hani": "ko",
    "Avst": "ae",
}
"""The two-letter codes by their scripts, as ISO 15924 calls these."""

WORDS = {
    "en": "the and of to in is that for it with as was on are be this by from you have not or "
    "which an at can will has were been their its your",
    "de": "der die das und ist nicht mit von den dem ein eine zu auf für im sich auch werden wird "
    "als oder sind wie bei nach einer einen sie aus durch",
    "fr": "le la les des et est une dans pour que qui pas sur avec par du ce il sont au plus vous "
    "cette ou être nous aux mais ont",
    "es": "el la los las de que y en un una por con para es se del al como no más su lo este esta "
    "son pero sus está puede",
    "pt": "o a os as de que e em um uma por com para é do da dos das não se na no mais ao como "
    "foi são pela você",
    "it": "il di che e la un una per è con non del della in si le dei da sono i gli nel alla come "
    "questo più anche delle essere",
    "nl": "de het een en van is dat in te op voor met niet zijn aan er ook als door maar bij "
    "wordt naar om deze kan worden uit",
    "sv": "och att det som en på är av för med den till inte har ett om jag var kan från eller "
    "ska så vi de när detta",
    "da": "og at det som en på er af for med den til ikke har et om jeg var kan fra eller skal så "
    "vi de når dette",
    "nb": "og at det som en på er av for med den til ikke har et om jeg var kan fra eller skal så "
    "vi de når dette",
    "fi": "ja on ei että se oli mutta kun hän myös joka ovat tai niin kuin voi sen jos vain ole "
    "sekä tämä mukaan",
    "pl": "i w na z do nie się to jest że o jak ale po co za od przez dla są tego oraz może który "
    "czy być",
    "cs": "a je v na se že to s z do o i jako za by ale po pro jsou od který není byl nebo jeho "
    "při může",
    "sk": "a je v na sa že to s z do o aj ako za by ale po pre sú od ktorý nie bol alebo jeho pri "
    "môže",
    "hu": "a az és hogy nem is egy ez de meg van volt csak ki már mint vagy ha még el kell lehet "
    "amely",
    "ro": "și în de la cu nu pe un o care este că din mai pentru sunt sau prin ce fi dar au fost "
    "ale lui poate",
    "tr": "ve bir bu için ile de da olarak en çok daha olan gibi var ne kadar sonra değil ya her "
    "veya olduğu tarafından",
    "id": "yang dan di untuk dengan ini dari pada tidak dalam itu adalah akan juga ke oleh atau "
    "dapat sebagai bisa ada anda",
    "vi": "và của là có cho được không trong một với các này người những để khi đã từ về như bạn "
    "đến nếu",
    "ca": "el la els les de que i en un una per amb no és del al com més es aquest aquesta són "
    "però seva pot",
    "hr": "i je u na se da za od su s kao to ne koji koja ili što iz po biti može kako nije",
    "ru": "и в не на что с как это по для из от но то все или его был так же при может если",
    "uk": "і в не на що з як це для від але та до у або його був так при може якщо які який",
    "bg": "и в не на се да за от с е че като са или по това които към при може които бъде",
    "ar": "في من على أن إلى هذا التي الذي هذه مع عن كان لا ما أو بين كما قد بعد",
    "fa": "و در به از که این را با است برای آن یک می تا هم بر شود کرد های خود",
    "ur": "اور کے میں کی ہے کو کا سے نے پر یہ ہیں کہ اس بھی گیا تھا ایک",
    "el": "και το να του η της με που για την από είναι τα στο των οι δεν τον στην μια",
    "he": "של את על לא זה הוא עם כי גם או היא אל כל אם היה אני יש בין",
    "hi": "के में है की से को का और पर यह कि हैं ने भी एक लिए इस नहीं",
}
"""Words that make up a fifth to a third of a running text in each of these languages."""

RELATED = (
    "da nb nn no sv",
    "cs sk",
    "hr bs sr sh sl mk",
    "id ms in jv su",
    "es ca gl pt an oc",
    "bg mk ru uk be sr",
    "hi mr ne",
    "nl af fy li",
    "ro mo",
    "it co sc la",
    "ar fa ur ps ug",
    # those of the second have no list of their own here, and share their words with the first
    *("cs sl", "sk sl", "tr az", "en fy", "es ia", "it ia", "fr ia", "pt ia", "es eo", "it eo"),
)
"""Languages that share so many of these words that a few tell none of them from the others."""

NAMES = {
    "english": "en", "german": "de", "deutsch": "de", "french": "fr", "francais": "fr",
    "français": "fr", "spanish": "es", "español": "es", "espanol": "es", "italian": "it",
    "italiano": "it", "portuguese": "pt", "português": "pt", "dutch": "nl", "russian": "ru",
    "русский": "ru", "chinese": "zh", "中文": "zh", "japanese": "ja", "日本語": "ja",
    "korean": "ko", "한국어": "ko", "arabic": "ar", "العربية": "ar", "turkish": "tr",
    "polish": "pl", "swedish": "sv", "danish": "da", "norwegian": "nb", "finnish": "fi",
    "czech": "cs", "greek": "el", "hebrew": "he", "hindi": "hi", "vietnamese": "vi", "thai": "th",
    "indonesian": "id", "ukrainian": "uk", "hungarian": "hu", "romanian": "ro",
    # codes of countries that are not those of their language
    "jp": "ja", "cn": "zh", "cz": "cs", "dk": "da", "gr": "el", "ua": "uk", "us": "en",
    "gb": "en", "vn": "vi",
    "ir": "fa", "hk": "zh", "mx": "es", "il": "he",
}  # fmt: skip
"""What is written for a language and is none."""
