import { places, typeSetting } from "./type-setting.ts";

const { folds, margin, frameTop, frameHeight, qrTop, qrLeft, qrSize, codeTop } = places;
const textBottom = 297 - frameTop + 3;

/**
 * The Typst template of what all letters of a mailing have in common: A4 to be folded in three for
 * a 長形3号 window envelope. The upper left is left free for the address; the secretariat's words
 * fill the upper two thirds; how to answer stands in the lowest third, clear of both folds, with
 * places left free for QR code and code. One page, unless the words are too long.
 */
export const wordsTemplate = `${typeSetting}
#let said = data.text
#let size = data.size * 1pt
#set page(paper: "a4", margin: (top: 45mm, bottom: ${textBottom}mm, x: ${margin}mm))
#set text(size: size)
#set par(justify: true, leading: 0.72em, spacing: 0.72em)
#let broken(value) = value.split("\\n").join(linebreak())

#let head = {
  place(top + right, dx: -${margin}mm, dy: 14mm, box(width: 78mm, align(right, {
    set par(leading: 0.6em)
    if said.mark != none {
      box(stroke: 0.8pt, inset: (x: 5pt, y: 3pt), label(said.mark))
      v(2mm, weak: true)
    }
    said.date
    v(2.5mm, weak: true)
    lines(said.sender)
  })))
  for y in (${folds.map((fold) => `${fold}mm`).join(", ")}) {
    place(top + left, dx: 4mm, dy: y, line(length: 5mm, stroke: 0.4pt + luma(120)))
    place(top + right, dx: -4mm, dy: y, line(length: 5mm, stroke: 0.4pt + luma(120)))
  }
}

#let steps = {
  set par(justify: false, leading: 0.6em, spacing: 0.8em)
  set text(size: 10pt)
  if said.opening != none { par[#label[回答できる期間]　#said.opening;から] }
  if said.withCodes {
    par[#label[スマートフォン]　左のQRコードを読み取ってください。コードの入力は要りません。]
    par[#label[パソコンなど]　次のアドレスを開き、下の回答コードを入力してください。]
  } else {
    par[#label[スマートフォン]　左のQRコードを読み取り、お手元の依頼状にある回答コードを入力してください。]
    par[#label[パソコンなど]　次のアドレスを開き、同じように入力してください。]
  }
  block(above: 1em, below: 1em, text(font: gothic, size: 11pt, said.address))
  par[途中で保存すれば、別の機器からも同じコードで続けられます。]
  if said.languages != none { par[#label[画面で選べる言語]　#said.languages] }
}

#let frame = {
  let height = if said.withCodes { ${frameHeight}mm } else { ${frameHeight - 20}mm }
  place(top + left, dx: ${margin}mm, dy: ${frameTop}mm, rect(
    width: ${210 - 2 * margin}mm, height: height, stroke: 1pt, inset: (x: 6mm, y: 4mm), {
      grid(
        columns: (1fr, auto), align: (left + horizon, right + horizon),
        text(font: gothic, weight: "bold", size: 13pt)[回答のしかた],
        text(font: gothic, size: 10.5pt)[締切　#text(weight: "bold", size: 13pt, said.deadline)],
      )
      v(2mm, weak: true)
      line(length: 100%, stroke: 0.5pt)
    },
  ))
  place(top + left, dx: ${qrLeft + qrSize + 9}mm, dy: ${qrTop - 5}mm, box(
    width: ${210 - margin - 6 - (qrLeft + qrSize + 9)}mm, steps,
  ))
  if said.withCodes {
    place(top + left, dx: 40mm, dy: ${codeTop + 4}mm, label(text(size: 10pt)[回答コード]))
    place(top + left, dx: 62mm, dy: ${codeTop}mm, rect(width: 108mm, height: 12mm, stroke: 0.8pt))
    place(top + center, dy: ${codeTop + 14.5}mm, text(size: 8.5pt)[数字の0と1、英字のOとIは使っていません。コードは、回答する方のほかに教えないでください。])
  }
}

#set page(background: head + frame)
#v(6mm)
#align(center, {
  set par(justify: false)
  text(font: gothic, weight: "bold", size: 14pt, said.heading)
})
#v(1.2em)
#if said.notice.len() > 0 {
  block(width: 100%, stroke: 1pt, inset: 3mm, below: 1.2em, {
    set text(font: gothic)
    set par(justify: false)
    for sentence in said.notice { par(sentence) }
  })
}
#for paragraph in said.paragraphs {
  par(first-line-indent: (amount: 1em, all: true), broken(paragraph))
}
#block(above: 1.6em, below: 0.6em, sticky: true, label[回答の取扱い（#said.anonymity.label）])
#set text(size: size - 1pt)
#list(marker: [・], indent: 0em, body-indent: 0em, spacing: 0.6em, ..said.anonymity.lines)
#if said.contact.len() > 0 {
  block(above: 1.2em, grid(
    columns: (auto, 1fr), column-gutter: 1.5em,
    label[問い合わせ先], lines(said.contact),
  ))
}
`;
