import { useRef } from "react";
import {
  type Clause,
  type Condition,
  readCondition,
  subjectsAt,
  withKey,
  writeCondition,
} from "#app/domain/survey/editor/index.ts";
import type { JsonObject } from "#app/domain/survey/json.ts";
import { Button } from "../../button.tsx";
import { ClauseFields, newClause } from "./clause-fields.tsx";
import { useEditor } from "./editor-context.ts";
import { Labelled } from "./labelled.tsx";
import { useFocusAfter } from "./use-focus.ts";

/** A condition on earlier answers; one that cannot be picked together is shown as it stands. */
export function ConditionSetting({
  json,
  property,
  label,
  never,
  onChange,
}: {
  json: JsonObject;
  property: "visibleIf" | "requiredIf" | "enableIf";
  label: string;
  /** What holds without a condition. */
  never: string;
  onChange: (json: JsonObject, about: string) => void;
}) {
  const { state } = useEditor();
  const group = useRef<HTMLFieldSetElement>(null);
  const focusNext = useFocusAfter(group);
  const subjects = subjectsAt(state.definition, state.place);
  const written = typeof json[property] === "string" ? json[property] : "";
  const condition = readCondition(written);
  const set = (next: Condition, about: string) =>
    onChange(withKey(json, property, writeCondition(next) || undefined), `${property} ${about}`);
  if (condition === null) {
    return (
      <Labelled
        label={label}
        hint="この条件は、選んで組み立てられる形ではありません。式のまま残します。消すと、選んで組み立てられます。"
      >
        {(control) => (
          <textarea
            {...control}
            rows={2}
            className="editor-expression"
            spellCheck={false}
            value={written}
            onChange={({ currentTarget: { value } }) =>
              onChange(withKey(json, property, value === "" ? undefined : value), property)
            }
          />
        )}
      </Labelled>
    );
  }
  const { join, clauses } = condition;
  const add = newClause(subjects);
  return (
    <fieldset className="field editor-condition" ref={group}>
      <legend>{label}</legend>
      {clauses.length === 0 && <p className="hint">{never}</p>}
      {clauses.length > 1 && (
        <Labelled label="条件の組み合わせ">
          {(control) => (
            <select
              {...control}
              value={join}
              onChange={({ currentTarget: { value } }) =>
                set({ clauses, join: value === "or" ? "or" : "and" }, "join")
              }
            >
              <option value="and">すべてに当てはまるとき</option>
              <option value="or">どれか1つに当てはまるとき</option>
            </select>
          )}
        </Labelled>
      )}
      <ol>
        {keyed(clauses).map(({ clause, key }, index) => (
          <li key={key}>
            <ClauseFields
              {...{ clause, subjects }}
              name={`条件${index + 1}`}
              onChange={(changed) =>
                set({ join, clauses: replaced(clauses, index, changed) }, `${index}`)
              }
            />
            <Button
              type="button"
              look="secondary"
              size="small"
              data-focus={`remove-${index}`}
              onClick={() => {
                focusNext(`remove-${index}`, `remove-${index - 1}`, "add");
                set({ join, clauses: clauses.filter((_, at) => at !== index) }, `remove ${index}`);
              }}
            >
              条件{index + 1}を消す
            </Button>
          </li>
        ))}
      </ol>
      {add ? (
        <Button
          type="button"
          look="secondary"
          size="small"
          data-focus="add"
          onClick={() => set({ join, clauses: [...clauses, add] }, `add ${clauses.length}`)}
        >
          条件を足す
        </Button>
      ) : (
        <p className="hint">条件に使える問が、これより前にありません。</p>
      )}
    </fieldset>
  );
}

function replaced(clauses: readonly Clause[], index: number, changed: Clause): Clause[] {
  return clauses.map((clause, at) => (at === index ? changed : clause));
}

/** Clauses have no names; their places are as good while one edits them. */
function keyed(clauses: readonly Clause[]) {
  return clauses.map((clause, index) => ({ clause, key: `clause-${index}` }));
}
