import type { PublishedAxis } from "#app/domain/survey/release/published.ts";
import { Button } from "../../button.tsx";
import { numberLabel } from "../../charts/chart-data.ts";

/** Chooses the axis by which every question's tables are shown; a plain GET form. */
export function StratumFilter({
  action,
  axes,
  by,
}: {
  /** The release's page without its query. */
  action: string;
  axes: readonly PublishedAxis[];
  by: string | undefined;
}) {
  if (axes.length === 0) {
    return (
      <p className="prose">
        業種や規模ごとの表は、どの区分も回答が少なく、事業者が推測されるおそれがあるため、ありません。
      </p>
    );
  }
  const chosen = axes.find(({ axis }) => axis === by);
  return (
    <>
      <form method="get" action={`${action}#questions`} className="filters no-print">
        <label>
          <span>表の区分</span>
          <select name="by" defaultValue={by ?? ""}>
            <option value="">全体（区分に分けない）</option>
            {axes.map(({ axis, label }) => (
              <option key={axis} value={axis}>
                {label}別
              </option>
            ))}
          </select>
        </label>
        <Button look="secondary">表を切り替える</Button>
      </form>
      {chosen && (
        <p className="prose">
          <strong>{chosen.label}別</strong>の表です。集計した回答の内訳は、
          {chosen.strata
            .map(({ stratum, answers }) => `${stratum} ${numberLabel(answers)}者`)
            .join("、")}
          です。{mergedNote(chosen)}
          <a href={`${action}#questions`}>全体の表に戻る</a>
        </p>
      )}
    </>
  );
}

/** Strata with few answers are shown together, their names joined by a middle dot. */
function mergedNote({ strata }: PublishedAxis): string {
  return strata.some(({ stratum }) => stratum.includes("・"))
    ? "回答の少ない区分は、事業者が推測されないように、「・」でつないでまとめています。"
    : "";
}
