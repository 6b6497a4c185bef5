import { commentsIn, type InterimDraftDocument } from "#app/domain/interim-draft/document.ts";
import type { DraftHashes } from "#app/domain/interim-draft/hashes.ts";

/** The fixed sentences of the PDF. `url` is the draft's page. */
export function draftWords(draft: InterimDraftDocument, url: string) {
  const compared = draft.articles.some(({ changes }) => changes !== undefined);
  return {
    council: "公共調達のあり方審議会",
    sampleNote: "この文書はサンプルです。市の公式な記録ではありません。",
    textNote: `${draft.text.versionLabel}の全文です。`,
    articlesNote: compared
      ? "各条の文、解説、根拠（調査の数値、会議録の発言）、意見と市の考え方、前の版からの変更をまとめています。変更は、加えた部分に下線を、削った部分に取消線を引いています。"
      : "各条の文、解説、根拠（調査の数値、会議録の発言）、意見と市の考え方をまとめています。",
    colophonTitle: `${draft.removedArticles.length > 0 ? 6 : 5}　この文書の確かめ方`,
    colophon:
      "この中間案は、公開した時点の内容のまま変わりません。公開後に条例案や調査の回答が変わっても、この文書には反映されません。次の値（SHA-256）で、内容が公開時と同じであることを確かめられます。",
    colophonNote:
      `中間案のページ　${url}\n` +
      "「文書の全体」と「条例の本文」は、ページから取得できるJSONファイルとテキストファイルの値です。「引用した数値」は、JSONのうち各条の識別子と数値だけを同じ決まり（RFC 8785）で並べた値です。それぞれの数値の下に、その数値と、もとの集計版の値があります。集計版の値は、集計版のページから取得できるJSONファイルで確かめられます。",
  };
}

/** The small table at the foot of the cover. */
export function coverRows(draft: InterimDraftDocument, hashes: DraftHashes): [string, string][] {
  const { meetings, surveys } = draft.history;
  const comments = commentsIn(draft).length;
  return [
    ["もとになる版", draft.text.versionLabel],
    ["これまでの審議", `会議${meetings.length}回、調査${surveys.length}件、意見${comments}件`],
    ["SHA-256", hashes.whole],
  ];
}
