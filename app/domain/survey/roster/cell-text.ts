/** A cell as it is read: without spaces around it and without the apostrophe that makes it text. */
export function cellText(cell: string | undefined): string {
  return (cell ?? "")
    .trim()
    .replace(/^['’](?=.)/u, "")
    .trim();
}

/** What stands in a cell whose formula went wrong. */
const spreadsheetError = /^#(?:REF!|N\/A|VALUE!|NAME\?|DIV\/0!|NUM!|NULL!|SPILL!|CALC!)$/;

/**
 * Why a text cannot go into a letter and a list, in words that follow 「…」; undefined when it can.
 */
export function textFault(text: string, longest: number): string | undefined {
  if (text === "") return "が空です。入力してください。";
  if (text.length > longest) return `が長すぎます。${longest}字までにしてください。`;
  if (spreadsheetError.test(text)) {
    return `が計算の誤り（${text}）になっています。正しい値を入力してください。`;
  }
  if (/[\p{Cc}\p{Zl}\p{Zp}]/u.test(text))
    return "に改行などの使えない文字があります。消してください。";
  if (/[\p{Cf}]/u.test(text)) return "に目に見えない文字があります。入力し直してください。";
  if (/[\p{Cs}\uFFFD]/u.test(text)) return "に壊れた文字があります。入力し直してください。";
  if (/\p{Co}/u.test(text)) return "に外字があります。常用の字に書き替えてください。";
  return undefined;
}
