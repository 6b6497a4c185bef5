import { nameSet, typedValue, withStoredValue } from "#app/domain/survey/editor/index.ts";
import type { JsonObject } from "#app/domain/survey/json.ts";
import { Labelled } from "./labelled.tsx";

/** What is stored for an answer, where it is not the usual value. */
export function StoredValueSetting({
  json,
  names,
  label,
  hint,
  usual,
  onChange,
}: {
  json: JsonObject;
  names: readonly string[];
  label: string;
  hint?: string | undefined;
  usual: boolean;
  onChange: (json: JsonObject, about: string) => void;
}) {
  const name = nameSet(json, names);
  return (
    <Labelled label={label} hint={hint}>
      {(control) => (
        <input
          {...control}
          type="text"
          className="short"
          autoComplete="off"
          placeholder={String(usual)}
          value={typedValue(json[name])}
          onChange={({ currentTarget: { value } }) =>
            onChange(withStoredValue(json, name, value), name)
          }
        />
      )}
    </Labelled>
  );
}
