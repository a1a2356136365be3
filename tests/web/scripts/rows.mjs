// Compares the rows of modules with those of the JSON: rows.mjs [MODULE JSON]...

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { pathToFileURL } from "node:url";

const paths = process.argv.slice(2);
assert.ok(paths.length > 0);
for (let at = 0; at < paths.length; at += 2) {
  const module = await import(pathToFileURL(paths[at]));
  const { rows } = JSON.parse(await readFile(paths[at + 1], "utf8"));
  compare(module, rows);
}

function compare(module, rows) {
  // The JSON has every key in every row, the module only those that have a value.
  const expected = rows.map(({ constant, ...row }) => {
    const { min_seconds: minSeconds, max_seconds: maxSeconds, type } = row.reconnect;
    row.reconnect = type === "after" ? { type, minSeconds, maxSeconds } : { type };
    return Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null));
  });
  assert.deepEqual(module.TABLE, expected);

  const [, codes] = Object.entries(module).find(([name]) => name.endsWith("Code"));
  const constants = rows.filter(({ constant }) => constant !== null);
  const named = constants.map(({ constant, codes: [code] }) => [constant, code]);
  assert.deepEqual(Object.entries(codes), named);
}
