import { useRef } from "react";
import {
  addItem,
  moveItem,
  textOfItem,
  valueOfItem,
  withItemText,
  withKey,
} from "#app/domain/survey/editor/index.ts";
import type { JsonObject, JsonValue } from "#app/domain/survey/json.ts";
import { homeLocale } from "#app/domain/survey/locales.ts";
import { Button } from "../../button.tsx";
import { useEditor } from "./editor-context.ts";
import { ItemLine } from "./item-line.tsx";
import { PasteItems } from "./paste-items.tsx";
import { useFocusAfter } from "./use-focus.ts";

/** The choices, rows, columns or steps of a question: a line each. */
export function ItemsSetting({
  json,
  property,
  prefix,
  label,
  onChange,
}: {
  json: JsonObject;
  property: string;
  prefix: string;
  label: string;
  onChange: (json: JsonObject, about: string) => void;
}) {
  const { dispatch, takenValues } = useEditor();
  const list = useRef<HTMLFieldSetElement>(null);
  const focusNext = useFocusAfter(list);
  // Values that stood here once: a new choice must not take the answers of a removed one.
  const taken = useRef<string[]>(takenValues[String(json.name)] ?? []);
  const value = json[property];
  const items: JsonValue[] = Array.isArray(value) ? value : [];
  const short = label.replace(/（.*$/, "");
  const set = (next: JsonValue[], about: string, said?: string) => {
    taken.current = [
      ...new Set([...taken.current, ...items.map((item) => String(valueOfItem(item)))]),
    ];
    onChange(withKey(json, property, next), `${property} ${about}`);
    if (said) dispatch({ act: "say", said });
  };
  const add = () => {
    focusNext(`text-${items.length}`);
    set(addItem(items, prefix, "", taken.current), `add ${items.length}`);
  };
  return (
    <fieldset className="field editor-items" ref={list}>
      <legend>{label}</legend>
      <ol>
        {items.map((item, index) => (
          <ItemLine
            key={String(valueOfItem(item) ?? index)}
            {...{ item, index, short }}
            last={index === items.length - 1}
            onText={(locale, text) =>
              set(items.with(index, withItemText(item, locale, text)), `text ${index} ${locale}`)
            }
            onEnter={add}
            onMove={(step) => {
              const to = index + step;
              if (to < 0 || to >= items.length) return;
              focusNext(`${step < 0 ? "up" : "down"}-${to}`);
              set(
                moveItem(items, index, step),
                `move ${index} ${to}`,
                `${short}を${to + 1}番目に動かしました。`,
              );
            }}
            onRemove={() => {
              focusNext(`remove-${index}`, `remove-${index - 1}`, "add");
              set(
                items.filter((_, at) => at !== index),
                `remove ${index}`,
                `${short}「${textOfItem(item, homeLocale)}」を消しました。`,
              );
            }}
          />
        ))}
      </ol>
      <div className="buttons">
        <Button type="button" look="secondary" size="small" data-focus="add" onClick={add}>
          {short}を足す
        </Button>
      </div>
      <PasteItems
        {...{ items, prefix, short }}
        taken={taken.current}
        onItems={(next) =>
          set(next, `paste ${Date.now()}`, `${short}は${next.length}個になりました。`)
        }
      />
    </fieldset>
  );
}
