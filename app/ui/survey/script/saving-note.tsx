import { Button } from "../../button.tsx";
import { Notice } from "../../notice.tsx";
import type { Saving } from "./draft-keeper.ts";
import { noMoreNote, scriptNotes } from "./notes.ts";

/** How the draft's saving stands, in words; of what goes well only a line that disturbs nobody. */
export function SavingNote({
  saving,
  locale,
  onMine,
  onTheirs,
}: {
  saving: Saving | undefined;
  /** The language of the form. */
  locale: string;
  /** Goes on with what stands in this window. */
  onMine: () => void;
  /** Takes what was written elsewhere. */
  onTheirs: () => void;
}) {
  const words = scriptNotes(locale);
  if (saving?.is === "elsewhere") {
    return (
      <Notice tone="warning">
        <p>
          <strong>{words.elsewhere[0]}</strong>
          {words.elsewhere[1]}
        </p>
        <div className="actions">
          <Button type="button" onClick={onMine}>
            {words.mine}
          </Button>
          <Button type="button" look="secondary" onClick={onTheirs}>
            {words.theirs}
          </Button>
        </div>
      </Notice>
    );
  }
  if (saving?.is === "over") {
    return (
      <Notice tone="warning">
        <p>{overNote(saving.why, locale)}</p>
      </Notice>
    );
  }
  return (
    <p className="saving-state" role="status">
      {saving === undefined ? "" : words[saving.is]}
    </p>
  );
}

function overNote(why: string, locale: string): string {
  const { sentAlready, saveExpired, saveStopped } = scriptNotes(locale);
  switch (why) {
    case "already-answered":
      return sentAlready;
    case "expired":
      return saveExpired;
    case "edition-changed":
      return noMoreNote(why, "", locale);
    default:
      return saveStopped;
  }
}
