/**
 * The one script file that a page may name; it holds next to nothing and fetches what the page
 * needs. Remix knows one client entry, and its address is the only one, beside those of routes,
 * that the server can tell without reading the build's files: so both kinds of page begin here.
 *
 * A page that hydrates carries Remix's context. Any other is whole as it came (`enhances`): what
 * it can be given is fetched when the page has been painted and the browser has nothing to do.
 */
const questionnaire = document.querySelector<HTMLElement>("[data-questionnaire]");
if ("__remixContext" in window) {
  void import("./hydrate.tsx").then(({ hydrate }) => hydrate());
} else if (questionnaire) {
  whenIdle(async () => {
    const { beginScriptForm } = await import("./ui/survey/script/begin.ts");
    beginScriptForm(questionnaire);
  });
}

function whenIdle(act: () => void): void {
  const later = () =>
    "requestIdleCallback" in window
      ? requestIdleCallback(act, { timeout: 2_000 })
      : setTimeout(act, 200);
  if (document.readyState === "complete") later();
  else addEventListener("load", later, { once: true });
}
