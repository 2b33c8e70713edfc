"""Whether letters stand beside one another that do so in no language."""

import pytest

from textproof.unusual_pairs import has_unusual_pairs


@pytest.mark.parametrize(
    "text",
    [
        "lňses opp pňventet gňr fňr",
        "V‘lg om editorens st›rrelse",
        "Est\xa0 viendo p\xa0gina",
        "administrat”ren f”r m”nga",
        "kontrollÒr prÚs instÓncia",
        "Бнбнфйуфпйчйб Эллейшзт",
        "n\x84chste Stra\xe1e",
    ],
)
def test_what_was_read_wrongly_has_unusual_pairs(text):
    """Letters, symbols and capitals where no language has them."""
    assert has_unusual_pairs(text)


@pytest.mark.parametrize(
    "text",
    [
        "plain ASCII",
        "Versión en español: año, niño, acción",
        "Smörgåsbord och räksmörgås på svenska",
        "Crème brûlée, façade, naïve, Zoë",
        "zażółć gęślą jaźń",
        "ŘEDITELSTVÍ A GRÖSSE, ÄNDERN",
        "Αναντιστοιχία έλλειψης και ό,τι άλλο",
        "Привет, как дела у вас сегодня?",
        "מה שלומך היום, חבר יקר",
        "مرحبا كيف حالك اليوم",
        "x² + y², 20 m², 5×3, O’Brien, rock‘n’roll, caf■s, word—word",
        "你好，世界。",
        "a lone Ł, and an ø",
        "a\xa0page\xa0that\xa0parts\xa0all of\xa0its\xa0words",
    ],
)
def test_clean_text_has_none(text):
    """Languages, quantities, quotes, capitals; two letters alone say nothing."""
    assert not has_unusual_pairs(text)
