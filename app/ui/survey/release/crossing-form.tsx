import { type NamedVariable, variableName } from "#app/domain/survey/release/crossing-view.ts";
import { Button } from "../../button.tsx";

/** Chooses two questions to be tabulated one by the other; a plain GET form. */
export function CrossingForm({
  action,
  variables,
  rows,
  columns,
}: {
  action: string;
  variables: readonly NamedVariable[];
  rows: string | undefined;
  columns: string | undefined;
}) {
  const options = variables.map((named) => (
    <option key={named.variable.id} value={named.variable.id}>
      {variableName(named)}
    </option>
  ));
  return (
    <form method="get" action={action} className="crossing-form no-print">
      <label>
        <span>縦に並べる問（表側）</span>
        <select name="rows" defaultValue={rows}>
          {options}
        </select>
      </label>
      <label>
        <span>横に並べる問（表頭、割合のもと）</span>
        <select name="columns" defaultValue={columns}>
          {options}
        </select>
      </label>
      <Button>掛け合わせる</Button>
    </form>
  );
}
