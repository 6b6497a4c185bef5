import type { AnswerInWords } from "#app/domain/survey/answers-in-words.ts";
import { href } from "#app/routes.ts";
import { Button, ButtonLink } from "../../button.tsx";
import { Page } from "../../page.tsx";
import { AnonymityList } from "../anonymity-words.tsx";
import { AnswerCopy } from "../answer-copy.tsx";

export interface ReceiptPageProps {
  receiptNumber: string;
  survey: { title: string; slug: string; isSample: boolean; contact: string };
  /** What can and cannot be known of the answer. */
  words: string[];
  /** The answers; null where they can no longer be told from others, or lie elsewhere. */
  copy: AnswerInWords[] | null;
  /** An anonymous survey that has closed: no number leads to an answer any more. */
  untied: boolean;
}

/** What a contractor keeps: the receipt number, the copy, and what becomes of the answer. */
export function ReceiptPage({ receipt }: { receipt: ReceiptPageProps }) {
  const { receiptNumber, survey, words, copy, untied } = receipt;
  return (
    <Page
      title="回答を受け付けました"
      sample={survey.isSample}
      lead={`「${survey.title}」へのご協力、ありがとうございました。`}
    >
      <p className="receipt-number">
        <span>受付番号</span> <strong>{receiptNumber}</strong>
      </p>
      <ul className="prose">
        <li>
          この番号を控えてください。受付を確かめるときに使います。番号から事業者は分かりません。
        </li>
        <li>
          集計の結果は<a href={href("survey", { survey: survey.slug })}>この調査のページ</a>
          で公表します。
        </li>
        {survey.contact && <li>問い合わせ先：{survey.contact}</li>}
      </ul>
      {copy !== null && (
        <p className="no-print">
          <ButtonLink href={href("receiptPdf")} look="secondary">
            控えをPDFで保存する
          </ButtonLink>
        </p>
      )}
      <h2>回答の取扱い</h2>
      <AnonymityList sentences={words} />
      {copy === null ? <NoCopy untied={untied} /> : <AnswerCopy copy={copy} />}
      <section className="no-print" aria-labelledby="leaving">
        <h2 id="leaving">この端末をほかの人も使うとき</h2>
        <p>
          この控えは、この端末で24時間だけ開き直せます。次のボタンを押すと、この端末からすぐに消せます。
        </p>
        <form method="post" action={href("answerLeaving")}>
          <Button look="secondary" size="small">
            この端末から控えを消す
          </Button>
        </form>
      </section>
    </Page>
  );
}

function NoCopy({ untied }: { untied: boolean }) {
  return (
    <section aria-labelledby="copy">
      <h2 id="copy">回答の写し</h2>
      <p>
        {untied
          ? "この調査は締め切りました。匿名の調査なので、受付番号と回答のつながりを消しています。そのため、回答の写しは、だれも開けません。"
          : "回答の写しは、ここでは表示できません。紙で回答した場合などです。内容を確かめたいときは、事務局に連絡してください。"}
      </p>
    </section>
  );
}
