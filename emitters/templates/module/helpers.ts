/**
 * A code in one line of text, and the reason of an event: `1008 Policy Violation: bad token`.
 *
 * A code without a row is its number alone. If the Close frame of the other end arrived and the
 * connection broke all the same, the line says so.
 *
 * @param codeOrEvent - A close code, a `CloseEvent`, or what a `WebSocketStream` reports.
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
  // A reason is the peer's text: what could break the line, or turn it around, becomes a space.
  return line.replace(/[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}]+/gu, " ");
}{% else %};{% endif %}

/**
 * Whether to connect again after a code, by the advice of the table.
 *
 * @param codeOrEvent - A close code, a `CloseEvent`, or what a `WebSocketStream` reports.
 * @returns `true` for "immediately", "backoff" and a delay; `false` for "never" and "after-change"; `undefined`
 *   where the table gives no advice.
 */
export {{ declare }}function shouldReconnect(codeOrEvent{{ code_or_event }}){{ self.typed("boolean | undefined") }}{% if code %} {
  const type = reconnectOf(codeOf(codeOrEvent))?.type ?? "unspecified";
  return type === "unspecified" ? undefined : type !== "never" && type !== "after-change";
}{% else %};{% endif %}

/**
 * How long to wait before connecting again, by the advice of the table, at random so that clients do not
 * all return at once.
 *
 * "backoff" waits up to 5 seconds at first, then up to twice as long after each failure, at most 5 minutes
 * (RFC 6455 section 7.2.3). "immediately" does not wait at first, and "after" waits as its author says; both
 * back off after failures.
 *
 * @param codeOrEvent - A close code, a `CloseEvent`, or what a `WebSocketStream` reports.
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
 * The code itself if it may be sent in a Close frame, or else another one: what a proxy passes on.
 *
 * @param code - The code that was received or reported.
 * @param fallback - What to send instead of a code such as 1005 or 1006.
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
 * `WebSocket.close()` throws on a code other than 1000 and 3000 to 4999, and on a reason of more than 123 bytes.
 * Here `fallback` takes the place of such a code, and the reason is cut.
 *
 * @param socket - A `WebSocket`, or another object that closes like one.
 * @param code - The code to close with.
 * @param reason - Why, for the other end.
 * @param fallback - The code to pass where `code` is refused; 1000 where `fallback` is refused as well.
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
