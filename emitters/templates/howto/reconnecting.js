import { reconnectDelay, shouldReconnect } from "./close-codes.js";

// The specifications give no advice for these. 1000 and 1005: nothing is wrong. The others: the next attempt would
// end in the same way. Add the codes of your own protocol after which a retry cannot help.
const FINAL = [1000, 1002, 1003, 1005, 1007, 1008, 1009, 1010, 3000, 3003];

export function connect(address, attempt = 0) {
  const socket = new WebSocket(address);
  socket.addEventListener("open", () => {
    attempt = 0;
  });
  socket.addEventListener("close", (event) => {
    if (!(shouldReconnect(event) ?? !FINAL.includes(event.code))) {
      return;
    }
    // A random delay, so that clients do not all return at once. Codes without advice use that of 1006.
    const delay = reconnectDelay(event, attempt) ?? reconnectDelay(1006, attempt);
    setTimeout(() => connect(address, attempt + 1), delay);
  });
}
