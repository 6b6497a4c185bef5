import { href } from "#app/routes.ts";
import { Button } from "../button.tsx";
import { DeskSurveyFields } from "./desk-fields.tsx";
import type { DeskSurveyProps } from "./desk-survey.tsx";

/** Step 1: what the survey asks. It can be replaced until the survey opens. */
export function DeskQuestionnaire({
  survey,
  questions,
  pages,
  definition,
  values,
  problems,
}: DeskSurveyProps) {
  const { slug, title, closesOn, state } = survey;
  const typed = values.intent === "questionnaire" ? values : undefined;
  return (
    <>
      <p>
        {pages}ページ、{questions}問です。
        <a href={href("deskSurveyPreview", { survey: slug })}>調査票をプレビューする</a>
      </p>
      {state === "preparing" ? (
        <details open={typed !== undefined}>
          <summary>調査票、名称、締切日を直す</summary>
          <form method="post" encType="multipart/form-data" className="form">
            <DeskSurveyFields
              values={typed ?? { title, closesOn: closesOn ?? "", definition }}
              problems={problems}
            />
            <Button name="intent" value="questionnaire" look="secondary">
              調査票を登録し直す
            </Button>
          </form>
        </details>
      ) : (
        <>
          <p className="soft">受付を始めたため、調査票と締切日は変えられません。</p>
          {typed && (
            <details>
              <summary>入力した調査票の文（登録していません）</summary>
              <pre className="lines">{typed.definition}</pre>
            </details>
          )}
        </>
      )}
    </>
  );
}
