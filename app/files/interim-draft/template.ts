import { houseStyle } from "../typst/house-style.ts";
import { articleSections } from "./template-articles.ts";
import { ordinanceText } from "./template-text.ts";

/** The Typst template of an interim draft's PDF; its data is an InterimDraftPdfData. */
export const interimDraftTemplate = `${houseStyle}${ordinanceText}${articleSections}
#set page(
  paper: "a4",
  margin: (top: 24mm, bottom: 24mm, x: 24mm),
  header: context if counter(page).get().first() > 1 {
    set text(font: gothic, size: 8pt, fill: faint)
    [#data.draft.title　第#data.draft.number#[号] #h(1fr) #if data.draft.sample { "サンプル" }]
  },
  footer: context if counter(page).get().first() > 1 {
    set text(font: gothic, size: 8pt, fill: faint)
    grid(
      columns: (1fr, auto, 1fr),
      [], counter(page).display("1 / 1", both: true),
      align(right)[SHA-256 #data.hashes.whole.slice(0, 16)…],
    )
  },
)

// Cover
#{
  set par(justify: false)
  set text(font: gothic)
  grid(
    columns: (1fr, auto),
    text(size: 10pt, data.words.council),
    align(right, if data.draft.sample { badge[サンプル] }),
  )
  v(52mm)
  block(width: 100%, stroke: (top: 2pt, bottom: 0.8pt), inset: (y: 9mm), {
    set align(center)
    title(text(size: 25pt, data.draft.title))
    v(2mm)
    text(size: 13pt)[第#data.draft.number#[号]]
  })
  v(8mm)
  align(center, text(size: 12pt, data.draft.date))
  v(16mm)
  block(width: 100%, inset: 5mm, stroke: 0.8pt, {
    text(size: 11pt, weight: "bold", data.draft.status)
    if data.draft.sample {
      parbreak()
      data.words.sampleNote
    }
  })
  v(1fr)
  table(
    columns: (auto, 1fr),
    fill: (x, _) => if x == 0 { luma(236) },
    ..data.cover.map(((name, value)) => (text(weight: "bold", name), text(weight: "regular", size: 8pt, value))).join(),
  )
}
#pagebreak()

#block(below: 1.2em, text(font: gothic, size: 15pt, weight: "bold")[目次])
#{
  set text(font: gothic, size: 9.5pt)
  show outline.entry: set block(spacing: 0.62em)
  show outline.entry.where(level: 1): set block(above: 1.1em)
  show outline.entry.where(level: 1): set text(weight: "bold")
  show link: it => it.body
  outline(title: none, depth: 2, indent: 1.2em)
}
#pagebreak()

= 1　はじめに
#{
  set par(first-line-indent: (amount: 1em, all: true))
  markdown(data.introduction)
}

= 2　これまでの経緯
#for part in data.history {
  heading(level: 2, outlined: false, part.title)
  if part.rows.len() == 0 { part.none } else {
    table(
      columns: part.columns.map(width => if width == "auto" { auto } else { width * 1fr }),
      table.header(..part.head),
      ..part.rows.join().map(cell =>
        if type(cell) == str { lines(cell) } else { link(cell.href, lines(cell.text)) }
      ),
    )
  }
  if part.note != "" { small(part.note) }
}
#pagebreak()

= 3　条例の全文
#small(data.words.textNote)
#v(0.5em)
#ordinance(data.blocks)
#pagebreak()

= 4　逐条の解説、根拠、意見
#small(data.words.articlesNote)
#for entry in data.articles { article(entry) }

#if data.removed.len() > 0 {
  heading[5　今の案にない条]
  for entry in data.removed {
    heading(level: 2, entry.title)
    if entry.note != "" { par(entry.note) }
    if entry.text != "" { block(inset: (left: 1em), strike(lines(entry.text))) }
    material(entry)
  }
}

#heading(data.words.colophonTitle)
#data.words.colophon
#table(
  columns: (auto, 1fr),
  table.header[対象][SHA-256],
  ..data.digests.map(((name, digest)) => (name, text(size: 8pt, digest))).join(),
)
#small(lines(data.words.colophonNote))
`;
