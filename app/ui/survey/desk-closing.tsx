import { href } from "#app/routes.ts";
import { Button } from "../button.tsx";
import { Day, Moment } from "../date.tsx";
import { CheckField } from "../field.tsx";
import { Notice } from "../notice.tsx";
import type { DeskSurveyProps } from "./desk-survey.tsx";

/** Step 7: no answer is taken any more. */
export function DeskClosing({ survey, conduct, pastDeadline, closesItself }: DeskSurveyProps) {
  const { closedAt, closesOn, state, mode } = survey;
  if (closedAt) {
    return (
      <>
        <p>
          <Moment at={closedAt} time />
          に締め切りました。
        </p>
        <p>
          <a href={href("deskTexts", { survey: survey.slug })}>
            文章の回答を読み、公表するかどうかを決める
          </a>
        </p>
      </>
    );
  }
  if (state !== "open") return <p>受付を始めた後に、締め切ります。</p>;
  const waiting = conduct.keyedOnce + conduct.keyedTwice;
  return (
    <form method="post" className="form">
      <p>
        締め切ると、紙の回答も入力できなくなり、集計できるようになります。
        {mode === "anonymous" &&
          "回答は並べ替えられ、受付番号と書きかけの回答は消えます。元には戻せません。"}
        {closesItself && (
          <>
            ボタンを押さなくても、
            <Day date={closesItself} />
            を過ぎると自動で締め切ります。締切日から紙の回答を入力するための日を取ってあります。
          </>
        )}
      </p>
      {closesOn && !pastDeadline && (
        <Notice tone="warning">
          <p>
            依頼状の締切日（
            <Day date={closesOn} />
            ）はまだ過ぎていません。
          </p>
        </Notice>
      )}
      {waiting > 0 && (
        <Notice tone="warning">
          <p>
            入力の終わっていない紙の回答が{waiting}
            件あります。締め切ると、この回答は数えられません。
          </p>
        </Notice>
      )}
      <CheckField
        name="closeConfirmed"
        required
        label="締め切った後は、受付を再び始められないことを確かめました"
      />
      <Button name="intent" value="close" look="danger">
        締め切る
      </Button>
    </form>
  );
}
