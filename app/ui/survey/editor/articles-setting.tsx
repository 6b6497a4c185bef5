import { useState } from "react";
import { articlesFrom, withKey } from "#app/domain/survey/editor/index.ts";
import type { JsonObject } from "#app/domain/survey/json.ts";
import { useEditor } from "./editor-context.ts";
import { Labelled, Tick } from "./labelled.tsx";

/** The articles of the ordinance that a question bears on. */
export function ArticlesSetting({
  json,
  onChange,
}: {
  json: JsonObject;
  onChange: (json: JsonObject, about: string) => void;
}) {
  const { articles: known } = useEditor();
  const [typed, setTyped] = useState("");
  const labels = Array.isArray(json.articles) ? json.articles.map(String) : [];
  const shown = articlesFrom(typed).join() === labels.join() ? typed : labels.join("、");
  const set = (next: readonly string[]) =>
    onChange(withKey(json, "articles", next.length === 0 ? undefined : [...next]), "articles");
  return (
    <>
      <Labelled label="関わる条" hint="条例案の条です。「第8条、第9条の2」のように書きます。">
        {(control) => (
          <input
            {...control}
            type="text"
            autoComplete="off"
            value={shown}
            onChange={({ currentTarget: { value } }) => {
              setTyped(value);
              set(articlesFrom(value));
            }}
          />
        )}
      </Labelled>
      {known.length > 0 && (
        <details>
          <summary>条例案の条から選ぶ</summary>
          <fieldset className="field editor-articles">
            <legend className="visually-hidden">関わる条</legend>
            {known.map(({ label, caption }) => (
              <Tick
                key={label}
                label={`${label}${caption ?? ""}`}
                checked={labels.includes(label)}
                onChange={(on) => {
                  setTyped("");
                  set(on ? [...labels, label] : labels.filter((each) => each !== label));
                }}
              />
            ))}
          </fieldset>
        </details>
      )}
    </>
  );
}
