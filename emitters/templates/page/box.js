
// Says what happened, from a code, an event, bytes or a line of a log: the codes in a text, and what to show.
const { answer, nothing } = (() => {
  const make = (name, ...children) => {
    const [tag, ...classes] = name.split(".");
    const element = document.createElement(tag);
    element.classList.add(...classes);
    element.append(...children);
    return element;
  };

  /** A link to a row, unless the page has no such row: on the page of another table than the protocol's. */
  const link = (address, ...children) => {
    if (document.getElementById(address) === null) {
      return make("span", ...children);
    }
    const anchor = make("a", ...children);
    anchor.href = `#${address}`;
    return anchor;
  };

  /** Another's text, set apart so that it cannot pose as ours. */
  const quoted = (text) => make("bdi", make("code", JSON.stringify(text)));

  /** The address of a row: of a code its number, unless the row is a range of that code alone. */
  const addressOf = ({ codes }) => codes[0] === codes[1] && document.getElementById(String(codes[0])) !== null ? String(codes[0]) : codes.join("-");

  const advice = (reconnect) => {
    const { type, minSeconds, maxSeconds } = reconnect;
    const delay = minSeconds === maxSeconds ? `${minSeconds}` : `${minSeconds} to ${maxSeconds}`;
    return {
      never: "Do not reconnect.",
      "after-change": "Reconnect only after a change: with different credentials or parameters, or to a different address.",
      immediately: "Reconnect at once.",
      backoff: "Reconnect with backoff: after a random delay that grows with each failure.",
      after: `Reconnect after ${delay} seconds, at random.`,
    }[type];
  };

  const sending = (code) => {
    if (isLocalOnly(code)) {
      return "Nobody sent it: your library or browser reports it.";
    }
    if (!isValidOnWire(code)) {
      return "It must not be sent in a Close frame.";
    }
    if (!isSettableByScript(code)) {
      return `It can be sent in a Close frame, but not from a browser, where close(${code}) throws.`;
    }
    return isSendableBy(code, "client")
      ? "It can be sent in a Close frame. In a browser, WebSocket.close() accepts it."
      : "It can be sent in a Close frame, but only the server should send it.";
  };

  /** What other tables say about the number: of each the narrowest row, which is the last. */
  const elsewhere = (code) => {
    const rows = new Map();
    for (const row of document.querySelectorAll(".rows tr[data-first]")) {
      if (Number(row.dataset.first) <= code && code <= Number(row.dataset.last)) {
        rows.set(row.dataset.title, row);
      }
    }
    const items = Array.from(rows, ([title, row]) => {
      const again = row.dataset.reconnect;
      return make("li", `${title}: `, link(row.id, row.querySelector(".label").textContent), again === "" ? "" : `, reconnect ${again}`);
    });
    return items.length === 0 ? [] : [make("h4", `${code} in known protocols`), make("ul", ...items)];
  };

  const ofCode = (code) => {
    const entry = entryOf(code);
    if (entry === undefined) {
      return [
        make("h3", String(code)),
        make("p", "That is not a close code. Close codes are integers from 0 to 65535."),
      ];
    }
    const facts = [sending(code), advice(entry.reconnect)].filter((fact) => fact !== undefined);
    return [
      make("h3", link(addressOf(entry), make("span.number", String(code)), ` ${entry.label}`)),
      make("p", entry.description),
      make("ul", ...facts.map((fact) => make("li", fact))),
    ];
  };

  /** What the fields of an event say together. */
  const notes = ({ code, reason, wasClean }) => {
    const notes = [];
    const isFromPeer = isValidOnWire(code);
    const bytes = new TextEncoder().encode(reason ?? "").length;
    if (code === 0) {
      notes.push("A close event from a connection does not have the code 0, except in Deno, which reports 0 instead of 1006. An event that a script created has it by default.");
    }
    if (isFromPeer && wasClean === false) {
      notes.push("The other end's Close frame arrived, but the connection broke before the closing handshake was complete.");
    }
    if (code === 1005 && wasClean !== false) {
      notes.push("The closing handshake was complete, but the other end gave no code.");
    }
    if (code === 1006 && wasClean === true) {
      notes.push("A browser never reports 1006 with wasClean true. A script or a library created or changed this event.");
    }
    if (isLocalOnly(code) && bytes > 0) {
      notes.push("This reason did not come from the other end, because a code that is only reported has no reason. A library added it.");
    }
    if (bytes > 123) {
      notes.push(`The reason has ${bytes} bytes. A Close frame has room for 123, so this is not the reason that was received.`);
    }
    return notes;
  };

  const ofEvent = (event) => [
    ...ofCode(event.code),
    ...notes(event).map((note) => make("p.note", note)),
    ...(event.reason ? [make("p", "Reason: ", quoted(event.reason))] : []),
    make("p", "One line for a log: ", make("bdi", make("code", describe(event)))),
  ];

  const ofBytes = ({ body, frame, isMasked }) => {
    const { code, problem, reply, event } = readBody(body);
    const lines = [];
    if (frame !== undefined) {
      lines.push(make("p", `A Close frame, ${isMasked ? "masked, so from a client" : "not masked, so from a server"}. Its body: `, make("code", hex(body) || "empty")));
    }
    if (code !== undefined) {
      lines.push(make("p", make("code", hex(body.subarray(0, 2))), ` is ${code}`, ...(body.length > 2 ? [", then a reason of ", String(body.length - 2), " bytes."] : [", without a reason."])));
    }
    if (problem !== undefined) {
      lines.push(make("p.note", `${problem} A conforming receiver answers with ${reply}, and its application sees 1006.`));
      return [...(code === undefined ? [make("h3", "Not a valid body")] : ofCode(code)), ...lines];
    }
    if (code === undefined) {
      lines.push(make("p", "An empty body: the application at the other end sees 1005."));
    }
    return [...ofEvent(event), ...lines];
  };

  const ofRange = (entry) => [
    make("h3", link(addressOf(entry), make("span.number", entry.codes.join("–")), ` ${entry.label}`)),
    make("p", entry.description),
  ];

  // What other software prints is read by the data of libraries.toml; the tables are those of this page.
  const rowsOf = (section) => Array.from(section.querySelectorAll("tr[data-first]"), (row) => {
    const [label, name, meaning] = [".label", "code", "td p:not(.aside, .deprecated)"].map((part) => row.querySelector(part)?.textContent);
    return { first: Number(row.dataset.first), last: Number(row.dataset.last), names: [name ?? label, label, meaning ?? label] };
  });
  const reader = LIBRARIES && lineReader(
    LIBRARIES,
    Array.from(document.querySelectorAll(".application"), (section) => ({ name: section.querySelector("h3").id, rows: rowsOf(section) })),
    TABLE.map(({ codes: [first, last], name, label, meaning }) => ({ first, last, names: [name, label, meaning] })),
  );

  /** The row of a protocol's table, the narrowest of the code. */
  const rowOf = (table, code) => Array.from(document.getElementById(table)?.closest(".application").querySelectorAll("tr[data-first]") ?? [])
    .findLast((row) => Number(row.dataset.first) <= code && code <= Number(row.dataset.last));

  const refusal = (status) => {
    const row = status === undefined ? undefined : reader.status(status);
    return row === undefined
      ? [make("p.note", "The server refused the handshake. The line does not show the HTTP status.")]
      : [
        make("p.note", `The server answered the handshake with HTTP ${status} instead of 101. ${row.means}`),
        make("ul", make("li", row.check), make("li", `Reconnect? ${row.retry}`)),
      ];
  };

  const sender = { "this-end": "This end sent it: the program that wrote the line.", "other-end": "The other end sent it.", nobody: "It was not sent. The library generated it locally." };

  /** What a finding says in addition to the meaning of its code. */
  const beside = ({ code, end, status, says, sentBy, table, chosenBy }) => {
    const row = table === undefined ? undefined : rowOf(table, code);
    return [
      ...(row === undefined ? [] : [make("p", `${row.dataset.title} (recognized by ${chosenBy}): `, link(row.id, row.querySelector(".label").textContent), row.dataset.reconnect === "" ? "" : `, reconnect ${row.dataset.reconnect}`)]),
      ...(end === "refused" ? refusal(status) : []),
      ...(end === "no-frame" ? [make("p.note", "The connection ended without a Close frame. The line contains no code; a browser would report 1006.")] : []),
      ...(end === "masked" ? [make("p.note", "The bytes are still masked. Unmask the payload with the frame's four-byte masking key first.")] : []),
      ...says.map((text) => make("p.note", text)),
      ...(sentBy === undefined ? [] : [make("p", sender[sentBy])]),
    ];
  };

  const noCode = (title, ...notes) => [make("h3", `No close code: ${title}`), ...notes, make("p", "A browser would report 1006.")];

  const ofFinding = (hit) => {
    if (hit.code === undefined) {
      return noCode(hit.end === "masked" ? "the bytes are still masked" : "the handshake was refused", ...beside(hit));
    }
    const { code, reason, wasClean, instead, table } = hit;
    const [heading, ...rest] = ofCode(code);
    return [
      heading,
      ...(reason ? [make("p", "Reason: ", quoted(reason))] : []),
      ...beside(hit),
      ...(instead || table !== undefined ? [] : rest),
      ...notes({ code, reason: "", wasClean }).map((note) => make("p.note", note)),
      ...(table === undefined && !instead ? elsewhere(code) : []),
    ];
  };

  /** What the lines of a text say, or what a name in a library stands for. */
  const ofLines = (text) => {
    const codes = /\s/u.test(text) ? [] : reader?.named(text) ?? [];
    const found = codes.length > 1 ? [] : reader?.read(text, true) ?? [];
    if (found.length > 0) {
      return { codes: found.map(({ code }) => code), says: found.flatMap(ofFinding) };
    }
    if (codes.length > 0) {
      return { codes, says: codes.flatMap((code) => [...ofCode(code), ...elsewhere(code)]) };
    }
    const error = reader?.network(text);
    if (error !== undefined) {
      return { codes: [1006], says: noCode("the connection failed", make("p.note", error.says)) };
    }
    return { codes: [], says: (reader?.notCodes(text) ?? []).slice(0, 1).map((says) => make("p", says)) };
  };

  const nothing = () => [make("p", "No close code found. Enter a number such as 1006, a name such as BadGateway, a close event, or bytes such as 03 e8.")];

  const answer = (text) => {
    const read = readInput(text);
    if (read === undefined) {
      return { codes: [], says: [] };
    }
    if (read.event !== undefined) {
      const found = reader?.read(text, true) ?? [];
      const [hit] = found;
      const { code } = read.event;
      // A line that says more than the fields of the event.
      const isMore = found.length > 1 || hit?.instead || hit?.table !== undefined || hit?.code !== code;
      return found.length > 0 && isMore ? ofLines(text) : { codes: [code], says: [...ofEvent(read.event), ...elsewhere(code)] };
    }
    if (read.body !== undefined) {
      const { code, event } = readBody(read.body);
      return { codes: [code ?? event.code], says: [...ofBytes(read), ...elsewhere(code)] };
    }
    if (read.range !== undefined) {
      return { codes: [], says: ofRange(read.range) };
    }
    if (read.code !== undefined) {
      // The rows of digits alone are those that begin with them.
      return { codes: /^\d/u.test(text) ? [] : [read.code], says: [...ofCode(read.code), ...elsewhere(read.code)] };
    }
    return ofLines(text);
  };

  return { answer, nothing };
})();
