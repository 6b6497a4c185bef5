import type { Alignment } from "#app/domain/ordinance/index.ts";

/** 「追加3条、削る1条、…」: what became of the articles, those with a count of none left out. */
export function ChangeSummary({ alignment }: { alignment: Alignment }) {
  const articles = alignment.pairs.filter(({ kind }) => kind === "article");
  const count = (...statuses: string[]) =>
    articles.filter(({ status }) => statuses.includes(status)).length;
  const renumbered = articles.filter((pair) => pair.status === "kept" && pair.renumbered).length;
  const parts: [words: string, count: number][] = [
    ["追加", count("added")],
    ["削る", count("removed")],
    ["文言の変更", count("reworded")],
    ["移動", count("moved")],
    ["移動と文言の変更", count("moved-and-reworded")],
    ["分割", count("split")],
    ["統合", count("merged")],
    ["番号だけの変更", renumbered],
    ["変更なし", count("kept") - renumbered],
  ];
  const shown = parts.filter(([, articles]) => articles > 0);
  return (
    <p className="change-summary">
      <strong>変わった条：</strong>
      {shown.map(([words, articles]) => `${words}${articles}条`).join("、")}
    </p>
  );
}
