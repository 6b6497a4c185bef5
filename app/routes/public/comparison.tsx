import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import {
  type ComparedVersions,
  type ComparisonChoice,
  foldedText,
} from "#app/domain/comparison/index.ts";
import type { ComparisonTable } from "#app/domain/ordinance/index.ts";
import type { Checked } from "#app/domain/problem.ts";
import { comparisonChoice } from "#app/http/comparison-choice.ts";
import { notFound } from "#app/http/guards.ts";
import type { PageHandle } from "#app/root.tsx";
import { href } from "#app/routes.ts";
import { AmendingText } from "#app/ui/ordinance/amending-text.tsx";
import { ChangeSummary } from "#app/ui/ordinance/change-summary.tsx";
import { ComparisonDownloads } from "#app/ui/ordinance/comparison-downloads.tsx";
import { ComparisonForm } from "#app/ui/ordinance/comparison-form.tsx";
import { ComparisonTableView } from "#app/ui/ordinance/comparison-table.tsx";
import { FoldedInlineText, InlineText } from "#app/ui/ordinance/inline-text.tsx";
import { versionName } from "#app/ui/ordinance/version-entries.tsx";
import { Page, pageTitle } from "#app/ui/page.tsx";
import { comparisonBetween } from "#db/queries/comparisons.ts";
import { listVersions } from "#db/queries/versions.ts";

export const handle: PageHandle = { wide: true };

export const meta = () => pageTitle("条例案の新旧対照表");

export async function loader({ request, context: { db, viewer } }: LoaderFunctionArgs) {
  const versions = await listVersions(db, viewer);
  const [newest, previous] = versions;
  if (!newest || !previous) return { versions, comparison: undefined };
  const choice = comparisonChoice(request, { from: previous.number, to: newest.number });
  const found = (await comparisonBetween(db, viewer, choice)) ?? notFound("条例案の版");
  const { from, to, compared } = found;
  const comparison = {
    choice,
    from: { number: from.number, label: from.label },
    to: { number: to.number, label: to.label },
    isSample: from.isSample || to.isSample,
    shown:
      from.id === to.id ? undefined : { report: compared.report(), ...viewOf(compared, choice) },
  };
  return { versions, comparison };
}

type View = { table?: ComparisonTable; text?: TextView; amending?: Checked<string> };
type TextView =
  | { folded: ReturnType<typeof foldedText> }
  | { whole: ReturnType<ComparedVersions["provisions"]> };

function viewOf(compared: ComparedVersions, { view, only }: ComparisonChoice): View {
  if (view === "amending") return { amending: compared.amendingText() };
  if (view === "table") return { table: compared.table(only) };
  const provisions = compared.provisions();
  if (only === "all") return { text: { whole: provisions } };
  const body = provisions.filter(({ kind }) => kind !== "toc");
  return { text: { folded: foldedText(body, only === "changed" ? "omit" : "fold") } };
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
  const { choice, from, to, shown, isSample } = comparison;
  return (
    <Page
      title="条例案の新旧対照表"
      crumbs={crumbs}
      sample={isSample}
      lead={
        shown
          ? `「${versionName(from)}」から「${versionName(to)}」への変更です。`
          : `左右とも「${versionName(to)}」で、同じ版を選んでいます。変わったところはありません。`
      }
    >
      <div className="comparison-page">
        <ComparisonForm versions={versions} choice={choice} />
        {shown ? (
          <>
            <ChangeSummary report={shown.report} />
            <ComparisonDownloads choice={choice} from={from} to={to} />
            <Shown view={shown} newSide={choice.newSide} />
          </>
        ) : (
          <p>変更を見るには、違う二つの版を選んで「比べる」を押してください。</p>
        )}
      </div>
    </Page>
  );
}

function Shown({
  view: { table, text, amending },
  newSide,
}: {
  view: View;
  newSide: ComparisonChoice["newSide"];
}) {
  if (amending !== undefined) return <AmendingText text={amending} />;
  if (table) {
    return (
      <section aria-labelledby="table">
        <h2 id="table">新旧対照表</h2>
        <p className="soft">
          下線は変わった部分です。「（新設）」は新しく加えた条項、「（削る）」は削った条項の向かい側、「（略）」は変わらない部分です。
        </p>
        <ComparisonTableView table={table} newSide={newSide} />
      </section>
    );
  }
  return (
    <section aria-labelledby="one-text">
      <h2 id="one-text">追加と削除を示した本文</h2>
      <p className="soft">
        <ins>下線</ins>は加えた部分、<del>取り消し線</del>は削った部分です。
      </p>
      {text &&
        ("whole" in text ? (
          <InlineText provisions={text.whole} />
        ) : (
          <FoldedInlineText parts={text.folded} />
        ))}
    </section>
  );
}
