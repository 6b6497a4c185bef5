import { textOf, withText } from "#app/domain/survey/editor/index.ts";
import type { JsonObject } from "#app/domain/survey/json.ts";
import { homeLocale, languageName } from "#app/domain/survey/locales.ts";
import { useEditor } from "./editor-context.ts";
import { Labelled } from "./labelled.tsx";

/** A text of an object of the definition, in each of its languages. */
export function TextSetting({
  json,
  names,
  label,
  hint,
  lines = false,
  onChange,
}: {
  json: JsonObject;
  names: readonly string[];
  label: string;
  hint?: string | undefined;
  /** Whether it may be long. */
  lines?: boolean;
  onChange: (json: JsonObject, about: string) => void;
}) {
  const { locales } = useEditor();
  return locales.map((locale) => {
    const home = locale === homeLocale;
    const about = `${names[0]} ${locale}`;
    return (
      <Labelled
        key={locale}
        label={home ? label : `${label}（${languageName(locale)}）`}
        hint={home ? hint : undefined}
      >
        {(control) => {
          const common = {
            ...control,
            lang: locale,
            value: textOf(json, names, locale),
            autoComplete: "off",
            onChange: ({ currentTarget }: { currentTarget: { value: string } }) =>
              onChange(withText(json, names, locale, currentTarget.value), about),
          };
          return lines ? <textarea rows={3} {...common} /> : <input type="text" {...common} />;
        }}
      </Labelled>
    );
  });
}
