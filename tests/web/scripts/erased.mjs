// A module in JavaScript is the one in TypeScript without its types: erased.mjs FOLDER

import assert from "node:assert/strict";
import { readFile, readdir } from "node:fs/promises";
import { join } from "node:path";

import { transform } from "esbuild";

const folder = process.argv[2];
const printed = async (path, loader) =>
  (await transform(await readFile(join(folder, path), "utf8"), { loader, target: "es2020" })).code;

const names = (await readdir(join(folder, "ts"))).map((name) => name.replace(".ts", ""));
assert.ok(names.length > 10);
for (const name of names) {
  const [types, plain] = [await printed(`ts/${name}.ts`, "ts"), await printed(`js/${name}.js`, "js")];
  assert.equal(plain, types, name);
}
