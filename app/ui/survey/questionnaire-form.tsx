import { lazy, Suspense, useEffect, useRef, useState } from "react";
import type { Problem } from "#app/domain/problem.ts";
import type { Answers } from "#app/domain/survey/answers.ts";
import type { Questionnaire } from "#app/domain/survey/questionnaire.ts";
import { keepLocalDraft, type LocalDraft, readLocalDraft } from "./script/local-draft.ts";
import { WithoutScript } from "./without-script.tsx";

const SurveyJS = lazy(() => import("./script/surveyjs.tsx"));

/**
 * The questionnaire of the answering page. SurveyJS asks the questions, in the browser alone; what
 * it gives is sent by a plain form, and the server decides. `refused` is an answer that came back.
 */
export function QuestionnaireForm({
  questionnaire,
  draftKey,
  submissionId,
  refused,
}: {
  questionnaire: Questionnaire;
  /** Tells the drafts of different codes apart. */
  draftKey: string;
  submissionId: string;
  refused: { answers?: Answers; faults: Problem[] } | undefined;
}) {
  const form = useRef<HTMLFormElement>(null);
  const [start, setStart] = useState<LocalDraft>();
  useEffect(() => {
    const draft = readLocalDraft(draftKey);
    setStart(
      refused?.answers
        ? { revision: 0, answers: refused.answers, page: draft?.page ?? 0 }
        : (draft ?? { revision: 0, answers: {}, page: 0 }),
    );
  }, [draftKey, submissionId, refused]);
  useEffect(() => {
    // A page that comes back from the browser's memory stands at "sending": start it afresh.
    const reload = (event: PageTransitionEvent) => event.persisted && location.reload();
    addEventListener("pageshow", reload);
    return () => removeEventListener("pageshow", reload);
  }, []);

  function send(answers: Answers) {
    const fields = form.current?.elements;
    const [id, text] = [fields?.namedItem("submissionId"), fields?.namedItem("answers")];
    if (!(id instanceof HTMLInputElement && text instanceof HTMLInputElement)) return;
    id.value = submissionId;
    text.value = JSON.stringify(answers);
    form.current?.submit();
  }

  const waiting = <p role="status">調査票を読み込んでいます…</p>;
  return (
    <section aria-label="調査票" className="questionnaire">
      <WithoutScript />
      <form method="post" encType="multipart/form-data" ref={form} hidden>
        <input type="hidden" name="submissionId" />
        <input type="hidden" name="answers" />
      </form>
      <Suspense fallback={waiting}>
        {start ? (
          <SurveyJS
            questionnaire={questionnaire}
            answers={start.answers}
            page={start.page}
            locale="ja"
            onChange={(answers, page) => keepLocalDraft(draftKey, { revision: 0, answers, page })}
            onSend={send}
          />
        ) : (
          <div className="needs-script">{waiting}</div>
        )}
      </Suspense>
    </section>
  );
}
