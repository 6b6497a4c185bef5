import { useState } from "react";
import {
  copyAt,
  isInPanel,
  listAt,
  moveByOne,
  moveInto,
  pagePlaces,
  parentOf,
  removeAt,
  samePlace,
  usesInWords,
  usesOf,
} from "#app/domain/survey/editor/index.ts";
import { Button } from "../../button.tsx";
import { useChosen, useEditor } from "./editor-context.ts";
import { Labelled } from "./labelled.tsx";
import { Removing } from "./removing.tsx";

/** Moves, copies and removes the chosen page or question. */
export function ArrangeBar({ label }: { label: string }) {
  const { state, dispatch } = useEditor();
  const { place } = useChosen();
  const { definition, taken } = state;
  /** What uses its answers, in words, while the removal waits to be confirmed. */
  const [removing, setRemoving] = useState<string>();
  const isPage = samePlace(place.slice(0, -1), ["pages"]);
  const move = (step: -1 | 1) => {
    const arranged = moveByOne(definition, place, step);
    const end = step < 0 ? "これより上へは動かせません。" : "これより下へは動かせません。";
    if (!arranged) return dispatch({ act: "say", said: end });
    const to = `${parentOf(arranged.place).index + 1}番目`;
    const page = samePlace(parentOf(arranged.place).container, parentOf(place).container)
      ? ""
      : `${step < 0 ? "前" : "次"}のページの`;
    const said = `${label}を${page}${to}に動かしました。`;
    dispatch({ act: "arrange", arranged, said, arrive: false });
  };
  const remove = () => {
    const { list, index, container } = parentOf(place);
    const left = removeAt(definition, place);
    const next = Math.min(index, listAt(left, list).length - 1);
    const arranged = { definition: left, place: next < 0 ? container : [...list, next] };
    const said = `${label}を消しました。「元に戻す」で戻せます。`;
    dispatch({ act: "arrange", arranged, said, arrive: true });
  };
  const lastPage = isPage && listAt(definition, ["pages"]).length === 1;
  const holds = isPage && listAt(definition, [...place, "elements"]).length;
  return (
    <fieldset className="editor-arrange">
      <legend className="visually-hidden">{label}を動かす、写す、消す</legend>
      <div className="buttons">
        <Button type="button" look="secondary" size="small" onClick={() => move(-1)}>
          上へ
        </Button>
        <Button type="button" look="secondary" size="small" onClick={() => move(1)}>
          下へ
        </Button>
        <Button
          type="button"
          look="secondary"
          size="small"
          onClick={() => {
            const arranged = copyAt(definition, place, taken);
            const said = `${label}を写しました。写しがこの画面に出ています。`;
            dispatch({ act: "arrange", arranged, said, arrive: true });
          }}
        >
          写しを作る
        </Button>
        {!lastPage && (
          <Button
            type="button"
            look="secondary"
            size="small"
            aria-expanded={removing !== undefined}
            onClick={() => {
              const uses = usesInWords(usesOf(definition, place));
              if (uses !== "" || holds) setRemoving(uses);
              else remove();
            }}
          >
            消す
          </Button>
        )}
      </div>
      {removing !== undefined && (
        <Removing
          {...{ label }}
          holds={holds || 0}
          uses={removing}
          onRemove={remove}
          onKeep={() => setRemoving(undefined)}
        />
      )}
      {!isPage && !isInPanel(definition, place) && <ToPage label={label} />}
    </fieldset>
  );
}

/** Moves a question to the end of another page. */
function ToPage({ label }: { label: string }) {
  const { state, dispatch, outline } = useEditor();
  const { place } = useChosen();
  const [page, setPage] = useState(0);
  const pages = pagePlaces(state.definition);
  if (pages.length < 2) return null;
  return (
    <details>
      <summary>ほかのページへ動かす</summary>
      <Labelled label="動かす先のページ">
        {(control) => (
          <select
            {...control}
            value={page}
            onChange={({ currentTarget: { value } }) => setPage(Number(value))}
          >
            {outline.map(({ title }, index) => (
              <option key={String(outline[index]?.place)} value={index}>
                {`ページ${index + 1} ${title}`}
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
          const to = pages[page];
          if (!to) return;
          const arranged = moveInto(state.definition, place, to);
          const said = `${label}をページ${page + 1}の終わりに動かしました。`;
          dispatch({ act: "arrange", arranged, said, arrive: false });
        }}
      >
        このページの終わりへ動かす
      </Button>
    </details>
  );
}
