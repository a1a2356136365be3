// Every document in JSON follows the published schema, and what does not is refused: schema.mjs FOLDER

import assert from "node:assert/strict";
import { readFile, readdir } from "node:fs/promises";
import { join } from "node:path";

import Ajv2020 from "ajv/dist/2020.js";

const folder = process.argv[2];
const read = async (path) => JSON.parse(await readFile(path, "utf8"));
const schema = await read(new URL("../../../docs/close-codes.schema.json", import.meta.url));
const validate = new Ajv2020.default({ allErrors: true, strict: true }).compile(schema);

const documents = await readdir(join(folder, "json"));
assert.ok(documents.length > 4);
for (const name of documents) {
  const document = await read(join(folder, "json", name));
  assert.equal(document.$schema, schema.$id);
  assert.ok(validate(document), `${name}: ${JSON.stringify(validate.errors, undefined, 2)}`);
}

// Each of these changes one thing.
const wrong = [
  (document) => delete document.rows,
  (document) => (document.version = 2),
  (document) => (document.version = "1"),
  (document) => (document.extra = true),
  (document) => (document.as_of = "June"),
  (document) => (document.span = [0]),
  (document) => (document.span = [0, 65536]),
  (document) => (document.name = "close kind"),
  (document) => (document.title = ""),
  (document) => (document.generated = "by hand"),
  (document) => (document.rows[0].codes = [0.5, 1]),
  (document) => (document.rows[0].codes = [0, 1, 2]),
  (document) => delete document.rows[0].wire,
  (document) => (document.rows[0].wire = "yes"),
  (document) => (document.rows[0].sender = "proxy"),
  (document) => (document.rows[0].sender = null),
  (document) => (document.rows[0].constant = "lower"),
  (document) => (document.rows[0].reconnect = "never"),
  (document) => (document.rows[0].reconnect = { type: "soon" }),
  (document) => (document.rows[0].reconnect = { type: "after" }),
  (document) => (document.rows[0].reconnect = { type: "never", min_seconds: 1, max_seconds: 2 }),
  (document) => (document.rows[0].reference = "RFC 6455"),
  (document) => (document.rows[0].note = "x"),
];
for (const change of wrong) {
  const document = await read(join(folder, "json/registry.json"));
  change(document);
  assert.ok(!validate(document), `${change} was let through`);
}

// All keys are described: a reader of the schema needs no other document.
for (const key of Object.keys((await read(join(folder, "json/registry.json"))).rows[0])) {
  assert.ok(schema.$defs.row.properties[key].description, `${key} has no description`);
}
