import { useEffect, useRef } from "react";
import { flattened, labelOf, parentOf, samePlace } from "#app/domain/survey/editor/index.ts";
import { AddQuestion } from "./add-question.tsx";
import { ArrangeBar } from "./arrange-bar.tsx";
import { problemsOf } from "./contents.tsx";
import { type EditorProblem, useEditor } from "./editor-context.ts";
import { PageForm } from "./page-form.tsx";
import { QuestionForm } from "./question-form.tsx";
import { SurveyForm } from "./survey-form.tsx";

/** The form of what is chosen, under its name; one comes to its heading when it is chosen. */
export function Pane() {
  const { state, outline, problems, readOnly } = useEditor();
  const { place, serial, arrival } = state;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (arrival > 0) heading.current?.focus();
  }, [arrival]);
  const entry = flattened(outline).find((each) => samePlace(each.place, place));
  const whole = place.length === 0;
  const label = whole || !entry ? "調査票の題と言語" : labelOf(entry, outline);
  const loose = whole || entry?.kind === "page";
  const own = loose
    ? problems.filter(({ field }) => !field)
    : entry
      ? problemsOf(problems, entry)
      : [];
  const container = entry && parentOf(place).container;
  return (
    <section className="editor-pane" aria-labelledby="editor-pane">
      <h2 id="editor-pane" tabIndex={-1} ref={heading}>
        {label}
      </h2>
      <Problems problems={own} />
      <fieldset className="editor-fields" disabled={readOnly} key={serial}>
        <legend className="visually-hidden">{label}の内容</legend>
        {!whole && !readOnly && <ArrangeBar label={label} />}
        {whole ? (
          <SurveyForm />
        ) : entry?.kind === "page" || entry?.kind === "panel" ? (
          <PageForm what={entry.kind === "page" ? "ページ" : "まとまり"} />
        ) : (
          <QuestionForm />
        )}
        {!whole && container && entry.kind !== "page" && (
          <AddQuestion after={place} title="この後に問を足す" />
        )}
      </fieldset>
      <p className="editor-back">
        <a href="#editor-contents">内容の一覧へ</a>
      </p>
    </section>
  );
}

function Problems({ problems }: { problems: readonly EditorProblem[] }) {
  if (problems.length === 0) return null;
  return (
    <div className="problems">
      <p>
        <strong>直す所</strong>
      </p>
      <ul>
        {problems.map(({ message }) => (
          <li key={message}>{message}</li>
        ))}
      </ul>
    </div>
  );
}
