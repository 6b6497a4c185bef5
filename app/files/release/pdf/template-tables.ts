/** Typst functions for the tables of a report: response rate, categories, rows, strata. */
export const releaseTables = `
#let rates-table(rates) = table(
  columns: (auto, 1fr, auto, auto, auto, auto, 28%),
  align: (left + horizon, left + horizon, right + horizon, right + horizon, right + horizon, right + horizon, left + horizon),
  table.header[分け方][層][依頼][対象][回答][回収率][],
  ..rates.map(row => (row.axis, row.stratum, ..row.counts, row.percent, bar(row.value))).join(),
)

#let category-table(variable) = {
  let weighted = variable.isWeighted
  let head = ([No.], [選択肢], [度数], [割合], [])
  if weighted { head.push([重み付き（参考）]) }
  table(
    columns: if weighted { (auto, 1fr, auto, auto, 24%, auto) } else { (auto, 1fr, auto, auto, 30%) },
    align: (right + horizon, left + horizon, right + horizon, right + horizon, left + horizon, right + horizon),
    table.header(..head),
    ..variable.rows.map(row => {
      let cells = (row.number, lines(row.text), row.count, row.percent, bar(row.value))
      if weighted { cells.push(text(size: 8pt, row.weighted)) }
      cells
    }).join(),
  )
}

#let below-table(words) = block(above: 0.6em, below: 1em, small(words))

#let joint-table(joint) = {
  let head = ([], ..joint.heads, [n], [無回答], [非該当])
  if joint.hasMean { head.push([平均]) }
  set text(size: if joint.heads.len() > 6 { 7pt } else { 8pt })
  show table: set text(size: if joint.heads.len() > 6 { 7pt } else { 8pt })
  table(
    columns: (1.6fr, ..joint.heads.map(_ => 1fr), auto, auto, auto, ..(if joint.hasMean { (auto,) } else { () })),
    align: (x, _) => if x == 0 { left + horizon } else { right + horizon },
    inset: (x: 3.5pt, y: 4.5pt),
    table.header(..head),
    ..joint.rows.map(row => {
      let cells = (row.text, ..row.cells.map(cell => [#cell.count#linebreak()#cell.percent]), ..row.bases)
      if joint.hasMean { cells.push(row.mean) }
      cells
    }).join(),
  )
}

#let strata-table(strata) = {
  let count = 2 + strata.heads.len() + (if strata.withMean { 1 } else { 0 })
  let head = ([層], [n], ..strata.heads)
  if strata.withMean { head.push([平均]) }
  show table: set text(size: 7.5pt)
  let rows = strata.groups.map(group => group.rows.len() + 1).sum(default: 0)
  block(breakable: rows > 28, width: 100%, table(
    columns: (26mm, auto, ..strata.heads.map(_ => 1fr), ..(if strata.withMean { (auto,) } else { () })),
    align: (x, y) => if x == 0 or y == 0 { left + horizon } else { right + horizon },
    inset: (x: 3pt, y: 3pt),
    table.header(..head),
    ..strata.groups.map(group => {
      let rows = group.rows.map(row => {
        let cells = (row.stratum, row.n, ..row.cells.map(((number, share)) => [#number#if share != "" { linebreak(); share }]))
        if strata.withMean { cells.push(row.mean) }
        cells
      }).join()
      if group.label == "" { rows } else {
        (table.cell(colspan: count, fill: luma(246), strong(group.label)), ..rows)
      }
    }).join(),
  ))
}

#let variable-result(variable) = {
  if variable.title != "" { heading(level: 3, variable.title) }
  for sentence in variable.sentences { par(sentence) }
  if variable.histogram != none { columns-chart(variable.histogram) }
  category-table(variable)
  below-table(variable.bases)
  if variable.summary != "" { block(above: 0.4em, below: 1em, small(variable.summary)) }
}

#let texts-result(texts) = {
  heading(level: 3)[公表した記述]
  par(texts.written)
  if texts.published.len() > 0 {
    table(
      columns: (1fr, auto), align: (left, right),
      table.header[記述][書いた事業者],
      ..texts.published.map(entry => (lines(entry.text), entry.firms)).join(),
    )
  } else { small[公表した記述はありません。] }
  if texts.keywords != "" { block(above: 0.8em)[よく出る語：#texts.keywords] }
}

#let question-result(question) = {
  heading(level: 2, question.heading)
  for sentence in question.sentences { par(sentence) }
  if question.articles != "" or question.notes != "" {
    block(above: 0.6em, small([#question.notes#if question.notes != "" and question.articles != "" [　]#question.articles]))
  }
  if question.joint != none {
    stacked(question.joint)
    joint-table(question.joint)
    below-table[上の数は度数、下の数は割合です。]
  }
  for variable in question.variables { variable-result(variable) }
  for strata in question.strata {
    heading(level: 3, strata.title)
    strata-table(strata)
  }
  if question.texts != none { texts-result(question.texts) }
}
`;
