import { AddQuestion } from "./add-question.tsx";
import { ConditionSetting } from "./condition-setting.tsx";
import { useChosen } from "./editor-context.ts";
import { TextSetting } from "./text-setting.tsx";

/** The form of a page, or of a group of questions. */
export function PageForm({ what }: { what: "ページ" | "まとまり" }) {
  const { json, place, change } = useChosen();
  const common = { json, onChange: change };
  return (
    <>
      <TextSetting {...common} names={["title"]} label={`${what}の題`} />
      <TextSetting {...common} names={["description"]} label={`${what}の説明`} lines />
      {place.length > 0 && (
        <ConditionSetting
          {...common}
          property="visibleIf"
          label={`${what}を表示する条件`}
          never="いつも表示します。"
        />
      )}
      <AddQuestion into={place} title={`この${what}の終わりに問を足す`} />
    </>
  );
}
