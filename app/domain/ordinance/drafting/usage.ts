import { splitSentences } from "../sentences.ts";
import { type Draft, type DraftingRule, type Finding, findingAt, hasText } from "./finding.ts";

/** A usage that official Japanese settles: where `pattern` matches, group 1 is the place. */
interface Usage {
  rule: DraftingRule;
  /** Looked for within one sentence; the place is what `wrong` captures. */
  pattern: RegExp;
  wrong: string;
  suggestion: string;
  message: string;
}

const usages: readonly Usage[] = [
  {
    rule: "other-of",
    pattern:
      /その他(?=(?:団体|機関|物件|方法|書類|施設|事由|措置|手続|費用|資料|制度)(?:[をにはがのと、へ]|及び|又は|並びに|若しくは|により|で|。|$))/g,
    wrong: "その他",
    suggestion: "その他の",
    message:
      "前に挙げたものが後の語の例なら「その他の」、並べるだけなら「その他」です。例なら「その他の」に直してください。",
  },
  {
    rule: "nested-condition",
    pattern: /とき(?=に(?:おいて、|、)[^。]{1,200}場合(?:は|には|においては)、)/g,
    wrong: "とき",
    suggestion: "場合",
    message:
      "条件が重なるときは、大きい条件に「場合」、小さい条件に「とき」を使います。「…場合において、…ときは、」に直してください。",
  },
  {
    rule: "nested-condition",
    pattern: /(?<=場合において、[^。]{1,200}[するたいれ])場合(?=(?:は|には)、)/g,
    wrong: "場合",
    suggestion: "とき",
    message: "「場合」が重なっています。小さい条件には「とき」を使ってください。",
  },
  {
    rule: "nested-condition",
    pattern: /(?<=する|した|ある|いる|ない|れた|れる)時(?=(?:は|には|において)、)/g,
    wrong: "時",
    suggestion: "とき",
    message: "「時」は時点を表します。条件なら「とき」と書いてください。",
  },
  {
    rule: "person-or-thing",
    pattern:
      /(?<=者(?:であって|で)、?(?:(?!もの)[^。、者]){2,30}(?:する|した|ある|いる|れる|れた|ない))者/g,
    wrong: "者",
    suggestion: "もの",
    message:
      "「者で…」と限って、もう一度受けるときは「もの」と書きます。「…者で…するもの」に直してください。",
  },
  {
    rule: "person-or-thing",
    pattern:
      /(?<=(?:法人|団体|事業者|労働者|職員|委員)(?:その他の?|である|たる))物(?=[をにはがのと、。])/g,
    wrong: "物",
    suggestion: "者",
    message: "「物」は品物を表します。人や法人なら「者」と書いてください。",
  },
  {
    rule: "comma-missing",
    pattern: /(?<=^(?:ただし|この場合において|この場合においては|また|なお))(?=[^、。は])/g,
    wrong: "",
    suggestion: "、",
    message: "文の初めの接続の語の後には、読点「、」を付けます。",
  },
  {
    rule: "comma-missing",
    pattern: /(?<=^[一-龠々〇ァ-ヶー]{1,16}(?<!又)は)(?=[^、。])/g,
    wrong: "",
    suggestion: "、",
    message: "主語の「…は」の後には、読点「、」を付けます。",
  },
];

/** その他, 場合 and とき, 者 and もの, 読点: usages that a person should look at. */
export function checkUsages({ index }: Draft): Finding[] {
  return index.nodes.filter(hasText).flatMap((node) => {
    if (node.kind === "row") return [];
    let start = 0;
    return splitSentences(node.text).flatMap((sentence) => {
      const from = start;
      start += sentence.length;
      return usages.flatMap(({ rule, pattern, wrong, suggestion, message }) => {
        if (rule === "comma-missing" && !sentence.endsWith("。")) return [];
        return [...sentence.slice(0, longest).matchAll(pattern)].map((match) => {
          const at = from + match.index;
          const place = { start: at, end: at + wrong.length, suggestion };
          return findingAt(node, rule, "注意", message, place);
        });
      });
    });
  });
}

/** Longer sentences are looked at up to here, so that the time stays bounded. */
const longest = 5000;
