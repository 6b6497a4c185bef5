import { useRef } from "react";
import { moveItem, newName, withKey } from "#app/domain/survey/editor/index.ts";
import { isJsonObject, type JsonObject, type JsonValue } from "#app/domain/survey/json.ts";
import { Button } from "../../button.tsx";
import { FieldForm } from "./field-form.tsx";
import { ItemAct } from "./item-act.tsx";
import { useFocusAfter } from "./use-focus.ts";

/** The fields of a question that has several of them. */
export function FieldsSetting({
  json,
  label,
  onChange,
}: {
  json: JsonObject;
  label: string;
  onChange: (json: JsonObject, about: string) => void;
}) {
  const list = useRef<HTMLFieldSetElement>(null);
  const focusNext = useFocusAfter(list);
  const taken = useRef<string[]>([]);
  const items = Array.isArray(json.items) ? json.items : [];
  const names = items.flatMap((item) => (isJsonObject(item) ? [String(item.name)] : []));
  const set = (next: JsonValue[], about: string) => {
    taken.current = [...new Set([...taken.current, ...names])];
    onChange(withKey(json, "items", next), `items ${about}`);
  };
  return (
    <fieldset className="field editor-items" ref={list}>
      <legend>{label}</legend>
      <ol>
        {items.map((item, index) =>
          isJsonObject(item) ? (
            <li key={String(item.name)}>
              <FieldForm
                item={item}
                index={index}
                onChange={(changed, about) => set(items.with(index, changed), `${index} ${about}`)}
              />
              <span className="editor-item-acts">
                {([-1, 1] as const).map((step) => {
                  const off = items[index + step] === undefined;
                  return (
                    <ItemAct
                      key={step}
                      of={`欄${index + 1}`}
                      words={step < 0 ? "上へ" : "下へ"}
                      focus={`move${step}-${index}`}
                      off={off}
                      act={() => {
                        if (off) return;
                        focusNext(`move${step}-${index + step}`);
                        set(moveItem(items, index, step), `move ${index} ${step}`);
                      }}
                    />
                  );
                })}
                <ItemAct
                  of={`欄${index + 1}`}
                  words="消す"
                  focus={`remove-${index}`}
                  act={() => {
                    focusNext(`remove-${index}`, `remove-${index - 1}`, "add");
                    set(
                      items.filter((each) => each !== item),
                      `remove ${index}`,
                    );
                  }}
                />
              </span>
            </li>
          ) : null,
        )}
      </ol>
      <Button
        type="button"
        look="secondary"
        size="small"
        data-focus="add"
        onClick={() => {
          const name = newName("i", [...names, ...taken.current]);
          set([...items, { name, title: `欄${items.length + 1}` }], `add ${items.length}`);
        }}
      >
        欄を足す
      </Button>
    </fieldset>
  );
}
