import { formWords } from "#app/domain/survey/form/index.ts";
import { languageName } from "#app/domain/survey/locales.ts";
import { Button } from "../../button.tsx";

/** The languages of a questionnaire, as in the plain form; nothing where there is one. */
export function LanguageChoice({
  locale,
  locales,
  onChoose,
}: {
  locale: string;
  locales: readonly string[];
  onChoose: (locale: string) => void;
}) {
  if (locales.length < 2) return null;
  return (
    <fieldset className="languages">
      <legend>{formWords(locale).language}</legend>
      {locales.map((each) => (
        <Button
          key={each}
          type="button"
          look="secondary"
          size="small"
          lang={each}
          aria-pressed={each === locale}
          onClick={() => onChoose(each)}
        >
          {languageName(each)}
        </Button>
      ))}
    </fieldset>
  );
}
