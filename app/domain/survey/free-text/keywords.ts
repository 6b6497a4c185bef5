import { searchKey } from "../../japan/index.ts";
import { stopWords } from "./stop-words.ts";

/** Longest run of kanji that is one word; a longer one is no word but a name or a headline. */
const longest = 12;

const kanji = /^[\p{Script=Han}々〆]+$/u;
const katakana = /^[\p{Script=Katakana}ー]{2,}$/u;
const latin = /^[\p{Script=Latin}][\p{Script=Latin}0-9]+$/u;

/** Endings of verbs: what stands before them is a stem (今使っている), no noun. */
const ending = /^[っわられりろえけくきい]/;

const segmenter = new Intl.Segmenter("ja", { granularity: "word" });

/**
 * The words of a text that may say what it is about, each once, as they are shown: nouns in kanji
 * (neighbouring ones together: 賃金台帳), in katakana and in Latin letters. Words that every text
 * has are left out, and so are black places.
 */
export function keywordsOf(text: string): Set<string> {
  const words = new Set<string>();
  let run = "";
  const flush = () => {
    if (run.length >= 2 && run.length <= longest && !stopWords.has(run)) words.add(run);
    run = "";
  };
  for (const { segment } of segmenter.segment(text.normalize("NFKC"))) {
    if (kanji.test(segment)) {
      run += segment;
      continue;
    }
    if (ending.test(segment)) run = "";
    flush();
    const single = katakana.test(segment) || latin.test(segment);
    if (single && !stopWords.has(searchKey(segment))) words.add(segment);
  }
  flush();
  return words;
}
