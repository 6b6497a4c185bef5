import { useState } from "react";
import { namesIn, rename, usesInWords, usesOf } from "#app/domain/survey/editor/index.ts";
import { Button } from "../../button.tsx";
import { useChosen, useEditor } from "./editor-context.ts";
import { Labelled } from "./labelled.tsx";

/** The name under which the answers of a question are kept. */
export function NameSetting() {
  const { state, dispatch, fixed } = useEditor();
  const { json, place } = useChosen();
  const name = String(json.name ?? "");
  const [typed, setTyped] = useState(name);
  const uses = usesOf(state.definition, place);
  if (fixed.includes(name)) {
    return (
      <p>
        名前は「{name}」です。受付を始めたので、変えられません（受け付けた回答とつながっています）。
      </p>
    );
  }
  const wanted = typed.normalize("NFKC").trim();
  const others = [...namesIn(state.definition), ...state.taken].filter((each) => each !== name);
  const used = others.some((each) => each.toLowerCase() === wanted.toLowerCase());
  const usable = /^[\p{L}\p{N}_][\p{L}\p{M}\p{N}_-]{0,63}$/u.test(wanted);
  return (
    <>
      <Labelled
        label="名前（集計のファイルの列の名前）"
        hint="ふつうは、そのままにします。前に使った名前は、使えません。"
      >
        {(control) => (
          <input
            {...control}
            type="text"
            className="short"
            autoComplete="off"
            spellCheck={false}
            value={typed}
            onChange={({ currentTarget }) => setTyped(currentTarget.value)}
          />
        )}
      </Labelled>
      {uses.length > 0 && (
        <p className="hint">
          この問の答えは、{usesInWords(uses)}
          で使っています。名前を変えると、そこも新しい名前に直します。
        </p>
      )}
      <Button
        type="button"
        look="secondary"
        size="small"
        onClick={() => {
          if (wanted === name) return;
          if (used || !usable) {
            const why = used ? "前に使われています" : "使えません。q1 のように書いてください";
            dispatch({ act: "say", said: `名前「${wanted}」は、${why}。` });
            return;
          }
          const arranged = { definition: rename(state.definition, place, wanted), place };
          const also = uses.length > 0 ? `${usesInWords(uses)}も直しました。` : "";
          const said = `名前を「${wanted}」にしました。${also}`;
          dispatch({ act: "arrange", arranged, said, arrive: false });
        }}
      >
        名前を変える
      </Button>
    </>
  );
}
