import { useEffect, useRef } from "react";
import { compareEditions } from "#app/domain/survey/editions/index.ts";
import { readLeniently } from "#app/domain/survey/editor/index.ts";
import type { JsonObject } from "#app/domain/survey/json.ts";
import { Button } from "../../button.tsx";

/** Somebody saved while this tab was being edited: what differs, and the choice. */
export function Overtaken({
  theirs,
  mine,
  onMine,
  onTheirs,
}: {
  theirs: JsonObject;
  mine: JsonObject;
  onMine: () => void;
  onTheirs: () => void;
}) {
  const note = useRef<HTMLElement>(null);
  useEffect(() => note.current?.focus(), []);
  const { changes } = compareEditions(readLeniently(theirs), readLeniently(mine));
  return (
    <section className="notice warning" ref={note} tabIndex={-1} aria-labelledby="overtaken">
      <h2 id="overtaken">ほかの画面か、ほかの職員が、先に調査票を保存しました</h2>
      <p>
        この画面の内容は、まだ保存していません。保存されている調査票との違いは、次のとおりです。
      </p>
      <ul>
        {changes.map(({ what }) => (
          <li key={what}>{what}</li>
        ))}
        {changes.length === 0 && <li>問や選択肢に違いはありません。</li>}
      </ul>
      <div className="buttons">
        <Button type="button" look="secondary" onClick={onTheirs}>
          保存されている調査票を使う（この画面の変更は捨てる）
        </Button>
        <Button type="button" look="secondary" onClick={onMine}>
          この画面の内容を続けて直す
        </Button>
      </div>
    </section>
  );
}
