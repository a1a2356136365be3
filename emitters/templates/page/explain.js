
// Reads lines of logs as `close-code explain` does: the patterns of libraries.toml, run over them.

/** The readers of a line, for the data of libraries.toml, the tables of protocols, and this page's table. */
const lineReader = (data, tables, own) => {
  const letters = (text) => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");
  const small = (text) => text.replace(/[A-Z]+/g, (capitals) => capitals.toLowerCase());
  const compiled = new Map();
  /** A pattern as Rust's engine runs it. */
  const regex = (pattern, flags = "su") => {
    const key = flags + pattern;
    compiled.set(key, compiled.get(key) ?? new RegExp(pattern, flags));
    return compiled.get(key);
  };
  const all = (pattern, text) => text.matchAll(regex(pattern, "dgsu"));
  const isIn = ([first, last], code) => first <= code && code <= last;
  const isDigits = (text) => /^[0-9]+$/.test(text);

  // The names of codes: those of tables, the first that has it, and those that libraries have for them.
  const codes = new Map();
  const known = new Map();
  for (const { rows, isOwn } of [{ rows: own, isOwn: true }, ...tables]) {
    for (const { first, last, names } of rows) {
      if (first === last) {
        for (const name of names.map(letters)) {
          codes.set(name, codes.get(name) ?? first);
        }
        const said = isOwn || names[1].includes(" ") ? names.slice(1).map(letters) : [];
        known.set(first, [...known.get(first) ?? [], ...said.filter((name) => name !== "")]);
      }
    }
  }
  const ofLibraries = new Map();
  const spellings = new Set();
  const lastPart = (name) => name.split(/[:.]/).at(-1);
  for (const library of data.library) {
    for (const [name, code] of Object.entries(library.names)) {
      spellings.add(lastPart(name));
      for (const form of new Set([letters(name), letters(lastPart(name))])) {
        ofLibraries.set(form, [...new Set([...ofLibraries.get(form) ?? [], code])]);
      }
    }
  }

  /** The codes of a name as libraries have it, with whatever they put before it. */
  const inLibraries = (name) => {
    let form = letters(lastPart(name));
    const whole = ofLibraries.get(letters(name));
    if (whole !== undefined) {
      return whole;
    }
    for (;;) {
      const found = ofLibraries.get(form) ?? (codes.has(form) ? [codes.get(form)] : []);
      const before = ["close", "code", "lws", "status", "websocket", "ws"].find((word) => form.startsWith(word));
      if (found.length > 0 || before === undefined || before === form) {
        return found;
      }
      form = form.slice(before.length);
    }
  };

  /** The code of a name in the middle of a line, where a name of one word has to be spelled as libraries do. */
  const nameInLine = (name) => {
    const last = lastPart(name);
    const bare = ["Status", "Close"].filter((word) => last.startsWith(word)).map((word) => last.slice(word.length));
    const at = last.search(/[a-z]/);
    const humps = last.replace(/[^A-Z]+/g, "").length;
    const isName = name.includes(" ") || (at < 0 ? last.includes("_") || spellings.has(last) : humps > 1 || (at === 0 && humps > 0));
    return isName || [last, ...bare].some((word) => spellings.has(word)) ? inLibraries(name)[0] : undefined;
  };

  /** Whether a number is part of a time, an address, a version or a path. */
  const goesOn = (after) => /^(?:[.\-:,][0-9]|[/_%#0-9a-z])/i.test(after);
  const isAttached = (before) => /[0-9a-z.\-/_@+$%&?]$/i.test(before);

  const look = (line, near, asked) => {
    const lower = small(line);
    const isAbout = regex(data.about).test(lower);
    const nearby = near.map(small);
    let others;

    /** The numbers of other systems in the line. */
    const isOther = ([start, end]) => {
      others ??= data.other.flatMap((other) => Array.from(all(other.pattern, lower), (match) => ({ other, at: match.indices[0] })));
      return others.some(({ other, at }) => at[0] <= start && end <= at[1] && !(other.elsewhere && (isAbout || asked)));
    };

    const codeAt = (text, at) => {
      const code = Number(lower.slice(...at).replaceAll(",", ""));
      const [before, after] = [lower.slice(0, at[0]), lower.slice(at[1])];
      const rank = text.rank;
      const isWhole = !/^[0-9]/.test(after) && (rank > 8 || !goesOn(after)) && (rank > 8 || asked || !isAttached(before));
      const isMeant = isWhole && code <= 65535 && (text["any-number"] || isIn([1000, 4999], code)) && (rank > 7 || !isOther(at));
      const isNamed = () => (known.get(code) ?? []).some((name) => letters(Array.from(after).slice(0, 60).join("")).startsWith(name));
      return isMeant && (!text.named || isNamed()) ? code : undefined;
    };

    const ofBytes = (text, at, base) => {
      const goes = /^[0-9a-z]/i.test(lower.slice(at[1]));
      const cut = goes ? lower.slice(...at).lastIndexOf(" ") : -1;
      const place = cut < 0 ? at : [at[0], at[0] + cut];
      const body = closeBody.read(line.slice(...place));
      if (body === undefined) {
        return [];
      }
      if (closeBody.isMasked(body) && (body.frame !== "none" || text.rank > 8)) {
        return [{ ...base, body, end: "masked", at: place }];
      }
      return closeBody.isLikely(body) ? [{ ...base, body, code: closeBody.code(body), at: place, reason: closeBody.reason(body) || undefined }] : [];
    };

    const ofMatch = (library, text, match) => {
      const groups = match.groups ?? {};
      const at = match.indices.groups ?? {};
      const number = (name) => (groups[name] === undefined ? undefined : Number(groups[name]));
      const hex = groups.hex?.trim().split(/ +/).filter((byte) => byte !== "").map((byte) => Number.parseInt(byte, 16));
      const base = {
        at: match.indices[0],
        status: number("status") ?? text.status,
        reason: hex === undefined ? (at.reason === undefined ? undefined : line.slice(...at.reason).trim()) : new TextDecoder().decode(Uint8Array.from(hex)),
        sentBy: text["sent-by"],
        end: text.end,
        table: text.table,
        instead: text.instead ?? false,
        library: library.id === "any" ? undefined : library.name,
      };
      let found = [];
      if (at.bytes !== undefined) {
        found = ofBytes(text, at.bytes, base);
      } else if (at.name !== undefined) {
        const code = nameInLine(line.slice(...at.name));
        found = code === undefined ? [] : [{ ...base, code, at: at.name }];
      } else {
        const code = at.code === undefined ? text.code : codeAt(text, at.code);
        if (code !== undefined || (at.code === undefined && text.end !== undefined)) {
          found.push({ ...base, code, at: at.code ?? base.at });
        }
        for (const group of [at.code2, at.inner].filter((group) => group !== undefined && found.length > 0)) {
          const second = codeAt(text, group);
          if (second !== undefined && found.every((hit) => hit.code !== second)) {
            found.push({ ...base, code: second, at: group });
          }
        }
      }
      const says = text.says?.replaceAll("{code}", found[0]?.code ?? "").replaceAll("{status}", base.status ?? "").replaceAll("{inner}", groups.inner ?? "");
      return found.map((hit) => ({ ...hit, rank: text.rank, says: says === undefined ? [] : [says] }));
    };

    /** What the line says beside the code. */
    const withDetails = (hit) => {
      const isSent = hit.code !== undefined && ![1005, 1006, 1015].includes(hit.code);
      const isSpread = new TextEncoder().encode(line.trim()).length <= 40;
      for (const text of [line, ...(isSpread ? near.slice(0, 6) : [])]) {
        for (const detail of data.detail) {
          const match = regex(detail.pattern, "dsu").exec(small(text));
          const reason = match?.indices.groups?.reason;
          if (reason !== undefined) {
            const said = text.slice(...reason).trim().replace(/\\+$/, "");
            if (!(isDigits(said) && Number(said) === hit.code)) {
              hit.reason ??= said;
            }
          }
          if (match !== null) {
            hit.sentBy ??= isSent ? detail["sent-by"] : undefined;
            hit.wasClean ??= detail["was-clean"];
          }
        }
      }
      return hit;
    };

    let hits = [];
    for (const library of data.library) {
      for (const text of library.text) {
        const isNear = () => text.near === undefined || [lower, ...nearby].some((line) => regex(text.near).test(line));
        if ((asked || !text.asked) && (isAbout || !text.about) && regex(text.pattern).test(lower) && isNear()) {
          hits.push(...Array.from(all(text.pattern, lower), (match) => ofMatch(library, text, match)).flat());
        }
      }
    }
    const best = Math.max(...hits.map((hit) => hit.rank));
    hits = hits.filter((hit) => hit.rank === best).sort((a, b) => a.at[0] - b.at[0]).map(withDetails);
    const found = [];
    for (const hit of hits) {
      const same = found.find((one) => one.code === hit.code && one.end === hit.end);
      if (same === undefined) {
        found.push(hit);
      } else {
        for (const key of ["reason", "sentBy", "status", "table"]) {
          same[key] ??= hit[key];
        }
        same.instead ||= hit.instead;
        same.says = [...new Set([...same.says, ...hit.says])];
      }
    }
    return found;
  };

  /** The first match in a text that is not part of a longer word. */
  const word = (pattern, text) => {
    for (const match of all(pattern, small(text))) {
      const [start, end] = match.indices[0];
      const isInside = /[\p{L}\p{N}]$/u.test(text.slice(0, start)) || /^[\p{L}\p{N}]/u.test(text.slice(end));
      if (!isInside && end > start) {
        return text.slice(start, end);
      }
    }
    return undefined;
  };

  /** The protocol of a finding, if the line says which, and by what. */
  const protocol = (hit, line, near, asked) => {
    if (hit.code === undefined) {
      return undefined;
    }
    const having = tables.filter((table) => table.rows.some((row) => isIn([row.first, row.last], hit.code)));
    const has = (name) => having.some((table) => table.name === name);
    if (has(hit.table)) {
      return { table: hit.table, by: `the text, which is that of ${hit.library ?? "the text"}` };
    }
    const rows = data.protocol.filter((row) => has(row.table));
    if (hit.reason !== undefined) {
      const reason = small(hit.reason.trim());
      const fits = (row) => row.codes === undefined || row.codes.includes(hit.code);
      const row = rows.find((row) => row.reason !== undefined && fits(row) && regex(row.reason).test(reason));
      const called = having.filter((table) => {
        const own = table.rows.findLast((row) => isIn([row.first, row.last], hit.code));
        return letters(reason).length > 3 && own.first === own.last && own.names.some((name) => letters(name) === letters(reason));
      }).map((table) => table.name);
      const isSpecial = (name) => called.includes(data.protocol.find((row) => row.table === name)?.over);
      const general = called.filter((name) => !isSpecial(name));
      const table = row?.table ?? (general.length === 1 ? general[0] : undefined);
      if (table !== undefined) {
        return { table, by: "the reason" };
      }
    }
    const nearWord = (row) => (row.words === undefined ? undefined : near.map((line) => word(row.words, line)).find((found) => found !== undefined));
    const escape = (text) => text.replace(/[$()*+.?[\\\]^{|}/-]/g, "\\$&");
    const named = (table) => (table.name.length > 2 && (asked || table.name.includes("-"))
      ? [table.name, table.name.replaceAll("-", " ")].map((name) => word(escape(name).replaceAll("\\-", "-"), line)).find((found) => found !== undefined)
      : undefined);
    const inLine = rows.filter((row) => row.words !== undefined).map((row) => ({ table: row.table, said: word(row.words, line) })).find(({ said }) => said !== undefined)
      ?? having.map((table) => ({ table: table.name, said: named(table) })).find(({ said }) => said !== undefined);
    if (inLine !== undefined) {
      const nearer = rows.filter((row) => row.over === inLine.table).map((row) => ({ table: row.table, said: nearWord(row) })).find(({ said }) => said !== undefined);
      return nearer === undefined
        ? { table: inLine.table, by: `\`${inLine.said}\` in the line` }
        : { table: nearer.table, by: `\`${nearer.said}\` near the line` };
    }
    const found = rows.map((row) => ({ table: row.table, said: nearWord(row) })).find(({ said }) => said !== undefined);
    return found && { table: found.table, by: `\`${found.said}\` near the line` };
  };

  /** A finding with its protocol, and with the cause that its reason names. */
  const complete = (hit, line, near, asked) => {
    const chosen = protocol(hit, line, near, asked);
    const cause = hit.reason === undefined || hit.instead || chosen !== undefined || hit.code === undefined
      ? undefined
      : data.cause.find((cause) => (cause.codes ?? [hit.code]).includes(hit.code) && regex(cause.pattern).test(small(hit.reason)));
    const because = cause && { instead: true, says: [cause.says.replaceAll("{code}", hit.code), ...hit.says] };
    return { ...hit, ...because, table: chosen?.table, chosenBy: chosen?.by };
  };

  /** A line in pieces, each cut where something ends. */
  const pieces = (line) => {
    const size = 8192;
    const parts = [];
    let rest = line;
    while (rest.length > size) {
      const front = rest.slice(0, size);
      const end = ["}", ";", ",", " "].map((mark) => front.lastIndexOf(mark)).find((at) => at >= 0) ?? size - 1;
      parts.push(rest.slice(0, end + 1));
      rest = rest.slice(end + 1);
    }
    return [...parts, rest];
  };

  /** What a line says; `near` are the lines around it, the nearest first. */
  const findings = (line, near = [], asked = false) =>
    pieces(line).flatMap((piece) => look(piece, near, asked).map((hit) => complete(hit, piece, near, asked)));

  /** The lines of a text, without colors, and with full-width signs as plain ones. */
  const lines = (text) => text
    .replace(/\u001b(?:\[[^@-~]*[@-~]|\][^\u0007\u001b]*(?:\u0007|\u001b\\)|[\0-\u007f])/g, "")
    .replace(/[\uff01-\uff5e]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .split(/\r\n|\r|\n/);

  /** What a text says that a person asks, or that is part of a log: each code once. */
  const read = (text, asked) => {
    const all = lines(text.replace(/^\ufeff/, ""));
    const found = [];
    all.forEach((line, at) => {
      const near = [];
      for (let far = 1; far <= 20; far += 1) {
        near.push(...[all[at - far], far <= 6 ? all[at + far] : undefined].filter((line) => line !== undefined));
      }
      for (const hit of findings(line.trimEnd(), near, asked)) {
        if (!found.some((one) => one.code === hit.code && one.table === hit.table && one.status === hit.status)) {
          found.push({ ...hit, line: at + 1, text: line });
        }
      }
    });
    return found;
  };

  /** The error of the network in a text. */
  const network = (text) => data.network.find((error) => word(error.pattern, text) !== undefined);
  /** What to say about the numbers of other systems in a text. */
  const notCodes = (text) => data.other.filter((other) => other.says !== undefined)
    .flatMap((other) => Array.from(all(other.pattern, small(text)), (match) => other.says.replaceAll("{n}", match.groups.n)).slice(0, 1));
  const status = (number) => data.status.find((row) => isIn(row.codes, number));
  const named = (text) => (codes.has(letters(text)) ? [codes.get(letters(text))] : /\s/.test(text) ? [] : inLibraries(text));

  return { read, network, notCodes, status, named };
};
