/** Typst functions for the part that goes article by article: commentary, evidence, comments. */
export const articleSections = `
#let bar(percent) = pdf.artifact(box(
  width: 100%, height: 0.75em, stroke: 0.4pt + luma(140),
  rect(width: calc.max(0, calc.min(100, percent)) * 1%, height: 100%, fill: luma(70)),
))

#let figure-table(rows) = table(
  columns: (1fr, auto, auto, 32%),
  align: (left + horizon, right + horizon, right + horizon, left + horizon),
  table.header[選択肢][回答数][割合][],
  ..rows.map(row => (row.label, row.count, row.percent, bar(row.value))).join(),
)

#let evidence-figure(entry) = block(
  width: 100%, above: 1em, below: 1em, inset: (left: 0.9em, y: 0.2em), stroke: (left: 2pt + luma(70)),
  {
    set par(spacing: 0.65em)
    if entry.note != "" { block(sticky: true, below: 0.65em, small(entry.note)) }
    block(breakable: false, sticky: true, above: 0.65em, below: 0.65em, {
      if entry.simulated [#badge[模擬回答] ]
      entry.sentence
    })
    if entry.rows.len() > 0 { figure-table(entry.rows) }
    if entry.hidden != "" { parbreak(); small(entry.hidden) }
    parbreak()
    small[#entry.source　#link(entry.href)[集計を見る]]
    for digest in entry.digests { parbreak(); text(font: gothic, size: 7pt, fill: faint, digest) }
  },
)

#let evidence-utterance(entry) = block(
  width: 100%, breakable: entry.text.len() > 1200, above: 1em, below: 1em, inset: (left: 0.9em, y: 0.2em), stroke: (left: 2pt + luma(180)),
  {
    set par(spacing: 0.65em)
    if entry.note != "" { small(entry.note); parbreak() }
    [#strong(entry.speaker)　「#lines(entry.text)」]
    parbreak()
    small[#entry.source　#link(entry.href, entry.href)]
  },
)

#let comment-table(comments) = table(
  columns: (auto, auto, 1.3fr, 1.2fr, auto),
  table.header[No.][条][意見の概要][市の考え方][反映区分],
  ..comments.map(entry => (
    str(entry.number),
    entry.about,
    {
      lines(entry.body)
      for reply in entry.replies {
        parbreak()
        text(size: 8pt)[#reply.speaker：#lines(reply.body)]
      }
    },
    lines(entry.reason),
    entry.disposition,
  )).join(),
)

#let change-text(segments) = block(
  width: 100%, inset: 8pt, stroke: rule,
  for segment in segments {
    let body = lines(segment.text)
    if segment.kind == "inserted" { underline(offset: 2.5pt, stroke: 0.8pt, body) }
    else if segment.kind == "deleted" { strike(stroke: 0.8pt, text(fill: luma(80), body)) }
    else { body }
  },
)

#let material(entry) = {
  if entry.figures.len() + entry.utterances.len() > 0 {
    heading(level: 3)[根拠]
    for figure in entry.figures { evidence-figure(figure) }
    for utterance in entry.utterances { evidence-utterance(utterance) }
  }
  if entry.comments.len() > 0 {
    heading(level: 3)[意見と市の考え方]
    comment-table(entry.comments)
  }
}

#let article(entry) = {
  heading(level: 2, entry.title)
  block(width: 100%, fill: luma(246), inset: (x: 8pt, y: 6pt), sticky: entry.bare, ordinance(entry.blocks, headings: false))
  if entry.bare { small(entry.bareNote) }
  if entry.commentary.len() > 0 {
    heading(level: 3)[解説]
    set par(first-line-indent: (amount: 1em, all: true))
    markdown(entry.commentary)
  }
  material(entry)
  if entry.changes != none {
    if entry.changes.segments.len() == 0 {
      block(above: 1em)[#strong[前の版からの変更]　#entry.changes.words]
    } else {
      heading(level: 3)[前の版からの変更]
      par(entry.changes.words)
      change-text(entry.changes.segments)
    }
  }
}
`;
