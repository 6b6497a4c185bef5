import { lazy, Suspense, useEffect, useMemo, useRef, useState } from "react";
import { readLeniently } from "#app/domain/survey/editor/index.ts";
import { isJsonObject, type JsonObject, type JsonValue } from "#app/domain/survey/json.ts";
import { homeLocale } from "#app/domain/survey/locales.ts";
import type { Questionnaire } from "#app/domain/survey/questionnaire.ts";
import { Button } from "../../button.tsx";
import { Tick } from "./labelled.tsx";

const SurveyJS = lazy(() => import("../script/surveyjs.tsx"));
const PlainTry = lazy(() => import("./plain-try.tsx"));

/** The questionnaire as contractors see it, as far as it is sound; it follows what is typed. */
export function Preview({
  questionnaire,
  sound,
  page,
  chosen,
}: {
  /** The newest sound questionnaire; undefined before there has been one. */
  questionnaire: Questionnaire | undefined;
  /** Whether it is the one being edited. */
  sound: boolean;
  /** Which of its pages to show, from 0. */
  page: number;
  /** The name of the question to bring into view. */
  chosen: string;
}) {
  const [plain, setPlain] = useState(true);
  const [all, setAll] = useState(true);
  const shown = useMemo(() => {
    if (!questionnaire || !all) return questionnaire;
    return readLeniently(withoutConditions(questionnaire.definition));
  }, [questionnaire, all]);
  const pages = (shown?.pages ?? []).slice(0, page).filter(({ questions }) => questions.length > 0);
  const key = useMemo(() => (shown ? JSON.stringify(shown.definition) : ""), [shown]);
  const at = pages.length;
  const frame = useRef<HTMLElement>(null);
  useEffect(() => {
    // The rendering is fetched when it is first wanted.
    const timer = setTimeout(() => bringIntoView(frame.current, chosen), 200);
    return () => clearTimeout(timer);
  });
  return (
    <section className="editor-preview" aria-labelledby="editor-preview" ref={frame}>
      <h2 id="editor-preview" tabIndex={-1}>
        プレビュー
      </h2>
      <fieldset className="editor-arrange">
        <legend className="visually-hidden">画面の種類</legend>
        <div className="buttons">
          {[true, false].map((kind) => (
            <Button
              key={String(kind)}
              type="button"
              look="secondary"
              size="small"
              aria-pressed={plain === kind}
              onClick={() => setPlain(kind)}
            >
              {kind ? "JavaScriptなしの画面" : "JavaScriptありの画面"}
            </Button>
          ))}
        </div>
      </fieldset>
      <Tick label="条件にかかわらず、すべての問を見る" checked={all} onChange={setAll} />
      {!sound && <p className="soft">直す所があるため、最後に正しかった内容を表示しています。</p>}
      {shown ? (
        <div className="desk-preview">
          <Suspense fallback={<p>プレビューを読み込んでいます…</p>}>
            {plain ? (
              <PlainTry key={`${at} ${key}`} questionnaire={shown} page={at} />
            ) : (
              <div className="questionnaire">
                <SurveyJS
                  key={`${at} ${key}`}
                  questionnaire={shown}
                  answers={{}}
                  page={at}
                  locale={homeLocale}
                  onSend={() => undefined}
                />
              </div>
            )}
          </Suspense>
        </div>
      ) : (
        <p>直す所を直すと、ここに表示します。</p>
      )}
    </section>
  );
}

/** Scrolls a frame that scrolls by itself, and nothing else, to a question. */
function bringIntoView(frame: HTMLElement | null, name: string): void {
  if (
    !frame ||
    frame.scrollHeight <= frame.clientHeight ||
    frame.contains(document.activeElement)
  ) {
    return;
  }
  const wanted = CSS.escape(name);
  const question = frame.querySelector(
    `[id="q.${wanted}"], [for="q.${wanted}"], [data-name="${wanted}"]`,
  );
  if (!question) return;
  const top = question.getBoundingClientRect().top - frame.getBoundingClientRect().top;
  frame.scrollTop += top - 96;
}

/** The definition with every question shown. */
function withoutConditions(definition: JsonObject): JsonObject {
  const strip = (value: JsonValue): JsonValue => {
    if (Array.isArray(value)) return value.map(strip);
    if (!isJsonObject(value)) return value;
    const entries = Object.entries(value).filter(([key]) => key !== "visibleIf");
    return Object.fromEntries(entries.map(([key, inner]) => [key, strip(inner)]));
  };
  const stripped = strip(definition);
  return isJsonObject(stripped) ? stripped : definition;
}
