import { Button } from "../../button.tsx";
import { CheckField } from "../../field.tsx";
import { firmsText } from "../desk-firms.ts";

/** The last step: the roster is imported whole, or thrown away. */
export function RosterConfirmation({
  upload,
  ready,
  firms,
  withCode,
}: {
  upload: string;
  ready: boolean;
  firms: number;
  withCode: number;
}) {
  return (
    <>
      <h2 id="confirmation">登録</h2>
      {ready ? (
        <form method="post" className="form">
          <input type="hidden" name="upload" value={upload} />
          {withCode > 0 && (
            <CheckField
              name="rosterConfirmed"
              required
              label={`名簿を差し替えると、発行したコード（${firmsText(withCode)}分）がすべて使えなくなることを確かめました`}
            />
          )}
          <Button name="intent" value="import">
            {firmsText(firms)}を登録する
          </Button>
        </form>
      ) : (
        <p>直す所があるため、まだ登録できません。今の名簿は変わっていません。</p>
      )}
      <form method="post" className="form">
        <input type="hidden" name="upload" value={upload} />
        <p className="hint">
          確認中のファイルは、登録するか取りやめると消えます。そのままにすると、1日で消えます。
        </p>
        <Button name="intent" value="discard" look="secondary">
          取りやめる
        </Button>
      </form>
    </>
  );
}
