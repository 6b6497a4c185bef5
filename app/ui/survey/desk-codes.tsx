import { href } from "#app/routes.ts";
import { Button, ButtonLink } from "../button.tsx";
import { CheckField } from "../field.tsx";
import { firmsText } from "./desk-firms.ts";

/** Step 3: one code a firm, given out once as a file; and new codes for who has not answered. */
export function DeskCodes({
  slug,
  firms,
  withCode,
  answered,
  closed,
}: {
  slug: string;
  firms: number;
  withCode: number;
  answered: number;
  closed: boolean;
}) {
  if (closed) return <p className="soft">締め切ったため、コードは発行できません。</p>;
  if (firms === 0) return <p>名簿を登録すると、コードを発行できます。</p>;
  const action = href("deskCodes", { survey: slug });
  const unanswered = firms - answered;
  return (
    <>
      <p>
        {firmsText(firms)}のうち{firmsText(withCode)}にコードを発行しています。
      </p>
      <p>
        <ButtonLink href={href("deskLetters", { survey: slug })}>
          依頼状・督促状を作る、戻った手紙を記録する
        </ButtonLink>
      </p>
      {withCode < firms && (
        <details>
          <summary>手紙を作らず、コードの一覧（CSV）だけを作る</summary>
          <form method="post" action={action} className="form">
            <p>
              1者に1つのコードを作り、宛名と一緒にCSVファイルで渡します。コードは保存しないので、
              <strong>後からもう一度見ることはできません</strong>
              。ファイルは、依頼文を印刷する人だけが見られる所に置いてください。
            </p>
            <Button name="whom" value="missing">
              コードを発行してCSVを保存する
            </Button>
            <p className="hint">
              保存したら、
              <a href={href("deskSurvey", { survey: slug })}>このページを開き直して</a>
              ください。
            </p>
          </form>
        </details>
      )}
      {withCode > 0 && unanswered > 0 && (
        <details>
          <summary>手紙を作らず、コードを再発行して一覧（CSV）だけを作る</summary>
          <form method="post" action={action} className="form">
            <p>
              まだ回答していない{firmsText(unanswered)}に新しいコードを作り、CSVファイルで渡します。
              <strong>前に渡したコードは、すぐに使えなくなります。</strong>
              回答済みの事業者のコードは変わりません。
            </p>
            <CheckField
              name="reissueConfirmed"
              required
              label={`${firmsText(unanswered)}の前のコードが使えなくなることを確かめました`}
            />
            <Button name="whom" value="unanswered" look="danger">
              再発行してCSVを保存する
            </Button>
          </form>
        </details>
      )}
      {withCode > 0 && unanswered === 0 && <p>すべての事業者が回答しました。</p>}
    </>
  );
}
