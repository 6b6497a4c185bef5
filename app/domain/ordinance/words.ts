/**
 * Words of legal text. What must not be parted is one word: a reference (「第10条第2項」), a number
 * with its unit (「500円」, 「令和9年」), a sign. The rest is cut by `Intl.Segmenter`, clause by
 * clause, because over one long string it takes quadratic time.
 */
export function wordsOf(text: string): string[] {
  const words: string[] = [];
  let start = 0;
  for (const match of text.matchAll(fixed)) {
    if (match.index > start) pushClause(text.slice(start, match.index), words);
    words.push(match[0]);
    start = match.index + match[0].length;
  }
  if (start < text.length) pushClause(text.slice(start), words);
  return words;
}

const digits = "[0-9０-９一二三四五六七八九十百千]{1,12}";
const fixed = new RegExp(
  [
    `第${digits}(?:条|項|号|編|章|節|款|目|表)(?:の${digits}){0,3}`,
    `(?:別表|様式)第${digits}`,
    `前${digits}(?:条|項|号)`,
    "(?:前|次|同|本)(?:条|項|号|章|表)(?:ただし書|本文|前段|後段)?",
    "[0-9０-９][0-9０-９,，.．]{0,15}(?:億|万|千)?(?:円|年度|年|月|日|時間|分|人|件|回|割|％|%|か月|箇月|週間|パーセント)?",
    "[、。，．,「」『』（）()［］・：；\\s]",
  ].join("|"),
  "g",
);

const segmenter = new Intl.Segmenter("ja", { granularity: "word" });
const known = new Map<string, readonly string[]>();
const mostKnown = 20_000;
const longest = 400;

function pushClause(clause: string, words: string[]): void {
  let cut = known.get(clause);
  if (!cut) {
    cut = segment(clause);
    if (known.size >= mostKnown) known.clear();
    if (clause.length <= longest) known.set(clause, cut);
  }
  for (const word of cut) words.push(word);
}

function segment(clause: string): string[] {
  const words: string[] = [];
  for (let start = 0; start < clause.length; start += longest) {
    const piece = clause.slice(start, start + longest);
    for (const { segment: word } of segmenter.segment(piece)) words.push(word);
  }
  return words;
}
