import { houseStyle } from "../../typst/house-style.ts";
import { releaseCharts } from "./template-charts.ts";
import { releaseTables } from "./template-tables.ts";

/** The Typst template of a release's report; its data is what `releasePdfData` gives. */
export const releaseTemplate = `${houseStyle}${releaseCharts}${releaseTables}
#set page(
  paper: "a4",
  margin: (top: 24mm, bottom: 22mm, x: 22mm),
  header: context if counter(page).get().first() > 1 {
    set text(font: gothic, size: 8pt, fill: faint)
    [#data.title　#data.name #h(1fr) #data.remark]
  },
  footer: context if counter(page).get().first() > 1 {
    set text(font: gothic, size: 8pt, fill: faint)
    grid(
      columns: (1fr, auto, 1fr),
      [], counter(page).display("1 / 1", both: true),
      align(right)[SHA-256 #data.sha256.slice(0, 16)…],
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
    align(right, if data.remark != "" { badge(data.remark) }),
  )
  v(38mm)
  block(width: 100%, stroke: (top: 2pt, bottom: 0.8pt), inset: (y: 9mm), {
    set align(center)
    title(text(size: 22pt, data.title))
    v(2mm)
    text(size: 13pt)[集計結果報告書　#data.name]
  })
  v(8mm)
  align(center, text(size: 12pt, data.date))
  v(10mm)
  if data.remark != "" {
    block(width: 100%, inset: 5mm, stroke: 0.8pt, data.words.sampleNote)
  }
  v(1fr)
  table(
    columns: (auto, 1fr),
    fill: (x, _) => if x == 0 { luma(236) },
    ..data.facts.map(((name, value)) => (text(weight: "bold", name), text(weight: "regular", size: 8.5pt, value))).join(),
    text(weight: "bold")[SHA-256], text(weight: "regular", size: 7.5pt, data.sha256),
  )
}
#pagebreak()

#block(below: 1.2em, text(font: gothic, size: 15pt, weight: "bold")[目次])
#{
  set text(font: gothic, size: 9.5pt)
  set par(justify: false)
  show outline.entry: set block(spacing: 0.75em)
  show outline.entry.where(level: 1): set block(above: 1.1em)
  show outline.entry.where(level: 1): set text(weight: "bold")
  show link: it => it.body
  outline(title: none, depth: 2, indent: 1.2em)
}
#pagebreak()

= 1　回収の状況
#rates-table(data.rates)

= 2　設問ごとの結果
#data.words.reading

#data.words.hidden

#data.words.crossings
#for question in data.questions { question-result(question) }
#pagebreak()

= 3　集計の方法
#for (name, words) in data.method {
  heading(level: 2, outlined: false, name)
  words
}

= 4　この報告書の確かめ方
#data.words.verifying
#table(
  columns: (auto, 1fr),
  fill: (x, _) => if x == 0 { luma(236) },
  text(weight: "bold")[SHA-256], text(weight: "regular", size: 8pt, data.sha256),
  [集計のページ], text(weight: "regular", link(data.url, data.url)),
)
`;
