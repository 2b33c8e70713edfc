"use strict";
// Filters and sorts the documents, and opens what is folded. The page is whole without it.

const table = document.querySelector("#table");
const rows = table ? [...table.tBodies[0].rows] : [];
const filters = { search: "#search", verdict: "#verdicts", rule: "#rule", isNew: "#new" };

for (const name in filters) filters[name] = document.querySelector(filters[name]);

function words(row) {
  return row.dataset.words ??= `${row.textContent} ${row.dataset.rules}`.toLowerCase();
}

function matches(row, wanted, verdict, rule, isNew) {
  return (!isNew || row.dataset.new > 0) && wanted.every((word) => words(row).includes(word))
    && (!verdict || row.dataset.verdict === verdict)
    && (!rule || row.dataset.rules.split(" ").includes(rule));
}

function filter() {
  const wanted = filters.search.value.toLowerCase().split(/\s+/);
  const verdict = filters.verdict.value;
  const rule = filters.rule.value;
  const isNew = filters.isNew?.checked;
  let shown = 0;
  for (const row of rows) {
    row.hidden = !matches(row, wanted, verdict, rule, isNew);
    shown += !row.hidden;
    const section = document.getElementById(row.dataset.section);
    if (section) section.hidden = row.hidden;
  }
  for (const block of document.querySelectorAll(".block")) {
    block.hidden = (rule && block.dataset.rule !== rule) || (isNew && !block.querySelector(".new"));
  }
  const said = document.querySelector("#shown");
  said.textContent = said.dataset.said.replace("{shown}", shown.toLocaleString("en"));
}

function reset() {
  for (const name of ["search", "verdict", "rule"]) filters[name].value = "";
  if (filters.isNew) filters.isNew.checked = false;
  filter();
}

function valueOf(row, column, order) {
  const cell = row.cells[column];
  return order ? Number(cell.dataset.value ?? cell.textContent) : cell.textContent;
}

function sort(head) {
  const order = head.dataset.order;
  const first = order === "number" ? "descending" : "ascending";
  const second = order === "number" ? "ascending" : "descending";
  const direction = head.getAttribute("aria-sort") === first ? second : first;
  for (const other of head.parentElement.cells) other.removeAttribute("aria-sort");
  head.setAttribute("aria-sort", direction);
  const sign = direction === "ascending" ? 1 : -1;
  const compare = order ? (a, b) => a - b : new Intl.Collator("en", { numeric: true }).compare;
  const keyed = rows.map((row) => [valueOf(row, head.cellIndex, order), row]);
  keyed.sort((a, b) => sign * compare(a[0], b[0]));
  table.tBodies[0].append(...keyed.map(([, row]) => row));
}

function makeSortable(head) {
  const button = document.createElement("button");
  button.type = "button";
  button.append(...head.childNodes);
  button.addEventListener("click", () => sort(head));
  head.append(button);
}

function addLinkButton(place) {
  const what = place.nextElementSibling.querySelector(".message");
  if (!what.querySelector(".copy")) {
    addCopyButton(what.lastElementChild, document.body.dataset.link, () => place.href);
  }
}

async function copy(text) {
  if (navigator.clipboard) return navigator.clipboard.writeText(text);
  const field = document.createElement("textarea");
  field.value = text;
  document.body.append(field);
  field.select();
  document.execCommand("copy");
  field.remove();
}

function addCopyButton(place, label, text) {
  const button = document.createElement("button");
  const says = document.createElement("span");
  button.type = "button";
  button.className = "copy";
  button.title = label;
  button.setAttribute("aria-label", label);
  says.setAttribute("role", "status");
  button.addEventListener("click", async () => {
    await copy(text());
    says.textContent = document.body.dataset.copied;
    setTimeout(() => { says.textContent = ""; }, 2000);
  });
  place.after(button, says);
}

function reveal() {
  const target = document.getElementById(location.hash.slice(1));
  if (!target) return;
  if (target.closest("[hidden]")) reset();
  for (let at = target; at; at = at.parentElement) if (at.tagName === "DETAILS") at.open = true;
  target.scrollIntoView();
}

if (rows.length > 1) {
  document.querySelector(".filters").hidden = false;
  for (const name in filters) filters[name]?.addEventListener("input", filter);
  document.querySelector("#reset").addEventListener("click", reset);
  for (const head of table.tHead.rows[0].cells) makeSortable(head);
}
for (const command of document.querySelectorAll(".command")) {
  addCopyButton(command, document.body.dataset.command, () => command.textContent);
}
for (const happens of ["focusin", "pointerover"]) {
  document.addEventListener(happens, (event) => {
    const place = event.target.closest(".finding")?.querySelector(".place");
    if (place) addLinkButton(place);
  });
}
window.addEventListener("hashchange", reveal);
window.addEventListener("beforeprint", () => {
  for (const folded of document.querySelectorAll("details")) folded.open = true;
});
reveal();
