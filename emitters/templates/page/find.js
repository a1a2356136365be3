
// Search and filters. They hide rows; nothing is taken out of the page.
const find = (() => {
  const query = document.getElementById("query");
  const byClass = document.getElementById("class");
  const bySend = document.getElementById("send");
  const found = document.getElementById("found");
  const none = document.getElementById("none");

  /** Text without what people write in different ways: `bad-gateway`, `BAD_GATEWAY`, `Bad Gateway`. */
  const folded = (text) => text.toLowerCase().replace(/[\s_-]+/gu, "");

  const rows = Array.from(document.querySelectorAll(".card, .rows tbody tr"), (element) => {
    const { first, last, send, title = "", row } = element.dataset;
    const texts = element.querySelectorAll("h4, p:not(.aside, .may), code, .label");
    return {
      element,
      first: Number(first),
      last: Number(last),
      send: send.split(" "),
      class: element.dataset.class ?? entryOf(Number(first))?.class ?? "",
      text: folded([title, ...Array.from(texts, (text) => text.textContent)].join(" ")),
      // The same row in the overview and in the list of contents.
      others: row === undefined ? [] : document.querySelectorAll(`:not(.card)[data-row="${row}"]`),
    };
  });

  const begins = (row, digits) => String(row.first).startsWith(digits);

  /** Whether the code belongs to the row: in the table of this page no narrower row has it. */
  const holds = (row, code) => {
    const [first, last] = row.element.matches(".card") ? entryOf(code)?.codes ?? [] : [row.first, row.last];
    return first === row.first && last === row.last && first <= code && code <= last;
  };

  /** What a word of the query asks for: a number, or a text where no row has that number. */
  const test = (word) => {
    const text = folded(word);
    const code = Number(word);
    const isNumber = /^\d{1,5}$/u.test(word);
    const isBeginning = isNumber && rows.some((row) => begins(row, word));
    if (isNumber && word.length > 3) {
      return (row) => begins(row, word) || holds(row, code);
    }
    if (isBeginning) {
      return (row) => begins(row, word);
    }
    if (isNumber && rows.some((row) => holds(row, code))) {
      return (row) => holds(row, code);
    }
    return (row) => row.text.includes(text);
  };

  const apply = () => {
    const isOpen = query.value.trim() !== "" || bySend.value !== "";
    const tests = query.value.split(/\s+/u).filter((word) => word !== "").map(test);
    let codes = 0;
    let applications = 0;
    for (const row of rows) {
      const shown = tests.every((matches) => matches(row))
        && (byClass.value === "" || row.class === byClass.value)
        && (bySend.value === "" || row.send.includes(bySend.value));
      row.element.hidden = !shown;
      for (const other of row.others) {
        other.hidden = !shown;
      }
      if (shown && row.element.matches(".card")) {
        codes += 1;
      } else if (shown) {
        applications += 1;
      }
    }
    for (const part of document.querySelectorAll(".group, .application, #applications, .overview tbody")) {
      part.hidden = !part.querySelector(":is(.card, tr[data-first], tr[data-row]):not([hidden])");
      if (part.matches("details")) {
        part.open = isOpen && !part.hidden;
      }
    }
    document.querySelector(".overview").closest(".scroll").hidden = codes === 0;
    none.hidden = codes + applications > 0;
    const count = (number, what) => `${number} ${what}${number === 1 ? "" : "s"}`;
    found.textContent = count(codes, "row")
      + (document.getElementById("applications") === null ? "" : ` and ${count(applications, "code")} of known protocols`);
  };

  const search = (text) => {
    query.value = text;
    byClass.value = "";
    bySend.value = "";
    apply();
  };

  /** Writes the search into the address, so that it can be kept; some browsers forbid it for files. */
  const write = () => {
    const address = new URL(location.href);
    if (query.value === "") {
      address.searchParams.delete("q");
    } else {
      address.searchParams.set("q", query.value);
    }
    try {
      history.replaceState(history.state, "", address);
    } catch {
      // The search works all the same.
    }
  };

  const reset = () => {
    search("");
    write();
  };

  query.addEventListener("input", () => {
    apply();
    write();
  });
  byClass.addEventListener("change", apply);
  bySend.addEventListener("change", apply);
  query.form.addEventListener("submit", (event) => {
    event.preventDefault();
    const first = rows.find((row) => !row.element.hidden);
    if (first !== undefined && first.element.id !== "") {
      location.hash = first.element.id;
    }
  });
  none.querySelector("button").addEventListener("click", () => {
    reset();
    query.focus();
  });
  document.addEventListener("keydown", (event) => {
    const isTyping = event.target.closest?.("input, textarea, select") ?? null;
    if (event.key === "Escape" && (isTyping === null || isTyping === query)) {
      reset();
    } else if (event.key === "/" && isTyping === null && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      query.focus();
      query.select();
    }
  });

  // `?q=4004` is a search that can be kept, and a browser's keyword for this page.
  query.value = new URLSearchParams(location.search).get("q") ?? query.value;
  apply();
  if (query.value !== "" && location.hash === "") {
    query.form.scrollIntoView();
  }
  return { folded, reset, search };
})();
