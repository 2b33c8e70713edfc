"""Foreign names in Chinese: the characters that spell them.

>>> in_foreign_name("卡尔?马克思", 2), in_foreign_name("真的?没有", 2)
(True, False)
"""

from __future__ import annotations

_SIMPLIFIED = (
    "阿埃艾安昂奥巴拜班邦贝本比彼别宾波伯博布查茨达戴丹道德邓狄迪第丁杜顿多恩尔法范菲费芬弗夫福"
    "盖甘冈高戈格贡古瓜哈海汉赫亨华霍基吉季加贾金杰卡凯坎考科克肯孔库夸拉莱赖兰朗劳勒雷里理利丽莉"
    "连列林琳隆卢鲁路露伦罗洛马玛迈麦曼毛梅门蒙孟米密敏明摩莫默姆穆拿纳娜奈南内尼涅宁纽努诺欧帕"
    "潘庞佩彭皮平蒲普齐奇恰乔切琴琼丘热日若萨赛塞桑森沙莎山尚绍舍申圣史施什士舒斯丝苏索塔泰坦汤"
    "唐陶特腾提田廷图托瓦万旺威韦维魏温翁沃沙乌伍武西希锡夏香肖谢辛欣修休许雪亚延扬耶叶伊因英尤"
    "于约云扎詹章哲真治朱茱卓兹宗祖佐思白保鲍登蒂敦额厄凡冯富哥葛豪洪胡惠捷康奎昆廖龙吕茂缪瑙嫩农"
    "培泼仁荣茹瑞朔松孙屯歇兴旭逊雅永赞泽珍芝破仑罕梵孜鼎娅姬"
)
_TRADITIONAL = (
    "奧貝賓茲戴鄧頓爾範費蓋岡貢漢華賈傑凱誇萊賴蘭勞裡麗連盧魯倫羅馬瑪邁麥門"
    "夢納內寧紐諾歐龐齊喬瓊熱薩賽紹聖絲蘇湯騰圖萬韋維溫烏錫蕭謝許亞揚葉約雲紮鮑額馮龍呂農潑榮"
    "孫興遜贊澤崙則婭"
)
SPELLING = frozenset(_SIMPLIFIED + _TRADITIONAL)
"""The characters of the usual tables for names from English, French, German and Russian."""


def in_foreign_name(text: str, position: int) -> bool:
    """Whether two characters before a place, and two behind it, are such as spell foreign names."""
    before, after = text[max(position - 2, 0) : position], text[position + 1 : position + 3]
    return len(before) == len(after) == 2 and SPELLING.issuperset(before + after)
