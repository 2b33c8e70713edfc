"""Size of the HTML report of a large run, and how long a browser takes to open it.

    pip install '.[browser]' && apt-get install chromium
    python benchmarks/html_report.py

The run has 10,000 documents with 50,000 findings, made up. Printed are the size of the page, the
time to write it, and the median time in Chromium from the request to the event `load` and to the
first frame after it. Beside it stands the same for a page of one document: what the browser takes
for anything.
"""

from __future__ import annotations

import shutil
import tempfile
import time
from pathlib import Path
from statistics import median

from playwright.sync_api import sync_playwright

from textproof import Config, check_text
from textproof.reports import Presentation, html
from textproof.results import Run

DOCUMENTS, FINDINGS, RUNS = 10_000, 5, 5
LINE = "La biblioteca número {} abre de lunes a sÃ¡bado, y los demás días no.\n"
FRAME = "new Promise(done => requestAnimationFrame(() => setTimeout(done)))"
ARGUMENTS = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic"]


def run_of(documents: int) -> Run:
    text = "".join(LINE.format(n) for n in range(FINDINGS))
    results = tuple(check_text(text, path=f"folder{n % 50}/{n}.txt") for n in range(documents))
    return Run(results, rules=Config().rules)


def main() -> None:
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=ARGUMENTS
        )
        for documents in (1, DOCUMENTS):
            run = run_of(documents)
            began = time.process_time()
            text = html.render(run, Presentation())
            wrote = time.process_time() - began
            file = Path(folder, "page.html")
            file.write_text(text, encoding="utf-8")
            opened = []
            for _ in range(RUNS):
                page = browser.new_page()
                began = time.perf_counter()
                page.goto(file.as_uri(), wait_until="load")
                page.evaluate(FRAME)
                opened.append(time.perf_counter() - began)
                page.close()
            print(
                f"{documents:6,} documents, {run.summary().findings:6,} findings: "
                f"{len(text.encode()) / 1e6:.2f} MB, written in {wrote:.1f} s of CPU, "
                f"opened in {median(opened):.2f} s"
            )
        browser.close()


if __name__ == "__main__":
    main()
