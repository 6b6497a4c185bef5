import { useRef, useState } from "react";
import {
  type AnswerCheck,
  checkAt,
  checkLabels,
  checksOf,
  newCheck,
  withChecks,
} from "#app/domain/survey/editor/index.ts";
import type { JsonObject, JsonValue } from "#app/domain/survey/json.ts";
import { Button } from "../../button.tsx";
import { AnswerCheckForm } from "./answer-check-form.tsx";
import { useEditor } from "./editor-context.ts";
import { Labelled } from "./labelled.tsx";
import { useFocusAfter } from "./use-focus.ts";

/** What an answer is checked for before it can be sent. `of` names the field (欄1) they belong to. */
export function ChecksSetting({
  json,
  label,
  of = "",
  onChange,
}: {
  json: JsonObject;
  label: string;
  of?: string;
  onChange: (json: JsonObject, about: string) => void;
}) {
  const list = useRef<HTMLFieldSetElement>(null);
  const focusNext = useFocusAfter(list);
  const validators = Array.isArray(json.validators) ? json.validators : [];
  const set = (next: JsonValue[], about: string) =>
    onChange(withChecks(json, next), `validators ${about}`);
  return (
    <fieldset className="field editor-items" ref={list}>
      <legend>{label}</legend>
      {validators.length > 0 && (
        <ol>
          {validators.map((validator, index) => {
            const name = of ? `${of}の検査${index + 1}` : `検査${index + 1}`;
            return (
              // biome-ignore lint/suspicious/noArrayIndexKey: checks have no name of their own
              <li key={index}>
                <AnswerCheckForm
                  {...{ validator, name }}
                  onChange={(changed, about) =>
                    set(validators.with(index, changed), `${index} ${about}`)
                  }
                />
                <span className="editor-item-acts">
                  <Button
                    type="button"
                    look="secondary"
                    size="small"
                    data-focus={`remove-${index}`}
                    aria-label={`${name}を消す`}
                    onClick={() => {
                      focusNext(`remove-${index}`, `remove-${index - 1}`, "add");
                      set(
                        validators.filter((_, at) => at !== index),
                        `remove ${index}`,
                      );
                    }}
                  >
                    消す
                  </Button>
                </span>
              </li>
            );
          })}
        </ol>
      )}
      <AddCheck
        kinds={checksOf(json)}
        of={of}
        onAdd={(kind) =>
          set(
            [...validators, newCheck(kind)],
            `add ${validators.length} ${checkAt({ type: kind })}`,
          )
        }
      />
    </fieldset>
  );
}

function AddCheck({
  kinds,
  of,
  onAdd,
}: {
  kinds: readonly AnswerCheck[];
  of: string;
  onAdd: (kind: AnswerCheck) => void;
}) {
  const { readOnly } = useEditor();
  const [chosen, setChosen] = useState(kinds[0]);
  const kind = kinds.find((each) => each === chosen) ?? kinds[0];
  if (kind === undefined || readOnly) return null;
  return (
    <div className="editor-add">
      <Labelled label={of ? `${of}に足す検査` : "足す検査"}>
        {(control) => (
          <select
            {...control}
            value={kind}
            onChange={({ currentTarget: { value } }) =>
              setChosen(kinds.find((each) => each === value))
            }
          >
            {kinds.map((each) => (
              <option key={each} value={each}>
                {checkLabels[each]}
              </option>
            ))}
          </select>
        )}
      </Labelled>
      <Button
        type="button"
        look="secondary"
        size="small"
        data-focus="add"
        aria-label={of ? `${of}の検査を足す` : "検査を足す"}
        onClick={() => onAdd(kind)}
      >
        検査を足す
      </Button>
    </div>
  );
}
