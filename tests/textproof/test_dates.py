"""Reading the dates of metadata."""

from contextlib import suppress
from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from textproof.dates import read_date


@pytest.mark.parametrize(
    "text",
    [
        "2022-09-07",
        "2022-9-7",
        "2022/09/07",
        "2022.9.7",
        " 2022-09-07\n",
        "2022年9月7日",
        "2022 年 09 月 07 日",
        "2022年9月7號",
        "2022年9月7日 星期三",
        "2022年9月7日（水）",
        "2022-09-07(水曜日)",
        "2022년 9월 7일",
        "2022년 9월 7일 (수)",
        "7 September 2022",
        "7th Sep 2022",
        "September 7, 2022",
        "Sept. 7, 2022",
        "Sep 7 2022",
        "Wed, 7 Sep 2022",
        "Wednesday, September 7th, 2022",
    ],
)
def test_forms_of_a_day(text):
    """Every form is the same day."""
    assert read_date(text) == datetime(2022, 9, 7)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2022-09-17 11:45", datetime(2022, 9, 17, 11, 45)),
        ("2022-09-17T11:45:40", datetime(2022, 9, 17, 11, 45, 40)),
        ("2022-09-17T11:45:40.123Z", datetime(2022, 9, 17, 11, 45, 40, tzinfo=UTC)),
        ("2022-09-17 11:45:40 GMT", datetime(2022, 9, 17, 11, 45, 40, tzinfo=UTC)),
        (
            "2022-09-17T11:45:40+0530",
            datetime(2022, 9, 17, 11, 45, 40, tzinfo=timezone(timedelta(hours=5, minutes=30))),
        ),
        (
            "Sat, 17 Sep 2022 11:45:40 -08",
            datetime(2022, 9, 17, 11, 45, 40, tzinfo=timezone(timedelta(hours=-8))),
        ),
        ("2022年9月17日 11時45分", datetime(2022, 9, 17, 11, 45)),
        ("2022年9月17日 11时45分40秒", datetime(2022, 9, 17, 11, 45, 40)),
        ("September 17, 2022 at 1:05 p.m.", datetime(2022, 9, 17, 13, 5)),
        ("2022-09-17 12:05 AM", datetime(2022, 9, 17, 0, 5)),
        ("2022-09-17 12:05 pm", datetime(2022, 9, 17, 12, 5)),
        ("2022-09-17 24:00", datetime(2022, 9, 18)),
        ("2024-02-29", datetime(2024, 2, 29)),
        ("17.09.2022 10:05", datetime(2022, 9, 17, 10, 5)),
    ],
)
def test_times_and_zones(text, expected):
    """A time, half a day and a zone are read with the day."""
    assert read_date(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "2022-02-29",
        "2022-02-30 10:00",
        "2022/13/01",
        "2022.4.31",
        "2022-00-10",
        "2022-10-00",
        "0000-00-00",
        "2022年2月30日",
        "2022년 11월 31일",
        "31 June 2022",
        "31 avril 2022",
        "31. September 2022",
        "30 de fevereiro de 2022",
        "31 ноября 2022 г.",
        "Feb. 30, 2022",
    ],
)
def test_dates_that_do_not_exist(text):
    """What has the form of a date and is none raises."""
    with pytest.raises(ValueError, match=r"out of range|month must be"):
        read_date(text)


@pytest.mark.parametrize(
    "text",
    [
        "17. September 2022",
        "Samstag, 17. September 2022",
        "17 septembre 2022",
        "17 de septiembre de 2022",
        "17 de setembro de 2022",
        "17 settembre 2022",
        "17 сентября 2022 г.",
        "17 вересня 2022 р.",
        "17 września 2022",
        "17 Eylül 2022",
        "17 سبتمبر 2022",
        "17.9.2022",
    ],
)
def test_the_day_first_with_the_month_in_other_languages(text):
    """As bylines of newspapers write it."""
    assert read_date(text) == datetime(2022, 9, 17)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "31.04.2022",
        "04.31.2022",
        "17 listopada 2022",
        "last week",
        "2022",
        "2022-09",
        "17/09/2022",
        "17 Marchember 2022",
        "2022-09/17",
        "22-09-17",
        "2022-09-17来源",
        "v2022.9.17",
        "2022-09-17 25:00",
        "1402-02-31",
        "2567-02-29",
        "２０２２-02-30",
        "45 May 2022",
    ],
)
def test_what_is_no_date(text):
    """Nothing is guessed: other words, orders, calendars and digits are no date that is known."""
    assert read_date(text) is None


@given(st.dates(min_value=date(1583, 1, 1), max_value=date(2399, 12, 31)))
def test_every_day_is_read(day):
    """Every day of the years that are judged, in several forms."""
    forms = [day.isoformat(), f"{day.year}年{day.month}月{day.day}日", f"{day:%d %B %Y}"]
    assert {read_date(form) for form in forms} == {datetime(day.year, day.month, day.day)}


@given(st.text())
def test_any_text_is_a_date_or_none_or_impossible(text):
    """No text makes it raise anything but ValueError."""
    with suppress(ValueError):
        read_date(text)
