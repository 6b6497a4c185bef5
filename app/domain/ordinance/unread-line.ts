import type { NumberingStyle } from "./structure.ts";

/** Why a line could not be read, and what to write instead. */
export function explain(text: string, style: NumberingStyle, hasItem: boolean): string {
  const head = text.length > 12 ? `${text.slice(0, 12)}…` : text;
  if (/^第[0-9０-９一二三四五六七八九十百]{1,6}条/.test(text)) {
    return `「${head}」は条として読めません。条名のあとに全角の空白を一つ入れてください（例：第5条　市は、…）。`;
  }
  if (/^[0-9０-９]{1,4}/.test(text)) {
    return `「${head}」は項として読めません。項の番号のあとに全角の空白を一つ入れてください（例：2　市は、…）。`;
  }
  if (/^[一二三四五六七八九十]{1,4}[ 　]/.test(text) && style === "horizontal") {
    return `「${head}」は号として読めません。横書きでは、号の番号を(1)のように書いてください。`;
  }
  if (/^[ア-ヲ][ 　]/.test(text) && !hasItem) {
    return `「${head}」は細分として読めません。細分の前に号（(1)　…）を書いてください。`;
  }
  return `「${head}」は、見出し・条・項・号・細分のどの書き出しでもありません。前の行の続きなら、改行を取って一行につなげてください。`;
}
