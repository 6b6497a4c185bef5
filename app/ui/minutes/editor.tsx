import { useEffect, useState } from "react";
import type { Problem } from "#app/domain/problem.ts";
import type { Viewer } from "#app/domain/viewer.ts";
import { Button } from "#app/ui/button.tsx";
import { RadioField, TextArea, TextField } from "#app/ui/field.tsx";
import { type CorrectedVersion, MinutesPreview } from "./preview.tsx";

/** How long typing must rest before the preview follows, in milliseconds. */
const rest = 300;

/** What the editor's fields hold. */
export interface EditorValues {
  source: string;
  reason: string;
  audience: string;
  /** The state of the minutes that the form was filled from. */
  base: string;
}

/**
 * The form for minutes beside their preview. The preview follows the typing where scripts run;
 * without them the button 「プレビュー」 brings it.
 */
export function MinutesEditor({
  meeting,
  viewer,
  values,
  problems,
  published,
  nextUtterance,
}: {
  meeting: number;
  viewer: Viewer;
  values: EditorValues;
  problems: readonly Problem[];
  published?: CorrectedVersion;
  nextUtterance: number;
}) {
  const [typed, setTyped] = useState(values.source);
  const source = useRested(typed, rest);
  const isCorrection = published !== undefined;
  return (
    <div className="editor">
      <form method="post" encType="multipart/form-data" className="form full">
        <input type="hidden" name="base" value={values.base} />
        <TextArea
          name="source"
          label="会議録の文（Markdown）"
          hint="発言は「**会長**　」のように始め、段落は空の行で分けます。公開しない部分は「:::非公開 理由」と「:::」の行で囲みます。"
          className="source"
          required
          spellCheck={false}
          defaultValue={values.source}
          onChange={(event) => setTyped(event.target.value)}
          problems={problems}
        />
        <TextField
          name="file"
          type="file"
          accept=".md,.txt,text/markdown,text/plain"
          label="ファイルから読み込む"
          hint="Markdown のファイル（UTF-8）。選んでからボタンを押すと、上の文の代わりに読み込みます。"
          problems={problems}
        />
        {isCorrection && (
          <TextArea
            name="reason"
            label="訂正の理由"
            hint="公表するときに必要です。理由は、訂正の内容とともに公表されます。"
            rows={3}
            defaultValue={values.reason}
            problems={problems}
          />
        )}
        <RadioField
          name="audience"
          label={isCorrection ? "訂正を見せる相手" : "会議録を見せる相手"}
          hint="公表するときに選んでください。公表した文は変えられません。誤りは、理由を付けた訂正として直します。"
          defaultValue={values.audience}
          problems={problems}
          options={[
            { value: "members", label: "先に委員だけに見せる（後で公表できます）" },
            { value: "public", label: "公表する（だれでも読めます）" },
          ]}
        />
        <div className="buttons">
          <Button look="secondary" name="intent" value="preview">
            プレビュー
          </Button>
          <Button look="secondary" name="intent" value="save">
            下書きを保存する
          </Button>
          <Button name="intent" value="publish">
            {isCorrection ? "訂正を公表する" : "公表する"}
          </Button>
        </div>
      </form>
      <MinutesPreview
        meeting={meeting}
        source={source}
        viewer={viewer}
        published={published}
        nextUtterance={nextUtterance}
      />
    </div>
  );
}

/** A value that follows another one once that has not changed for `ms` milliseconds. */
function useRested<T>(value: T, ms: number): T {
  const [rested, setRested] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setRested(value), ms);
    return () => clearTimeout(timer);
  }, [value, ms]);
  return rested;
}
