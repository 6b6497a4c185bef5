import type { Problem } from "#app/domain/problem.ts";
import type { SurveyState } from "#app/domain/survey/admission.ts";
import { choiceOf, type LetterKind, letterKindLabels } from "#app/domain/survey/letters/index.ts";
import { href } from "#app/routes.ts";
import { Button } from "../../button.tsx";
import { Day } from "../../date.tsx";
import { CheckField } from "../../field.tsx";
import { Notice } from "../../notice.tsx";
import { firmsText } from "../desk-firms.ts";
import { AddressFields } from "./address-fields.tsx";
import type { ReturnedFirm } from "./returned-mail.tsx";

const nobody = {
  nobody: "条件に合う事業者がありません。区分を選び直してください。",
  "unknown-firm": "その事業者番号は名簿にありません。番号を確かめてください。",
  answered: "その事業者はすでに回答しています。新しいコードは作れません。",
} as const;

/** Before letters are made: how many, what dies with them, which addresses to mend. */
export function LettersConfirmation({
  survey: { slug, state, closesOn },
  kind,
  withCodes,
  withoutContact,
  dying,
  fields,
  to,
  firms,
  tooMany,
  why,
  one,
  cautions,
  cautionCount,
  values,
  problems,
}: {
  survey: { slug: string; state: SurveyState; closesOn: string | null };
  kind: LetterKind;
  withCodes: boolean;
  withoutContact: boolean;
  dying: number;
  fields: [string, string][];
  to: string;
  firms: number;
  tooMany: boolean;
  why: keyof typeof nobody | undefined;
  one: ReturnedFirm | undefined;
  cautions: { number: string; name: string; message: string }[];
  cautionCount: number;
  values: Record<string, string>;
  problems: readonly Problem[];
}) {
  const label = letterKindLabels[kind];
  const back = <a href={href("deskLetters", { survey: slug })}>手紙の画面へ戻る</a>;
  if (why !== undefined) {
    return (
      <p>
        {nobody[why]}
        {back}
      </p>
    );
  }
  const specimen = href("deskLettersPdf", { survey: slug, job: "specimen" });
  return (
    <>
      <dl className="facts">
        <dt>手紙</dt>
        <dd>
          {label}（<a href={`${specimen}?kind=${choiceOf({ kind, withCodes })}`}>見本のPDFを開く</a>
          ）
        </dd>
        <dt>送り先</dt>
        <dd>{to}</dd>
        <dt>数</dt>
        <dd>
          <strong>{firmsText(firms)}</strong>
        </dd>
        <dt>締切</dt>
        <dd>{closesOn ? <Day date={closesOn} /> : "未定（調査の設定で登録してください）"}</dd>
        <dt>コード</dt>
        <dd>{withCodes ? "新しいコードを1者に1つ作ります。" : "手紙には書きません。"}</dd>
      </dl>
      {dying > 0 && (
        <Notice tone="warning">
          <p>
            {firmsText(dying)}
            の前のコードは、手紙ができた時に使えなくなります。途中で失敗したときは、前のコードのままです。
          </p>
        </Notice>
      )}
      {withoutContact && (
        <Notice tone="warning">
          <p>
            問い合わせ先がありません。
            <a href={`${href("deskLetters", { survey: slug })}#contact`}>依頼文の欄</a>
            に書いてから作ってください。
          </p>
        </Notice>
      )}
      {state === "preparing" && (
        <p>
          受付の開始前です。匿名か記名か、締切日、問い合わせ先を変えると、作った手紙と合わなくなります。先に決めてください。
        </p>
      )}
      {cautionCount > 0 && (
        <section aria-labelledby="cautions">
          <h2 id="cautions">宛名の注意（{cautionCount.toLocaleString("ja-JP")}件）</h2>
          <ul>
            {cautions.map(({ number, name, message }) => (
              <li key={`${number}-${message}`}>
                {number}　{name}：{message}
              </li>
            ))}
          </ul>
          {cautionCount > cautions.length && <p>はじめの{cautions.length}件を示しました。</p>}
        </section>
      )}
      {tooMany ? (
        <p>一度に作れる数を超えています。区分で絞って、分けて作ってください。{back}</p>
      ) : (
        <form method="post" className="form">
          {fields.map(([name, value]) => (
            <input type="hidden" key={`${name}-${value}`} name={name} value={value} />
          ))}
          {one && <AddressFields firm={one} values={values} problems={problems} />}
          {withCodes && kind !== "invitation" && (
            <CheckField
              name="codesConfirmed"
              required
              label="前のコードが使えなくなることを確かめました"
            />
          )}
          <Button name="intent" value="begin" look={dying > 0 ? "danger" : "primary"}>
            {label}を{firms.toLocaleString("ja-JP")}通作る
          </Button>
          <p className="hint">{back}</p>
        </form>
      )}
    </>
  );
}
