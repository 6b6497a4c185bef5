import { href } from "#app/routes.ts";
import { Button } from "../button.tsx";
import { Day } from "../date.tsx";
import { TextField } from "../field.tsx";
import { firmsText } from "./desk-firms.ts";
import type { DeskSurveyProps } from "./desk-survey.tsx";
import { ResponseRateView } from "./response-rate.tsx";
import { ResponsesByDayView } from "./responses-by-day.tsx";

/** Step 6: how many have answered and on which way, the paper answers, a later deadline. */
export function DeskAnswers({ survey, conduct, rate, days, values, problems }: DeskSurveyProps) {
  const { slug, state, closesOn, remindsOn } = survey;
  const marks = [
    ...(remindsOn ? [{ date: remindsOn, label: "督促" }] : []),
    ...(closesOn ? [{ date: closesOn, label: "締切" }] : []),
  ];
  if (state === "preparing" || !rate) return <p>受付を始めると、回収率が出ます。</p>;
  const { onPaper, keyedOnce, keyedTwice } = conduct;
  return (
    <>
      {state === "open" && (
        <p>
          受付中に分かるのは、どれだけ回答があったかだけです。ウェブの回答の内容は、だれも見られません。
        </p>
      )}
      <p>
        回答は{firmsText(rate.overall.complete)}、うち紙の回答は{firmsText(onPaper)}です。
        {keyedOnce > 0 && `もう1人の入力を待つ紙の回答が${keyedOnce}件あります。`}
        {keyedTwice > 0 && `2人の入力が違う紙の回答が${keyedTwice}件あります。`}
      </p>
      {state === "open" && (
        <p>
          <a href={href("deskPaperAnswers", { survey: slug })}>紙の回答を入力する</a>
        </p>
      )}
      {state === "open" && (
        <details open={values.intent === "extend"}>
          <summary>締切日を延ばす</summary>
          <form method="post" className="form">
            <p>
              今の締切日は{closesOn ? <Day date={closesOn} /> : "未定"}
              です。延ばすと、公開のページに理由と一緒に載ります。早めることと、取り消すことはできません。依頼状に刷った日付は変わりません。
            </p>
            <TextField
              name="extendedTo"
              type="date"
              label="新しい締切日"
              required
              className="short"
              defaultValue={values.extendedTo}
              problems={problems}
            />
            <TextField
              name="reason"
              label="延ばす理由"
              hint="公開のページに載ります。"
              required
              maxLength={200}
              autoComplete="off"
              defaultValue={values.reason}
              problems={problems}
            />
            <Button name="intent" value="extend" look="secondary">
              締切日を延ばす
            </Button>
          </form>
        </details>
      )}
      <section aria-labelledby="response-rate">
        <h3 id="response-rate">回収率（{rate.definition}）</h3>
        {days && <ResponsesByDayView days={days} marks={marks} />}
        <ResponseRateView rate={rate} />
      </section>
    </>
  );
}
