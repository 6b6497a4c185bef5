import type { Strata, StratumAxis } from "#app/domain/survey/strata/strata.ts";
import { Button } from "../../button.tsx";

/** How the list of the roster may be narrowed, by plain GET. */
export function RosterFilterForm({
  action,
  strata,
  filter,
}: {
  action: string;
  strata: { axis: StratumAxis; label: string; values: { value: string; firms: number }[] }[];
  filter: { search: string; state: string | undefined; strata: Partial<Strata> };
}) {
  return (
    <form method="get" action={action} className="filters" aria-label="名簿を絞り込む">
      <label>
        <span>番号、名称、所在地</span>
        <input type="search" name="search" defaultValue={filter.search} maxLength={100} />
      </label>
      <label>
        <span>状態</span>
        <select name="state" defaultValue={filter.state ?? ""}>
          <option value="">すべて</option>
          <option value="no-code">コード未発行</option>
          <option value="returned">依頼文が戻った</option>
          <option value="unanswered">未回答</option>
          <option value="answered">回答済み</option>
        </select>
      </label>
      {strata
        .filter(({ values }) => values.length > 1)
        .map(({ axis, label, values }) => (
          <label key={axis}>
            <span>{label}</span>
            <select name={axis} defaultValue={filter.strata[axis] ?? ""}>
              <option value="">すべて</option>
              {values.map(({ value, firms }) => (
                <option key={value} value={value}>
                  {value}（{firms.toLocaleString("ja-JP")}者）
                </option>
              ))}
            </select>
          </label>
        ))}
      <Button look="secondary">絞り込む</Button>
    </form>
  );
}
