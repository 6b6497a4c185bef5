import type { CsvCell } from "../csv.ts";
import type { FigureLine } from "./figure-line.ts";
import { hiddenOf } from "./hidden.ts";

/** What a file says of every line alike. */
export interface LineContext {
  survey: string;
  number: number;
  label: string;
  remark: string;
  /** Why cells are hidden, in a sentence. */
  reason: string;
}

/** A column of the long form: its heading, what it means, and what a line has in it. */
export interface FigureColumn {
  heading: string;
  meaning: string;
  cell: (line: FigureLine, context: LineContext) => CsvCell;
}

/** The columns of the CSV file, in their order; the dictionary of the other files explains them. */
export const figureColumns = [
  {
    heading: "調査",
    meaning: "調査の識別名です。ページのアドレスと同じです。",
    cell: (_, { survey }) => survey,
  },
  { heading: "集計版", meaning: "集計版の番号です。", cell: (_, { number }) => number },
  { heading: "種別", meaning: "速報か確報かです。", cell: (_, { label }) => label },
  {
    heading: "表",
    meaning:
      "回収（回収の状況）、回答者（集計した回答の内訳）、単純（単純集計）、代表値（平均、四分位数）、層別（層別集計）、クロス（クロス集計）、記述（公表した記述）、語（記述によく出る語）のどれかです。",
    cell: ({ table }) => table,
  },
  { heading: "問", meaning: "問の番号です。", cell: ({ question }) => question },
  { heading: "設問", meaning: "問の文です。", cell: ({ title }) => title },
  {
    heading: "変数",
    meaning:
      "数えたものの識別名です。表形式の問の行、順位を付けるもの、記入欄は「問の識別名/行」の形です。",
    cell: ({ variable }) => variable,
  },
  {
    heading: "項目",
    meaning: "表形式の問の行、順位を付けるもの、記入欄の名前です。ないときは空です。",
    cell: ({ part }) => part,
  },
  {
    heading: "単位",
    meaning: "数えたものです。「者」は事業者、「件」は1事業者が何件でも書ける欄の記入です。",
    cell: ({ unit }) => unit,
  },
  {
    heading: "軸の識別名",
    meaning: "層別集計では層の分け方、クロス集計では掛け合わせた変数の識別名です。",
    cell: ({ axis }) => axis,
  },
  { heading: "軸", meaning: "軸の名前です。", cell: ({ axisText }) => axisText },
  {
    heading: "層の値",
    meaning: "層別集計では層の名前、クロス集計では掛け合わせた変数の選択肢の値です。",
    cell: ({ stratumKey }) => stratumKey,
  },
  {
    heading: "層",
    meaning: "層の名前、又は掛け合わせた変数の選択肢です。",
    cell: ({ stratum }) => stratum,
  },
  {
    heading: "値",
    meaning: "選択肢の値です。数量の問では階級の下端、順位では順位です。",
    cell: ({ key }) => key,
  },
  {
    heading: "選択肢",
    meaning: "選択肢の文、階級、代表値の名前、公表した記述、語のどれかです。",
    cell: ({ text }) => text,
  },
  { heading: "度数", meaning: "数です。xは伏せた数です。", cell: ({ count }) => count },
  {
    heading: "割合（%）",
    meaning:
      "度数のnに対する割合です。小数第2位を四捨五入しています。度数かnを伏せたときと、nが0のときは空です。",
    cell: ({ percent }) => percent,
  },
  {
    heading: "重み付き割合（%・参考）",
    meaning:
      "名簿の構成に合わせて重みを付けた割合です。参考の値で、度数に代わるものではありません。",
    cell: ({ weighted }) => weighted,
  },
  {
    heading: "下限（%・参考）",
    meaning: "重み付き割合の95%信頼区間（ウィルソンの方法、有効回答数による）の下限です。",
    cell: ({ lower }) => lower,
  },
  {
    heading: "上限（%・参考）",
    meaning: "重み付き割合の95%信頼区間（ウィルソンの方法、有効回答数による）の上限です。",
    cell: ({ upper }) => upper,
  },
  {
    heading: "代表値",
    meaning: "平均、中央値、四分位数です。xは伏せた値です。",
    cell: ({ value }) => value,
  },
  {
    heading: "n",
    meaning: "割合の母数です。その問に答えた数です。クロス集計では両方に答えた数です。",
    cell: ({ n }) => n,
  },
  {
    heading: "無回答",
    meaning: "問が示されて、答えなかった数です。",
    cell: (line) => line.noAnswer,
  },
  {
    heading: "非該当",
    meaning: "問が示されなかった数です。",
    cell: ({ notApplicable }) => notApplicable,
  },
  {
    heading: "秘匿",
    meaning: "その行で伏せた列の名前です。伏せていないときは空です。",
    cell: hiddenOf,
  },
  {
    heading: "秘匿の理由",
    meaning: "伏せた理由です。伏せていないときは空です。",
    cell: (line, { reason }) => (hiddenOf(line) === "" ? "" : reason),
  },
  {
    heading: "備考",
    meaning: "サンプルや模擬回答であるときに、そう書きます。",
    cell: (_, { remark }) => remark,
  },
] as const satisfies readonly FigureColumn[];
