import { type FormEvent, useMemo, useState } from "react";
import type { Answers } from "#app/domain/survey/answers.ts";
import { compileForm, type PageProblem } from "#app/domain/survey/form/index.ts";
import { inLocale } from "#app/domain/survey/in-locale.ts";
import { homeLocale } from "#app/domain/survey/locales.ts";
import type { Questionnaire } from "#app/domain/survey/questionnaire.ts";
import { PlainForm } from "../plain/plain-form.tsx";

interface Shown {
  answers: Answers;
  /** The page, from 0. */
  page: number;
  problems: PageProblem[];
  locale: string;
  /** Counts the pages shown: each begins with its own controls. */
  turn: number;
}

/** The form without script, tried out in the browser; nothing is sent. */
export default function PlainTry({
  questionnaire,
  page,
}: {
  questionnaire: Questionnaire;
  page: number;
}) {
  const start = { answers: {}, page, problems: [], locale: homeLocale, turn: 0 };
  const [shown, setShown] = useState<Shown>(start);
  const form = useMemo(
    () => compileForm(inLocale(questionnaire, shown.locale)),
    [questionnaire, shown.locale],
  );
  const pages = form.pages(shown.answers);
  const current = pages[Math.min(shown.page, pages.length - 1)];
  if (!current) return <p>このページには、まだ問がありません。</p>;
  return (
    <div onSubmit={submit}>
      <PlainForm
        key={shown.turn}
        page={current}
        problems={shown.problems}
        locale={shown.locale}
        locales={questionnaire.locales}
        made={{ invitation: "", revision: 0, edition: 1, mark: "" }}
      />
    </div>
  );

  function submit(event: FormEvent) {
    event.preventDefault();
    const { target } = event;
    if (!(target instanceof HTMLFormElement) || !current) return;
    const { submitter } = event.nativeEvent as SubmitEvent;
    const fields = new FormData(target, submitter);
    const intent = String(fields.get("intent") ?? "next");
    const turn = shown.turn + 1;
    if (intent.startsWith("lang:")) return setShown({ ...shown, locale: intent.slice(5), turn });
    const reading = form.read(current.name, shown.answers, fields);
    if (!reading) return;
    const answers = form.change(intent, reading.answers);
    const complete = reading.problems.length === 0 && reading.added.length === 0;
    const step = intent === "back" ? -1 : intent === "next" && complete ? 1 : 0;
    const last = form.pages(answers).length - 1;
    const next = Math.min(Math.max(current.number - 1 + step, 0), last);
    const problems = step === 0 && intent === "next" ? reading.problems : [];
    setShown({ ...shown, answers, page: next, problems, turn });
  }
}
