import { useState } from "react";
import { homeLocale, isLanguage, languageName } from "#app/domain/survey/locales.ts";
import { Button } from "../../button.tsx";
import { useChosen, useEditor } from "./editor-context.ts";
import { Labelled } from "./labelled.tsx";
import { TextSetting } from "./text-setting.tsx";

const offered = ["en", "zh-cn", "zh-tw", "ko", "vi", "pt", "es", "tl", "id", "ne"];

/** The form of the questionnaire as a whole: its title, its words of introduction, its languages. */
export function SurveyForm() {
  const { locales, dispatch } = useEditor();
  const { json, change } = useChosen();
  const [locale, setLocale] = useState("");
  const common = { json, onChange: change };
  const left = offered.filter((each) => !locales.includes(each) && isLanguage(each));
  return (
    <>
      <TextSetting {...common} names={["title"]} label="調査票の題" />
      <TextSetting {...common} names={["description"]} label="はじめの説明" lines />
      <h3>言語</h3>
      <p>{locales.map(languageName).join("、")}で答えられます。</p>
      <Labelled
        label="足す言語"
        hint="足すと、問の文などに、その言語の欄が出ます。書かない所は日本語で表示します。"
      >
        {(control) => (
          <select
            {...control}
            value={locale}
            onChange={({ currentTarget: { value } }) => setLocale(value)}
          >
            <option value="">選んでください</option>
            {left.map((each) => (
              <option key={each} value={each} lang={each}>
                {languageName(each)}（{japaneseName(each)}）
              </option>
            ))}
          </select>
        )}
      </Labelled>
      <Button
        type="button"
        look="secondary"
        size="small"
        onClick={() => {
          if (locale === "") return;
          const said = `${japaneseName(locale)}の欄を足しました。題や問の文を書いてください。`;
          dispatch({ act: "language", locale, said });
          setLocale("");
        }}
      >
        この言語を足す
      </Button>
    </>
  );
}

function japaneseName(locale: string): string {
  return new Intl.DisplayNames([homeLocale], { type: "language" }).of(locale) ?? locale;
}
