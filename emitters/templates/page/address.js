
// Permanent addresses. Every code has one, `#4321` too, and a name has one in any spelling.
{
  let here;

  const decoded = (text) => {
    try {
      return decodeURIComponent(text);
    } catch {
      return text;
    }
  };

  /** The element of an address: its own, or that of the row of a number or a name. */
  const element = (address) => {
    const code = /^\d{1,5}$/u.test(address) ? Number(address) : undefined;
    const named = folded(address);
    const entry = code === undefined
      ? TABLE.find((row) => named !== "" && folded(row.name) === named)
      : entryOf(code);
    const codes = entry?.codes[0] === entry?.codes[1] ? entry?.codes[0] : entry?.codes.join("-");
    return document.getElementById(address) ?? document.getElementById(String(codes));
  };

  const show = () => {
    here?.classList.remove("here");
    const address = decoded(location.hash.slice(1));
    const target = address === "" ? null : element(address);
    if (target === null) {
      return;
    }
    if (/^\d+$/u.test(address) && target.id !== address && isValidOnWire(Number(address))) {
      // A number of libraries or applications: show all that have it.
      find.search(address);
    } else if (target.closest("[hidden]") !== null) {
      find.reset();
    }
    for (let part = target.closest("details"); part !== null; part = part.parentElement.closest("details")) {
      part.open = true;
    }
    here = target.closest(".card, tr") ?? target;
    here.classList.add("here");
    target.scrollIntoView();
  };

  addEventListener("hashchange", show);
  show();
}
