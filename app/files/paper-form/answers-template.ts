/** Typst functions that draw questions to be filled in; `question` and `keep` are what is used. */
export const answersTemplate = `
#let pen = 0.7pt
#let tick = box(width: 3.6mm, height: 3.6mm, stroke: pen, baseline: 0.5mm)
// What is taller than a page must be allowed to break.
#let keep(body) = block(above: 7mm, below: 0pt, width: 100%, layout(size => {
  let height = measure(block(width: size.width, body)).height
  block(width: 100%, breakable: height > 250mm, body)
}))
#let draw-line(it) = {
  if it.kind == "day" {
    let gap = box(width: 16mm, height: 8mm, stroke: pen, baseline: 2.2mm)
    it.parts.map(part => [#gap #h(1mm)#part#h(2mm)]).join()
  } else {
    box(width: if it.wide { 100% } else { 45mm }, height: 9mm, stroke: pen, baseline: 2.6mm)
    if not it.wide and it.hint != "" [#h(2mm)#small[（#it.hint）]]
  }
}
#let draw-writing(count) = block(width: 100%, stroke: pen, inset: 0pt, above: 2mm, {
  for row in range(count) {
    block(width: 100%, height: 8mm, above: 0pt, below: 0pt, stroke: if row < count - 1 {
      (bottom: (paint: luma(170), thickness: 0.4pt, dash: "dotted"))
    })
  }
})
#let draw-boxes(it) = grid(
  columns: (1fr,) * it.columns, column-gutter: 4mm, row-gutter: 3mm,
  ..it.choices.map(choice => grid.cell(..if choice.writes { (x: 0, colspan: it.columns) }, grid(
    columns: if choice.writes { (auto, auto, 1fr) } else { (auto, 1fr) }, column-gutter: 2mm,
    align: horizon,
    tick, choice.text,
    ..if choice.writes { (box(width: 100%, height: 8mm, stroke: pen),) },
  ))),
)
#let draw-scale(it) = {
  if it.least != "" or it.greatest != "" {
    grid(columns: (1fr, 1fr), align: (left, right), small(it.least), small(it.greatest))
    v(1.5mm, weak: true)
  }
  grid(
    columns: (1fr,) * calc.min(it.steps.len(), 11), row-gutter: 3mm, align: center + top,
    ..it.steps.map(step => stack(spacing: 1.5mm, tick, small(step))),
  )
}
#let draw-places(it) = grid(
  columns: (auto, 1fr), column-gutter: 3mm, row-gutter: 2mm, align: horizon,
  ..it.items.map(item => (
    [#box(width: 11mm, height: 8mm, stroke: pen, baseline: 2.4mm)#h(1mm)#it.place], item,
  )).flatten(),
)
#let draw-grid(it) = {
  set text(size: if it.columns.len() > 7 { 8pt } else { 9.5pt })
  set par(justify: false)
  table(
    columns: (calc.max(26, 45 - 2 * it.columns.len()) * 1%,) + (1fr,) * it.columns.len(),
    stroke: pen, inset: (x: 2mm, y: 2.2mm), align: (x, y) => if x == 0 { left + horizon } else { center + horizon },
    table.header([], ..it.columns),
    ..it.rows.map(row => (row,) + it.columns.map(_ => tick)).flatten(),
  )
}
#let draw-fields(it) = table(
  columns: (35%, 1fr), stroke: pen, inset: (x: 2mm, y: 2.5mm), align: left + horizon,
  ..it.fields.map(field => (
    { field.title; if field.required { h(1.5mm); badge(data.required) } },
    if field.line.kind == "day" { draw-line(field.line) } else {
      block(width: 100%, height: 5mm, align(right + horizon, small(
        if field.line.hint != "" and not field.line.wide [（#field.line.hint）],
      )))
    },
  )).flatten(),
)
#let draw(it) = {
  if it.kind == "line" or it.kind == "day" { draw-line(it) }
  else if it.kind == "writing" { draw-writing(it.lines) }
  else if it.kind == "boxes" { draw-boxes(it) }
  else if it.kind == "scale" { draw-scale(it) }
  else if it.kind == "places" { draw-places(it) }
  else if it.kind == "grid" { draw-grid(it) }
  else if it.kind == "fields" { draw-fields(it) }
}
#let head(it, level) = {
  let words = {
    if it.number != "" { it.number; h(1em) }
    it.title
    if it.required != "" { h(2mm); badge(it.required) }
  }
  block(width: 100%, sticky: true, above: 0pt, below: 2.5mm, {
    if level == 2 { heading(level: 2, words) } else { strong(words) }
    for condition in it.conditions { par(text(size: 9.5pt, weight: "bold", condition)) }
    if it.description != "" { par(small(lines(it.description))) }
    let hint = if it.answer != none and (it.answer.kind == "writing" or (it.answer.kind == "line" and it.answer.wide)) { it.answer.hint } else { "" }
    if it.manner != "" or hint != "" { par(small({ it.manner; if hint != "" [（#hint）] })) }
  })
}
#let beside(it) = if it.comment != "" {
  block(above: 3mm, below: 0pt, small(it.comment))
  draw-writing(2)
}
#let simple(it, level) = {
  if it.answer == none {
    for condition in it.conditions { par(strong(condition)) }
    for words in it.text { par(words) }
  } else {
    head(it, level)
    block(width: 100%, inset: (left: 4mm), above: 0pt, { draw(it.answer); beside(it) })
  }
}
#let question(it) = {
  if it.answer != none and it.answer.kind == "panels" {
    head(it, 2)
    for name in it.answer.titles {
      block(width: 100%, stroke: pen, inset: 3mm, above: 2.5mm, breakable: it.answer.questions.len() > 8, {
        block(sticky: true, below: 2mm, strong(name))
        for (index, inner) in it.answer.questions.enumerate() {
          if index > 0 { v(4mm, weak: true) }
          simple(inner, 3)
        }
      })
    }
    if it.answer.more != "" { block(above: 2.5mm, small(it.answer.more)) }
    beside(it)
  } else {
    simple(it, 2)
  }
}
`;
