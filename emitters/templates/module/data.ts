// Lookup data of the functions. It is separate from `TABLE`, so that a bundler can drop `TABLE` if it is unused.
{% if types %}
type Range = readonly [first: number, last: number];

type Valued<Value> = readonly [first: number, last: number, value: Value];
{% endif %}
{% for list in lists -%}
/** {{ list.doc }} */
const {{ list.name }}{{ self.typed(list.of) }} = {{ list.value }};

{% endfor -%}
/** The code of an event. In a `WebSocketError` it is `closeCode`; `code` is the number of the `DOMException`. */
function codeOf(event{{ code_or_event }}){{ number }} {
  if (typeof event === "number") {
    return event;
  }
  return "closeCode" in event ? event.closeCode ?? 1006 : event.code;
}

function isWithin(code{{ number }}, ranges{{ self.typed("readonly Range[]") }}){{ boolean }} {
  return Number.isInteger(code) && ranges.some(([first, last]) => first <= code && code <= last);
}

function valueOf{% if types %}<Value>{% endif %}(code{{ number }}, ranges{{ self.typed("readonly Valued<Value>[]") }}){{ self.typed("Value | undefined") }} {
  return Number.isInteger(code) ? ranges.find(([first, last]) => first <= code && code <= last)?.[2] : undefined;
}

/** The narrowest of the rows that contain a code. */
function lastOf(code{{ number }}, rows{{ self.typed("readonly $Entry[]") }}){{ self.typed("$Entry | undefined") }} {
  if (!Number.isInteger(code)) {
    return undefined;
  }
  for (let index = rows.length - 1; index >= 0; index -= 1) {
    const row = rows[index];
    if (row !== undefined && row.codes[0] <= code && code <= row.codes[1]) {
      return row;
    }
  }
  return undefined;
}
