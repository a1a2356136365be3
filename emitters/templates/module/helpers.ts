/**
 * Returns a log line for a code or a close event, such as `1008 Policy Violation: bad token`.
 *
 * If a code has no row, the line begins with its number alone. If a Close frame arrived but the connection did not
 * close cleanly, the line contains "(not clean)".
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
  // The reason is the peer's text: line breaks, control and bidi characters become spaces.
  return line.replace(/[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}]+/gu, " ");
}{% else %};{% endif %}

/**
 * Returns whether the table advises to reconnect after a code.
 *
 * @param codeOrEvent - A close code, a `CloseEvent`, or what a `WebSocketStream` reports.
 * @returns `true` for "immediately", "backoff" and "after"; `false` for "never" and "after-change", such as the
 *   standard code 1013 (Try Again Later); `undefined` if there is no advice for the code.
 */
export {{ declare }}function shouldReconnect(codeOrEvent{{ code_or_event }}){{ self.typed("boolean | undefined") }}{% if code %} {
  const type = reconnectOf(codeOf(codeOrEvent))?.type ?? "unspecified";
  return type === "unspecified" ? undefined : type !== "never" && type !== "after-change";
}{% else %};{% endif %}

/**
 * Returns how long to wait before reconnecting: a random delay, so that clients do not all reconnect at once.
 *
 * "backoff" waits up to 5 seconds the first time, as RFC 6455 section 7.2.3 suggests, then up to twice as long after
 * each failure, but at most 5 minutes. "immediately" does not wait the first time, and "after" waits for its own
 * range of seconds. Both back off after failures.
 *
 * @param codeOrEvent - A close code, a `CloseEvent`, or the result of a `WebSocketStream`.
 * @param attempt - How many attempts have failed since the connection ended: 0 for the first.
 * @param random - A function that returns a number in [0, 1), such as `Math.random`. Tests can pass their own.
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
 * Returns a code if it may be sent in a Close frame, and `fallback` otherwise. Use it in a proxy.
 *
 * @param code - The code that was received or reported.
 * @param fallback - What to send instead of a code such as 1005 or 1006.
 * @returns `code` or `fallback`.
 */
export {{ declare }}function forwardableOr(code{{ number }}, fallback{{ number }}){{ number }}{% if code %} {
  return isValidOnWire(code) ? code : fallback;
}{% else %};{% endif %}

/**
 * Shortens a reason to the 123 bytes of UTF-8 that fit in a Close frame, without splitting a character.
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
 * Closes a socket without throwing, whether it is connecting, open, closing or closed.
 *
 * `WebSocket.close()` throws on a code other than 1000 and 3000 to 4999, and on a reason of more than 123 bytes.
 * This function sends `fallback` instead of such a code, and shortens the reason. The default fallback is 1000, so
 * 1011 is sent as a normal closure: pass a code from 4000 to 4999 to show that something failed.
 *
 * @param socket - A `WebSocket`, or another object with such a `close` method.
 * @param code - The code to close with.
 * @param reason - Why, for the other end.
 * @param fallback - The code to send if `close()` refuses `code`. If it refuses this one too, 1000 is sent.
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
