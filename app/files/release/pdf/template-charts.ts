/**
 * Typst functions that draw shares: bars, stacked bars and columns. They are told apart by shade
 * and hatching, never by colour. Each drawing is an artifact: its table says the same.
 */
export const releaseCharts = `
#let hatch(angle, gap) = tiling(size: (gap, gap), {
  place(rect(width: 100%, height: 100%, fill: white))
  if angle == "up" { place(line(start: (0%, 100%), end: (100%, 0%), stroke: 0.7pt)) }
  if angle == "down" { place(line(start: (0%, 0%), end: (100%, 100%), stroke: 0.7pt)) }
  if angle == "level" { place(line(start: (0%, 50%), end: (100%, 50%), stroke: 0.7pt)) }
  if angle == "upright" { place(line(start: (50%, 0%), end: (50%, 100%), stroke: 0.7pt)) }
  if angle == "dots" { place(center + horizon, circle(radius: gap / 5, fill: black)) }
})

#let shades = (
  luma(60), hatch("up", 3.5pt), luma(185), hatch("dots", 3.5pt), luma(120),
  hatch("level", 2.8pt), white, hatch("down", 3.5pt),
)
#let hidden-shade = hatch("upright", 2pt)
#let outline-stroke = 0.5pt + luma(50)

#let bar(percent) = if percent != none { pdf.artifact(box(
  width: 100%, height: 0.8em, stroke: 0.4pt + luma(140),
  rect(width: calc.max(0, calc.min(100, percent)) * 1%, height: 100%, fill: luma(70)),
)) }

#let swatch(fill) = box(width: 1.1em, height: 0.75em, fill: fill, stroke: outline-stroke, baseline: 0.05em)

#let legend(names, with-hidden) = pdf.artifact(block(above: 0.9em, below: 0.7em, sticky: true, {
  set text(font: gothic, size: 8pt)
  set par(justify: false, leading: 0.8em)
  for (index, name) in names.enumerate() { box[#swatch(shades.at(index)) #name]; h(1.2em, weak: true); sym.zws }
  if with-hidden { box[#swatch(hidden-shade) 伏せた数] }
}))

#let stack(row) = if not row.drawn { text(size: 7.5pt)[（数を示していません）] } else {
  let total = row.cells.map(cell => if cell.value == none { 0 } else { cell.value }).sum(default: 0) + row.hidden
  box(width: 100%, height: 5mm, stroke: outline-stroke, {
    let from = 0
    for (index, cell) in row.cells.enumerate() {
      if cell.value != none and cell.value > 0 {
        let width = cell.value / calc.max(total, 100) * 100%
        place(dx: from * 100% / calc.max(total, 100), rect(width: width, height: 100%, fill: shades.at(index), stroke: outline-stroke, inset: 0pt))
        if cell.value >= 7 {
          place(dx: from * 100% / calc.max(total, 100), box(width: width, height: 100%, align(center + horizon, box(
            fill: white, inset: (x: 1.5pt, y: 1pt), radius: 1pt, text(font: gothic, size: 6.5pt, cell.percent),
          ))))
        }
        from = from + cell.value
      }
    }
    if row.hidden > 0 {
      place(dx: from * 100% / calc.max(total, 100), rect(width: row.hidden / calc.max(total, 100) * 100%, height: 100%, fill: hidden-shade, stroke: outline-stroke))
    }
  })
}

#let stacked(joint) = if joint.legend.len() > 0 {
  legend(joint.legend, joint.hasHidden)
  pdf.artifact(block(below: 1.2em, breakable: joint.rows.len() > 14, grid(
    columns: (30%, 1fr), column-gutter: 3mm, row-gutter: 2mm, align: (right + horizon, left + horizon),
    ..joint.rows.map(row => ({ set par(justify: false, leading: 0.5em); text(font: gothic, size: 8pt, row.text) }, stack(row))).join(),
  )))
}

#let columns-chart(bins) = {
  let greatest = calc.max(1, ..bins.map(bin => if bin.value == none { 0 } else { bin.value }))
  let height = 34mm
  pdf.artifact(block(above: 1em, below: 1.2em, breakable: false, grid(
    columns: bins.map(_ => 1fr), column-gutter: 0pt, align: center + bottom, row-gutter: 1.5mm,
    ..bins.map(bin => {
      set text(font: gothic, size: 7.5pt)
      if bin.value == none { [x] } else {
        bin.label
        v(1mm, weak: true)
        rect(width: 100%, height: bin.value / greatest * height, fill: luma(170), stroke: outline-stroke)
      }
    }),
    ..bins.map(bin => { set par(justify: false, leading: 0.4em); text(font: gothic, size: 7pt, bin.text) }),
  )))
}
`;
