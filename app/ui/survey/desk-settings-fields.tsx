import type { Problem } from "#app/domain/problem.ts";
import { anonymityWords } from "#app/domain/survey/anonymity.ts";
import { letterTextMaximum } from "#app/domain/survey/letters/default-text.ts";
import { RadioField, TextArea, TextField } from "../field.tsx";

/** The values of the settings as the form shows them. */
export interface SettingsValues {
  mode?: string;
  threshold?: string;
  opensOn?: string;
  remindsOn?: string;
  closesOn?: string;
  contact?: string;
  letterText?: string;
}

/** The fields of how a survey is conducted: its mode, its dates, whom to ask, the letter's words. */
export function DeskSettingsFields({
  values,
  problems,
}: {
  values: SettingsValues;
  problems: readonly Problem[];
}) {
  const { mode = "anonymous", threshold = "3" } = values;
  const of = (chosen: "anonymous" | "named") => anonymityWords(chosen, { threshold: 3 });
  return (
    <>
      <RadioField
        name="mode"
        label="匿名か記名か"
        hint="受付を始めた後は変えられません。依頼状、回答の画面、結果に、この方法でできることとできないことを書きます。"
        required
        options={(["anonymous", "named"] as const).map((value) => ({
          value,
          label: (
            <>
              {of(value).label}
              <span className="soft">　{of(value).summary}</span>
            </>
          ),
        }))}
        defaultValue={mode}
        problems={problems}
      />
      <TextField
        name="threshold"
        label="同じ区分の事業者の数（匿名のとき）"
        hint="業種や規模などの組合せが、名簿にこの数だけあるように区分をまとめます。ふつうは3です。"
        required
        inputMode="numeric"
        maxLength={3}
        autoComplete="off"
        className="short"
        defaultValue={threshold}
        problems={problems}
      />
      <TextField
        name="opensOn"
        type="date"
        label="受付を始める日"
        hint="名簿とコードがそろっていれば、この日に自動で始まります。空なら、ボタンで始めます。"
        className="short"
        defaultValue={values.opensOn}
        problems={problems}
      />
      <TextField
        name="remindsOn"
        type="date"
        label="督促状を出す日"
        hint="この日が来ると、事務局の画面で知らせます。督促状は自動では送りません。"
        className="short"
        defaultValue={values.remindsOn}
        problems={problems}
      />
      <TextField
        name="closesOn"
        type="date"
        label="締切日"
        hint="ウェブの回答は、この日の終わりまで受け付けます。依頼状と回答の画面に載ります。"
        required
        className="short"
        defaultValue={values.closesOn}
        problems={problems}
      />
      <TextArea
        name="contact"
        label="問い合わせ先"
        hint="課名と電話番号です。依頼状と回答の画面に載ります。"
        rows={2}
        maxLength={200}
        defaultValue={values.contact}
        problems={problems}
      />
      <TextArea
        name="letterText"
        label="依頼状の文"
        hint={`空なら、標準の文を使います。段落の間は1行空けます。${letterTextMaximum.toLocaleString("ja-JP")}字までです。`}
        rows={10}
        maxLength={letterTextMaximum}
        defaultValue={values.letterText}
        problems={problems}
      />
    </>
  );
}
