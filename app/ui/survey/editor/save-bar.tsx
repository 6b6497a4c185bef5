import { flattened } from "#app/domain/survey/editor/index.ts";
import { href } from "#app/routes.ts";
import { Button } from "../../button.tsx";
import { useEditor } from "./editor-context.ts";

/** How the questionnaire stands, the steps back and forth, and its saving. */
export function SaveBar({
  slug,
  survey,
  edition,
  changed,
  saving,
  text,
  onSave,
  onLeave,
}: {
  slug: string;
  survey: "preparing" | "open" | "closed";
  edition: number;
  changed: boolean;
  saving: boolean;
  /** The text that goes to the page of editions. */
  text: () => string;
  onSave: () => void;
  onLeave: () => void;
}) {
  const { state, dispatch, problems, outline } = useEditor();
  const faulty = flattened(outline).find(({ name }) =>
    problems.some(({ field }) => field === name),
  );
  const count = problems.length;
  if (survey === "closed") return null;
  return (
    <div className="editor-save">
      <p className="editor-standing">
        {changed ? "保存していない変更があります。" : "変更はありません。"}
        {count === 0 ? "直す所はありません。" : `直す所が${count}件あります。`}
        {faulty && (
          <Button
            type="button"
            look="secondary"
            size="small"
            onClick={() => dispatch({ act: "choose", place: faulty.place })}
          >
            直す所へ
          </Button>
        )}
      </p>
      <div className="buttons">
        {survey === "preparing" ? (
          <Button type="button" aria-disabled={saving} onClick={onSave}>
            {saving ? "保存しています…" : "調査票を保存する"}
          </Button>
        ) : (
          <form
            method="post"
            action={href("deskEditions", { survey: slug })}
            onSubmit={(event) => {
              const { elements } = event.currentTarget;
              const field = elements.namedItem("definition");
              if (field instanceof HTMLInputElement) field.value = text();
              onLeave();
            }}
          >
            <input type="hidden" name="definition" defaultValue="" />
            <input type="hidden" name="follows" value={edition} />
            <Button name="intent" value="compare">
              新しい版にするとどうなるかを確かめる
            </Button>
          </form>
        )}
        <Button
          type="button"
          look="secondary"
          aria-disabled={state.past.length === 0}
          onClick={() => dispatch({ act: "undo" })}
        >
          元に戻す
        </Button>
        <Button
          type="button"
          look="secondary"
          aria-disabled={state.future.length === 0}
          onClick={() => dispatch({ act: "redo" })}
        >
          やり直す
        </Button>
      </div>
    </div>
  );
}
