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
import { homeLocale, languageName } from "#app/domain/survey/locales.ts";
import { Button } from "../../button.tsx";
import { useEditor } from "./editor-context.ts";
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
          <Item
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

function Item({
  item,
  index,
  short,
  last,
  onText,
  onEnter,
  onMove,
  onRemove,
}: {
  item: JsonValue;
  index: number;
  short: string;
  last: boolean;
  onText: (locale: string, text: string) => void;
  onEnter: () => void;
  onMove: (step: -1 | 1) => void;
  onRemove: () => void;
}) {
  const { locales } = useEditor();
  const name = `${short}${index + 1}`;
  const act = (words: string) => `${name}を${words}`;
  return (
    <li>
      {locales.map((locale) => (
        <input
          key={locale}
          type="text"
          lang={locale}
          autoComplete="off"
          aria-label={locale === homeLocale ? name : `${name}（${languageName(locale)}）`}
          placeholder={locale === homeLocale ? undefined : languageName(locale)}
          data-focus={locale === homeLocale ? `text-${index}` : undefined}
          value={textOfItem(item, locale)}
          onChange={({ currentTarget }) => onText(locale, currentTarget.value)}
          onKeyDown={({ key, nativeEvent }) => {
            if (key === "Enter" && last && !nativeEvent.isComposing) onEnter();
          }}
        />
      ))}
      <span className="editor-item-acts">
        <small className="soft">値 {String(valueOfItem(item) ?? "なし")}</small>
        <Button
          type="button"
          look="secondary"
          size="small"
          data-focus={`up-${index}`}
          aria-label={act("上へ")}
          aria-disabled={index === 0}
          onClick={() => onMove(-1)}
        >
          上へ
        </Button>
        <Button
          type="button"
          look="secondary"
          size="small"
          data-focus={`down-${index}`}
          aria-label={act("下へ")}
          aria-disabled={last}
          onClick={() => onMove(1)}
        >
          下へ
        </Button>
        <Button
          type="button"
          look="secondary"
          size="small"
          data-focus={`remove-${index}`}
          aria-label={act("消す")}
          onClick={onRemove}
        >
          消す
        </Button>
      </span>
    </li>
  );
}
