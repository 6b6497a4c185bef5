import { nameSet, type Setting, withKey } from "#app/domain/survey/editor/index.ts";
import type { JsonObject } from "#app/domain/survey/json.ts";
import { ChecksSetting } from "./checks-setting.tsx";
import { FieldsSetting } from "./fields-setting.tsx";
import { ItemsSetting } from "./items-setting.tsx";
import { Labelled, Tick } from "./labelled.tsx";
import { NumberSetting } from "./number-setting.tsx";
import { StoredValueSetting } from "./stored-value-setting.tsx";
import { TextSetting } from "./text-setting.tsx";

/** One setting of a question, of whatever kind. */
export function SettingField({
  setting,
  json,
  onChange,
}: {
  setting: Setting;
  json: JsonObject;
  onChange: (json: JsonObject, about: string) => void;
}) {
  const common = { json, label: setting.label, hint: setting.hint, onChange };
  switch (setting.kind) {
    case "flag":
      return <Flag {...common} names={setting.names} />;
    case "special":
      return (
        <div className="field">
          <Flag {...common} names={setting.names} />
          {json[nameSet(json, setting.names)] === true && (
            <TextSetting
              {...common}
              names={[setting.text]}
              label={`表示する言葉（書かないときは「${setting.usual}」）`}
            />
          )}
        </div>
      );
    case "number":
      return <NumberSetting {...common} names={setting.names} />;
    case "date": {
      const name = nameSet(json, setting.names);
      return (
        <Labelled label={setting.label}>
          {(control) => (
            <input
              {...control}
              type="date"
              className="short"
              value={String(json[name] ?? "")}
              onChange={({ currentTarget: { value } }) =>
                onChange(withKey(json, name, value === "" ? undefined : value), name)
              }
            />
          )}
        </Labelled>
      );
    }
    case "pick": {
      const name = nameSet(json, setting.names);
      const [usual] = setting.options;
      return (
        <Labelled label={setting.label}>
          {(control) => (
            <select
              {...control}
              value={String(json[name] ?? usual?.value)}
              onChange={({ currentTarget: { value } }) => {
                const isUsual = value === usual?.value && json[name] === undefined;
                onChange(withKey(json, name, isUsual ? undefined : value), name);
              }}
            >
              {setting.options.map(({ value, label }) => (
                <option key={value} value={value}>
                  {label}
                </option>
              ))}
            </select>
          )}
        </Labelled>
      );
    }
    case "text":
      return <TextSetting {...common} names={setting.names} lines={setting.lines ?? false} />;
    case "items":
      return <ItemsSetting {...common} {...setting} />;
    case "fields":
      return <FieldsSetting {...common} />;
    case "value":
      return <StoredValueSetting {...common} names={setting.names} usual={setting.usual} />;
    case "checks":
      return <ChecksSetting {...common} />;
  }
}

function Flag({
  json,
  names,
  label,
  onChange,
}: {
  json: JsonObject;
  names: readonly string[];
  label: string;
  onChange: (json: JsonObject, about: string) => void;
}) {
  const name = nameSet(json, names);
  return (
    <Tick
      label={label}
      checked={json[name] === true}
      onChange={(checked) => onChange(withKey(json, name, checked ? true : undefined), name)}
    />
  );
}
