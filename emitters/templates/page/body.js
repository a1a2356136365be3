
// Reads the bytes of a Close frame or of its body, in the notations that logs and debuggers have for them.
const closeBody = (() => {
  const utf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
  const text = (bytes) => {
    try {
      return utf8.decode(bytes);
    } catch {
      return undefined;
    }
  };

  const code = ({ bytes }) => (bytes.length === 0 ? 1005 : bytes.length === 1 ? 1002 : bytes[0] * 256 + bytes[1]);
  const reason = ({ bytes }) => (bytes.length < 2 ? undefined : text(bytes.subarray(2)));
  const exists = (body) => code(body) >= 1000 && code(body) <= 4999;
  /** Whether the bytes are likely to be a body: a code that exists, and a reason that people can read. */
  const isLikely = (body) => exists(body) && reason(body) !== undefined && !/\p{Cc}/u.test(reason(body));
  /** Whether the bytes seem to be masked still. */
  const isMasked = (body) => body.bytes.length > 3 && !exists(body) && reason(body) === undefined;
  /** The code that the bytes are the digits of. */
  const digits = ({ bytes }) => (bytes.length === 4 && /^[1-4][0-9]{3}$/.test(text(bytes) ?? "") ? Number(text(bytes)) : undefined);

  /** `03e8 6279 65`, `0x03e8627965`, `03:e8:62`, `<Buffer 03 e8 62>`. */
  const hex = (written) => {
    const groups = (/^<Buffer(.*)>$/s.exec(written)?.[1] ?? written).split(/[ \t:,-]/).filter((group) => group !== "");
    const [first = ""] = groups;
    let all = groups.map((group) => group.replace(/^(?:0x)+/i, "")).join("");
    const arePairs = groups.length > 1 && groups.every((group) => group.length === 2);
    if (!/[0-9]/.test(all) || !(arePairs || /^0|^88|^3[0-9]{7}$|[a-z]/i.test(first))) {
      return undefined;
    }
    if (/^0x/i.test(first) && all.length === 3) {
      all = `0${all}`;
    }
    return /^(?:[0-9a-f]{2})+$/i.test(all) ? Uint8Array.from(all.match(/../g), (pair) => Number.parseInt(pair, 16)) : undefined;
  };

  /** `[3, 232, 98]`. */
  const list = (written) => {
    const numbers = /^\[(.*)\]$/s.exec(written)?.[1].split(",").map((number) => number.trim());
    const areBytes = numbers?.length >= 2 && numbers.every((number) => /^\+?[0-9]+$/.test(number) && Number(number) < 256);
    return areBytes ? Uint8Array.from(numbers, Number) : undefined;
  };

  const unescaped = (written, radix) => {
    const bytes = [];
    const pattern = /\\x([0-9a-f]{2})|\\([0-9]{3})|\\(.)|([^\\])/gsuy;
    let end = 0;
    for (const match of written.matchAll(pattern)) {
      const [whole, byte, three, sign, plain] = match;
      end = match.index + whole.length;
      if (byte !== undefined) {
        bytes.push(Number.parseInt(byte, 16));
      } else if (three !== undefined) {
        const value = radix === 8 && !/^[0-7]+$/.test(three) ? Number.NaN : Number.parseInt(three, radix);
        if (!(value < 256)) {
          return undefined;
        }
        bytes.push(value);
      } else if (sign !== undefined) {
        const value = { n: 10, r: 13, t: 9, 0: 0 }[sign] ?? sign.codePointAt(0);
        if (sign === "x" || value > 255) {
          return undefined;
        }
        bytes.push(value);
      } else {
        bytes.push(...new TextEncoder().encode(plain));
      }
    }
    return end === written.length ? Uint8Array.from(bytes) : undefined;
  };

  /** `b"\x03\xe8bye"`; three digits are octal, as in C, or decimal, as in Lua: what makes a likely body. */
  const escaped = (written) => {
    const inner = written.replace(/^b/, "").replace(/^["']+|["']+$/g, "");
    if (!inner.startsWith("\\")) {
      return undefined;
    }
    if (inner.includes("\\x")) {
      return unescaped(inner.replace(/\\x[0-9A-F]{2}/gi, (pair) => pair.toLowerCase()), 16);
    }
    const isRare = (bytes) => !(code({ bytes }) <= 1015 || code({ bytes }) === 3000 || code({ bytes }) >= 4000);
    const bodies = [8, 10].map((radix) => unescaped(inner, radix)).filter((bytes) => bytes !== undefined && isLikely({ bytes }));
    return bodies.find((bytes) => !isRare(bytes)) ?? bodies[0];
  };

  /** Base64, of which only what makes a likely body counts. */
  const base64 = (written) => {
    const plain = written.replace(/=+$/, "");
    if (/^[a-z]*$/i.test(written) || !/^[\w+/-]+$/.test(plain) || plain.length % 4 === 1) {
      return undefined;
    }
    const bytes = Uint8Array.from(atob(plain.replaceAll("-", "+").replaceAll("_", "/")), (char) => char.charCodeAt(0));
    return isLikely({ bytes }) ? bytes : undefined;
  };

  /** The body in a whole frame: `88`, the length, perhaps four bytes of a mask, and the payload. */
  const ofFrame = (all) => {
    const [first, second] = all;
    const isMaskedFrame = second >= 0x80;
    const start = isMaskedFrame ? 6 : 2;
    const length = second & 0x7f;
    if (first !== 0x88 || all.length < 2 || length > 125 || all.length !== start + length) {
      return undefined;
    }
    const mask = isMaskedFrame ? all.subarray(2, 6) : [0, 0, 0, 0];
    return { frame: isMaskedFrame ? "masked" : "plain", bytes: all.subarray(start).map((byte, index) => byte ^ mask[index % 4]) };
  };

  /** The bytes that a text stands for, or undefined where it stands for none. */
  const read = (written) => {
    const bytes = escaped(written) ?? list(written) ?? hex(written) ?? base64(written);
    if (bytes === undefined) {
      return undefined;
    }
    const framed = ofFrame(bytes);
    // `88` or a digit's `3` alone does not make hex: it could be a decimal number.
    const isDecimal = /^[38][^a-z ]*$/i.test(written) && digits({ bytes }) === undefined;
    return framed ?? (isDecimal ? undefined : { frame: "none", bytes });
  };

  return { read, code, reason, isLikely, isMasked, digits };
})();
