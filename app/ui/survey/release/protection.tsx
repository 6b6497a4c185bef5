import type { PublishedRelease } from "#app/domain/survey/release/published.ts";
import { percentOf } from "#app/domain/survey/tabulation/percent.ts";
import { numberLabel, percentLabel } from "../../charts/chart-data.ts";

/** How small counts are hidden, and what the audit of the release found, in plain words. */
export function Protection({ release }: { release: PublishedRelease }) {
  const { audit, threshold, withheld } = release;
  const { cells, hidden, audited, narrowest, method, earlier } = audit;
  return (
    <>
      <p className="prose">
        {threshold}
        者に満たない数をそのまま載せると、どの事業者の回答か分かることがあります。そこで、
        {threshold}
        者に満たない数と、足し算や引き算でその数が分かってしまう数を伏せ、表では「x」と書いています。「x」の一つ一つがどちらの理由によるものかは、示しません。回答がなければ「0」と書きますが、伏せた数の計算に使えるときは、0も伏せます。
      </p>
      <dl className="facts">
        <dt>伏せた数</dt>
        <dd>
          {numberLabel(cells)}個の数のうち{numberLabel(hidden)}個（
          {percentLabel(percentOf(hidden, cells))}）
        </dd>
        <dt>確かめた結果</dt>
        <dd>
          {narrowest === null
            ? "伏せた数はありません。"
            : `伏せた数のそれぞれについて、公表したすべての数を使って計算しても、少なくとも${numberLabel(narrowest)}通りの値がありえて、一つに決まりません。`}
        </dd>
        <dt>確かめ方</dt>
        <dd>
          {method}で、この集計版のすべての表
          {earlier.length > 0 && "と、それまでに公表した集計版"}を合わせて、{numberLabel(audited)}
          個の伏せた数がとりうる範囲を計算しました。
        </dd>
        <dt>公表しなかった表</dt>
        <dd>
          <Withheld tables={withheld} />
        </dd>
      </dl>
    </>
  );
}

/** Short lists are read at once; a long one is unfolded. */
const shortList = 8;

/** Tables that are not published at all. */
export function Withheld({ tables }: { tables: readonly string[] }) {
  if (tables.length === 0) return <>ありません。</>;
  const words = `${tables.length}表は、数を伏せても事業者が推測されるおそれが残るため、公表していません。`;
  if (tables.length <= shortList) {
    return (
      <>
        {words}（{tables.join("、")}）
      </>
    );
  }
  return (
    <>
      {words}
      <details className="fold">
        <summary>公表していない表の名前を見る</summary>
        <p>{tables.join("、")}</p>
      </details>
    </>
  );
}
