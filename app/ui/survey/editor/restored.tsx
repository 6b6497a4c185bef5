import { civilDate, clock, clockWords } from "#app/domain/japan/index.ts";
import { Button } from "../../button.tsx";
import { monthAndDay } from "../month-and-day.ts";

/** What was edited in this browser and not saved is shown again, and can be thrown away. */
export function Restored({ at, onThrowAway }: { at: number | undefined; onThrowAway: () => void }) {
  const kept = at === undefined ? undefined : new Date(at);
  return (
    <section className="notice" aria-labelledby="restored">
      <h2 id="restored">保存していない編集があります</h2>
      <p>
        {kept
          ? `このブラウザーで${monthAndDay(civilDate(kept))}${clockWords(clock(kept))}に直したものを、この画面に戻しました。`
          : "このブラウザーで直したものを、この画面に戻しました。"}
        続けて直して、保存してください。
      </p>
      <div className="buttons">
        <Button type="button" look="secondary" onClick={onThrowAway}>
          保存していない編集を捨てる
        </Button>
      </div>
    </section>
  );
}
