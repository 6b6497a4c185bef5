import { normalizeCode } from "../code/code.ts";

/** Why a letter came back. */
export const returnReasons = [
  "宛先不明",
  "転居先不明",
  "受取拒否",
  "保管期間経過",
  "その他",
] as const;
export type ReturnReason = (typeof returnReasons)[number];

/** One thing a clerk typed, pasted or scanned to name a returned letter. */
export type ReturnedLetter = { by: "number"; number: string } | { by: "code"; code: string };

/** How many may be given at once. */
export const returnedAtOnce = 1_000;

/**
 * Reads a list of returned letters: 事業者番号, codes as printed, or the addresses that a scanner
 * reads out of QR codes, parted by line breaks, tabs, commas or spaces; each once.
 */
export function readReturned(text: string): ReturnedLetter[] {
  const seen = new Map<string, ReturnedLetter>();
  const lines = text.split(/[\r\n\t,、，;；]+/u).map((line) => line.trim());
  for (const line of lines.filter((part) => part !== "")) {
    for (const entry of entriesOf(line)) {
      seen.set(entry.by === "code" ? entry.code : `#${entry.number}`, entry);
    }
  }
  return [...seen.values()];
}

/** A line may hold one code with spaces in it, or several entries parted by spaces. */
function entriesOf(line: string): ReturnedLetter[] {
  const whole = codeIn(line);
  if (whole !== undefined) return [{ by: "code", code: whole }];
  return line.split(/[\s\u3000]+/u).map((part): ReturnedLetter => {
    const code = codeIn(part);
    return code === undefined ? { by: "number", number: part } : { by: "code", code };
  });
}

function codeIn(text: string): string | undefined {
  const last = /\/a\/([^/?#\s]+)\/?$/.exec(text)?.[1] ?? text;
  const read = normalizeCode(last);
  return read.ok ? read.value : undefined;
}
