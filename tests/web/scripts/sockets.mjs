// The helpers on real sockets in Node: those of ws, those of Node if it has them, and partysocket's:
// sockets.mjs FOLDER

import assert from "node:assert/strict";
import { once } from "node:events";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { pathToFileURL } from "node:url";

import PartySocket from "partysocket/ws";
import WebSocket, { WebSocketServer } from "ws";

const folder = process.argv[2];
const { closeSafely, describe, reconnectDelay, shouldReconnect } = await import(
  pathToFileURL(join(folder, "js/policies.js"))
);

const server = new WebSocketServer({ host: "127.0.0.1", port: 0 });
await once(server, "listening");
const address = `ws://127.0.0.1:${server.address().port}/`;
const received = [];
server.on("connection", (socket) => {
  socket.on("error", () => {});
  socket.on("close", (code, reason) => received.push([code, String(reason)]));
});

const makes = [WebSocket, ...(globalThis.WebSocket === undefined ? [] : [globalThis.WebSocket])];
const long = "→".repeat(100);
for (const Socket of makes) {
  const open = async () => {
    const socket = new Socket(address);
    // ws reports a socket that is closed while it connects as an error too.
    socket.addEventListener("error", () => {});
    const opened = new Promise((resolve) => socket.addEventListener("open", resolve));
    const closed = new Promise((resolve) => socket.addEventListener("close", resolve));
    return { socket, opened, closed };
  };

  // Open, then closing, then closed: the first close counts.
  const { socket, opened, closed } = await open();
  await opened;
  received.length = 0;
  closeSafely(socket, 1011, long, 4201);
  closeSafely(socket, 70000, long);
  const event = await closed;
  closeSafely(socket, 1006, long);
  assert.equal(describe(event), `4201 Pong reply not received: ${"→".repeat(41)}`);
  while (received.length === 0) {
    await sleep(5);
  }
  assert.deepEqual(received, [[4201, "→".repeat(41)]]);

  // Connecting.
  const early = await open();
  closeSafely(early.socket, 1011, long);
  assert.equal((await early.closed).code, 1006);
}

// partysocket asks whether to connect again, and waits for its address.
{
  const codes = [4100, 4100, 4000];
  const connected = [];
  server.removeAllListeners("connection");
  server.on("connection", (socket) => {
    connected.push(performance.now());
    socket.close(codes.shift() ?? 4000);
  });
  const closes = [];
  const asked = [];
  let ended;
  const socket = new PartySocket(
    async () => {
      if (ended !== undefined) {
        const delay = reconnectDelay(ended, socket.retryCount - 1, () => 0.03) ?? 0;
        asked.push(delay);
        await sleep(delay);
      }
      return address;
    },
    undefined,
    {
      WebSocket,
      minReconnectionDelay: 0,
      maxReconnectionDelay: 0,
      shouldReconnectOnClose: (event) => {
        ended = event;
        return shouldReconnect(event) !== false;
      },
    },
  );
  socket.addEventListener("close", (event) => closes.push(event.code));
  while (closes.length < 3) {
    await sleep(10);
  }
  await sleep(300);
  assert.deepEqual(closes, [4100, 4100, 4000]);
  assert.deepEqual(asked, [150, 300]);
  assert.equal(connected.length, 3);
  assert.ok(connected[1] - connected[0] > 140 && connected[2] - connected[1] > 290);
}

server.close();
