import { fontFamilies } from "../typst/fonts.ts";

/** What both templates of letters begin with: the data, the type, and lines of a list. */
export const typeSetting = `
#let data = json("/data.json")
#let mincho = ("${fontFamilies.mincho}", "${fontFamilies.rare}")
#let gothic = ("${fontFamilies.gothic}", "${fontFamilies.rare}")
#set text(lang: "ja", region: "jp", font: mincho, fallback: false, cjk-latin-spacing: none)
#show strong: set text(font: gothic, weight: "bold")
#let lines(items) = items.join(linebreak())
#let label(body) = text(font: gothic, weight: "bold", body)
`;

/** Where on the page things stand that both templates must agree on, in millimetres. */
export const places = {
  /** The folds of A4 in three. */
  folds: [99, 198],
  margin: 22,
  /** The frame with how to answer, below the second fold. */
  frameTop: 201,
  frameHeight: 84,
  qrTop: 222,
  qrLeft: 34,
  qrSize: 30,
  codeTop: 264,
} as const;
