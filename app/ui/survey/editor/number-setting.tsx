import { useState } from "react";
import { nameSet, withKey } from "#app/domain/survey/editor/index.ts";
import type { JsonObject, JsonValue } from "#app/domain/survey/json.ts";
import { Labelled } from "./labelled.tsx";

/**
 * A number, or nothing. What is no number goes into the definition as it was typed: the check then
 * says so, and nothing typed is lost.
 */
export function NumberSetting({
  json,
  names,
  label,
  hint,
  onChange,
}: {
  json: JsonObject;
  names: readonly string[];
  label: string;
  hint?: string | undefined;
  onChange: (json: JsonObject, about: string) => void;
}) {
  const name = nameSet(json, names);
  const value = json[name];
  const [typed, setTyped] = useState("");
  // 「1.」 is on the way to 1.5: what is typed stays as long as it means what is kept.
  const shown = numberFrom(typed) === value ? typed : value === undefined ? "" : String(value);
  return (
    <Labelled label={label} hint={hint}>
      {(control) => (
        <input
          {...control}
          type="text"
          inputMode="decimal"
          className="short"
          autoComplete="off"
          value={shown}
          onChange={({ currentTarget }) => {
            setTyped(currentTarget.value);
            onChange(withKey(json, name, numberFrom(currentTarget.value)), name);
          }}
        />
      )}
    </Labelled>
  );
}

function numberFrom(typed: string): JsonValue | undefined {
  const plain = typed.normalize("NFKC").replaceAll(",", "").trim();
  if (plain === "") return undefined;
  const number = Number(plain);
  return Number.isFinite(number) ? number : typed;
}
