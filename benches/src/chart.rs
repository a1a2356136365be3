//! The chart: the most important figures, compared with other crates.

use crate::report::Report;

/// A question, with the table and the column that answer it.
struct Panel {
    title: &'static str,
    table: &'static str,
    column: &'static str,
    unit: &'static str,
}

const PANELS: [Panel; 10] = [
    Panel {
        title: "May this code be sent? Unpredictable codes",
        table: "allowed",
        column: "adversarial",
        unit: "ns",
    },
    Panel {
        title: "Finding the kind of a code, unpredictable codes",
        table: "kind",
        column: "adversarial",
        unit: "ns",
    },
    Panel {
        title: "Number to close code and back, realistic codes",
        table: "round_trip",
        column: "realistic",
        unit: "ns",
    },
    Panel {
        title: "Number to one of 100 of your own codes, random",
        table: "rows_random",
        column: "100",
        unit: "ns",
    },
    Panel {
        title: "Reading a Close body, reason of 20 bytes",
        table: "parse",
        column: "20 ASCII",
        unit: "ns",
    },
    Panel {
        title: "Writing a Close body, reason of 20 bytes",
        table: "encode",
        column: "20 ASCII",
        unit: "ns",
    },
    Panel {
        title: "Number and text into a buffer, realistic codes",
        table: "display",
        column: "realistic",
        unit: "ns",
    },
    Panel { title: "First build, CPU time", table: "cold", column: "least", unit: "s" },
    Panel {
        title: "The derive on 1000 variants, CPU time",
        table: "derive",
        column: "1000",
        unit: "s",
    },
    Panel { title: "Size added to a program", table: "size", column: "bytes", unit: "B" },
];

const WIDTH: f64 = 860.0;
/// Where the bars begin.
const LEFT: f64 = 330.0;
/// The longest bar.
const LONGEST: f64 = WIDTH - LEFT - 110.0;
const LINE: f64 = 20.0;

/// The chart as SVG, in light and in dark.
pub fn svg(report: &Report) -> String {
    let mut body = String::new();
    let mut y = 16.0;
    for panel in &PANELS {
        let Some(table) = report.table(panel.table) else { continue };
        let Some(at) = table.columns.iter().position(|column| column == panel.column) else {
            continue;
        };
        let bars: Vec<(&str, f64)> = table
            .rows
            .iter()
            .filter_map(|row| Some((row.name.as_str(), (*row.figures.get(at)?)?)))
            .collect();
        let longest = bars.iter().map(|(_, figure)| *figure).fold(0.0, f64::max);
        y += 14.0;
        body +=
            &format!("<text class=\"title\" x=\"16\" y=\"{y}\">{}</text>\n", escape(panel.title));
        y += 8.0;
        for (name, figure) in bars {
            let class = if name.starts_with("close-code") { "ours" } else { "peer" };
            let width = (figure / longest * LONGEST).max(1.0);
            let (label, value) = (y + 14.0, number(figure, panel.unit));
            body += &format!(
                "<text class=\"name\" x=\"{x}\" y=\"{label}\">{name}</text>\
                 <rect class=\"{class}\" x=\"{LEFT}\" y=\"{top}\" width=\"{width:.1}\" height=\"13\"/>\
                 <text x=\"{end:.1}\" y=\"{label}\">{value}</text>\n",
                x = LEFT - 8.0,
                name = escape(&name.replace('`', "")),
                top = y + 3.0,
                end = LEFT + width + 6.0,
            );
            y += LINE;
        }
        y += 12.0;
    }
    let height = y + 4.0;
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {WIDTH} {height}\" width=\"{WIDTH}\" \
         height=\"{height}\" role=\"img\" aria-label=\"close-code compared with other crates: time, size and \
         builds; shorter is better\">\n{STYLE}\n<rect class=\"ground\" width=\"{WIDTH}\" \
         height=\"{height}\"/>\n<text class=\"name\" x=\"{right}\" y=\"20\">shorter is \
         better</text>\n{body}</svg>\n",
        right = WIDTH - 16.0,
    )
}

fn number(figure: f64, unit: &str) -> String {
    match unit {
        "B" => format!("{figure:.0} {unit}"),
        _ if figure < 10.0 => format!("{figure:.2} {unit}"),
        _ => format!("{figure:.1} {unit}"),
    }
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

const STYLE: &str = "<style>
text { font: 13px system-ui, sans-serif; fill: #1f2328 }
.title { font-weight: 600 }
.name { text-anchor: end; fill: #59636e }
.ground { fill: #ffffff }
.ours { fill: #0969da }
.peer { fill: #afb8c1 }
@media (prefers-color-scheme: dark) {
text { fill: #f0f6fc }
.name { fill: #9198a1 }
.ground { fill: #0d1117 }
.ours { fill: #4493f8 }
.peer { fill: #545d68 }
}
</style>";
