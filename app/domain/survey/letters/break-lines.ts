import { characterWidth, textWidth } from "./char-width.ts";

/** No line begins with these (行頭禁則). */
const notFirst =
  /^[ーｰ、。，．・：；）」』］】〉》〕｝\])},.:;!?！？々ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ]/u;
/** No line ends with these (行末禁則). */
const notLast = /[（「『［【〈《〔｛[({]$/u;

/**
 * Breaks a text into lines of at most `width` ems, best at the spaces that stand in it, else
 * between any two characters that 禁則 lets part; a run of Latin letters or digits stays together
 * where it fits a line. Nothing is lost but the spaces at which it breaks.
 */
export function breakLines(text: string, width: number): string[] {
  const whole = text.replace(/[\s\u3000]+/gu, (gap) => (gap.includes("\u3000") ? "\u3000" : " "));
  if (textWidth(whole.trim()) <= width) return [whole.trim()];
  const lines: string[] = [];
  let line = "";
  for (const word of whole.trim().split(/(?<=[ \u3000])/u)) {
    const fits = textWidth(`${line}${word}`.trimEnd()) <= width;
    if (fits) {
      line += word;
      continue;
    }
    // A word that fits a line of its own starts one, unless much of this line would stay empty.
    if (line !== "" && textWidth(word.trimEnd()) <= width && textWidth(line) > width / 3) {
      lines.push(line.trimEnd());
      line = word;
      continue;
    }
    const broken = breakAnywhere(line + word, width);
    lines.push(...broken.slice(0, -1).map((part) => part.trimEnd()));
    line = broken.at(-1) ?? "";
  }
  return [...lines, line.trimEnd()].filter((part) => part !== "");
}

function breakAnywhere(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const unit of unitsOf(text, width)) {
    if (line !== "" && textWidth(`${line}${unit}`.trimEnd()) > width) {
      lines.push(line);
      line = "";
    }
    line += unit;
  }
  return [...lines, line];
}

/** The pieces between which a line may end. */
function unitsOf(text: string, width: number): string[] {
  const units: string[] = [];
  for (const piece of text.match(/[0-9A-Za-z]+|[^0-9A-Za-z]/gu) ?? []) {
    const last = units.at(-1);
    const joined =
      last !== undefined && (joins(piece) || notFirst.test(piece) || notLast.test(last));
    if (joined && textWidth(last + piece) <= width) units[units.length - 1] = last + piece;
    else if (textWidth(piece) > width) units.push(...piece);
    else units.push(piece);
  }
  return units;
}

const joins = (piece: string) => characterWidth(piece) === 0;
