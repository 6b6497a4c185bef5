import type { Weighting } from "#app/domain/survey/release/published.ts";
import { numberLabel } from "../../charts/chart-data.ts";

/** What the weighted shares are, what they assume, and how far the weights lie apart. */
export function WeightingWords({ weighting }: { weighting: Weighting }) {
  if (!weighting.weighted) {
    return (
      <p className="prose">
        この集計版には、名簿に合わせた割合（参考の値）はありません。{weighting.reason}
      </p>
    );
  }
  const { axes, effectiveNumber, least, greatest } = weighting;
  return (
    <>
      <p className="prose">
        回答した事業者の構成は、名簿の構成と同じではありません。表の「参考：名簿に合わせた割合」は、
        {axes.join("、")}
        の構成が名簿と同じになるように回答に重みを付けて（レイキング法）計算し直したものです。実際に回答した事業者の割合に代わるものではありません。
      </p>
      <p className="prose">
        <strong>参考の値が前提としていること</strong>
        は、同じ区分の事業者なら、回答した事業者と回答しなかった事業者とで答えの傾向が変わらないことです。これが成り立つかどうかは、確かめられません。95%区間は、この前提の下で、割合がどの程度ずれうるかの目安です（ウィルソンの方法、有効な回答数による）。
      </p>
      <dl className="facts">
        <dt>重みの範囲</dt>
        <dd>
          {least.toFixed(2)}から{greatest.toFixed(2)}まで（1なら、そのままの1者分）
        </dd>
        <dt>有効な回答数</dt>
        <dd>{numberLabel(effectiveNumber)}（重みのばらつきを差し引いた回答の数、Kishの方法）</dd>
      </dl>
    </>
  );
}
