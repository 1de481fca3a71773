"use strict";
// What is nicer with a script than without. Every page can be read without this file.
const byId = (id) => document.getElementById(id);
const say = (text) => { byId("said").textContent = text; };
const show = (element) => { if (element) element.hidden = false; };

// In a narrow window, the navigation is scrolled to the page that is shown, and to the link that has the focus
function seen(link) {
  const nav = link.parentElement;
  const at = link.offsetLeft - nav.offsetLeft;
  if (at < nav.scrollLeft || at + link.offsetWidth > nav.scrollLeft + nav.clientWidth) nav.scrollLeft = at - (nav.clientWidth - link.offsetWidth) / 2;
}
document.querySelectorAll(".top nav [aria-current]").forEach(seen);
document.querySelector(".top nav")?.addEventListener("focusin", (e) => seen(e.target));

// Light and dark
const theme = byId("theme");
show(theme);
theme.addEventListener("click", () => {
  const root = document.documentElement;
  const isDark = root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
  root.dataset.theme = isDark ? "light" : "dark";
  try { localStorage.setItem("daybook-theme", root.dataset.theme); } catch (e) { /* for this page alone */ }
  say(`${root.dataset.theme} look`);
});

// JSON in colours, when it is seen. Only text is written, never HTML.
const TOKEN = /("(?:[^"\\]|\\.)*")(\s*:)?|(-?\d+(?:\.\d+)?(?:[eE][-+]?\d+)?)|\b(true|false|null)\b/g;
function paint(pre) {
  if (!pre || pre.dataset.painted) return;
  pre.dataset.painted = "1";
  const text = pre.textContent;
  const out = document.createDocumentFragment();
  let end = 0;
  for (const match of text.matchAll(TOKEN)) {
    out.append(text.slice(end, match.index));
    const span = document.createElement("span");
    const [whole, string, colon] = match;
    span.className = string ? (colon ? "k" : "s") : match[3] ? "n" : "w";
    span.textContent = string ?? whole;
    out.append(span);
    if (colon) out.append(colon);
    end = match.index + whole.length;
  }
  out.append(text.slice(end));
  pre.replaceChildren(out);
}
document.addEventListener("toggle", (e) => { if (e.target.open) paint(e.target.querySelector(".json")); }, true);
document.querySelectorAll(".json.now").forEach(paint);

// Copying
function offerCopies(within) {
  if (navigator.clipboard) within.querySelectorAll(".copy").forEach(show);
}
offerCopies(document);
document.addEventListener("click", async (e) => {
  const button = e.target.closest?.(".copy");
  if (!button) return;
  const text = button.dataset.copy ? byId(button.dataset.copy).textContent : new URL(button.dataset.link, location.href).href;
  const word = button.textContent;
  try {
    await navigator.clipboard.writeText(text);
    button.textContent = "Copied";
  } catch (refused) {
    button.textContent = "The browser refuses";
  }
  say(button.textContent);
  setTimeout(() => { button.textContent = word; }, 1500);
});

// A range of time, by dragging over the histogram
function offerRange() {
  const histogram = byId("histogram");
  if (!histogram || histogram.dataset.offered) return;
  histogram.dataset.offered = "1";
  const svg = histogram.querySelector("svg");
  const place = (e) => {
    const box = svg.getBoundingClientRect();
    return Math.min(1, Math.max(0, (e.clientX - box.left) / box.width));
  };
  const time = (part) => {
    const [from, to] = [BigInt(histogram.dataset.from), BigInt(histogram.dataset.to)];
    const micros = from + (to - from) * BigInt(Math.round(part * 1e6)) / 1000000n;
    const ms = micros >= 0n ? micros / 1000n : (micros - 999n) / 1000n;
    return new Date(Number(ms)).toISOString().replace("Z", String(micros - ms * 1000n).padStart(3, "0") + "Z");
  };
  let start = null;
  let dragged = false;
  svg.addEventListener("dragstart", (e) => e.preventDefault());
  svg.addEventListener("pointerdown", (e) => { if (e.button === 0) { start = place(e); dragged = false; } });
  addEventListener("pointermove", (e) => {
    if (start === null) return;
    const now = place(e);
    dragged = dragged || Math.abs(now - start) > 0.005;
    const selection = byId("selection");
    selection.setAttribute("x", Math.min(start, now) * 1000);
    selection.setAttribute("width", dragged ? Math.abs(now - start) * 1000 : 0);
  });
  addEventListener("pointerup", (e) => {
    if (start === null) return;
    const [a, b] = [start, place(e)].sort((x, y) => x - y);
    start = null;
    if (!dragged) return;
    const form = byId("filter");
    form.elements.from.value = time(a);
    form.elements.to.value = time(b);
    form.requestSubmit();
  });
  svg.addEventListener("click", (e) => { if (dragged) e.preventDefault(); }, true);
}
offerRange();

// The histogram anew, out of a page that was asked for; what is still being counted is drawn again until it is all there
const chart = byId("chart");
function redraw(page) {
  const drawn = page.getElementById("histogram");
  const here = byId("histogram");
  if (drawn && here) {
    here.querySelector("svg").replaceChildren(...drawn.querySelector("svg").childNodes);
    here.querySelector("figcaption").replaceWith(drawn.querySelector("figcaption"));
    Object.assign(here.dataset, { from: drawn.dataset.from, to: drawn.dataset.to });
  } else if (drawn) {
    chart.replaceChildren(document.adoptNode(drawn));
    offerRange();
  }
}
async function asked(url) {
  const answer = await fetch(url, { headers: { Accept: "text/html" } });
  return answer.ok ? new DOMParser().parseFromString(await answer.text(), "text/html") : null;
}
async function countOn() {
  const page = document.hidden ? null : await asked(chart.dataset.again);
  if (page) {
    redraw(page);
    chart.dataset.again = page.getElementById("chart").dataset.again;
  }
  if (chart.dataset.again) setTimeout(countOn, 500);
}
if (chart && chart.dataset.again) setTimeout(countOn, 300);

// What changes by itself is asked for each second. Each part is put in place of its former self, but not while somebody uses it.
const again = document.querySelector("[data-again]:not(#chart)");
const isUsed = (part) => part.contains(document.activeElement) || part.querySelector("[open]");
function freshen(page) {
  const parts = [...document.querySelectorAll("[data-fresh]")];
  const fresh = [...page.querySelectorAll("[data-fresh]")];
  if (parts.length && parts.length === fresh.length && parts.every((part, i) => part.dataset.fresh === fresh[i].dataset.fresh)) {
    parts.forEach((part, i) => { if (part.outerHTML !== fresh[i].outerHTML && !isUsed(part)) part.replaceWith(document.adoptNode(fresh[i])); });
  } else if (!isUsed(again)) {
    const now = page.querySelector("[data-again]:not(#chart)");
    if (now) again.replaceChildren(...document.adoptNode(now).childNodes);
  }
}
async function goOn() {
  const page = document.hidden ? null : await asked(again.dataset.again).catch(() => null);
  if (page) freshen(page);
  setTimeout(goOn, 1000);
}
// Who looks behind the masks is recorded, and so is not made to look once more.
if (again && !new URLSearchParams(location.search).has("unmask")) setTimeout(goOn, 1000);

// A search goes on by itself, until the page is full, all is searched, or somebody stops it
function append(page) {
  const here = byId("events");
  for (const section of [...page.querySelectorAll("#events > section")]) {
    section.querySelectorAll(".event").forEach(offerCopies);
    const last = here.querySelector(":scope > section:last-of-type");
    if (last && last.dataset.day === section.dataset.day) last.querySelector(".log").append(...section.querySelectorAll(".event"));
    else here.append(document.adoptNode(section));
  }
  return document.querySelectorAll("#events .event").length;
}
function endSearch(line, page, found) {
  const slot = line.closest(".paging") ?? line;
  const paging = page.querySelector(".paging");
  if (paging) slot.replaceWith(document.adoptNode(paging));
  else if (found) slot.replaceWith(Object.assign(document.createElement("p"), { className: "muted", textContent: "That is all." }));
  else {
    slot.remove();
    byId("nothing").replaceWith(document.adoptNode(page.getElementById("nothing")));
  }
  say(`${found} found`);
}
async function searchOn(line) {
  const most = Number(new URLSearchParams(location.search).get("limit") ?? 50);
  const stop = byId("search-stop");
  let going = true;
  const button = line.querySelector("a");
  function pause() {
    going = false;
    stop.hidden = true;
    button.hidden = false;
  }
  stop.addEventListener("click", () => { pause(); say("The search is stopped"); button.focus(); });
  button.hidden = true;
  show(stop);
  while (going) {
    const page = await asked(button.href).catch(() => null);
    if (!page || !going) break;
    const found = append(page);
    if (found) byId("nothing")?.remove();
    const then = page.getElementById("searched");
    if (!then) {
      endSearch(line, page, found);
      return;
    }
    byId("searched-to").textContent = page.getElementById("searched-to").textContent;
    button.href = then.querySelector("a").href;
    if (found >= most) break;
  }
  pause();
}
const searched = byId("searched");
if (searched) searchOn(searched);

// An empty field is no filter, and stays out of the address
byId("filter")?.addEventListener("submit", (e) => {
  for (const field of e.target.elements) {
    const usual = field.name === "order" ? "newest" : field.name === "limit" ? "50" : "";
    if (field.name && field.value === usual) field.disabled = true;
  }
});
addEventListener("pageshow", () => document.querySelectorAll("#filter :disabled").forEach((field) => { field.disabled = false; }));

// Keys
const keys = byId("keys");
show(byId("help"));
byId("help").addEventListener("click", () => keys.showModal());
function step(by) {
  const rows = [...document.querySelectorAll("main summary.row, .event summary, main tbody a.row")];
  if (!rows.length) return;
  const at = rows.indexOf(document.activeElement);
  const next = rows[at < 0 ? (by > 0 ? 0 : rows.length - 1) : Math.min(rows.length - 1, Math.max(0, at + by))];
  next.focus();
  next.scrollIntoView({ block: "nearest" });
}
const follow = (selector) => document.querySelector(selector)?.click();
const KEYS = {
  j: () => step(1),
  k: () => step(-1),
  o: () => document.activeElement.closest(".event")?.querySelector(".position")?.click(),
  "/": () => { byId("search")?.focus(); byId("search")?.select(); },
  g: () => byId("go").focus(),
  "[": () => follow("a[rel=prev]"),
  "]": () => follow("a[rel=next]"),
  l: () => byId("live-switch")?.click(),
  "?": () => keys.showModal(),
};
document.addEventListener("keydown", (e) => {
  const typing = e.target.closest("input:not([type=range], [type=checkbox]), select, textarea, dialog");
  if (e.key === "Escape" && e.target.matches("input")) e.target.blur();
  if (typing || e.ctrlKey || e.metaKey || e.altKey || !KEYS[e.key]) return;
  e.preventDefault();
  KEYS[e.key]();
});

// In a long list of steps, the one that is looked at is in sight
function seek() {
  const here = document.querySelector(".steps [aria-current]");
  const list = here?.closest(".steps");
  if (list) list.scrollTop = here.offsetTop - list.offsetTop - list.clientHeight / 2;
}
seek();

// The slider: what it shows changes while it is moved
const slider = byId("slider");
if (slider) {
  const range = slider.elements.step;
  let asked = 0;
  let soon;
  async function look() {
    const turn = ++asked;
    const url = new URL(slider.action);
    url.searchParams.set("id", slider.elements.id.value);
    url.searchParams.set("step", range.value);
    const answer = await fetch(url);
    if (turn !== asked || !answer.ok) return;
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    byId("view").replaceWith(document.adoptNode(page.getElementById("view")));
    seek();
    const links = [...page.querySelectorAll("#slider .beside")];
    slider.querySelectorAll(".beside").forEach((here, i) => here.replaceWith(document.adoptNode(links[i])));
    slider.elements.against.value = page.getElementById("slider").elements.against.value;
    byId("where").textContent = page.getElementById("where").textContent;
    history.replaceState(null, "", url);
  }
  range.addEventListener("input", () => {
    byId("where").textContent = `Step ${range.value} of ${range.max}`;
    clearTimeout(soon);
    soon = setTimeout(look, 40);
  });
  slider.addEventListener("submit", () => {
    const { at, against, step } = slider.elements;
    if (!at.value) at.disabled = true;
    if (against.value === against.defaultValue && step.value !== step.defaultValue) against.disabled = true;
  });
  addEventListener("pageshow", () => { slider.elements.at.disabled = false; slider.elements.against.disabled = false; });
}

// Live events: the stream tells that there is something new, and the page is asked for the rows
const live = byId("live");
if (live && live.dataset.url && window.EventSource) {
  const button = byId("live-switch");
  const line = byId("live-new");
  const MOST_ROWS = 300;
  const PAUSE = 700;
  let source = null;
  let waiting = [];
  let shown = Number(live.dataset.after);
  let busy = false;
  let wanted = false;
  let last = live.dataset.after;
  const position = (row) => Number(row.id.slice(1));
  const isReading = () => scrollY > 120 || document.querySelector(".event [open]") || document.activeElement.closest?.(".event");
  function tell() {
    waiting = waiting.filter((place) => place > shown);
    line.hidden = waiting.length === 0;
    line.textContent = waiting.length === 1 ? "1 new event" : `${waiting.length.toLocaleString("en")} new events`;
  }
  async function bring(isAsked) {
    if (busy) {
      wanted = wanted || isAsked;
      return;
    }
    busy = true;
    wanted = false;
    try {
      const answer = await fetch(line.href, { headers: { Accept: "text/html" } });
      if (!answer.ok) return;
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      shown = Number(page.getElementById("live").dataset.after);
      tell();
      const known = new Set([...document.querySelectorAll(".event")].map(position));
      const coming = [...page.querySelectorAll(".event")].filter((row) => !known.has(position(row)));
      const here = document.querySelector("#events");
      for (const section of [...page.querySelectorAll("#events > section")].reverse()) {
        const rows = [...section.querySelectorAll(".event")].filter((row) => coming.includes(row));
        if (!rows.length) continue;
        rows.forEach((row) => { row.classList.add("new"); offerCopies(row); });
        const top = here.querySelector(":scope > section");
        if (top && top.dataset.day === section.dataset.day) top.querySelector(".log").prepend(...rows);
        else here.prepend(document.adoptNode(section));
      }
      [...here.querySelectorAll(".event")].slice(MOST_ROWS).forEach((row) => row.remove());
      here.querySelectorAll(":scope > section").forEach((section) => { if (!section.querySelector(".event")) section.remove(); });
      if (coming.length && byId("nothing")) byId("nothing").remove();
      redraw(page);
    } finally {
      setTimeout(() => { busy = false; if (wanted || (waiting.length && !isReading())) bring(wanted); }, PAUSE);
    }
  }
  function open() {
    const url = new URL(live.dataset.url, location.href);
    if (last) url.searchParams.set("after", last);
    source = new EventSource(url);
    source.addEventListener("open", () => { byId("live-word").textContent = "Live"; });
    source.addEventListener("event", (e) => {
      last = e.lastEventId;
      if (waiting.length < 10000) waiting.push(Number(last));
      tell();
      if (waiting.length && !isReading()) bring(false);
    });
    source.addEventListener("error", () => { byId("live-word").textContent = "Connecting"; });
  }
  function close() {
    source?.close();
    source = null;
    byId("live-word").textContent = "Paused";
  }
  button.addEventListener("click", () => {
    if (source) close(); else open();
    button.setAttribute("aria-pressed", String(source !== null));
    say(byId("live-word").textContent);
  });
  line.addEventListener("click", (e) => { e.preventDefault(); scrollTo(0, 0); bring(true); });
  addEventListener("pagehide", () => source?.close());
  show(live);
  open();
}
