import { addPage, type OutlineEntry, samePlace } from "#app/domain/survey/editor/index.ts";
import { Button } from "../../button.tsx";
import { type EditorProblem, useEditor } from "./editor-context.ts";

/** The pages and questions of the questionnaire; the one that is pressed is edited. */
export function Contents() {
  const { state, dispatch, outline, readOnly } = useEditor();
  const { definition, taken, place } = state;
  return (
    <nav className="editor-contents" aria-label="調査票の内容">
      <Chooser
        label="調査票の題と言語"
        current={place.length === 0}
        onChoose={() => dispatch({ act: "choose", place: [] })}
      />
      <ol>
        {outline.map((page, index) => (
          <li key={String(page.place)}>
            {page.place.length > 0 && <Entry entry={page} label={`ページ${index + 1}`} />}
            <Entries entries={page.children} />
          </li>
        ))}
      </ol>
      {!readOnly && (
        <Button
          type="button"
          look="secondary"
          size="small"
          onClick={() => {
            const arranged = addPage(definition, "新しいページ", taken);
            dispatch({ act: "arrange", arranged, said: "ページを足しました。", arrive: true });
          }}
        >
          ページを足す
        </Button>
      )}
    </nav>
  );
}

function Entries({ entries }: { entries: readonly OutlineEntry[] }) {
  if (entries.length === 0) return null;
  return (
    <ol>
      {entries.map((entry) => (
        <li key={String(entry.place)}>
          <Entry entry={entry} label={entry.number > 0 ? `問${entry.number}` : signOf(entry)} />
          <Entries entries={entry.children} />
        </li>
      ))}
    </ol>
  );
}

function signOf({ type, kind, name }: OutlineEntry): string {
  if (kind === "panel") return "まとまり";
  return type === "html" ? "説明の文" : name;
}

function Entry({ entry, label }: { entry: OutlineEntry; label: string }) {
  const { state, dispatch, problems } = useEditor();
  const { place, title } = entry;
  return (
    <Chooser
      label={label}
      title={title}
      faults={problemsOf(problems, entry).length}
      current={samePlace(place, state.place)}
      onChoose={() => dispatch({ act: "choose", place })}
    />
  );
}

/** The problems that stand at an entry. */
export function problemsOf(problems: readonly EditorProblem[], entry: OutlineEntry) {
  const { kind, name } = entry;
  return kind === "page" || name === "" ? [] : problems.filter(({ field }) => field === name);
}

function Chooser({
  label,
  title = "",
  faults = 0,
  current,
  onChoose,
}: {
  label: string;
  title?: string;
  faults?: number;
  current: boolean;
  onChoose: () => void;
}) {
  return (
    <button
      type="button"
      className="editor-entry"
      aria-current={current || undefined}
      onClick={onChoose}
    >
      <span className="editor-entry-label">{label}</span> <span>{title}</span>
      {faults > 0 && <span className="tag warning">直す所{faults}件</span>}
    </button>
  );
}
