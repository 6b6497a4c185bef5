import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { comparisonTable, inlineComparison } from "#app/domain/ordinance/index.ts";
import { notFound, numberParam } from "#app/http/guards.ts";
import type { PageHandle } from "#app/root.tsx";
import { href } from "#app/routes.ts";
import { ChangeSummary } from "#app/ui/ordinance/change-summary.tsx";
import { type ComparisonChoice, ComparisonForm } from "#app/ui/ordinance/comparison-form.tsx";
import { ComparisonTableView } from "#app/ui/ordinance/comparison-table.tsx";
import { InlineText, isTouched, wholes } from "#app/ui/ordinance/inline-text.tsx";
import { versionName } from "#app/ui/ordinance/version-entries.tsx";
import { Page, pageTitle } from "#app/ui/page.tsx";
import { alignmentBetween } from "#db/queries/comparisons.ts";
import { listVersions, versionByNumber } from "#db/queries/versions.ts";

export const handle: PageHandle = { wide: true };

export const meta = () => pageTitle("条例案の新旧対照表");

export async function loader({ request, context: { db, viewer } }: LoaderFunctionArgs) {
  const versions = await listVersions(db, viewer);
  const [newest, previous] = versions;
  if (!newest || !previous) return { versions, comparison: undefined };
  const choice = choiceIn(new URL(request.url).searchParams, previous.number, newest.number);
  const [from, to] = await Promise.all([
    versionByNumber(db, viewer, choice.from),
    versionByNumber(db, viewer, choice.to),
  ]);
  if (!from || !to) return notFound("条例案の版");
  const alignment = await alignmentBetween(db, from, to);
  const comparison = {
    choice,
    from: { number: from.number, label: from.label },
    to: { number: to.number, label: to.label },
    alignment,
    isSample: from.isSample || to.isSample,
    table:
      choice.view === "table"
        ? comparisonTable(from.parsed, to.parsed, {
            labels: { before: from.label, after: to.label },
            alignment,
            unchanged: ({ changed: "omit", "": "collapse", all: "full" } as const)[choice.only],
          })
        : undefined,
    provisions:
      choice.view === "text"
        ? inlineComparison(from.parsed, to.parsed, { alignment }).provisions.filter(
            ({ kind }) => kind !== "toc" || choice.only === "all",
          )
        : [],
  };
  return { versions, comparison };
}

/** What the address asks for; anything it does not say has its usual value. */
function choiceIn(address: URLSearchParams, from: number, to: number): ComparisonChoice {
  const version = (name: string, usual: number) => {
    const value = address.get(name);
    return value === null || value === "" ? usual : numberParam(value, "条例案の版");
  };
  const only = address.get("only");
  return {
    from: version("from", from),
    to: version("to", to),
    newSide: address.get("new") === "left" ? "left" : "right",
    view: address.get("view") === "text" ? "text" : "table",
    only: only === "changed" || only === "all" ? only : "",
  };
}

export default function ComparisonPage() {
  const { versions, comparison } = useLoaderData<typeof loader>();
  const crumbs = [
    { to: href("ordinance"), label: "条例案" },
    { to: href("ordinanceVersions"), label: "条例案のすべての版" },
  ];
  if (!comparison) {
    return (
      <Page title="条例案の新旧対照表" crumbs={crumbs}>
        <p>比べられる案がまだ二つありません。二つ目の案が公表されると、ここで比べられます。</p>
      </Page>
    );
  }
  const { choice, from, to, alignment, table, provisions, isSample } = comparison;
  const shown =
    choice.only === "changed" ? wholes(provisions).filter(isTouched).flat() : provisions;
  return (
    <Page
      title="条例案の新旧対照表"
      crumbs={crumbs}
      sample={isSample}
      lead={`「${versionName(from)}」から「${versionName(to)}」への変更です。`}
    >
      <div className="comparison-page">
        <ComparisonForm versions={versions} choice={choice} />
        {from.number === to.number ? (
          <p>同じ版を選んでいます。違う二つの版を選んでください。</p>
        ) : (
          <>
            <ChangeSummary alignment={alignment} />
            <Legend view={choice.view} />
            {table ? (
              <ComparisonTableView table={table} newSide={choice.newSide} />
            ) : (
              <section aria-labelledby="one-text">
                <h2 id="one-text">追加と削除を示した本文</h2>
                <InlineText provisions={shown} />
              </section>
            )}
          </>
        )}
      </div>
    </Page>
  );
}

function Legend({ view }: { view: ComparisonChoice["view"] }) {
  return view === "table" ? (
    <p className="soft">
      下線は変わった部分です。「（新設）」は新しく加えた条項、「（削る）」は削った条項の向かい側、「（略）」は変わらない部分です。
    </p>
  ) : (
    <p className="soft">
      <ins>下線</ins>は加えた部分、<del>取り消し線</del>は削った部分です。
    </p>
  );
}
