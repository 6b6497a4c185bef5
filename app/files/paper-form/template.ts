import { fontFamilies } from "../typst/fonts.ts";
import { answersTemplate } from "./answers-template.ts";

/**
 * The Typst template of the paper questionnaire: A4, black on white, to be filled in with a pen.
 * Its data is what `paperFormPdf` makes. A question stays on one page when it fits on one.
 */
export const paperFormTemplate = String.raw`
#let data = json("/data.json")
#let meta = data.meta
#let cover = data.cover
#let gothic = ("${fontFamilies.gothic}", "${fontFamilies.rare}")
#let (year, month, day) = meta.date
#set document(title: meta.title, author: meta.author, date: datetime(year: year, month: month, day: day))
#set page(
  paper: "a4",
  margin: (top: 20mm, bottom: 18mm, x: 20mm),
  header: context if counter(page).get().first() > 1 {
    set text(size: 8pt)
    grid(columns: (1fr, auto), data.title, if data.sample != "" [【#data.sample】])
  },
  footer: {
    set text(size: 8.5pt)
    align(center, context counter(page).display("1 / 1", both: true))
  },
)
#set text(lang: data.lang, font: gothic, size: 10.5pt, fallback: false, cjk-latin-spacing: none)
#set par(leading: 0.65em, spacing: 0.65em)
#show heading: set text(font: gothic, weight: "bold", size: 10.5pt)
#show heading: set block(above: 0pt, below: 2mm)
// The type's brackets are narrow already: set solid, two of them would touch.
#show regex("[」』）。、・][「『（]"): it => { it.text.first(); h(0.15em); it.text.last() }
#let lines(value) = value.split("\n").join(linebreak())
#let small(body) = text(size: 9pt, body)
#let badge(body) = box(
  stroke: 0.8pt, inset: (x: 4pt, y: 2pt), baseline: 2pt, text(size: 8.5pt, weight: "bold", body),
)
${answersTemplate}

#grid(
  columns: (1fr, auto), column-gutter: 4mm,
  { par(small(data.sender)); title(text(size: 16pt, data.title)) },
  if data.sample != "" { badge(text(size: 11pt, data.sample)) },
)
#v(2mm)
#if data.description != "" { par(lines(data.description)) }
#v(1mm)
#block(width: 100%, stroke: 1pt, inset: 4mm, grid(
  columns: (auto, 1fr), column-gutter: 5mm, row-gutter: 4mm, align: (left + horizon, left + horizon),
  strong(cover.deadline), text(size: 13pt, weight: "bold", data.deadline),
  ..if data.contact.len() > 0 { (strong(cover.contact), data.contact.join(linebreak())) },
  strong(cover.code), {
    let group = grid(columns: (7mm,) * 4, rows: 9mm, stroke: 0.7pt, ..range(4).map(_ => []))
    stack(dir: ltr, spacing: 2mm, ..range(4).map(_ => group).intersperse(align(horizon, [–])))
    v(1.5mm, weak: true)
    small(cover.codeNote)
  },
))
#block(above: 4mm, below: 2mm, strong(cover.howTo))
#list(marker: [・], indent: 0em, body-indent: 0.3em, spacing: 0.6em, ..cover.steps)
#block(above: 4mm, below: 2mm, strong(cover.handling))
#text(size: 8.5pt, list(marker: [・], indent: 0em, body-indent: 0.3em, spacing: 0.55em, ..data.anonymity))

#for part in data.pages {
  if part.title != "" or part.conditions.len() > 0 or part.description != "" {
    block(above: 8mm, below: 4mm, width: 100%, sticky: true, {
      if part.title != "" {
        block(width: 100%, fill: luma(225), inset: (x: 3mm, y: 2mm), {
          show heading: set block(below: 0pt)
          heading(level: 1, text(size: 12pt, part.title))
        })
      }
      for words in part.conditions { par(strong(words)) }
      if part.description != "" { par(lines(part.description)) }
    })
  }
  for asked in part.questions { keep(question(asked)) }
}
#block(above: 8mm, width: 100%, align(center, cover.end))
`;
