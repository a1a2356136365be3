/**
 * The row of a code.
 * {{ absent }}
 *
 * @param code - A close code.
 * @returns The row.
 */
export {{ declare }}function entryOf(code{{ number }}){{ self.typed("$Entry | undefined") }}{% if code %} {
  return {% if protocol.is_some() %}lastOf(code, TABLE) ?? lastOf(code, PROTOCOL){% else %}lastOf(code, TABLE){% endif %};
}{% else %};{% endif %}

/**
 * The name of a code's row.
 * {{ absent }}
 *
 * @param code - A close code.
 * @returns The name of its row.
 */
export {{ declare }}function kindOf(code{{ number }}){{ self.typed("$Kind | undefined") }}{% if code %} {
  return valueOf(code, KINDS);
}{% else %};{% endif %}
{% if !classes.is_empty() %}
/**
 * The range that a code belongs to.
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
 * The table's reconnect advice for a code.
 * {{ absent }}
 *
 * @param code - A close code.
 * @returns The advice; delays are in seconds.
 */
export {{ declare }}function reconnectOf(code{{ number }}){{ self.typed("Reconnect | undefined") }}{% if code %} {
  return valueOf(code, ADVICE);
}{% else %};{% endif %}

/**
 * Whether a code may be sent in a Close frame.
 *
 * @param code - A close code.
 * @returns Whether it may; `false` for a number that is not a close code.
 */
export {{ declare }}function isValidOnWire(code{{ number }}){{ boolean }}{% if code %} {
  return isWithin(code, WIRE);
}{% else %};{% endif %}

/**
 * Whether a code must not be sent, and is only reported to the application.
 *
 * @param code - A close code.
 * @returns Whether it is; `false` for a number that is not a close code.
 */
export {{ declare }}function isLocalOnly(code{{ number }}){{ boolean }}{% if code %} {
  return isWithin(code, LOCAL);
}{% else %};{% endif %}

/**
 * Whether `WebSocket.close()` accepts a code. For whether a client usually sends it, see
 * `isSendableBy(code, "client")`.
 *
 * @param code - A close code.
 * @returns Whether it does; `false` for a number that is not a close code.
 */
export {{ declare }}function isSettableByScript(code{{ number }}){{ boolean }}{% if code %} {
  return isWithin(code, SCRIPT);
}{% else %};{% endif %}

/**
 * Whether a code may be sent in a Close frame by an endpoint with this role.
 *
 * @param code - A close code.
 * @param role - The end that would send it.
 * @returns Whether it may; `false` for a number that is not a close code.
 */
export {{ declare }}function isSendableBy(code{{ number }}, role{{ self.typed("Role") }}){{ boolean }}{% if code %} {
  return isWithin(code, WIRE) && !isWithin(code, role === "client" ? SERVERS : CLIENTS);
}{% else %};{% endif %}
