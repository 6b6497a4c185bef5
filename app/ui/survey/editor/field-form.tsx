import { withKey } from "#app/domain/survey/editor/index.ts";
import type { JsonObject } from "#app/domain/survey/json.ts";
import { ChecksSetting } from "./checks-setting.tsx";
import { Labelled, Tick } from "./labelled.tsx";
import { NumberSetting } from "./number-setting.tsx";
import { TextSetting } from "./text-setting.tsx";

const inputs = [
  ["text", "文"],
  ["number", "数"],
  ["date", "日付"],
  ["email", "メールアドレス"],
  ["tel", "電話番号"],
  ["url", "ホームページのアドレス"],
] as const;

/** One field of a question that has several: its name, what goes in, and its limits. */
export function FieldForm({
  item,
  index,
  onChange,
}: {
  item: JsonObject;
  index: number;
  onChange: (item: JsonObject, about: string) => void;
}) {
  const name = `欄${index + 1}`;
  const takesText = item.inputType !== "number" && item.inputType !== "date";
  const checked = Array.isArray(item.validators) && item.validators.length > 0;
  return (
    <>
      <TextSetting json={item} names={["title"]} label={`${name}の名前`} onChange={onChange} />
      <Labelled label={`${name}に入力するもの`}>
        {(control) => (
          <select
            {...control}
            value={String(item.inputType ?? "text")}
            onChange={({ currentTarget: { value } }) =>
              onChange(withKey(item, "inputType", value === "text" ? undefined : value), "input")
            }
          >
            {inputs.map(([value, label]) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </select>
        )}
      </Labelled>
      <div className="field">
        <Tick
          label={`${name}に必ず答えてもらう`}
          checked={item.isRequired === true}
          onChange={(on) => onChange(withKey(item, "isRequired", on || undefined), "required")}
        />
      </div>
      {(takesText || item.maxLength !== undefined) && (
        <NumberSetting
          json={item}
          names={["maxLength"]}
          label={`${name}の字数の上限`}
          onChange={onChange}
        />
      )}
      {(item.inputType !== "date" || checked) && (
        <ChecksSetting json={item} label={`${name}の答えの検査`} of={name} onChange={onChange} />
      )}
    </>
  );
}
