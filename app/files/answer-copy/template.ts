import { houseStyle } from "../typst/house-style.ts";

/** The Typst template of the copy of an answer; its data is what `answerCopyPdf` makes. */
export const answerCopyTemplate = `${houseStyle}
#set page(
  paper: "a4",
  margin: (top: 22mm, bottom: 22mm, x: 24mm),
  footer: context {
    set text(font: gothic, size: 8pt, fill: faint)
    grid(
      columns: (1fr, auto),
      [#data.words.receiptNumber　#data.receiptNumber],
      counter(page).display("1 / 1", both: true),
    )
  },
)
#set text(font: gothic)
#set par(justify: language == "ja")
#grid(
  columns: (1fr, auto),
  title(text(size: 16pt, data.heading)),
  if data.sample { badge[サンプル] },
)
#v(1mm)
#text(size: 11pt, data.survey)
#v(3mm)
#block(width: 100%, stroke: 1.2pt, inset: 5mm, {
  grid(
    columns: (auto, 1fr), column-gutter: 6mm, align: horizon,
    text(size: 10.5pt, data.words.receiptNumber), text(size: 18pt, weight: "bold", tracking: 0.06em, data.receiptNumber),
  )
})
#v(2mm)
#list(..data.notes)

= #data.words.handling
#list(..data.anonymity)

= #data.words.answers
#for answer in data.answers {
  block(width: 100%, above: 1.3em, below: 0.5em, sticky: true, strong(answer.question))
  block(width: 100%, inset: (left: 1em), above: 0.5em, {
    set par(justify: false)
    if answer.lines.len() == 0 { text(fill: faint, data.words.noAnswer) }
    else { answer.lines.map(lines).join(linebreak()) }
  })
}
`;
