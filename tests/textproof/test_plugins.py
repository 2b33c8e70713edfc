"""Rules of one's own, in packages that the configuration names."""

import os
import re
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from textproof import ConfigError, check_text
from textproof.cli import main
from textproof.config_file import parse_config
from textproof.plugins import plugin_rules

GUIDE = Path(__file__).resolve().parent.parent.parent / "docs" / "guide.md"
SHOUTING = re.search(r"^```py\n(.*?)^```$", GUIDE.read_text("utf-8"), re.MULTILINE | re.DOTALL)[1]
"""The rule that the guide shows."""

CONFIG = 'plugins = ["acme_rules"]\n'


@pytest.fixture
def package(tmp_path, monkeypatch):
    """A package of rules that can be imported; its folder."""
    folder = tmp_path / "acme_rules"
    folder.mkdir()
    (folder / "__init__.py").write_text('"""Rules of Acme."""\n')
    (folder / "shouting.py").write_text(SHOUTING)
    monkeypatch.syspath_prepend(str(tmp_path))
    monkeypatch.chdir(tmp_path)
    yield folder
    plugin_rules.cache_clear()
    for name in [name for name in sys.modules if name.partition(".")[0] == "acme_rules"]:
        del sys.modules[name]


@pytest.mark.usefixtures("package")
def test_a_rule_of_a_plugin_finds():
    """It runs as textproof's own do, under the name of its package as validator."""
    result = check_text("Buy it FREE!!! now", config=parse_config(CONFIG))
    assert [(f.rule, f.validator, f.text) for f in result.findings] == [
        ("shouting", "acme-rules", "FREE!!!")
    ]


@pytest.mark.usefixtures("package")
@pytest.mark.parametrize("name", ["shouting", "acme-rules"])
def test_a_rule_of_a_plugin_can_be_configured(name):
    """It is selected, ignored and given a severity like any other."""
    text = "Buy it FREE!!! now"
    assert not check_text(text, config=parse_config(f'{CONFIG}ignore = ["{name}"]')).findings
    assert check_text(text, config=parse_config(f'{CONFIG}select = ["{name}"]')).findings
    config = parse_config(f'{CONFIG}severity = {{ {name} = "error" }}')
    assert not check_text(text, config=config).passed


@pytest.mark.usefixtures("package")
def test_a_rule_of_a_plugin_is_listed_and_explained(tmp_path, capsys):
    """`rules` and `explain` know it in a folder whose configuration names the plugin."""
    (tmp_path / "textproof.toml").write_text(CONFIG)
    assert main(["rules"]) == 0
    assert "shouting" in capsys.readouterr().out
    assert main(["explain", "shouting"]) == 0
    assert "Words in capitals" in capsys.readouterr().out


def test_a_plugin_without_rules(package):
    """What declares no rule is a mistake of the configuration."""
    (package / "shouting.py").write_text("")
    with pytest.raises(ConfigError, match="acme_rules declares no rule"):
        parse_config(f'{CONFIG}select = ["mojibake"]')


def test_a_plugin_that_breaks(package):
    """Whatever it raises when it is imported is said in one sentence."""
    (package / "shouting.py").write_text("1 / 0")
    with pytest.raises(ConfigError, match=r"cannot be imported \(ZeroDivisionError"):
        parse_config(f'{CONFIG}select = ["mojibake"]')


def test_a_plugin_that_takes_a_name(package):
    """A rule of textproof's own cannot be replaced."""
    (package / "shouting.py").write_text(SHOUTING.replace('"shouting"', '"wrong-decode"'))
    with pytest.raises(ConfigError, match="declares wrong-decode, a rule of textproof's"):
        parse_config(f'{CONFIG}select = ["mojibake"]')


def test_an_unknown_plugin_is_no_traceback(tmp_path):
    """The command line answers it with a sentence and exit status 2."""
    (tmp_path / "textproof.toml").write_text('plugins = ["nowhere_to_be_found"]\n')
    (tmp_path / "a.txt").write_text("Nothing is wrong here.\n")
    done = subprocess.run(
        [sys.executable, "-P", "-m", "textproof", "check", "a.txt"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 2
    assert "nowhere_to_be_found cannot be imported" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.fixture
def installed(tmp_path):
    """The folder that a wheel with the rules of the guide was installed into."""
    wheel = tmp_path / "acme_rules-1.0-py3-none-any.whl"
    info = "acme_rules-1.0.dist-info"
    files = {
        "acme_rules/__init__.py": '"""Rules of Acme."""\n',
        "acme_rules/shouting.py": SHOUTING,
        f"{info}/METADATA": "Metadata-Version: 2.1\nName: acme-rules\nVersion: 1.0\n",
        f"{info}/WHEEL": "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
    }
    with zipfile.ZipFile(wheel, "w") as archive:
        for name, text in files.items():
            archive.writestr(name, text)
        archive.writestr(f"{info}/RECORD", "".join(f"{name},,\n" for name in files))
    target = tmp_path / "site"
    command = [sys.executable, "-m", "pip", "install", "--quiet", "--no-index", "--no-deps"]
    subprocess.run([*command, "--target", str(target), str(wheel)], check=True)
    return target


def test_the_rule_of_the_guide_works_as_an_installed_package(tmp_path, installed):
    """It runs and is explained once the configuration names it."""
    (tmp_path / "textproof.toml").write_text(f'{CONFIG}fail-on = "warning"\n')
    (tmp_path / "a.md").write_text("Buy it FREE!!! now\n")

    def said(*arguments):
        done = subprocess.run(
            [sys.executable, "-P", "-m", "textproof", *arguments],
            cwd=tmp_path,
            env=os.environ | {"PYTHONPATH": str(installed)},
            capture_output=True,
            text=True,
            check=False,
        )
        return done.returncode, done.stdout + done.stderr

    status, report = said("check", "a.md")
    assert status == 1
    assert "1:8 warning shouting: somebody shouts" in report
    status, text = said("explain", "shouting")
    assert status == 0
    assert "Words in capitals with three exclamation marks." in text
