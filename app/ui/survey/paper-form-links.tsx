import { languageName } from "#app/domain/survey/locales.ts";
import { href } from "#app/routes.ts";

/** The paper questionnaire to print, in each language that is offered ("ja" first). */
export function PaperFormLinks({ slug, locales }: { slug: string; locales: readonly string[] }) {
  const file = href("deskPaperForm", { survey: slug });
  return (
    <>
      <a href={file}>紙の調査票（PDF）</a>
      {locales.slice(1).map((locale) => (
        <span key={locale}>
          、
          <a href={`${file}?locale=${encodeURIComponent(locale)}`}>
            <span lang={locale}>{languageName(locale)}</span>
          </a>
        </span>
      ))}
    </>
  );
}
