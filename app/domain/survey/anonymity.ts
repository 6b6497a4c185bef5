import { paperRuleInShort } from "./paper/paper-rule.ts";

/** Whether answers can be tied to a firm. Chosen before a survey opens and fixed from then on. */
export type SurveyMode = "anonymous" | "named";

/** 匿名 or 記名, as labels and tables show it. */
export const modeLabels: Record<SurveyMode, string> = { anonymous: "匿名", named: "記名" };

/**
 * What is told about a survey's mode, as plain sentences for each place. Every list stands alone;
 * its first sentence says which mode it is.
 */
export interface AnonymityWords {
  /** 匿名 or 記名. */
  label: string;
  /** One sentence, for places that have room for one. */
  summary: string;
  /** In the letter, before a firm answers. */
  letter: string[];
  /** On the survey's public page and above the form. */
  form: string[];
  /** With the receipt, once the firm has answered. */
  receipt: string[];
  /** With results, once the survey has closed. */
  results: string[];
}

/**
 * The sentences of a survey's mode: what can be known, what cannot, and where the limits are.
 *
 * @param threshold how many firms of the roster share each combination of strata, at least
 */
export function anonymityWords(
  mode: SurveyMode,
  { threshold }: { threshold: number },
): AnonymityWords {
  return mode === "anonymous" ? anonymousWords(threshold) : namedWords();
}

function anonymousWords(threshold: number): AnonymityWords {
  const summary =
    "この調査は匿名です。回答には、事業者名、回答コード、回答した日時のどれも残しません。";
  const strata = `回答に付くのは、業種や規模などの大まかな区分だけです。区分の同じ事業者が名簿に${threshold}者以上いるように、区分をまとめます。`;
  const known = "回答を終えたかどうかは、二重の回答を防ぎ、督促を送るために、事務局に分かります。";
  const unseen =
    "集計を始めるまで、ウェブの回答の内容は、事務局の画面のどこにも出ません。紙の回答は、入力する職員2人が見ます。";
  const freeText =
    "文章で書く欄に、会社や人の名前、そこから特定できる事情を書くと、だれの回答か分かることがあります。";
  const copy =
    "回答コードを知っている人は、集計を始めるまで、そのコードの回答の写しを開くことができます。依頼文を作る事務局もコードを扱いますが、写しを開くことには使いません。コードは、回答する人のほかに教えないでください。";
  const afterwards =
    "締切日の7日後までに、回答を並べ替えて受付番号を消し、集計を始めます。その後は、コードがあっても、どの回答がだれのものかを調べられません。";
  const final = "だれの回答かが分からないので、送信した後に、取り消すことも直すこともできません。";
  return {
    label: modeLabels.anonymous,
    summary,
    letter: [summary, strata, known, unseen, freeText, copy, afterwards, paperRuleInShort],
    form: [summary, strata, known, unseen, freeText, copy, afterwards, final],
    receipt: [
      summary,
      "写しを開けるのは、集計を始めるまでです。要るときは、今のうちに保存するか印刷してください。その後は、事務局も、コードを持つ人も開けません。",
      "写しには回答の内容が載ります。ほかの人の目に触れない所に置いてください。",
      final,
    ],
    results: [
      "この調査は匿名で行いました。回答には、事業者名、回答コード、回答した日時のどれも残っていません。",
      `回答に付いているのは、大まかな区分だけです。区分の同じ回答が${threshold}件以上になるように、区分をまとめました。`,
      "どの事業者が回答を終えたかは事務局に分かりますが、どの回答がその事業者のものかは、もう調べられません。",
      "ただし、文章で書かれた回答には、書いた人を推し量れるものが含まれることがあります。",
    ],
  };
}

function namedWords(): AnonymityWords {
  const summary = "この調査は記名です。回答には、事業者名と、回答を受け付けた日時が残ります。";
  const seen =
    "事業者名の付いた回答を見るのは、審議会の事務局の職員だけです。受付の間は、紙の回答を入力する職員2人を除いて、事務局も見られません。締め切った後に集計します。";
  const published =
    "公表するのは集計した結果です。事業者名は、集計にも、審議会の資料にも出しません。";
  const copy =
    "回答コードを知っている人は、そのコードの回答の写しを開くことができます。コードは、回答する人のほかに教えないでください。";
  const mending = "送信した後に誤りに気付いたときは、事務局に連絡してください。";
  return {
    label: modeLabels.named,
    summary,
    letter: [summary, seen, published, copy, paperRuleInShort],
    form: [summary, seen, published, copy, mending],
    receipt: [summary, seen, mending],
    results: [
      "この調査は記名で行いました。回答には、事業者名と、回答を受け付けた日時が残っています。",
      "事業者名の付いた回答を見るのは、審議会の事務局の職員だけです。公表するのは集計した結果で、事業者名は出しません。",
    ],
  };
}
