// What the helpers of a module do: helpers.mjs FOLDER

import assert from "node:assert/strict";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const folder = process.argv[2];
const load = (name) => import(pathToFileURL(join(folder, `js/${name}.js`)));
const registry = await load("registry");
const policies = await load("policies");
const alone = await load("policies-own");

// The advice of the narrowest row, whoever reports the code.
for (const [code, expected] of [
  [1000, undefined],
  [1006, true],
  [1012, true],
  [4000, false],
  [4050, false],
  [4100, true],
  [4201, true],
  [4999, undefined],
  [70000, undefined],
]) {
  for (const event of [code, { code }, { closeCode: code, reason: "" }, { code: 0, closeCode: code }]) {
    assert.equal(policies.shouldReconnect(event), expected, `${code}`);
    const delay = policies.reconnectDelay(event, 0, () => 0);
    assert.equal(delay === undefined, expected !== true, `${code}`);
  }
}
assert.equal(policies.shouldReconnect({ closeCode: null, reason: "" }), true);
assert.equal(alone.shouldReconnect(1006), undefined);

// Delays are in milliseconds, random, and grow up to five minutes.
const delays = (code, random) =>
  [0, 1, 2, 3, 4, 5, 50].map((attempt) => policies.reconnectDelay(code, attempt, () => random));
assert.deepEqual(delays(4100, 1), [5000, 10_000, 20_000, 40_000, 80_000, 160_000, 300_000]);
assert.deepEqual(delays(4100, 0.5), [2500, 5000, 10_000, 20_000, 40_000, 80_000, 150_000]);
assert.deepEqual(delays(4100, 0), [0, 0, 0, 0, 0, 0, 0]);
assert.deepEqual(delays(4200, 1), [0, 5000, 10_000, 20_000, 40_000, 80_000, 300_000]);
assert.equal(registry.reconnectDelay(1012, 0, () => 0), 5000);
assert.equal(registry.reconnectDelay(1012, 0, () => 1), 30_000);
for (const attempt of [-1, NaN, undefined]) {
  assert.equal(policies.reconnectDelay(4100, attempt, () => 1), 5000);
}
const jitter = new Set(Array.from({ length: 20 }, () => policies.reconnectDelay(1006, 3)));
assert.ok(jitter.size > 1 && [...jitter].every((delay) => 0 <= delay && delay < 40_000));

// Which codes may be sent, a module knows of all codes.
for (const module of [policies, alone]) {
  for (const [code, expected] of [[1000, 1000], [1005, 1014], [1006, 1014], [4001, 4001], [999, 1014], [1.5, 1014]]) {
    assert.equal(module.forwardableOr(code, 1014), expected);
  }
}

// A reason is cut between characters, at 123 bytes.
const bytes = (text) => new TextEncoder().encode(text).length;
for (const [text, length] of [
  ["", 0],
  ["a".repeat(123), 123],
  ["a".repeat(124), 123],
  ["é".repeat(62), 122],
  ["€".repeat(42), 123],
  ["👩‍🚀".repeat(20), 121],
  ["a" + "🙂".repeat(31), 121],
  ["aaa" + "🙂".repeat(31), 123],
  ["\ud800".repeat(50), 123],
]) {
  const cut = registry.truncateReason(text);
  assert.ok(text.startsWith(cut));
  assert.equal(bytes(cut), length, text);
}

// A socket that keeps to the rules of browsers. What it closes with it can close with.
class Socket {
  closed = [];
  close(code, reason) {
    if (code !== undefined && code !== 1000 && !(3000 <= code && code <= 4999)) {
      throw new DOMException("", "InvalidAccessError");
    }
    if (reason !== undefined && bytes(reason) > 123) {
      throw new DOMException("", "SyntaxError");
    }
    this.closed.push([code, reason]);
  }
}
for (const [given, expected] of [
  [[], [1000, ""]],
  [[1000, "bye"], [1000, "bye"]],
  [[4999], [4999, ""]],
  [[1001, "bye"], [1000, "bye"]],
  [[1006, "", 4000], [4000, ""]],
  [[1011, "oops", 1012], [1000, "oops"]],
  [[NaN, "x".repeat(200)], [1000, "x".repeat(123)]],
  [[70000, undefined, 70001], [1000, ""]],
]) {
  const socket = new Socket();
  registry.closeSafely(socket, ...given);
  assert.deepEqual(socket.closed, [expected]);
}

// Whatever is passed to it, it does not throw.
const broken = { close() { throw new Error("broken"); } };
for (const socket of [broken, {}, null, undefined]) {
  registry.closeSafely(socket, 4000, "x");
}
const socket = new Socket();
registry.closeSafely(socket, 4000, 5);
assert.deepEqual(socket.closed, [[undefined, undefined]]);
