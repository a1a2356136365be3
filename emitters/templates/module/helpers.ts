/**
 * A code in one line of text, and the reason of an event: `1008 Policy Violation: bad token`.
 *
 * A code without a row is printed as its number. If the Close frame of the other end arrived but the
 * connection still broke, the line says so.
 *
 * @param codeOrEvent - A close code, a `CloseEvent`, or the result of a `WebSocketStream`.
 * @returns The line, without a line break.
 */
export {{ declare }}function describe(codeOrEvent{{ code_or_event }}){{ self.typed("string") }}{% if code %} {
  const event = typeof codeOrEvent === "number" ? { code: codeOrEvent } : codeOrEvent;
  const code = codeOf(event);
  const label = valueOf(code, LABELS);
  let line = label === undefined ? String(code) : `${code} ${label}`;
  if ("wasClean" in event && event.wasClean === false && isValidOnWire(code)) {
    line += " (not clean)";
  }
  if ("reason" in event && event.reason) {
    line += `: ${event.reason}`;
  }
  // A reason is the peer's text: characters that break the line or reverse it become spaces.
  return line.replace(/[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}]+/gu, " ");
}{% else %};{% endif %}

/**
 * Whether to reconnect after a code, by the advice of the table.
 *
 * @param codeOrEvent - A close code, a `CloseEvent`, or the result of a `WebSocketStream`.
 * @returns `true` for "immediately", "backoff" and a delay; `false` for "never" and "after-change"; `undefined`
 *   if the table gives no advice.
 */
export {{ declare }}function shouldReconnect(codeOrEvent{{ code_or_event }}){{ self.typed("boolean | undefined") }}{% if code %} {
  const type = reconnectOf(codeOf(codeOrEvent))?.type ?? "unspecified";
  return type === "unspecified" ? undefined : type !== "never" && type !== "after-change";
}{% else %};{% endif %}

/**
 * How long to wait before reconnecting, by the advice of the table. The delay is random, so that clients do
 * not all reconnect at once.
 *
 * The first delay of "backoff" is up to 5 seconds (RFC 6455 section 7.2.3). The limit doubles after each
 * failure, up to 5 minutes, which is this module's choice. "immediately" does not wait at first, and "after"
 * waits for a random time between its two limits; both back off after failures.
 *
 * @param codeOrEvent - A close code, a `CloseEvent`, or the result of a `WebSocketStream`.
 * @param attempt - How many attempts have failed since the connection ended: 0 for the first.
 * @param random - A number from 0 to 1, a new one in each call.
 * @returns The delay in milliseconds; `undefined` unless `shouldReconnect` is `true`.
 */
export {{ declare }}function reconnectDelay(codeOrEvent{{ code_or_event }}, attempt{{ number }}, random{% if code %}{{ self.typed("() => number") }} = Math.random{% else %}?: () => number{% endif %}){{ self.typed("number | undefined") }}{% if code %} {
  const advice = reconnectOf(codeOf(codeOrEvent));
  const failures = attempt > 0 ? attempt : 0;
  const backoff = (exponent{{ number }}) => Math.min(5000 * 2 ** exponent, 300_000);
  const share = (most{{ number }}) => Math.floor(random() * most);
  switch (advice?.type) {
    case "immediately":
      return failures < 1 ? 0 : share(backoff(failures - 1));
    case "backoff":
      return share(backoff(failures));
    case "after": {
      const { minSeconds, maxSeconds } = advice;
      const window = Math.max(1000 * (maxSeconds - minSeconds), failures < 1 ? 0 : backoff(failures));
      return 1000 * minSeconds + share(window);
    }
    default:
      return undefined;
  }
}{% else %};{% endif %}

/**
 * The code if it may be sent in a Close frame, otherwise `fallback`: the code for a proxy to send on.
 *
 * @param code - The code that was received or reported.
 * @param fallback - The code to send instead of a code such as 1005 or 1006.
 * @returns One of the two.
 */
export {{ declare }}function forwardableOr(code{{ number }}, fallback{{ number }}){{ number }}{% if code %} {
  return isValidOnWire(code) ? code : fallback;
}{% else %};{% endif %}

/**
 * A reason that fits in a Close frame: at most 123 bytes of UTF-8, cut between two characters.
 *
 * @param text - Any text.
 * @returns The text, or its beginning.
 */
export {{ declare }}function truncateReason(text{{ self.typed("string") }}){{ self.typed("string") }}{% if code %} {
  let bytes = 0;
  let end = 0;
  for (const character of text) {
    const point = character.codePointAt(0) ?? 0;
    bytes += point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
    if (bytes > 123) {
      break;
    }
    end += character.length;
  }
  return text.slice(0, end);
}{% else %};{% endif %}

/**
 * Closes a socket and never throws, whether it is connecting, open, closing or closed.
 *
 * A page may only send 1000 and 3000 to 4999. `WebSocket.close()` throws for any other code, and for a reason of
 * more than 123 bytes. Instead of such a code this function sends `fallback`, and it cuts the reason. So
 * `closeSafely(socket, 1011)` sends 1000, which the other end sees as a normal closure: pass a `fallback` from
 * 3000 to 4999 to tell the two apart.
 *
 * @param socket - A `WebSocket`, or another object that closes like one.
 * @param code - The code to close with.
 * @param reason - The reason for the other end.
 * @param fallback - The code to send if `close()` does not accept `code`; 1000 if it does not accept `fallback`.
 */
export {{ declare }}function closeSafely({% if code %}
  socket{{ self.typed("Closable") }},
  code{{ number }} = 1000,
  reason{{ self.typed("string") }} = "",
  fallback{{ number }} = 1000,
){{ self.typed("void") }} {
  const passed = [code, fallback].find(isSettableByScript) ?? 1000;
  try {
    socket.close(passed, truncateReason(reason));
  } catch {
    try {
      socket.close();
    } catch {
      // Nothing is left to close.
    }
  }
}{% else %}socket: Closable, code?: number, reason?: string, fallback?: number): void;{% endif %}
