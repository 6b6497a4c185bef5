import { renderMarkdown } from "#app/domain/markdown/index.ts";

/** Markdown, made safe by the domain. */
export function Markdown({ source, heading = 2 }: { source: string; heading?: 2 | 3 | 4 | 5 | 6 }) {
  const { html } = renderMarkdown(source, { headingBase: heading });
  // biome-ignore lint/security/noDangerouslySetInnerHtml: renderMarkdown sanitises what it returns.
  return <div className="prose" dangerouslySetInnerHTML={{ __html: html }} />;
}
