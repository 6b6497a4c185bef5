/**
 * Words of legal text. What must not be parted is one word: a reference (「第10条第2項」), a number
 * with its unit (「500円」, 「令和9年」), a sign. The rest is cut by `Intl.Segmenter`, clause by
 * clause, because over one long string it takes quadratic time.
 */
export function wordsOf(text: string): string[] {
  const words: string[] = [];
  let start = 0;
  let at = 0;
  while (at < text.length) {
    const end = endOfFixed(text, at);
    if (end === at) {
      at += 1;
      continue;
    }
    if (at > start) pushClause(text.slice(start, at), words);
    words.push(text.slice(at, end));
    start = end;
    at = end;
  }
  if (start < text.length) pushClause(text.slice(start), words);
  return words;
}

/** Where the word that must not be parted and begins at `at` ends; `at` where none begins. */
function endOfFixed(text: string, at: number): number {
  const head = heads[text.charCodeAt(at)];
  if (head === none) return at;
  if (head === sign) return at + 1;
  fixed.lastIndex = at;
  return fixed.test(text) ? fixed.lastIndex : at;
}

const digits = "[0-9０-９一二三四五六七八九十百千]{1,12}";
const fixed = new RegExp(
  [
    `第${digits}(?:条|項|号|編|章|節|款|目|表)(?:の${digits}){0,3}`,
    `(?:別表|様式)第${digits}`,
    `前${digits}(?:条|項|号)`,
    "(?:前|次|同|本)(?:条|項|号|章|表)(?:ただし書|本文|前段|後段)?",
    "[0-9０-９][0-9０-９,，.．]{0,15}(?:億|万|千)?(?:円|年度|年|月|日|時間|分|人|件|回|割|％|%|か月|箇月|週間|パーセント)?",
  ].join("|"),
  "y",
);

const [none, sign, opening] = [0, 1, 2];

/** By character: a sign, which is a word, or what a reference or a number may begin with. */
const heads = headsOfWords();

function headsOfWords(): Uint8Array {
  const table = new Uint8Array(0x10000);
  for (let code = 0; code < table.length; code += 1) {
    if (/[、。，．,「」『』（）()［］・：；\s]/.test(String.fromCharCode(code))) table[code] = sign;
  }
  for (const head of "第別様前次同本0123456789０１２３４５６７８９") {
    table[head.charCodeAt(0)] = opening;
  }
  return table;
}

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
