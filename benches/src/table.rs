//! Tables of figures, for the terminal and for the document.

/// A table of figures.
#[derive(Clone, Debug)]
pub struct Table {
    /// What the goals and the chart call it.
    pub id: &'static str,
    /// What the rows are measured in, and on what: the caption.
    pub caption: String,
    pub columns: Vec<String>,
    pub rows: Vec<Row>,
    /// Digits after the point.
    pub digits: usize,
}

/// A row: what was measured, and a figure for each column; none if there is nothing to compare.
#[derive(Clone, Debug)]
pub struct Row {
    pub name: String,
    pub figures: Vec<Option<f64>>,
}

impl Table {
    pub fn new(
        id: &'static str,
        caption: impl Into<String>,
        columns: &[&str],
        digits: usize,
    ) -> Self {
        let columns = columns.iter().map(|&column| column.to_owned()).collect();
        Self { id, caption: caption.into(), columns, rows: Vec::new(), digits }
    }

    pub fn push(&mut self, name: impl Into<String>, figures: impl IntoIterator<Item = f64>) {
        let figures = figures.into_iter().map(|figure| (!figure.is_nan()).then_some(figure));
        self.rows.push(Row { name: name.into(), figures: figures.collect() });
    }

    /// The figure in a row and a column.
    pub fn get(&self, row: &str, column: &str) -> f64 {
        let at = self.columns.iter().position(|name| name == column);
        let row = self.rows.iter().find(|other| other.name == row);
        row.zip(at).and_then(|(row, at)| *row.figures.get(at)?).unwrap_or(f64::NAN)
    }

    /// How many times one row's figure is another's.
    pub fn ratio(&self, row: &str, other: &str, column: &str) -> f64 {
        self.get(row, column) / self.get(other, column)
    }

    /// The table in Markdown, with columns of even width so that it can be read as it is.
    pub fn markdown(&self) -> String {
        let mut lines = vec![vec![String::new()]];
        lines[0].extend(self.columns.iter().cloned());
        for row in &self.rows {
            let mut line = vec![row.name.clone()];
            line.extend(row.figures.iter().map(|figure| self.figure(*figure)));
            lines.push(line);
        }
        let width = |at: usize| {
            let cells = lines.iter().filter_map(|line| line.get(at));
            cells.map(|cell| cell.chars().count()).max().unwrap_or(0)
        };
        let widths: Vec<usize> = (0..=self.columns.len()).map(width).collect();
        let mut text = format!("{}\n\n", self.caption);
        for (number, line) in lines.iter().enumerate() {
            for (at, cell) in line.iter().enumerate() {
                let width = widths[at];
                text += &if at == 0 {
                    format!("| {cell:width$} |")
                } else {
                    format!(" {cell:>width$} |")
                };
            }
            text.push('\n');
            if number == 0 {
                for (at, width) in widths.iter().enumerate() {
                    let dashes = "-".repeat(*width);
                    text += &if at == 0 { format!("| {dashes} |") } else { format!(" {dashes}:|") };
                }
                text.push('\n');
            }
        }
        text
    }

    fn figure(&self, figure: Option<f64>) -> String {
        let digits = self.digits;
        match figure {
            // A number of things.
            Some(figure) if figure.fract() == 0.0 => format!("{figure:.0}"),
            Some(figure) => format!("{figure:.digits$}"),
            None => "–".to_owned(),
        }
    }
}
