import { useMemo, useReducer, useRef, useState } from "react";
import { objectAt, outlineOf, readLeniently } from "#app/domain/survey/editor/index.ts";
import type { Questionnaire } from "#app/domain/survey/questionnaire.ts";
import { begin, definitionIn, type Held, textOver, thrownAway } from "./begin.ts";
import { Contents } from "./contents.tsx";
import { type EditorContext, type EditorProblem, EditorProvider } from "./editor-context.ts";
import { forgetDraft } from "./kept-draft.ts";
import { Overtaken } from "./overtaken.tsx";
import { Pane } from "./pane.tsx";
import { Preview } from "./preview.tsx";
import { Restored } from "./restored.tsx";
import { SaveBar } from "./save-bar.tsx";
import { ServerProblems } from "./server-problems.tsx";
import { editorReducer, firstQuestion, startState } from "./state.ts";
import { useCheck } from "./use-check.ts";
import { useKeeping } from "./use-keeping.ts";
import { useSaving } from "./use-saving.ts";

export interface EditorProps {
  survey: { slug: string; state: "preparing" | "open" | "closed"; edition: number };
  held: Held;
  /** The text of another questionnaire to begin from. */
  other: string | null;
  /** Names of earlier editions. */
  taken: readonly string[];
  /** The questionnaire that is being answered, while the survey is open. */
  current: Questionnaire | null;
  takenValues: EditorContext["takenValues"];
  articles: EditorContext["articles"];
}

/** The editor of a questionnaire: its contents, the form of what is chosen, and a preview. */
export default function Editor(props: EditorProps) {
  const { survey, other, taken, takenValues, current, articles } = props;
  const { slug } = survey;
  const editable = survey.state !== "closed";
  const [beginning] = useState(() => begin(slug, props.held, other, taken, editable));
  const [state, dispatch] = useReducer(editorReducer, beginning.state);
  const [held, setHeld] = useState(props.held);
  const [theirs, setTheirs] = useState(beginning.overtaken ? props.held : undefined);
  const [restored, setRestored] = useState(beginning.restored);
  const { definition, languages } = state;
  const checked = useCheck(definition, held.source, current ?? undefined);
  const text = checked.definition === definition ? checked.text : undefined;
  const leave = useKeeping(slug, held, text, state, theirs !== undefined);
  const { saving, save, refusal } = useSaving(slug, {
    saved: (saved) => {
      forgetDraft(slug);
      setHeld(saved);
      setRestored(undefined);
      dispatch({ act: "say", said: "調査票を保存しました。" });
    },
    overtaken: setTheirs,
    refused: () => dispatch({ act: "say", said: "保存していません。直す所を見てください。" }),
  });
  const sound = useRef(checked.questionnaire);
  sound.current = checked.questionnaire ?? sound.current;
  const outline = useMemo(() => outlineOf(definition), [definition]);
  const locales = useMemo(
    () => [...new Set([...readLeniently(definition).locales, ...languages])],
    [definition, languages],
  );
  const context = {
    ...{ state, dispatch, outline, locales, takenValues, articles },
    problems: checked.problems,
    fixed: current ? namesOf(current) : [],
    readOnly: !editable,
  };
  const page = outline.findIndex((entry) =>
    entry.place.every((step, at) => state.place[at] === step),
  );
  return (
    <EditorProvider value={context}>
      {theirs && (
        <Overtaken
          theirs={definitionIn(theirs.source)}
          mine={definition}
          onMine={() => {
            setHeld(theirs);
            setTheirs(undefined);
            dispatch({
              act: "say",
              said: "この画面の内容を続けて直せます。まだ保存していません。",
            });
          }}
          onTheirs={() => {
            forgetDraft(slug);
            setHeld(theirs);
            setTheirs(undefined);
            const own = definitionIn(theirs.source);
            const next = startState(own, { place: firstQuestion(own), taken: state.taken });
            dispatch({
              act: "restart",
              state: { ...next, said: "保存されている調査票を開きました。" },
            });
          }}
        />
      )}
      {restored && !theirs && (
        <Restored
          at={restored.at}
          onThrowAway={() => {
            forgetDraft(slug);
            setRestored(undefined);
            dispatch({ act: "restart", state: thrownAway(held, state) });
          }}
        />
      )}
      {refusal?.text === checked.text && <ServerProblems problems={refusal.problems} />}
      <div className="editor-head">
        <SaveBar
          {...{ slug, saving }}
          changed={text !== held.source}
          survey={survey.state}
          edition={survey.edition}
          text={() => textOver(held, definition)}
          onSave={() => void save(textOver(held, definition), held.base)}
          onLeave={leave}
        />
        <p className="editor-said" role="status">
          {state.said}
        </p>
      </div>
      <div className="editor-columns" id="editor-contents">
        <Contents />
        <Pane />
        <Preview
          questionnaire={sound.current}
          sound={checked.questionnaire !== undefined}
          page={Math.max(page, 0)}
          chosen={String(objectAt(definition, state.place).name ?? "")}
        />
      </div>
      <Warnings warnings={checked.warnings} />
    </EditorProvider>
  );
}

function namesOf({ pages }: Questionnaire): string[] {
  return pages.flatMap(({ questions }) => questions.map(({ name }) => name));
}

function Warnings({ warnings }: { warnings: readonly EditorProblem[] }) {
  if (warnings.length === 0) return null;
  return (
    <details>
      <summary>確かめるとよい所（{warnings.length}件）</summary>
      <ul>
        {warnings.map(({ message, field }) => (
          <li key={`${field} ${message}`}>{message}</li>
        ))}
      </ul>
    </details>
  );
}
