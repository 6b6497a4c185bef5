import { fontFamilies } from "./fonts.ts";

/**
 * The Typst source that every document of the house begins with: A4 portrait, BIZ UD type, tables,
 * headings, and `markdown(nodes)`. It expects the data to hold `meta` (DocumentMeta).
 */
export const houseStyle = String.raw`
#let data = json("/data.json")
#let meta = data.meta
#let mincho = "${fontFamilies.mincho}"
#let gothic = "${fontFamilies.gothic}"
#let faint = luma(90)
#let rule = 0.5pt + luma(110)

#set document(
  title: meta.title,
  author: meta.author,
  date: datetime(year: meta.date.at(0), month: meta.date.at(1), day: meta.date.at(2)),
)
#let language = meta.at("language", default: "ja")
#set text(lang: language, region: if language == "ja" { "jp" }, font: mincho, size: 10.5pt, fallback: false, cjk-latin-spacing: none)
#set par(justify: true, leading: 0.85em, spacing: 0.85em)
#show strong: set text(font: gothic, weight: "bold")
#show heading: set text(font: gothic, weight: "bold")
#show heading: set par(justify: false)
#show heading.where(level: 1): it => block(
  above: 2.4em, below: 1.2em, width: 100%, sticky: true,
  inset: (bottom: 0.45em), stroke: (bottom: 1.2pt), text(size: 15pt, it.body),
)
#show heading.where(level: 2): set text(size: 12pt)
#show heading.where(level: 2): set block(above: 2em, below: 0.9em, sticky: true)
#show heading.where(level: 3): set text(size: 10.5pt)
#show heading.where(level: 3): set block(above: 1.5em, below: 0.7em, sticky: true)
#show link: underline.with(stroke: 0.4pt, offset: 2pt)
#set table(
  stroke: rule,
  inset: (x: 5pt, y: 5.5pt),
  fill: (_, y) => if y == 0 { luma(236) },
)
#show table: set text(font: gothic, size: 9pt)
#show table: set par(justify: false, leading: 0.65em, spacing: 0.65em)
#show table.cell.where(y: 0): set text(weight: "bold")
#set list(marker: [・], indent: 0em, body-indent: 0em, spacing: 0.85em)
#set enum(indent: 0em, body-indent: 0.5em, spacing: 0.85em)

#let lines(value) = value.split("\n").join(linebreak())
#let small(body) = text(font: gothic, size: 8.5pt, fill: faint, body)
#let badge(body) = box(
  stroke: 0.8pt, inset: (x: 4pt, y: 2.5pt), baseline: 2.5pt,
  text(font: gothic, size: 8.5pt, weight: "bold", body),
)

#let markdown(nodes) = {
  []
  for node in nodes {
    let t = node.t
    if t == "text" { node.v }
    else if t == "p" { par(markdown(node.c)) }
    else if t == "heading" { block(above: 1.3em, below: 0.8em, sticky: true, strong(markdown(node.c))) }
    else if t == "strong" { strong(markdown(node.c)) }
    else if t == "em" { text(font: gothic, markdown(node.c)) }
    else if t == "del" { strike(markdown(node.c)) }
    else if t == "code" { text(font: gothic, node.v) }
    else if t == "pre" { block(inset: (left: 1em), text(font: gothic, size: 9pt, lines(node.v))) }
    else if t == "link" { link(node.href, markdown(node.c)) }
    else if t == "br" { linebreak() }
    else if t == "hr" { pdf.artifact(line(length: 100%, stroke: rule)) }
    else if t == "quote" {
      block(width: 100%, inset: (left: 1em), stroke: (left: 2pt + luma(150)), markdown(node.c))
    } else if t == "list" {
      if node.ordered { enum(start: node.start, ..node.items.map(markdown)) }
      else { list(..node.items.map(markdown)) }
    } else if t == "table" {
      table(
        columns: node.header.len(),
        table.header(..node.header.map(markdown)),
        ..node.rows.join().map(markdown),
      )
    }
  }
}
`;

/** What the house style needs to know of a document: `date` is [year, month, day]. */
export interface DocumentMeta {
  /** "ja" where it is not told, or a language of which the house's fonts have the letters. */
  language?: "ja" | "en";
  title: string;
  author: string;
  date: [number, number, number];
}
