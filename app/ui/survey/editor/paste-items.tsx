import { useState } from "react";
import { pastedItems } from "#app/domain/survey/editor/index.ts";
import type { JsonValue } from "#app/domain/survey/json.ts";
import { Button } from "../../button.tsx";
import { Labelled } from "./labelled.tsx";

/** Takes choices from the cells of a spreadsheet: added to those there are, or in their place. */
export function PasteItems({
  items,
  prefix,
  short,
  taken,
  onItems,
}: {
  items: readonly JsonValue[];
  prefix: string;
  short: string;
  taken: readonly string[];
  onItems: (items: JsonValue[]) => void;
}) {
  const [pasted, setPasted] = useState("");
  const finish = (next: JsonValue[]) => {
    onItems(next);
    setPasted("");
  };
  return (
    <details>
      <summary>表計算ソフトから{short}を貼り付ける</summary>
      <Labelled
        label={`貼り付ける${short}`}
        hint={`1行に1つです。2列を貼り付けると、左の列を集計に使う値、右の列を${short}の文にします。`}
      >
        {(control) => (
          <textarea
            {...control}
            rows={5}
            value={pasted}
            onChange={({ currentTarget }) => setPasted(currentTarget.value)}
          />
        )}
      </Labelled>
      <div className="buttons">
        <Button
          type="button"
          look="secondary"
          size="small"
          onClick={() => {
            const added = pastedItems(pasted, items, prefix, taken);
            finish([...items, ...added.filter((item) => !items.includes(item))]);
          }}
        >
          今の{short}の後に足す
        </Button>
        <Button
          type="button"
          look="secondary"
          size="small"
          onClick={() => finish(pastedItems(pasted, items, prefix, taken))}
        >
          今の{short}と入れ替える
        </Button>
      </div>
    </details>
  );
}
