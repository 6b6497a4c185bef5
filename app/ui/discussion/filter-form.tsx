import { dispositionKinds, type ThreadFilter } from "#app/domain/discussion/index.ts";
import { Button } from "#app/ui/button.tsx";

/** Chooses which comments the list shows. */
export function FilterForm({
  action,
  filter,
  articles,
  mine,
}: {
  action: string;
  filter: ThreadFilter;
  articles: readonly { number: number; label: string }[];
  /** Whether one may ask for one's own comments only. */
  mine: boolean;
}) {
  return (
    <form method="get" action={action} className="filters">
      <label>
        <span>対応</span>
        <select name="state" defaultValue={filter.state}>
          <option value="">すべて</option>
          <option value="未対応">未対応</option>
          {dispositionKinds.map((kind) => (
            <option key={kind} value={kind}>
              {kind}
            </option>
          ))}
        </select>
      </label>
      <label>
        <span>条</span>
        <select name="article" defaultValue={filter.article ?? ""}>
          <option value="">すべて</option>
          {articles.map(({ number, label }) => (
            <option key={number} value={number}>
              {label}
            </option>
          ))}
        </select>
      </label>
      {mine && (
        <label className="choice">
          <input type="checkbox" name="mine" value="1" defaultChecked={filter.mine} />
          自分の意見だけ
        </label>
      )}
      <Button look="secondary" size="small">
        絞り込む
      </Button>
    </form>
  );
}
