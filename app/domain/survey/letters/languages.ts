/**
 * The languages that a questionnaire offers, each by its own name: 「日本語、English」; undefined
 * when there is only Japanese. A name that cannot be printed is told in Japanese.
 */
export function languagesOffered(
  locales: readonly string[],
  printable: (text: string) => boolean = () => true,
): string | undefined {
  const names = locales.map((locale) => {
    const own = nameIn(locale, locale);
    return printable(own) ? own : nameIn(locale, "ja");
  });
  return locales.some((locale) => locale !== "ja") ? names.join("、") : undefined;
}

function nameIn(locale: string, language: string): string {
  try {
    return new Intl.DisplayNames([language], { type: "language" }).of(locale) ?? locale;
  } catch {
    return locale;
  }
}
