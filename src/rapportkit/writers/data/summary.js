
"use strict";
(() => {
  const all = (what, within = document) => [...within.querySelectorAll(what)];
  const byId = (id) => document.getElementById(id);
  const bar = byId("bar"), told = byId("told"), filtered = byId("filtered"), panel = byId("panel");
  const root = document.documentElement, fields = all("select, input", bar);
  const say = (what, gaps) => bar.dataset[what].replace(/\{(\w+)\}/g, (gap, name) => gaps[name]);

  /* What there is to filter: rows of the annex, and points of the body that know their rows by number. */
  const rows = all(".question li");
  const marks = rows.map((row) => ({
    session: Number(row.closest(".report").dataset.n),
    themes: ` ${row.dataset.t || ""} `,
    codes: ` ${row.dataset.c || ""} `,
    above: row.dataset.u === undefined ? -1 : Number(row.dataset.u),
  }));
  const points = all("[data-s]");
  const place = new Map(points.map((point, at) => [point, at]));
  const supports = points.map((point) => point.dataset.s.split(" ").map(Number));
  const above = points.map((point) => place.get(point.parentElement.closest("[data-s]")) ?? -1);
  const links = all("nav li").map((item) => [item, byId(item.firstElementChild.hash.slice(1))]);
  let texts = null;

  /** A text without capitals and accents, its quotation marks plain. */
  const plain = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase()
    .replace(/œ/g, "oe").replace(/æ/g, "ae").replace(/ß/g, "ss").replace(/ø/g, "o").replace(/ł/g, "l")
    .replace(/[‘’ʼ`]/g, "'").replace(/[“”«»„]/g, '"').replace(/\s+/g, " ");

  /** Which rows fit: each point by its own words or by those of a point that it hangs below. */
  function fitting() {
    const [session, theme, country, tag, words] = fields;
    const sought = plain(words.value).trim().split(" ").filter(Boolean);
    if (sought.length && !texts) texts = rows.map((row) => plain(row.querySelector(".w").textContent));
    const said = [];
    return marks.map((mark, at) => {
      said[at] = !sought.length || sought.every((word) => texts[at].includes(word)) || (mark.above >= 0 && said[mark.above]);
      return said[at]
        && (!session.value || mark.session === session.selectedIndex)
        && (!theme.value || mark.themes.includes(` ${theme.selectedIndex} `))
        && (!country.value || mark.codes.includes(` ${country.value} `))
        && (!tag.value || mark.codes.includes(` ${tag.value} `));
    });
  }

  function hide(element, away) { if (element.hidden !== away) element.hidden = away; }
  function hideEmpty(what, shown) { for (const each of all(what)) hide(each, !each.querySelector(shown)); }

  /** Show what fits, with all that a shown point hangs below, and nothing that would stand empty. */
  function show() {
    const fits = fitting();
    rows.forEach((row, at) => hide(row, !fits[at]));
    const shown = supports.map((several) => several.some((row) => fits[row]));
    for (let at = points.length - 1; at >= 0; at--) if (shown[at] && above[at] >= 0) shown[above[at]] = true;
    points.forEach((point, at) => hide(point, !shown[at]));
    hideEmpty(".list", "[data-s]:not([hidden])");
    hideEmpty(".question", "li:not([hidden])");
    hideEmpty(".report", ".question:not([hidden])");
    hideEmpty(".group", "[data-s]:not([hidden])");
    hideEmpty(".chapter", ".group:not([hidden])");
    for (const [item, target] of links) hide(item, target.hidden);
    tell(fits.filter(Boolean).length);
  }

  function picked() { return fields.filter((field) => field.value); }

  function tell(n) {
    const of = bar.dataset.of, few = n === 0 ? "none" : n === 1 ? "one" : "some";
    told.textContent = say(picked().length ? few : "all", { n, of });
    const what = picked().map((field) => `${field.labels[0].textContent}: ${named(field)}`).join("; ");
    filtered.textContent = what ? `${say("filtered", { what })} ${told.textContent}` : "";
    hide(filtered, !what);
  }

  const uncounted = (text) => text.replace(/ \(\d+\)$/, "");
  function named(field) { return field.options ? uncounted(field.selectedOptions[0].textContent) : field.value; }

  /* The address holds what is picked, so that it can be sent to somebody; “at” is where to look. */
  function address(at) {
    const state = new URLSearchParams(picked().map((field) => [field.name, field.value]));
    if (at) state.set("at", at);
    return `#${state}`;
  }
  function keep() { history.replaceState(null, "", picked().length ? address() : location.pathname + location.search); }

  function restore() {
    const state = new URLSearchParams(location.hash.slice(1));
    for (const field of fields) {
      field.value = state.get(field.name) || "";
      if (field.options && field.selectedIndex < 0) field.value = "";
    }
    show();
    const at = byId(state.get("at") || "");
    if (at) look(at);
  }

  function look(at) {
    for (const each of all(".at")) each.classList.remove("at");
    at.classList.add("at");
    at.scrollIntoView();
    if (!at.hasAttribute("tabindex")) at.tabIndex = -1;
    at.focus({ preventScroll: true });
  }

  /** Follow a link within the page without losing what is picked, unless that hides the place. */
  function go(id) {
    const at = byId(id);
    if (!at) return;
    const cleared = at.closest("[hidden]") !== null;
    if (cleared) { for (const field of fields) field.value = ""; show(); }
    history.pushState(null, "", picked().length ? address(id) : `#${id}`);
    look(at);
    if (cleared) told.textContent = `${say("cleared")} ${told.textContent}`;
  }

  /* The panel of sources. */
  let opener = null;
  function open(several, from) {
    const sources = panel.querySelector(".sources");
    sources.replaceChildren(...several.map(source));
    byId("panel-title").textContent = say(several.length > 1 ? "sources" : "source");
    opener = from;
    panel.hidden = false;
    panel.scrollTop = 0;
    root.classList.add("panelled");
    /* On a narrow screen the panel lies below: what was asked about stays in sight above it. */
    root.style.scrollPaddingBottom = matchMedia("(min-width: 75rem)").matches ? "" : `${panel.offsetHeight + 12}px`;
    if (opener) opener.scrollIntoView({ block: "nearest" });
    byId("panel-title").focus({ preventScroll: true });
  }
  function close() {
    if (panel.hidden) return;
    panel.hidden = true;
    root.classList.remove("panelled");
    root.style.scrollPaddingBottom = "";
    if (opener && opener.isConnected) opener.focus();
    opener = null;
  }

  function source(at) {
    const row = rows[at], told = byId("source").content.cloneNode(true);
    const put = (name, ...nodes) => {
      const cell = told.querySelector(`.${name}`);
      if (nodes.some((node) => node && node !== "–")) cell.append(...nodes);
      else cell.parentElement.remove();
    };
    const copy = (what) => all(what, row).map((node) => node.cloneNode(true));
    told.querySelector("h3").textContent = row.querySelector(".k").textContent;
    told.querySelector("blockquote").append(...all(".w > p:first-child", row)[0].cloneNode(true).childNodes);
    told.querySelector(".notes").append(...copy(".note"));
    put("session", bar.elements.session.options[marks[at].session].textContent);
    put("question", row.closest(".question").querySelector("h4").textContent);
    put("place", ...copy(".pl"));
    put("language", ...copy(".la"));
    put("used", ...copy(".us"));
    const words = new Map((row.dataset.i || "").split("|").filter(Boolean).map((pair) => {
      const parted = pair.indexOf("=");
      return [pair.slice(0, parted), pair.slice(parted + 1)];
    }));
    const codes = marks[at].codes.split(" ").filter(Boolean);
    const themes = marks[at].themes.split(" ").filter(Boolean).map((theme) => byIndex("theme", Number(theme)));
    put("cited", [...new Set([...themes, ...codes.filter((code) => !words.has(code)).map(name)])].join("; "));
    put("inferred", [...words].map(([code, said]) => say("quoted", { name: name(code), words: said })).join("; "));
    told.querySelector(".goto").setAttribute("href", `#${row.id}`);
    return told;
  }
  function byIndex(field, at) { return uncounted(bar.elements[field].options[at].textContent); }
  function name(code) {
    const option = ["tag", "country"].flatMap((field) => [...bar.elements[field].options]).find((each) => each.value === code);
    return option ? uncounted(option.textContent) : code;
  }

  const rowOf = new Map(rows.map((row, at) => [row.id, at]));

  document.addEventListener("click", (event) => {
    if (event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    const link = event.target.closest("a[href^='#']");
    if (link) return followed(event, link);
    if (event.target.closest("#panel .close")) return close();
    const text = event.target.closest(".t");
    if (!text || text.closest("#panel") || !getSelection().isCollapsed) return;
    const point = text.closest("[data-s]"), row = text.closest(".question li");
    if (point) open(supports[place.get(point)], point.querySelector(".r a"));
    else if (row) open([rowOf.get(row.id)], row.querySelector(".k"));
  });

  function followed(event, link) {
    const id = decodeURIComponent(link.hash.slice(1));
    if (link.matches(".goto") || link.closest("#panel")) { event.preventDefault(); close(); go(id); return; }
    if (link.matches("a.n")) { event.preventDefault(); open(supports[place.get(link.closest("[data-s]"))], link); return; }
    if (rowOf.has(id)) { event.preventDefault(); open([rowOf.get(id)], link); return; }
    if (picked().length) { event.preventDefault(); go(id); }
  }

  document.addEventListener("keydown", (event) => { if (event.key === "Escape") close(); });
  bar.addEventListener("submit", (event) => event.preventDefault());
  bar.addEventListener("reset", () => setTimeout(() => { show(); keep(); }));
  for (const field of fields.filter((each) => each.options)) field.addEventListener("change", () => { show(); keep(); });
  let waiting = 0;
  bar.elements.words.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => { show(); keep(); }, 150);
  });
  addEventListener("hashchange", restore);

  /* Where the bar stays in sight, it must not lie upon the place that a link leads to. */
  new ResizeObserver(() => {
    root.style.scrollPaddingTop = getComputedStyle(bar).position === "sticky" ? `${bar.offsetHeight + 12}px` : "";
  }).observe(bar);
  root.classList.add("script");
  bar.hidden = false;
  restore();
})();
