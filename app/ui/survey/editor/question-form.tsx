import {
  isInPanel,
  keysLeftAlone,
  kindLabel,
  objectAt,
  settingsOf,
  withKey,
} from "#app/domain/survey/editor/index.ts";
import type { JsonObject } from "#app/domain/survey/json.ts";
import { AddQuestion } from "./add-question.tsx";
import { ArticlesSetting } from "./articles-setting.tsx";
import { ConditionSetting } from "./condition-setting.tsx";
import { useChosen, useEditor } from "./editor-context.ts";
import { Labelled, Tick } from "./labelled.tsx";
import { NameSetting } from "./name-setting.tsx";
import { SettingField } from "./setting-field.tsx";
import { TextSetting } from "./text-setting.tsx";

/** The form of the chosen question: its words, its answers, its conditions. */
export function QuestionForm() {
  const { state } = useEditor();
  const { json, place, change } = useChosen();
  const kind = kindLabel(json);
  const inPanel = isInPanel(state.definition, place);
  if (kind === undefined) {
    return (
      <p>
        この問の種類「{String(json.type)}
        」は、この画面では直せません。中身はそのまま残します。場所を変えるか、消すことはできます。
      </p>
    );
  }
  const common = { json, onChange: change };
  const isText = json.type === "html";
  const others = keysLeftAlone(json);
  const settings = settingsOf(json);
  return (
    <>
      <p className="soft">種類：{kind}</p>
      {!isText && (
        <>
          <TextSetting {...common} names={["title"]} label="問の文" lines />
          <TextSetting
            {...common}
            names={["description"]}
            label="説明（問の文の下に出ます）"
            lines
          />
          <div className="field">
            <Tick
              label="必ず答えてもらう（必須）"
              checked={json.isRequired === true}
              onChange={(on) => change(withKey(json, "isRequired", on || undefined), "isRequired")}
            />
          </div>
        </>
      )}
      {settings
        .filter(({ kind }) => kind !== "value")
        .map((setting) => (
          <SettingField key={setting.label} setting={setting} {...common} />
        ))}
      {json.type === "paneldynamic" && <InnerQuestions json={json} onChange={change} />}
      <ConditionSetting
        {...common}
        property="visibleIf"
        label="表示する条件"
        never="いつも表示します。"
      />
      {!isText && !inPanel && <ArticlesSetting {...common} />}
      <details>
        <summary>そのほかの設定</summary>
        {!isText && (
          <>
            <ConditionSetting
              {...common}
              property="requiredIf"
              label="必須にする条件"
              never="条件では必須にしません。"
            />
            <ConditionSetting
              {...common}
              property="enableIf"
              label="入力できる条件"
              never="いつも入力できます。"
            />
          </>
        )}
        {settings
          .filter(({ kind }) => kind === "value")
          .map((setting) => (
            <SettingField key={setting.label} setting={setting} {...common} />
          ))}
        <NameSetting />
        {others.length > 0 && (
          <p>この画面に出ていない設定（{others.join("、")}）があります。そのまま残します。</p>
        )}
      </details>
    </>
  );
}

/** The questions that a dynamic panel repeats are chosen in the list; here one is added. */
function InnerQuestions({
  json,
  onChange,
}: {
  json: JsonObject;
  onChange: (json: JsonObject, about: string) => void;
}) {
  const { place } = useChosen();
  const { state } = useEditor();
  const own = objectAt(state.definition, place);
  const inner = Array.isArray(own.templateElements) ? own.templateElements : [];
  const names = inner.flatMap((each) =>
    typeof each === "object" && each !== null && "name" in each ? [String(each.name)] : [],
  );
  return (
    <>
      <Labelled label="答えが重なってはいけない問" hint="同じ答えの件が2つあると、送れません。">
        {(control) => (
          <select
            {...control}
            value={String(json.keyName ?? "")}
            onChange={({ currentTarget: { value } }) =>
              onChange(withKey(json, "keyName", value === "" ? undefined : value), "keyName")
            }
          >
            <option value="">なし</option>
            {names.map((name) => (
              <option key={name} value={name}>
                {name}
              </option>
            ))}
          </select>
        )}
      </Labelled>
      <AddQuestion into={place} title="繰り返す問を足す" />
    </>
  );
}
