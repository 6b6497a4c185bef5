import { blockLeading, windowBlock } from "#app/domain/survey/letters/index.ts";
import { places, typeSetting } from "./type-setting.ts";

const { leftMm, topMm, widthMm, heightMm } = windowBlock;
const { lineEm, gapPt, numberPt } = blockLeading;
const { qrTop, qrLeft, qrSize, codeTop } = places;

/**
 * The Typst template of letters: one firm a page. The common page (`/words.pdf`) lies below each;
 * on it stand the address in the window's place, the QR code and the code in groups of four.
 */
export const lettersTemplate = `${typeSetting}
#let (year, month, day) = data.day
#set document(
  title: data.title, author: data.author, date: datetime(year: year, month: month, day: day),
)
#set page(paper: "a4", margin: 0pt, background: image("/words.pdf", width: 100%, alt: data.title))

#let solid(size, items) = block(above: 0pt, below: 0pt, {
  set text(size: size, top-edge: ${lineEm - 0.25}em, bottom-edge: -0.25em)
  set par(leading: 0pt, spacing: 0pt)
  lines(items)
})
#let window(block) = box(width: ${widthMm}mm, height: ${heightMm}mm, {
  solid(block.addressSize * 1pt, ("〒" + block.postalCode,) + block.address)
  v(${gapPt}pt)
  solid(block.nameSize * 1pt, block.name)
  v(${gapPt}pt)
  solid(${numberPt}pt, ("事業者番号　" + block.number,))
})
#let code(groups) = box(width: 108mm, height: 12mm, align(center + horizon, text(
  font: gothic, weight: "bold", size: 17pt, tracking: 0.08em,
  groups.join([#h(0.25em)-#h(0.25em)]),
)))
#for letter in data.letters {
  page({
    place(dx: ${leftMm}mm, dy: ${topMm}mm, window(letter.block))
    place(dx: ${qrLeft}mm, dy: ${qrTop}mm, image(
      bytes(letter.qr), format: "svg", width: ${qrSize}mm, alt: "回答用のQRコード",
    ))
    if letter.code.len() > 0 { place(dx: 62mm, dy: ${codeTop}mm, code(letter.code)) }
  })
}
`;
