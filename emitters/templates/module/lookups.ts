/**
 * Returns the row of a code: everything that the table says about it.
 * {{ absent }}
 *
 * @param code - A close code.
 * @returns The row.
 */
export {{ declare }}function entryOf(code{{ number }}){{ self.typed("$Entry | undefined") }}{% if code %} {
  return {% if protocol.is_some() %}lastOf(code, TABLE) ?? lastOf(code, PROTOCOL){% else %}lastOf(code, TABLE){% endif %};
}{% else %};{% endif %}

/**
 * Returns the name of a code, such as "AbnormalClosure", or of its range.
 * {{ absent }}
 *
 * @param code - A close code.
 * @returns The name.
 */
export {{ declare }}function kindOf(code{{ number }}){{ self.typed("$Kind | undefined") }}{% if code %} {
  return valueOf(code, KINDS);
}{% else %};{% endif %}
{% if !classes.is_empty() %}
/**
 * Returns the range that a code belongs to.
 * {{ absent }}
 *
 * @param code - A close code.
 * @returns The name of the range.
 */
export {{ declare }}function classOf(code{{ number }}){{ self.typed("$Class | undefined") }}{% if code %} {
  return valueOf(code, CLASSES);
}{% else %};{% endif %}
{% endif %}
/**
 * Returns the reconnect advice for a code.
 * {{ absent }}
 *
 * @param code - A close code.
 * @returns The advice; delays are in seconds.
 */
export {{ declare }}function reconnectOf(code{{ number }}){{ self.typed("Reconnect | undefined") }}{% if code %} {
  return valueOf(code, ADVICE);
}{% else %};{% endif %}

/**
 * Returns whether a code may be sent in a Close frame.
 *
 * @param code - A close code.
 * @returns `true` if it may; `false` also for a number that is not a close code.
 */
export {{ declare }}function isValidOnWire(code{{ number }}){{ boolean }}{% if code %} {
  return isWithin(code, WIRE);
}{% else %};{% endif %}

/**
 * Returns whether a code must not be sent, and is only reported to the application.
 *
 * @param code - A close code.
 * @returns `true` if it is only reported; `false` also for a number that is not a close code.
 */
export {{ declare }}function isLocalOnly(code{{ number }}){{ boolean }}{% if code %} {
  return isWithin(code, LOCAL);
}{% else %};{% endif %}

/**
 * Returns whether `WebSocket.close()` accepts a code. Use `isSendableBy(code, "client")` to check whether clients may
 * send it.
 *
 * @param code - A close code.
 * @returns `true` if it does; `false` also for a number that is not a close code.
 */
export {{ declare }}function isSettableByScript(code{{ number }}){{ boolean }}{% if code %} {
  return isWithin(code, SCRIPT);
}{% else %};{% endif %}

/**
 * Returns whether this end of the connection may send a code in a Close frame.
 *
 * @param code - A close code.
 * @param role - This end: "client" or "server".
 * @returns `true` if it may; `false` also for a number that is not a close code.
 */
export {{ declare }}function isSendableBy(code{{ number }}, role{{ self.typed("Role") }}){{ boolean }}{% if code %} {
  return isWithin(code, WIRE) && !isWithin(code, role === "client" ? SERVERS : CLIENTS);
}{% else %};{% endif %}
