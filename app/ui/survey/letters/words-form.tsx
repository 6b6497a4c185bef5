import type { Problem } from "#app/domain/problem.ts";
import { letterTextMaximum } from "#app/domain/survey/letters/index.ts";
import { href } from "#app/routes.ts";
import { Button } from "../../button.tsx";
import { TextArea } from "../../field.tsx";

/** The secretariat's own words in the letter, and letters to look at. */
export function LetterWordsForm({
  slug,
  letterText,
  contact,
  open,
  values,
  problems,
}: {
  slug: string;
  letterText: string;
  contact: string;
  open: boolean;
  values: Record<string, string>;
  problems: readonly Problem[];
}) {
  const specimen = (kind: string) =>
    `${href("deskLettersPdf", { survey: slug, job: "specimen" })}?kind=${kind}`;
  return (
    <>
      <form method="post" className="form">
        <TextArea
          name="letterText"
          label="依頼文"
          rows={10}
          maxLength={letterTextMaximum}
          hint="あいさつと趣旨を書いてください。段落は空の行で分けます。回答のしかた、締切、回答の取扱いは、自動で入ります。"
          defaultValue={values.letterText ?? letterText}
          problems={problems}
        />
        <TextArea
          name="contact"
          label="問い合わせ先"
          rows={3}
          maxLength={300}
          hint="課の名前、電話番号、受付時間を書いてください。"
          defaultValue={values.contact ?? contact}
          problems={problems}
        />
        <Button name="intent" value="text">
          依頼文を保存する
        </Button>
      </form>
      <p>保存した依頼文の見本（PDF）：</p>
      <ul>
        <li>
          <a href={specimen("invitation")}>依頼状の見本</a>
        </li>
        <li>
          <a href={specimen("reissue")}>再発行の依頼状の見本</a>
        </li>
        {open && (
          <>
            <li>
              <a href={specimen("reminder")}>督促状の見本（コードなし）</a>
            </li>
            <li>
              <a href={specimen("reminder-new")}>督促状の見本（新しいコード）</a>
            </li>
          </>
        )}
      </ul>
      <p>
        インターネットで回答できない事業者に送る
        <a href={href("deskPaperForm", { survey: slug })}>紙の調査票（PDF）</a>
      </p>
    </>
  );
}
