// Checks documents against the schema of tables, and writes where each breaks it: tables.mjs DOCUMENTS PLACES

import assert from "node:assert/strict";
import { readFile, writeFile } from "node:fs/promises";

import Ajv2020 from "ajv/dist/2020.js";

const [documents, places] = process.argv.slice(2);
const read = async (path) => JSON.parse(await readFile(path, "utf8"));
const schema = await read(new URL("../../../codes.schema.json", import.meta.url));
const options = { allErrors: true, strict: true };
const validate = new Ajv2020.default(options).compile(schema);

const broken = (await read(documents)).map((document) => {
  validate(document);
  // What is said behind a condition has places of its own.
  const errors = (validate.errors ?? []).filter(({ keyword }) => keyword !== "if");
  for (const { keyword, message } of errors) {
    assert.notEqual(keyword, "pattern", message);
  }
  return [...new Set(errors.map(place))];
});
await writeFile(places, JSON.stringify(broken));

/** The JSON pointer to what is wrong. */
function place({ instancePath, params }) {
  const key = params.additionalProperty;
  return key === undefined
    ? instancePath
    : `${instancePath}/${key.replaceAll("~", "~0").replaceAll("/", "~1")}`;
}
