import type { Problem } from "#app/domain/problem.ts";
import type { SurveyState } from "#app/domain/survey/admission.ts";
import { href } from "#app/routes.ts";
import { Button } from "../../button.tsx";
import { TextField } from "../../field.tsx";
import { Notice } from "../../notice.tsx";
import { LetterChoiceForm, type StratumChoice } from "./choice-form.tsx";
import { MailingTable, type ShownMailing } from "./mailing-table.tsx";
import { type ReturnedFirm, ReturnedForm, ReturnedList } from "./returned-mail.tsx";
import { LetterWordsForm } from "./words-form.tsx";

/** A survey's letters: what they say, whom they go to, what came back, what was sent. */
export function LettersOverview({
  survey: { slug, state, closesOn },
  letterText,
  contact,
  today,
  counts,
  strata,
  returned,
  mailings,
  jobs,
  values,
  problems,
}: {
  survey: { slug: string; state: SurveyState; closesOn: string | null };
  letterText: string;
  contact: string;
  today: string;
  counts: { withoutCode: number; unanswered: number };
  strata: StratumChoice[];
  returned: ReturnedFirm[];
  mailings: ShownMailing[];
  jobs: string[];
  values: Record<string, string>;
  problems: readonly Problem[];
}) {
  const letters = href("deskLetters", { survey: slug });
  const closed = state === "closed";
  const nobody = counts.withoutCode + counts.unanswered === 0;
  return (
    <>
      {jobs.map((job) => (
        <Notice key={job}>
          <p>
            手紙を作っています。<a href={`${letters}?job=${job}`}>どこまで進んだかを見る</a>
          </p>
        </Notice>
      ))}
      {!closed && (
        <>
          <section aria-labelledby="words">
            <h2 id="words">依頼文</h2>
            {closesOn === null && (
              <Notice tone="warning">
                <p>締切日がありません。調査の設定で締切日を登録すると、見本を開けます。</p>
              </Notice>
            )}
            <LetterWordsForm
              slug={slug}
              letterText={letterText}
              contact={contact}
              open={state === "open"}
              values={values}
              problems={problems}
            />
          </section>
          <section aria-labelledby="making">
            <h2 id="making">手紙を作る</h2>
            {nobody ? (
              <p>手紙を送る事業者がありません。名簿を登録してください。</p>
            ) : (
              <LetterChoiceForm
                action={letters}
                counts={counts}
                open={state === "open"}
                strata={strata}
              />
            )}
            <h3>1者だけ作り直す</h3>
            <form method="get" action={letters} className="form">
              <input type="hidden" name="kind" value="reissue" />
              <TextField
                name="number"
                label="事業者番号"
                required
                maxLength={40}
                hint="コードをなくした事業者や、宛先の変わった事業者に、新しいコードの依頼状を作ります。次の画面で宛先を直せます。"
              />
              <Button look="secondary">宛先を確かめる</Button>
            </form>
          </section>
        </>
      )}
      <section aria-labelledby="returned">
        <h2 id="returned">戻った手紙</h2>
        {!closed && <ReturnedForm today={today} values={values} problems={problems} />}
        <ReturnedList slug={slug} returned={returned} closed={closed} />
      </section>
      <section aria-labelledby="mailings">
        <h2 id="mailings">作った手紙の記録</h2>
        <MailingTable slug={slug} mailings={mailings} />
      </section>
    </>
  );
}
