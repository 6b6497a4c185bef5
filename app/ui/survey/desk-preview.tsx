import { lazy, Suspense, useEffect, useState } from "react";
import type { Questionnaire } from "#app/domain/survey/questionnaire.ts";
import { Button } from "../button.tsx";
import { Notice } from "../notice.tsx";

const SurveyJS = lazy(() => import("./script/surveyjs.tsx"));

/** The questionnaire as contractors fill it in. What is entered stays in the browser and is dropped. */
export function DeskPreview({ questionnaire }: { questionnaire: Questionnaire }) {
  const [state, setState] = useState<"loading" | "asking" | "finished">("loading");
  useEffect(() => setState("asking"), []);
  const waiting = <p role="status">調査票を読み込んでいます…</p>;
  return (
    <section aria-label="調査票" className="questionnaire desk-preview">
      <noscript>
        <p>画面の見え方を確かめるには、JavaScriptが要ります。問の内容は、下の一覧で読めます。</p>
      </noscript>
      <Suspense fallback={waiting}>
        {state === "loading" && <div className="needs-script">{waiting}</div>}
        {state === "asking" && (
          <SurveyJS
            questionnaire={questionnaire}
            answers={{}}
            page={0}
            locale="ja"
            onSend={() => setState("finished")}
          />
        )}
        {state === "finished" && (
          <>
            <Notice tone="success">
              <p>
                最後まで入力しました。これはプレビューなので、何も送信せず、保存もしていません。事業者には、ここで受付番号と回答の写しが表示されます。
              </p>
            </Notice>
            <Button type="button" look="secondary" onClick={() => setState("asking")}>
              もう一度はじめから見る
            </Button>
          </>
        )}
      </Suspense>
    </section>
  );
}
