import type { Problem } from "#app/domain/problem.ts";
import { Button } from "#app/ui/button.tsx";
import { TextArea, TextField } from "#app/ui/field.tsx";

/** Label, note and text of a version. */
export function VersionForm({
  id,
  values,
  problems,
  submit,
  source,
  onSource,
}: {
  id: string;
  values: Record<string, string | undefined>;
  problems: readonly Problem[];
  submit: string;
  /** The text in the editor. */
  source: string;
  onSource: (source: string) => void;
}) {
  return (
    <form id={id} method="post" encType="multipart/form-data" className="form full">
      <TextField
        name="label"
        label="案の名前"
        hint="例：第3次案"
        required
        maxLength={40}
        defaultValue={values.label}
        problems={problems}
      />
      <TextArea
        name="note"
        label="説明"
        hint="前の案から何を変えたか、どの会議で話し合うかを書きます。案と一緒に公表します。"
        required
        rows={4}
        defaultValue={values.note}
        problems={problems}
      />
      <TextArea
        name="source"
        label="条例の本文"
        hint="題名から附則・別表まで。条は「第1条　…」、項は「2　…」、号は「(1)　…」、細分は「ア　…」、別表の列はタブで区切ります。"
        className="source"
        spellCheck={false}
        value={source}
        onChange={(event) => onSource(event.target.value)}
        problems={problems}
      />
      <TextField
        name="file"
        type="file"
        accept=".docx,.txt,.xml,application/vnd.openxmlformats-officedocument.wordprocessingml.document,text/plain,text/xml"
        label="ファイルから読み込む"
        hint="選んでからボタンを押すと、上の本文の代わりに読み込みます。Word（.docx）、テキスト（.txt：UTF-8 または Shift_JIS）、法令標準XML（.xml）。"
        problems={problems}
      />
      <div className="buttons">
        <Button look="secondary" name="intent" value="check" formNoValidate>
          本文を確かめる
        </Button>
        <Button name="intent" value="text">
          {submit}
        </Button>
      </div>
    </form>
  );
}
