
// The search and the filters. The search says what its text means, and hides the rows that it is not about.
const find = (() => {
  const query = document.getElementById("query");
  const verdict = document.getElementById("verdict");
  const byClass = document.getElementById("class");
  const bySend = document.getElementById("send");
  const found = document.getElementById("found");
  const all = document.getElementById("all");

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
    const text = query.value.trim();
    const { codes, says } = answer(text);
    const isOpen = text !== "" || bySend.value !== "";
    const tests = text.split(/\s+/u).filter((word) => word !== "").map(test);
    const hasText = (row) => tests.every((matches) => matches(row));
    const isWord = !/\s/u.test(text);
    const anyText = rows.some(hasText);
    // A line of a log is not in the texts, so the rows of its codes are shown; a name can be both.
    const byCode = isWord || !anyText ? codes : [];
    let count = 0;
    let ofProtocols = 0;
    for (const row of rows) {
      const shown = (hasText(row) || byCode.some((code) => holds(row, code)))
        && (byClass.value === "" || row.class === byClass.value)
        && (bySend.value === "" || row.send.includes(bySend.value));
      row.element.hidden = !shown;
      for (const other of row.others) {
        other.hidden = !shown;
      }
      if (shown && row.element.matches(".card")) {
        count += 1;
      } else if (shown) {
        ofProtocols += 1;
      }
    }
    for (const part of document.querySelectorAll(".group, .application, #applications, .overview tbody")) {
      part.hidden = !part.querySelector(":is(.card, tr[data-first], tr[data-row]):not([hidden])");
      if (part.matches("details")) {
        part.open = isOpen && !part.hidden;
      }
    }
    document.querySelector(".overview").closest(".scroll").hidden = count === 0;
    all.hidden = !isOpen && byClass.value === "";
    const counted = (number, what) => `${number} ${what}${number === 1 ? "" : "s"}`;
    found.textContent = count + ofProtocols === 0
      ? "No matching codes."
      : counted(count, "row") + (document.getElementById("applications") === null ? "" : ` and ${counted(ofProtocols, "code")} of known protocols`);
    verdict.replaceChildren(...(says.length > 0 || text === "" || anyText ? says : nothing()));
  };

  const search = (text) => {
    query.value = text;
    byClass.value = "";
    bySend.value = "";
    apply();
  };

  /** Writes the search into the address, so that it can be kept; some browsers forbid it for files. */
  const writeNow = () => {
    const address = new URL(location.href);
    address.searchParams.delete("q");
    // A whole log is no address.
    if (query.value !== "" && query.value.length <= 500) {
      address.searchParams.set("q", query.value);
    }
    try {
      history.replaceState(history.state, "", address);
    } catch {
      // The search works all the same.
    }
  };

  // Browsers ignore all but some 200 changes of the address in half a minute.
  let writing;
  const write = () => {
    clearTimeout(writing);
    writing = setTimeout(writeNow, 200);
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
  query.addEventListener("keydown", (event) => {
    const first = rows.find((row) => !row.element.hidden);
    // Enter goes to the first row; with the shift key it begins a line.
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      if (first !== undefined && first.element.id !== "") {
        location.hash = first.element.id;
      }
    }
  });
  all.addEventListener("click", () => {
    reset();
    query.focus();
  });
  for (const example of document.querySelectorAll(".example")) {
    example.addEventListener("click", () => {
      search(example.textContent);
      write();
    });
  }
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
  return { reset, search };
})();
