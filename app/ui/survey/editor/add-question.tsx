import { useState } from "react";
import {
  addQuestion,
  isInPanel,
  type Place,
  questionKinds,
} from "#app/domain/survey/editor/index.ts";
import { Button } from "../../button.tsx";
import { useEditor } from "./editor-context.ts";
import { Labelled } from "./labelled.tsx";

/** Adds a question of a kind behind another, or at the end of a page or panel. */
export function AddQuestion({
  after,
  into,
  title,
}: {
  after?: Place;
  into?: Place;
  title: string;
}) {
  const { state, dispatch, readOnly } = useEditor();
  const [chosen, setChosen] = useState("radiogroup");
  if (readOnly) return null;
  const { definition, taken } = state;
  const where = after ? { after } : { into: into ?? [] };
  const inPanel = isInPanel(definition, after ?? [...(into ?? []), "templateElements", 0]);
  const kinds = questionKinds.filter((kind) => !inPanel || kind.inPanel);
  return (
    <div className="editor-add">
      <Labelled label={`${title}：種類`}>
        {(control) => (
          <select
            {...control}
            value={chosen}
            onChange={({ currentTarget: { value } }) => setChosen(value)}
          >
            {kinds.map(({ kind, label }) => (
              <option key={kind} value={kind}>
                {label}
              </option>
            ))}
          </select>
        )}
      </Labelled>
      <Button
        type="button"
        look="secondary"
        size="small"
        onClick={() => {
          const kind = kinds.find((each) => each.kind === chosen) ?? kinds[0];
          if (!kind) return;
          const arranged = addQuestion(definition, where, kind, taken);
          const said = `「${kind.label}」問を足しました。問の文を書いてください。`;
          dispatch({ act: "arrange", arranged, said, arrive: true });
        }}
      >
        {title}
      </Button>
    </div>
  );
}
