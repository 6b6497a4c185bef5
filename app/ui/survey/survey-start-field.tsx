import type { Problem } from "#app/domain/problem.ts";
import { SelectField } from "../field.tsx";

/** What the questionnaire of a new survey begins from. */
export function SurveyStartField({
  surveys,
  start,
  problems,
}: {
  surveys: readonly { slug: string; title: string }[];
  start: string | undefined;
  problems: readonly Problem[];
}) {
  return (
    <SelectField
      name="start"
      label="調査票の作り方"
      hint="編集画面で作るときは、下のファイルと文の欄は使いません。"
      defaultValue={start ?? ""}
      problems={problems}
    >
      <option value="">下の欄のファイルか文を使う</option>
      <option value="empty">編集画面で新しく作る（問が1つの調査票から始めます）</option>
      {surveys.map(({ slug, title }) => (
        <option key={slug} value={slug}>
          編集画面で「{title}」の写しから作る
        </option>
      ))}
    </SelectField>
  );
}
