{% let number = self.typed("number") -%}
{% let boolean = self.typed("boolean") -%}
{% let code_or_event = self.typed("number | CloseEventLike") -%}
{% let declare = self.declare() -%}
// {{ notice }}

/**
{{ doc }} *
 * @module
 */
{% if let Some(address) = imported %}{% if code %}
import { TABLE as BUILT_IN } from {{ address }};
{% endif %}{% endif %}
/** The named codes. */
{% if code -%}
export const {{ prefix }}Code = {
{% for constant in constants %}{{ constant.doc }}  {{ constant.key }}: {{ constant.code }},
{% endfor %}}{% if types %} as const{% endif %};
{% else -%}
export declare const {{ prefix }}Code: {
{% for constant in constants %}{{ constant.doc }}  readonly {{ constant.key }}: {{ constant.code }};
{% endfor %}};
{% endif -%}
{% if types %}
{% include "module/types.ts" %}
{% endif %}
/** All rows, sorted by first code, wider ranges first. If several rows contain a code, the last one applies. */
export {{ declare }}const TABLE{{ self.typed("readonly $Entry[]") }}{% if code %} = [
{{ rows }}]{% endif %};
{% if let Some(rows) = protocol %}
/** The rows of the standard codes, for the codes that have no row in `TABLE`. */
export {{ declare }}const PROTOCOL{{ self.typed("readonly $Entry[]") }}
{%- if code %} = {% if imported.is_some() %}BUILT_IN{% else %}[
{{ rows }}]{% endif %}{% endif %};
{% endif %}
{% include "module/lookups.ts" %}

{% include "module/helpers.ts" %}
{% if code %}
{% include "module/data.ts" %}
{% endif -%}
