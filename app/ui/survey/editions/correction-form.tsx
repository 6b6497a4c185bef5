import type { Problem } from "#app/domain/problem.ts";
import { Button } from "../../button.tsx";
import { TextArea, TextField } from "../../field.tsx";

/** The form that takes a corrected definition and asks what it would do. */
export function CorrectionForm({
  definition,
  problems,
}: {
  definition: string;
  problems: readonly Problem[];
}) {
  const faults = problems.filter(({ field }) => field === "definition").length;
  return (
    <form method="post" encType="multipart/form-data" className="form">
      <p>
        直した調査票を入れると、まず、回答や集計がどうなるかを示します。その画面で確かめて理由を書くまで、何も変わりません。
      </p>
      <TextField
        name="file"
        type="file"
        accept=".json,application/json"
        label="直した調査票のファイル"
        hint="SurveyJSの形式のJSON（UTF-8）です。選ぶと、下の欄の文の代わりに使います。"
        problems={problems}
      />
      <TextArea
        name="definition"
        label="調査票の文"
        hint="今の版が入っています。直す所だけを書き換えてください。"
        className="source"
        rows={18}
        wrap="off"
        spellCheck={false}
        defaultValue={definition}
        problems={
          faults > 0
            ? [
                {
                  message: `直す所が${faults}件あります。上の一覧を見てください。`,
                  field: "definition",
                },
              ]
            : []
        }
      />
      <Button name="intent" value="compare">
        どうなるかを確かめる
      </Button>
    </form>
  );
}
