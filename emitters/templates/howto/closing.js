import { isSettableByScript } from "./close-codes.js";

export function close(socket, code, reason) {
  const bytes = new TextEncoder().encode(reason).length;
  if (isSettableByScript(code) && bytes <= 123) {
    socket.close(code, reason);
  } else {
    socket.close();
  }
}
