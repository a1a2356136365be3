// What `describe` says of events: describe.mjs FOLDER

import assert from "node:assert/strict";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const folder = process.argv[2];
const { describe } = await import(pathToFileURL(join(folder, "js/registry.js")));

for (const [event, expected] of [
  [1006, "1006 Abnormal Closure"],
  [1014, "1014 Bad Gateway"],
  [4321, "4321 Application"],
  [70000, "70000"],
  [NaN, "NaN"],
  [{ code: 1000 }, "1000 Normal Closure"],
  [{ code: 1000, reason: "", wasClean: true }, "1000 Normal Closure"],
  [{ code: 4001, reason: "bad token", wasClean: true }, "4001 Application: bad token"],
  // The Close frame arrived and the connection broke before both ends had sent one.
  [{ code: 1012, reason: "", wasClean: false }, "1012 Service Restart (not clean)"],
  [{ code: 1012, reason: "deploy", wasClean: false }, "1012 Service Restart (not clean): deploy"],
  // 1006 says as much by itself.
  [{ code: 1006, reason: "", wasClean: false }, "1006 Abnormal Closure"],
  // What a WebSocketStream reports: its `closed`, and the error of one that failed.
  [{ closeCode: 4001, reason: "bad token" }, "4001 Application: bad token"],
  [{ code: 0, closeCode: 1012, reason: "" }, "1012 Service Restart"],
  [{ code: 0, closeCode: null, reason: "" }, "1006 Abnormal Closure"],
  // A reason is another's text.
  [{ code: 4000, reason: "a\r\nb\u0000c\u2028d\u202ee\u001b[31m" }, "4000 Application: a b c d e [31m"],
  [{ code: 4000, reason: "👩‍🚀 العربية $& $1" }, "4000 Application: 👩‍🚀 العربية $& $1"],
]) {
  assert.equal(describe(event), expected);
}

// The event of a WebSocket itself, if this Node has one.
if (globalThis.CloseEvent !== undefined) {
  const event = new CloseEvent("close", { code: 1010, reason: "x", wasClean: true });
  assert.equal(describe(event), "1010 Mandatory Ext.: x");
}
