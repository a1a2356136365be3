// Compares the delays of a module with those of the runtime crate: delays.mjs MODULE DELAYS

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { pathToFileURL } from "node:url";

const [module, delays] = process.argv.slice(2);
const { reconnectDelay, shouldReconnect } = await import(pathToFileURL(module));
const rows = JSON.parse(await readFile(delays, "utf8"));
assert.ok(rows.length > 1000);
for (const [code, attempt, random, again, delay] of rows) {
  assert.equal(shouldReconnect(code) ?? null, again, `${code}`);
  const found = reconnectDelay(code, attempt, () => random / 2 ** 32) ?? null;
  assert.equal(found, delay, `${code}, attempt ${attempt}, random ${random}`);
}
