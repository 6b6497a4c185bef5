import type { LoaderFunctionArgs } from "@remix-run/node";
import { mostSitemapPages, sitemap } from "#app/files/sitemap.ts";
import { href, routeRows } from "#app/routes.ts";
import { type PublicPages, publicPages } from "#db/queries/public-pages.ts";

/** Every public page, the newest kinds of things last; at most as many as one sitemap may list. */
export async function loader({ context }: LoaderFunctionArgs) {
  const { origin } = context.environment;
  const paths = [...fixedPaths(), ...pathsOf(await publicPages(context.db))];
  const pages = paths.slice(0, mostSitemapPages).map((path) => ({ url: origin + path }));
  return new Response(sitemap(pages), {
    headers: { "Content-Type": "application/xml; charset=utf-8" },
  });
}

/** The pages that need no parameter; files for programs or for saving are no pages. */
function fixedPaths(): string[] {
  return routeRows
    .filter(({ area, path, file }) => {
      return area === "public" && !path.includes(":") && file.endsWith(".tsx");
    })
    .map(({ path }) => path);
}

function pathsOf(pages: PublicPages): string[] {
  return [
    ...pages.meetings.flatMap(({ meeting, versions, utterances }) => [
      href("meeting", { meeting }),
      ...versions.map((version) => href("minutesVersion", { meeting, version })),
      ...utterances.map((utterance) => href("utterance", { meeting, utterance })),
    ]),
    ...pages.papers.map((paper) => href("paper", { paper })),
    ...pages.versions.map((version) => href("ordinanceVersion", { version })),
    ...pages.versions.slice(1).map((to, index) => {
      return `${href("comparison")}?from=${pages.versions[index]}&to=${to}`;
    }),
    ...pages.provisions.map((provision) => href("provision", { provision })),
    ...pages.surveys.flatMap(({ slug: survey, releases }) => [
      href("survey", { survey }),
      ...releases.map((release) => href("release", { survey, release })),
    ]),
    ...pages.interimDrafts.map((number) => href("interimDraft", { number })),
  ];
}
