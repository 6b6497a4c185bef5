import { houseStyle } from "../typst/house-style.ts";

/** The Typst template of a 新旧対照表; its data is a PaperTable with a DocumentMeta. */
export const comparisonTemplate = `${houseStyle}
#set page(
  paper: "a4",
  flipped: true,
  margin: (top: 18mm, bottom: 16mm, x: 16mm),
  header: {
    set text(font: gothic, size: 8.5pt, fill: faint)
    [#context if counter(page).get().first() > 1 { data.title } #h(1fr) #if data.isSample { badge[サンプル] }]
  },
  footer: {
    set text(font: gothic, size: 8.5pt, fill: faint)
    align(center, context counter(page).display("1 / 1", both: true))
  },
)

#let run(part) = if part.changed {
  underline(offset: 2.2pt, stroke: 0.7pt, evade: false, part.text)
} else { part.text }
// A caption stays with the text below it: only the last entry of a cell may be parted from it.
#let set-line(entry, sticky) = block(
  above: 0.65em, below: 0.65em, sticky: sticky,
  inset: (left: (entry.indent + calc.min(entry.hanging, 0)) * 1em),
  {
    set par(
      hanging-indent: calc.max(entry.hanging, 0) * 1em,
      first-line-indent: (amount: calc.max(-entry.hanging, 0) * 1em, all: true),
    )
    par(entry.runs.map(run).join())
  },
)
#let cell(entries, heading) = {
  set text(font: gothic, weight: "bold") if heading
  []
  for (index, entry) in entries.enumerate() {
    set-line(entry, index == 0 and entries.len() == 2)
  }
}
#let hairline = 0.4pt + luma(150)

#align(center, block(below: 1.1em, title(text(font: gothic, size: 14pt, weight: "bold", data.title))))
#{
  show table: set text(font: mincho, size: 10pt)
  show table: set par(justify: true, leading: 0.65em)
  show table.cell.where(y: 0): set text(font: gothic, weight: "bold")
  table(
    columns: (1fr, 1fr),
    inset: (x: 6pt, y: 3.6pt),
    stroke: (x, y) => (left: rule, right: rule, top: if y < 2 { rule }),
    table.header(..data.heads.map(head => table.cell(inset: (y: 5pt), align(center, head)))),
    ..data.rows.enumerate().map(((index, row)) => {
      let top = if row.starts and index > 0 { hairline } else if index == 0 { rule } else { none }
      let edges = (left: rule, right: rule, top: top)
      (
        table.cell(stroke: edges, cell(row.left, row.isHeading)),
        table.cell(stroke: edges, cell(row.right, row.isHeading)),
      )
    }).join(),
    table.footer(repeat: true, table.cell(colspan: 2, inset: 0pt, stroke: (top: rule), [])),
  )
}
#for remark in data.remarks { par(small(remark)) }
`;
