import type { Problem } from "#app/domain/problem.ts";
import { returnReasons } from "#app/domain/survey/letters/index.ts";
import { href } from "#app/routes.ts";
import { Button } from "../../button.tsx";
import { Day } from "../../date.tsx";
import { SelectField, TextArea, TextField } from "../../field.tsx";

/** A firm whose letter came back. */
export interface ReturnedFirm {
  number: string;
  name: string;
  postalCode: string;
  address: string;
  returnedOn: string | null;
  returnedReason: string | null;
  answered: boolean;
}

/** Notes letters that came back, several at once. */
export function ReturnedForm({
  today,
  values,
  problems,
}: {
  today: string;
  values: Record<string, string>;
  problems: readonly Problem[];
}) {
  return (
    <form method="post" className="form">
      <TextArea
        name="letters"
        label="戻った手紙"
        required
        rows={5}
        hint="封筒の窓に見える事業者番号を、1行に1つ入力してください。貼り付けもできます。中の手紙のコードや、QRコードを読み取った文字でも記録できます。"
        defaultValue={values.letters}
        problems={problems}
        autoComplete="off"
        spellCheck={false}
      />
      <SelectField
        name="reason"
        label="理由"
        required
        defaultValue={values.reason ?? returnReasons[0]}
        problems={problems}
      >
        {returnReasons.map((reason) => (
          <option key={reason} value={reason}>
            {reason}
          </option>
        ))}
      </SelectField>
      <TextField
        name="returnedOn"
        type="date"
        label="戻った日"
        required
        max={today}
        defaultValue={values.returnedOn ?? today}
        problems={problems}
      />
      <Button name="intent" value="returned">
        戻った手紙を記録する
      </Button>
    </form>
  );
}

/** The firms whose letters came back: a letter with the right address, or the note taken back. */
export function ReturnedList({
  slug,
  returned,
  closed,
}: {
  slug: string;
  returned: ReturnedFirm[];
  closed: boolean;
}) {
  if (returned.length === 0) return <p>戻った手紙の記録はありません。</p>;
  const caption = `手紙が戻った事業者（${returned.length.toLocaleString("ja-JP")}者）`;
  return (
    <section
      className="table-scroll"
      aria-label={caption}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to take the focus
      tabIndex={0}
    >
      <table className="letters-table">
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">事業者番号</th>
            <th scope="col">事業者名と宛先</th>
            <th scope="col">戻った日と理由</th>
            <th scope="col">次にすること</th>
          </tr>
        </thead>
        <tbody>
          {returned.map((firm) => (
            <tr key={firm.number}>
              <th scope="row">{firm.number}</th>
              <td>
                {firm.name}
                <br />〒{firm.postalCode}　{firm.address}
              </td>
              <td>
                {firm.returnedOn && <Day date={firm.returnedOn} />}
                <br />
                {firm.returnedReason}
              </td>
              <td>
                {firm.answered ? (
                  <p>回答済みです。</p>
                ) : (
                  !closed && (
                    <p>
                      <a
                        href={`${href("deskLetters", { survey: slug })}?${new URLSearchParams({ kind: "reissue", number: firm.number })}`}
                      >
                        {firm.name}の宛先を直して再発行する
                      </a>
                    </p>
                  )
                )}
                <form method="post">
                  <input type="hidden" name="number" value={firm.number} />
                  <Button
                    name="intent"
                    value="undo"
                    look="secondary"
                    size="small"
                    aria-label={`${firm.name}の記録を取り消す`}
                  >
                    記録を取り消す
                  </Button>
                </form>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
