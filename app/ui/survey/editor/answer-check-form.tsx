import {
  type AnswerCheck,
  checkAt,
  checkLabels,
  nameSet,
  textFormOf,
  textForms,
  withKey,
  withTextForm,
} from "#app/domain/survey/editor/index.ts";
import { isJsonObject, type JsonObject, type JsonValue } from "#app/domain/survey/json.ts";
import { Labelled, Tick } from "./labelled.tsx";
import { NumberSetting } from "./number-setting.tsx";
import { TextSetting } from "./text-setting.tsx";

const limits: Readonly<Partial<Record<AnswerCheck, readonly (readonly [string, string])[]>>> = {
  numeric: [
    ["いくつ以上", "minValue"],
    ["いくつ以下", "maxValue"],
  ],
  text: [
    ["何字以上", "minLength"],
    ["何字まで", "maxLength"],
  ],
  answercount: [
    ["いくつ以上選ぶか", "minCount"],
    ["いくつまで選べるか", "maxCount"],
  ],
};

/** One check of an answer; what the editor has no form for is named and kept as it is. */
export function AnswerCheckForm({
  validator,
  name,
  onChange,
}: {
  validator: JsonValue;
  name: string;
  onChange: (validator: JsonObject, about: string) => void;
}) {
  const check = checkAt(validator);
  if (check === null || !isJsonObject(validator)) return <KeptAsIs {...{ validator, name }} />;
  return (
    <>
      <p>
        {name}：{checkLabels[check]}
      </p>
      {(limits[check] ?? []).map(([label, property]) => (
        <NumberSetting
          key={property}
          json={validator}
          names={[property]}
          label={`${name}：${label}`}
          onChange={onChange}
        />
      ))}
      {check === "regex" && <FormOfText {...{ validator, name, onChange }} />}
      <TextSetting
        json={validator}
        names={["text"]}
        label={`${name}：合わないときに出す言葉`}
        hint={check === "regex" ? undefined : "書かないときは、決まった言葉を出します。"}
        onChange={onChange}
      />
    </>
  );
}

function FormOfText({
  validator,
  name,
  onChange,
}: {
  validator: JsonObject;
  name: string;
  onChange: (validator: JsonObject, about: string) => void;
}) {
  const form = textFormOf(validator);
  const insensitive = nameSet(validator, ["caseInsensitive", "insensitive"]);
  return (
    <>
      <Labelled label={`${name}：答えの形`}>
        {(control) => (
          <select
            {...control}
            value={form?.label ?? ""}
            onChange={({ currentTarget: { value } }) => {
              const next = textForms.find(({ label }) => label === value);
              onChange(
                next ? withTextForm(validator, next) : withKey(validator, "regex", ""),
                "form",
              );
            }}
          >
            {textForms.map(({ label }) => (
              <option key={label} value={label}>
                {label}
              </option>
            ))}
            <option value="">そのほか（正規表現で書く）</option>
          </select>
        )}
      </Labelled>
      {form === undefined && (
        <>
          <Labelled
            label={`${name}：正規表現`}
            hint="文字の形を記号で表したものです。たとえば ^[0-9]{7}$ は、半角の数字7桁です。"
          >
            {(control) => (
              <input
                {...control}
                type="text"
                autoComplete="off"
                autoCapitalize="off"
                spellCheck={false}
                value={typeof validator.regex === "string" ? validator.regex : ""}
                onChange={({ currentTarget: { value } }) =>
                  onChange(withKey(validator, "regex", value), "regex")
                }
              />
            )}
          </Labelled>
          <Tick
            label={`${name}：英字の大文字と小文字を区別しない`}
            checked={validator[insensitive] === true}
            onChange={(on) => onChange(withKey(validator, insensitive, on || undefined), "case")}
          />
        </>
      )}
    </>
  );
}

function KeptAsIs({ validator, name }: { validator: JsonValue; name: string }) {
  const expression = isJsonObject(validator) ? validator.expression : undefined;
  return (
    <p>
      {name}：{expression === undefined ? "この画面では直せない検査" : "式による検査"}です。
      そのまま保存されます。
      {typeof expression === "string" && (
        <>
          <br />
          <code>{expression}</code>
        </>
      )}
    </p>
  );
}
