import { paperEndings } from "#app/domain/papers/paper-file.ts";
import type { Problem } from "#app/domain/problem.ts";
import { Button } from "#app/ui/button.tsx";
import { RadioField, TextField } from "#app/ui/field.tsx";

/** The form that lays a paper before a meeting. */
export function PaperUpload({
  values,
  problems,
}: {
  values: Partial<Record<string, string>>;
  problems: readonly Problem[];
}) {
  return (
    <form method="post" encType="multipart/form-data" className="form">
      <TextField
        name="number"
        label="番号"
        hint="例：資料1、参考資料2-1、次第"
        required
        className="short"
        autoComplete="off"
        defaultValue={values.number}
        problems={problems}
      />
      <TextField
        name="paperTitle"
        label="資料の名称"
        required
        autoComplete="off"
        defaultValue={values.paperTitle}
        problems={problems}
      />
      <TextField
        name="file"
        type="file"
        label="ファイル"
        hint={`${paperEndings.join("、")}（20 MB まで）。マクロを含むものは登録できません。`}
        required
        accept={[...paperEndings, ".jpeg"].join(",")}
        problems={problems}
      />
      <RadioField
        name="audience"
        label="見せる相手"
        hint="登録した資料は、差し替えも削除もできません。直した資料は、別の番号で登録してください。"
        required
        defaultValue={values.audience}
        problems={problems}
        options={[
          { value: "members", label: "委員のみ（後で公表できます）" },
          { value: "public", label: "公表する（だれでも開けます）" },
        ]}
      />
      <Button name="intent" value="paper">
        資料を登録する
      </Button>
    </form>
  );
}
