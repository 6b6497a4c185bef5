/** Typst functions that set an ordinance in municipal horizontal style, with hanging indents. */
export const ordinanceText = `
// Continuation lines hang one character to the right of the label, as in a municipal code.
#let hanging(level, body) = block(
  inset: (left: level * 1em),
  above: 0.85em, below: 0.85em,
  { set par(hanging-indent: 1em); par(body) },
)
#let indented(amount, body) = block(inset: (left: amount), above: 0.85em, below: 0.85em, body)

#let law-heading(inset, level, body) = block(
  above: 1.9em, below: 1em, inset: (left: inset), sticky: true,
  heading(level: level, body),
)

#let provision(block) = hanging(
  block.level,
  if block.label == "" { lines(block.text) } else [#block.label#box(width: 1em)[　]#lines(block.text)],
)

#let ordinance-table(rows) = {
  let width = calc.max(..rows.map(row => row.len()))
  let cells(row) = range(width).map(index => lines(row.at(index, default: "")))
  indented(1em, table(
    columns: width,
    table.header(..cells(rows.first())),
    ..rows.slice(1).map(cells).join(),
  ))
}

#let ordinance(blocks, headings: true) = for part in blocks {
  let kind = part.kind
  if kind == "provision" { provision(part) }
  else if kind == "lawTitle" {
    block(above: 1em, below: 1.4em, inset: (left: 3em), text(size: 14pt, font: gothic, weight: "bold", part.text))
  }
  else if kind == "enactment" { par(first-line-indent: (amount: 1em, all: true), part.text) }
  else if kind == "toc" {
    block(above: 1em)[目次]
    for entry in part.entries { indented(entry.level * 1em, entry.text) }
    v(0.6em)
  }
  else if kind == "preamble" { par(first-line-indent: (amount: 1em, all: true), lines(part.text)) }
  else if kind == "heading" {
    if headings {
      law-heading(2em + part.level * 1em, if part.level <= 1 { 2 } else { 3 }, part.text)
    } else { strong(part.text) }
  }
  else if kind == "caption" { block(sticky: true, above: 1.1em, below: 0.85em, inset: (left: 1em), part.text) }
  else if kind == "supplementary" {
    if headings { law-heading(3em, 2, part.text) }
  }
  else if kind == "appendix" {
    let related = part.at("relatedTo", default: "")
    if headings { law-heading(0em, 2, part.text + related) }
  }
  else if kind == "note" { indented(1em, part.text) }
  else if kind == "table" { ordinance-table(part.rows) }
}
`;
