import type { StratumAxis } from "#app/domain/survey/strata/strata.ts";
import { Button } from "../../button.tsx";
import { RadioField } from "../../field.tsx";
import { firmsText } from "../desk-firms.ts";

/** By stratum, the categories that firms of the roster have, with how many could get which letter. */
export interface StratumChoice {
  axis: StratumAxis;
  label: string;
  categories: { category: string; withoutCode: number; unanswered: number }[];
}

/** Which letters to make and to whom, by plain GET: the next page counts and asks. */
export function LetterChoiceForm({
  action,
  counts,
  open,
  strata,
}: {
  action: string;
  counts: { withoutCode: number; unanswered: number };
  open: boolean;
  strata: StratumChoice[];
}) {
  const unanswered = firmsText(counts.unanswered);
  const reminders = [
    {
      value: "reminder",
      label: `督促状。コードは書かず、手元の依頼状を見てもらう（${unanswered}）`,
    },
    {
      value: "reminder-new",
      label: `督促状。新しいコードを書く。前のコードは使えなくなる（${unanswered}）`,
    },
  ];
  return (
    <form method="get" action={action} className="form full">
      <RadioField
        name="kind"
        label="作る手紙"
        required
        defaultValue={counts.withoutCode > 0 ? "invitation" : open ? "reminder" : undefined}
        options={[
          {
            value: "invitation",
            label: `依頼状。コードのない事業者に（${firmsText(counts.withoutCode)}）`,
          },
          ...(open ? reminders : []),
          {
            value: "reissue",
            label: `依頼状の再発行。ファイルをなくしたとき。前のコードは使えなくなる（${unanswered}）`,
          },
        ]}
      />
      <details className="fold">
        <summary>送り先を区分で絞る</summary>
        <p className="hint">
          選ばない区分は絞りません。かっこの中は、コードのない事業者と、コードがあって回答のない事業者の数です。
        </p>
        {strata.map(({ axis, label, categories }) => (
          <fieldset key={axis} className="field">
            <legend>{label}</legend>
            {categories.map(({ category, withoutCode, unanswered: left }) => (
              <label className="choice" key={category}>
                <input type="checkbox" name={axis} value={category} />
                <span>
                  {category}（{withoutCode.toLocaleString("ja-JP")}・{left.toLocaleString("ja-JP")}
                  ）
                </span>
              </label>
            ))}
          </fieldset>
        ))}
      </details>
      <Button>送り先を確かめる</Button>
      <p className="hint">
        次の画面で数を確かめてから作ります。回答した事業者と、手紙が戻った事業者には作りません。
      </p>
    </form>
  );
}
