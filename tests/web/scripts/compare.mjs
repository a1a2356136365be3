// Compares modules with the answers of Rust, for every code: compare.mjs [MODULE ANSWERS]...

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { pathToFileURL } from "node:url";

const nothing = { wire: false, local: false, script: false, client: false, server: false };

const paths = process.argv.slice(2);
assert.ok(paths.length > 0);
for (let at = 0; at < paths.length; at += 2) {
  const module = await import(pathToFileURL(paths[at]));
  const { answers, runs } = JSON.parse(await readFile(paths[at + 1], "utf8"));
  const codes = runs.flatMap(([answer, codes]) => new Array(codes).fill(answer));
  assert.equal(codes.length, 65536);
  try {
    compare(module, answers, codes);
  } catch (error) {
    console.error(paths[at]);
    throw error;
  }
}

function compare(module, answers, codes) {
  // Neighbors mostly have one answer: what is the very same as before is compared once.
  let before = [];
  for (let code = 0; code <= 65535; code += 1) {
    const now = [codes[code], ...asked(module, code)];
    if (now.some((value, index) => value !== before[index])) {
      assert.deepEqual(said(module, code), answers[codes[code]] ?? nothing, `code ${code}`);
      before = now;
    }
  }

  // What is no code is in no row, and nothing throws.
  for (const code of [-1, 65536, 1e9, 1000.5, 4000.000001, NaN, Infinity, -Infinity, "1000", null]) {
    if (typeof code === "number") {
      assert.deepEqual(said(module, code), nothing, `${code}`);
    } else {
      assert.equal(module.entryOf(code), undefined);
      assert.equal(module.isValidOnWire(code), false);
    }
  }

  // Every constant is the code of a row of that one code.
  const [, constants] = Object.entries(module).find(([name]) => name.endsWith("Code"));
  for (const [name, code] of Object.entries(constants)) {
    assert.match(name, /^[A-Z][A-Z0-9_]*$/);
    assert.deepEqual(module.entryOf(code).codes, [code, code]);
  }
}

function asked(module, code) {
  return [
    module.entryOf(code),
    module.kindOf(code),
    module.classOf?.(code),
    module.reconnectOf(code),
    module.describe(code).slice(String(code).length),
    module.isValidOnWire(code),
    module.isLocalOnly(code),
    module.isSettableByScript(code),
    module.isSendableBy(code, "client"),
    module.isSendableBy(code, "server"),
  ];
}

function said(module, code) {
  const entry = module.entryOf(code);
  if (entry !== undefined) {
    assert.ok(entry.codes[0] <= code && code <= entry.codes[1], `${code} is not in its own row`);
    assert.equal(module.describe(code), `${code} ${entry.label}`);
    assert.equal(module.describe({ code, reason: "" }), `${code} ${entry.label}`);
    assert.equal(module.describe({ closeCode: code, reason: "" }), `${code} ${entry.label}`);
    assert.deepEqual(module.reconnectOf(code), entry.reconnect);
    assert.equal(module.kindOf(code), entry.name);
    assert.equal(entry.sender === "nobody", !entry.wire);
    assert.equal(module.isSendableBy(code, "client"), ["client", "either"].includes(entry.sender));
    assert.equal(module.isSendableBy(code, "server"), ["server", "either"].includes(entry.sender));
  }
  const predicates = {
    wire: module.isValidOnWire(code),
    local: module.isLocalOnly(code),
    script: module.isSettableByScript(code),
    client: module.isSendableBy(code, "client"),
    server: module.isSendableBy(code, "server"),
  };
  if (entry === undefined) {
    assert.equal(module.kindOf(code), undefined);
    assert.equal(module.classOf?.(code), undefined);
    assert.equal(module.reconnectOf(code), undefined);
    assert.equal(module.describe(code), String(code));
    return { ...predicates };
  }
  return {
    kind: module.kindOf(code),
    class: module.classOf?.(code) ?? null,
    label: module.describe(code).slice(String(code).length + 1),
    meaning: entry.meaning,
    description: entry.description,
    reference: entry.reference,
    ...predicates,
    reconnect: module.reconnectOf(code),
  };
}
