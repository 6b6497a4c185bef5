import { Button } from "../../button.tsx";
import { type ReleaseEntry, releaseName } from "../release-list.tsx";

/** Chooses the release to compare with; a plain GET form. */
export function ReleaseComparisonForm({
  action,
  others,
  chosen,
}: {
  action: string;
  others: readonly Pick<ReleaseEntry, "number" | "label">[];
  chosen: number;
}) {
  return (
    <form method="get" action={action} className="filters no-print">
      <label>
        <span>比べる相手</span>
        <select name="with" defaultValue={chosen}>
          {others.map((release) => (
            <option key={release.number} value={release.number}>
              {releaseName(release)}
            </option>
          ))}
        </select>
      </label>
      <Button look="secondary">比べる</Button>
    </form>
  );
}
