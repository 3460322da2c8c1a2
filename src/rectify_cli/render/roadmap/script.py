"""What a roadmap's page does: filters, a task's card, the keys. Without it all can be read."""

SCRIPT = """
(() => {
"use strict";
const ROW = 26;
const all = (what, where = document) => [...where.querySelectorAll(what)];
const one = id => document.getElementById(id);
const tip = one("tip"), owner = one("by-owner"), phase = one("by-phase"), lamp = one("by-lamp");
const parts = all(".part[data-phase]"), overview = all(".overview .row");
const rowOf = new Map(all(".part[data-phase] .row").map(row => [row.hash, row]));
let pinned = false, current = null, leaving = 0, mouse = "";

const lampOf = row => row.dataset.l || "";
function wanted() {
  const chosen = owner.selectedOptions[0];
  if (!chosen || !chosen.value) return null;
  return new Set([chosen.value, ...(chosen.dataset.sets || "").split(" ").filter(Boolean)]);
}
function matches(row, own) {
  if (lamp.value && lampOf(row) !== lamp.value) return false;
  return !own || (row.dataset.p || "").split(" ").some(each => own.has(each));
}
function filterPart(part, own) {
  const inside = !phase.value || part.dataset.phase === phase.value;
  let below = [], counted = 0;
  for (const row of all(".row", part).reverse()) {
    const depth = Number(row.dataset.d), sum = row.classList.contains("sum");
    const seen = inside && (sum ? below.slice(depth + 1).some(Boolean) : matches(row, own));
    below = below.slice(0, depth + 1);
    below[depth] = below[depth] || seen;
    row.hidden = !seen;
    one(row.hash.slice(1)).hidden = !seen;
    counted += seen && !sum ? 1 : 0;
  }
  part.hidden = !counted;
  redraw(part);
  return counted;
}
function redraw(part) {
  const at = new Map();
  for (const row of all(".row", part)) if (!row.hidden) at.set(row.hash.slice(1), at.size);
  for (const arrow of all(".front g", part)) {
    const from = at.get(arrow.dataset.a), to = at.get(arrow.dataset.b);
    const gone = from === undefined || to === undefined;
    arrow.setAttribute("visibility", gone ? "hidden" : "visible");
    if (gone) continue;
    const lines = all("line", arrow), y1 = from * ROW + ROW / 2, y2 = to * ROW + ROW / 2;
    lines[0].setAttribute("y1", y1);
    lines[0].setAttribute("y2", lines.length > 1 ? y2 : y2 + (y2 > y1 ? -8 : 8));
    if (lines[1]) { lines[1].setAttribute("y1", y2); lines[1].setAttribute("y2", y2); }
  }
}
function filter() {
  hide();
  const own = wanted();
  let counted = 0, total = 0;
  for (const part of parts) {
    counted += filterPart(part, own);
    total += all(".row:not(.sum)", part).length;
  }
  for (const row of overview) {
    const inner = rowOf.get(row.hash);
    row.hidden = !inner || inner.hidden;
  }
  const box = document.querySelector(".overview");
  if (box) box.hidden = !overview.some(row => !row.hidden);
  const said = one("shown");
  said.textContent = said.dataset.text.replace("{n}", counted).replace("{all}", total);
  one("none").hidden = counted > 0;
}

function unmark() {
  for (const row of all(".row.drives, .row.at")) row.classList.remove("drives", "at");
}
function hide() { pinned = false; current = null; tip.hidden = true; unmark(); }
function show(row) {
  clearTimeout(leaving);
  unmark();
  current = row;
  row.classList.add("at");
  const card = one(row.hash.slice(1));
  tip.replaceChildren(...[...card.childNodes].map(each => each.cloneNode(true)));
  const close = document.createElement("button");
  close.type = "button";
  close.textContent = tip.dataset.close;
  close.addEventListener("click", () => { const row = current; hide(); row.focus(); hide(); });
  tip.prepend(close);
  for (const link of all("a[href^='#']", card)) {
    const driver = rowOf.get(link.hash);
    if (driver) driver.classList.add("drives");
  }
  tip.hidden = false;
  const box = row.getBoundingClientRect(), high = tip.offsetHeight, wide = tip.offsetWidth;
  const below = box.bottom + 4 + high <= innerHeight || box.top < high;
  const left = Math.min(box.left + 0.3 * box.width, innerWidth - wide - 8);
  tip.style.left = Math.max(8, left) + "px";
  tip.style.top = Math.max(8, Math.min(below ? box.bottom + 4 : box.top - high - 4,
    innerHeight - high - 8)) + "px";
}
const leave = () => { leaving = setTimeout(() => { if (!pinned) hide(); }, 250); };

for (const row of all(".row")) {
  row.addEventListener("mouseenter", event => {
    const moved = mouse !== event.screenX + "," + event.screenY;  // not the rows under it
    if (!pinned && moved) show(row);
  });
  row.addEventListener("mouseleave", () => { if (!pinned && current === row) leave(); });
  row.addEventListener("focus", () => {
    if (pinned && current === row) return;
    pinned = false;
    show(row);
  });
  row.addEventListener("blur", () => { if (!pinned && current === row) leave(); });
  row.addEventListener("click", event => {
    event.preventDefault();
    show(row);
    pinned = true;
    if (!event.detail) tip.focus();
  });
}
tip.addEventListener("mouseenter", () => clearTimeout(leaving));
tip.addEventListener("mouseleave", () => { if (!pinned) leave(); });
tip.addEventListener("focusin", () => { clearTimeout(leaving); pinned = true; });
tip.addEventListener("click", event => {
  const link = event.target.closest("a[href^='#']");
  const row = link && rowOf.get(link.hash);
  if (!row) return;
  event.preventDefault();
  if (row.hidden) reset();
  row.focus();
  show(row);
  pinned = true;
});
document.addEventListener("mousemove", event => { mouse = event.screenX + "," + event.screenY; });
document.addEventListener("keydown", event => {
  if (event.key === "Escape" && !tip.hidden) {
    const row = current, inside = tip.contains(document.activeElement);
    hide();
    if (inside && row) { row.focus(); hide(); }
    return;
  }
  const at = document.activeElement;
  if (!at || !at.classList.contains("row")) return;
  const rows = all(".row").filter(row => !row.hidden && !row.closest("[hidden]"));
  const here = rows.indexOf(at);
  const next = { ArrowDown: here + 1, ArrowUp: here - 1, Home: 0, End: rows.length - 1 }[event.key];
  if (next === undefined || !rows[next]) return;
  event.preventDefault();
  rows[next].focus();
});
function reset() { owner.value = phase.value = lamp.value = ""; filter(); }
for (const each of [owner, phase, lamp]) each.addEventListener("change", filter);
one("reset").addEventListener("click", reset);
one("filters").hidden = one("keys").hidden = false;
filter();
})();
"""
