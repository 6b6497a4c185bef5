import type { FormPage, PageProblem } from "#app/domain/survey/form/index.ts";
import { PlainForm } from "./plain/plain-form.tsx";

/** The questionnaire as browsers without script show it: a page at a time, with nothing behind it. */
export function PlainPreview({
  shown,
  locales,
}: {
  shown: { page: FormPage; problems: PageProblem[]; locale: string } | undefined;
  locales: readonly string[];
}) {
  if (!shown) return <p>いまの答えで表示する問がありません。</p>;
  return (
    <div className="desk-preview">
      <PlainForm
        // A page that was posted comes back with what was typed.
        key={JSON.stringify(shown)}
        page={shown.page}
        problems={shown.problems}
        locale={shown.locale}
        locales={locales}
        made={{ invitation: "", revision: 0, edition: 1, mark: "" }}
      />
    </div>
  );
}
