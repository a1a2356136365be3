
// Reads what people paste: a code, a name, a CloseEvent in any notation, or bytes in hex.

/** Bytes in hex, with whatever stands between them. */
const hex = (bytes) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join(" ");

/** What the body of a Close frame says to a receiver that keeps to the table. */
const readBody = (bytes) => {
  const refused = (code, problem, reply) => ({ code, problem, reply, event: { code: 1006, reason: "", wasClean: false } });
  if (bytes.length === 0) {
    return { event: { code: 1005, reason: "", wasClean: true } };
  }
  if (bytes.length === 1) {
    return refused(undefined, "The body has only one byte. It must be empty or start with the two bytes of a code.", 1002);
  }
  const code = bytes[0] * 256 + bytes[1];
  if (bytes.length > 125) {
    return refused(code, `The body has ${bytes.length} bytes. A Close frame can contain at most 125, two of them for the code.`, 1002);
  }
  if (!isValidOnWire(code)) {
    return refused(code, `${code} must not be sent in a Close frame.`, 1002);
  }
  try {
    const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
    return { code, event: { code, reason: decoder.decode(bytes.subarray(2)), wasClean: true } };
  } catch {
    return refused(code, "The reason is not valid UTF-8.", 1007);
  }
};

/** The rows of the table, then those of the protocol. */
const ROWS = typeof PROTOCOL === "undefined" ? TABLE : [...TABLE, ...PROTOCOL];

/** Text without what people write in different ways: `bad-gateway`, `BAD_GATEWAY`, `Bad Gateway`. */
const folded = (text) => text.toLowerCase().replace(/[\s_-]+/gu, "");

const readInput = (() => {
  /** The fields of an event, in JSON or as consoles and logs show them. */
  const event = (text) => {
    const code = /\bcode["']?\s*[:=]\s*["']?(-?\d+(?:\.\d+)?)/iu.exec(text);
    if (code === null) {
      return undefined;
    }
    const wasClean = /\bwas_?clean["']?\s*[:=]\s*(true|false)/iu.exec(text)?.[1].toLowerCase();
    const reason = /\breason["']?\s*[:=]\s*(?:"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'|([^\s,;}]+))/iu.exec(text);
    const written = reason?.[1] ?? reason?.[2];
    return {
      code: Number(code[1]),
      reason: written === undefined ? reason?.[3] : written.replace(/\\(["'\\])/gu, "$1"),
      wasClean: wasClean === undefined ? undefined : wasClean === "true",
    };
  };

  const json = (text) => {
    try {
      const { code, reason, wasClean } = JSON.parse(text);
      return typeof code === "number"
        ? { code, reason: typeof reason === "string" ? reason : undefined, wasClean: typeof wasClean === "boolean" ? wasClean : undefined }
        : undefined;
    } catch {
      return undefined;
    }
  };

  /** Bytes: of a body, or of a whole frame, which begins with 88 and its length. */
  const bytes = (text) => {
    const digits = text.replace(/0x|\\x|[\s,:;[\](){}]/giu, "");
    if (!/^(?:[\da-f]{2})+$/iu.test(digits)) {
      return undefined;
    }
    const all = Uint8Array.from(digits.match(/../gu), (byte) => Number.parseInt(byte, 16));
    const [first, second] = all;
    const isMasked = second >= 0x80;
    const start = isMasked ? 6 : 2;
    if (first !== 0x88 || all.length !== start + (second & 0x7f)) {
      return { body: all };
    }
    const body = all.subarray(start);
    const mask = isMasked ? all.subarray(2, 6) : [0, 0, 0, 0];
    return { frame: all, isMasked, body: body.map((byte, index) => byte ^ mask[index % 4]) };
  };

  return (input) => {
    const text = input.trim();
    if (text === "") {
      return undefined;
    }
    // Digits alone are a number, unless they begin with 0: bytes can be written apart, `10 00`.
    if (/^(?:0|-?[1-9]\d*)$/u.test(text)) {
      return { code: Number(text) };
    }
    const fields = json(text) ?? event(text);
    if (fields !== undefined) {
      return { event: fields };
    }
    const row = ROWS.find((entry) => [entry.name, entry.label, entry.meaning].some((name) => folded(name) === folded(text)));
    if (row !== undefined) {
      return row.codes[0] === row.codes[1] ? { code: row.codes[0] } : { range: row };
    }
    const raw = bytes(text);
    if (raw !== undefined) {
      return raw;
    }
    return { unknown: text };
  };
})();
