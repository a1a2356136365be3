import { reconnectDelay, shouldReconnect } from "./close-codes.js";

export function connect(address, attempt = 0) {
  const socket = new WebSocket(address);
  socket.addEventListener("open", () => {
    attempt = 0;
  });
  socket.addEventListener("close", (event) => {
    if (event.code === 1000 || shouldReconnect(event) === false) {
      return;
    }
    // At random, so that clients do not all return at once; without advice for the code, as for 1006.
    const delay = reconnectDelay(event, attempt) ?? reconnectDelay(1006, attempt);
    setTimeout(() => connect(address, attempt + 1), delay);
  });
}
