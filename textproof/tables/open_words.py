"""Words that no sentence ends with: articles, conjunctions, prepositions.

Written for textproof. They are asked for only where a long paragraph ends without a mark, so a word
that ends one sentence in thousands may stand here; what ends clauses in one of the languages, as
`auf` does in German, may not, whatever it is in another.
"""

OPEN_WORDS = frozenset(
    # English
    "the an and or but nor of to in for with by at from as into onto between among because "
    "although whereas unless than whose its their our my your been which if a "
    # German
    "der dem des eine einen einem einer eines und oder aber sowie dass weil wenn als von vom zum "
    "zur für im ohne gegen "
    # French
    "le la les un une des du de et ou mais que qui dont à au aux en dans par pour sur avec sans "
    "sous cette ces sa ses leur leurs "
    # Spanish, Portuguese, Italian
    "el los las unos unas del y pero con por para sobre entre al su sus o os um uma da mas em na "
    "nos nas com sem il lo gli di della dei delle che nel nella per dal dalla e ed "
    # Dutch, Swedish, Polish
    "een maar van voor och eller att ett som oraz lub ale że z ze od dla przez "
    # Russian, Ukrainian
    "и или но а который которая которое которые в во на с со к по из от для о об при без до не "
    "если чтобы і або але який яка які у з із від "
    # Arabic
    "و في من على إلى أن التي الذي".split()
)

OPEN_ENDINGS = (
    # Chinese
    "的", "和", "与", "與", "及", "在", "是", "把", "被", "对", "對", "从", "從", "由", "为", "為",
    "而", "但", "或", "并", "並", "以及", "因为", "因為", "如果", "虽然", "雖然", "但是", "而且",
    "以", "将", "將", "于", "於",
    "并且", "並且", "因此", "由于", "由於", "不过", "不過", "然而", "例如", "包括", "即使",
    "只要", "只有", "无论", "無論", "关于", "關於", "对于", "對於", "通过", "通過", "根据", "根據",
    "按照", "随着", "隨著", "隨着", "以便", "直到", "甚至", "尤其是", "特别是", "特別是",
    # Japanese
    "を", "は", "が", "に", "の", "と", "で", "へ", "も", "から", "まで", "および",
    "という", "による", "における", "に関する", "ような", "また", "そして", "しかし", "ならびに",
    # Korean, as the ends of words
    "를", "을", "는", "것은", "들은", "에서", "그리고", "으로", "지만", "같은",
    "위한", "대한", "위해", "있는", "없는", "하는", "되는",
    "라는", "하며", "또한", "위하여", "대하여", "관한", "따라서", "때문에",
)  # fmt: skip
"""The same for languages without spaces, and for particles."""

WHOLE_ENDINGS = ("마을", "가을", "노을", "고을")
"""Nouns that end as one of them does."""
