// Runs the client of the documentation of tables: guide.mjs FOLDER

import assert from "node:assert/strict";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

import { build } from "esbuild";

const folder = join(process.argv[2], "guide");
const outfile = join(folder, "client.mjs");
await build({ entryPoints: [join(folder, "client.ts")], bundle: true, format: "esm", outfile });
const lines = [];
console.log = (line) => lines.push(line);
const { ended, leave } = await import(pathToFileURL(outfile));

assert.equal(ended({ code: 4001, reason: "token from 09:00" }), undefined);
assert.equal(ended({ code: 4002, reason: "" }), undefined);
assert.ok(ended({ code: 4100, reason: "" }) >= 5000);
assert.ok(ended({ code: 1006, reason: "" }) >= 0);
assert.equal(ended({ code: 1000, reason: "" }), 1000);
assert.deepEqual(lines.slice(0, 4), [
  "4001 Session expired: token from 09:00",
  "Sign in again.",
  "4002 Vehicle retired",
  "Ask the dispatcher.",
]);

const closed = [];
leave({ close: (...parameters) => closed.push(parameters) });
assert.deepEqual(closed, [[1000, "the page is going away"]]);
