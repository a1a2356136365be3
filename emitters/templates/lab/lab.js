
// The laboratory: makes a connection, ends it, and shows what both sides saw.
{
  const field = (id) => document.getElementById(id);
  const form = field("trial");
  const what = field("what");

  /** What goes into the body of a Close frame: a code and a reason. */
  const bodyOf = (code, reason) => {
    const text = new TextEncoder().encode(reason);
    return Uint8Array.of((code >> 8) & 0xff, code & 0xff, ...text);
  };

  const bytesOf = (text) => {
    const digits = text.replace(/[\s,:]|0x/giu, "");
    const pairs = /^(?:[\da-f]{2})*$/iu.test(digits) ? digits.match(/../gu) ?? [] : undefined;
    return pairs && Uint8Array.from(pairs, (pair) => Number.parseInt(pair, 16));
  };

  const plainHex = (bytes) => hex(bytes).replaceAll(" ", "");

  /** The code in the form, or `undefined` if it is not one. A page can pass fractions to `close()`. */
  const codeIn = (text) => {
    const code = text.trim() === "" ? Number.NaN : Number(text);
    const isCode = code >= 0 && code <= 65535 && (Number.isInteger(code) || what.value.startsWith("page-"));
    return isCode ? code : undefined;
  };

  /** A code as `close()` rounds it: halves to the even side. */
  const rounded = (code) => {
    const below = Math.floor(code);
    const isUp = code - below > 0.5 || (code - below === 0.5 && below % 2 === 1);
    return isUp ? below + 1 : below;
  };

  const NO_FRAME = { code: 1006, reason: "", wasClean: false };

  /** What `close(code, reason)` throws, by the table and the standard. */
  const thrownBy = (code, reason) => {
    if (!isSettableByScript(rounded(code))) {
      return "InvalidAccessError";
    }
    return new TextEncoder().encode(reason).length > 123 ? "SyntaxError" : "";
  };

  /** Each trial: what the server is asked to do, what the page does, and what the table makes of it. */
  const TRIALS = {
    "server-code": ({ code, reason }) => {
      const body = bodyOf(code, reason);
      return { plan: `close&body=${plainHex(body)}`, expected: readBody(body).event };
    },
    "server-empty": () => ({ plan: "close", expected: readBody(new Uint8Array()).event }),
    "server-bytes": ({ bytes }) => ({ plan: `close&body=${plainHex(bytes)}`, expected: readBody(bytes).event }),
    "server-cut": ({ code, reason }) => {
      const body = bodyOf(code, reason);
      return { plan: `cut&body=${plainHex(body)}`, expected: readBody(body).event };
    },
    "server-drop": () => ({ plan: "drop", expected: NO_FRAME }),
    "server-refuse": () => ({ plan: "refuse", expected: NO_FRAME }),
    "server-tls": () => ({ plan: "drop", scheme: "wss", expected: NO_FRAME }),
    "page-code": ({ code, reason }) => {
      const thrown = thrownBy(code, reason);
      const expected = thrown === "" ? readBody(bodyOf(rounded(code), reason)).event : undefined;
      return { plan: "wait", close: [code, reason], thrown, expected };
    },
    "page-none": () => ({ plan: "wait", close: [], expected: readBody(new Uint8Array()).event }),
    "page-mute": ({ code, reason }) => {
      const thrown = thrownBy(code, reason);
      return { plan: "mute", close: [code, reason], thrown, expected: thrown === "" ? NO_FRAME : undefined };
    },
  };

  /** What a trial uses of the form. */
  const uses = (id) => {
    const name = what.value;
    const isCoded = ["server-code", "server-cut", "page-code", "page-mute"].includes(name);
    return id === "bytes" ? name === "server-bytes" : isCoded;
  };

  const arrange = () => {
    for (const id of ["code", "reason", "bytes"]) {
      field(id).closest(".field").hidden = !uses(id);
    }
    const code = codeIn(field("code").value);
    const entry = uses("code") && code !== undefined ? entryOf(code) : undefined;
    field("meaning").textContent = entry === undefined ? "" : `${describe(code)}. ${entry.description}`;
  };

  const newId = () => Array.from(crypto.getRandomValues(new Uint8Array(12)), (byte) => byte.toString(16).padStart(2, "0")).join("");

  /** Runs a trial, and gives what the browser reported. */
  const run = ({ plan, scheme = "ws", close }, id) => new Promise((resolve) => {
    const socket = new WebSocket(`${scheme}://${location.host}/socket?id=${id}&do=${plan}`);
    let thrown = "";
    socket.addEventListener("open", () => {
      if (close === undefined) {
        return;
      }
      try {
        socket.close(...close);
      } catch (error) {
        thrown = error.name;
        socket.close();
      }
    });
    socket.addEventListener("close", ({ code, reason, wasClean }) => {
      // Where close() threw, nothing of that call came of it; the page closed without a code instead.
      resolve(thrown === "" ? { event: { code, reason, wasClean }, thrown } : { thrown });
    });
  });

  const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

  /** What the server saw. It may know a little later than the browser that the connection is over. */
  const reportOf = async (id) => {
    for (let attempt = 0; attempt < 10; attempt += 1) {
      const report = await (await fetch(`/report?id=${id}`)).json();
      if (report !== null) {
        return report;
      }
      await pause(100);
    }
    return {};
  };

  const bytesIn = (text) => Uint8Array.from(text.match(/../gu) ?? [], (pair) => Number.parseInt(pair, 16));

  const showFrame = (id, frame, body) => {
    const code = document.createElement("code");
    code.textContent = frame ? hex(bytesIn(frame)) : "none";
    const parts = [code];
    if (frame && body !== undefined && body !== null) {
      const plain = document.createElement("code");
      plain.textContent = hex(bytesIn(body)) || "empty";
      parts.push(document.createTextNode(" unmasked: "), plain);
    }
    field(id).replaceChildren(...parts);
  };

  const shown = (value) => value === undefined ? "–" : JSON.stringify(value);

  const FIELDS = [["code", "code"], ["clean", "wasClean"], ["reason", "reason"]];

  const show = (expected, reported) => {
    let same = true;
    const put = (name, left, right) => {
      const cell = field(`reported-${name}`);
      cell.textContent = left;
      field(`expected-${name}`).textContent = right;
      cell.classList.toggle("differs", left !== right);
      same &&= left === right;
    };
    for (const [name, key] of FIELDS) {
      put(name, shown(reported.event?.[key]), shown(expected.event?.[key]));
    }
    put("thrown", reported.thrown || "nothing", expected.thrown || "nothing");
    field("judgement").textContent = same
      ? "This browser and the table agree."
      : "This browser differs from the table.";
    field("outcome").hidden = false;
    return same;
  };

  const inShort = ({ event, thrown }) => thrown ? `throws ${thrown}` : `${describe(event)}, ${event.wasClean ? "clean" : "not clean"}`;

  const remember = (name, expected, reported, same) => {
    const row = document.createElement("tr");
    const cells = [["th", name], ["td", inShort(reported)], ["td", inShort(expected)]];
    row.append(...cells.map(([tag, text]) => {
      const cell = document.createElement(tag);
      cell.textContent = text;
      return cell;
    }));
    row.firstChild.scope = "row";
    row.children[1].classList.toggle("differs", !same);
    field("past").prepend(row);
  };

  form.addEventListener("submit", async (submitted) => {
    submitted.preventDefault();
    const bytes = bytesOf(field("bytes").value);
    if (uses("bytes") && bytes === undefined) {
      field("state").textContent = "The bytes are two hex digits each, such as 03 e8.";
      return;
    }
    const code = codeIn(field("code").value);
    if (uses("code") && code === undefined) {
      field("state").textContent = "The code is a number from 0 to 65535.";
      return;
    }
    const given = { code, reason: field("reason").value, bytes };
    const trial = TRIALS[what.value](given);
    const name = what.selectedOptions[0].textContent + (uses("code") ? `: ${field("code").value} ${given.reason}` : "");
    const button = form.querySelector("button");
    button.disabled = true;
    field("state").textContent = "Waiting for the end of the connection …";
    const id = newId();
    const reported = await run(trial, id);
    const isConnected = !["server-refuse", "server-tls"].includes(what.value);
    const report = isConnected ? await reportOf(id) : {};
    const expected = { event: trial.expected, thrown: trial.thrown ?? "" };
    showFrame("frame-sent", report.sent);
    showFrame("frame-received", report.received, report.body);
    remember(name, expected, reported, show(expected, reported));
    field("state").textContent = "Done.";
    button.disabled = false;
  });

  form.addEventListener("input", arrange);
  arrange();
}
