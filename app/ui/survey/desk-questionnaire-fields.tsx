import type { Problem } from "#app/domain/problem.ts";
import { TextArea, TextField } from "../field.tsx";

/** The fields of a questionnaire: the survey's title, and the definition as text or file. */
export function DeskQuestionnaireFields({
  values,
  problems,
}: {
  values: { title?: string; definition?: string };
  problems: readonly Problem[];
}) {
  return (
    <>
      <TextField
        name="title"
        label="調査の名称"
        hint="依頼文、回答の画面、公表する集計に載ります。"
        required
        maxLength={200}
        autoComplete="off"
        defaultValue={values.title}
        problems={problems}
      />
      <TextField
        name="file"
        type="file"
        accept=".json,application/json"
        label="調査票のファイル"
        hint="SurveyJSの形式のJSON（UTF-8）です。選ぶと、下の欄の文の代わりに使います。"
        problems={problems}
      />
      <TextArea
        name="definition"
        label="調査票の文"
        hint="SurveyJSの形式のJSONです。ファイルを選ばないときは、この欄に書きます。"
        className="source"
        rows={18}
        wrap="off"
        spellCheck={false}
        defaultValue={values.definition}
        problems={withoutPlaces(problems)}
      />
    </>
  );
}

/** Many faults stand in the list above; below the field one sentence is enough. */
function withoutPlaces(problems: readonly Problem[]): Problem[] {
  const faults = problems.filter(({ field }) => field === "definition");
  if (faults.length === 0) return [];
  const message = `調査票に直す所が${faults.length}件あります。上の一覧を見て直してください。`;
  return [{ message, field: "definition" }];
}
