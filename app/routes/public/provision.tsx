import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { notFound, numberParam } from "#app/http/guards.ts";
import { href } from "#app/routes.ts";
import { EvidenceQuotes } from "#app/ui/ordinance/evidence.tsx";
import { HistorySections, HistoryTable } from "#app/ui/ordinance/provision-history.tsx";
import { Page, pageTitle } from "#app/ui/page.tsx";
import { type ProvisionPage, provisionPage } from "#db/queries/provision-page.ts";

const titleOf = ({ name, caption }: ProvisionPage) => `${name}${caption}の経緯`;

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  pageTitle(data ? `条例案 ${titleOf(data.page)}` : "条項の経緯");

export async function loader({ params, context: { db, viewer } }: LoaderFunctionArgs) {
  const number = numberParam(params.provision, "条項");
  const page = await provisionPage(db, viewer, number);
  return page ? { page } : notFound("条項");
}

export default function ProvisionHistoryPage() {
  const { page } = useLoaderData<typeof loader>();
  const { name, versions, links, whole, isSample } = page;
  return (
    <Page
      title={titleOf(page)}
      sample={isSample}
      lead="版が変わって番号が動いても、同じ条項をたどれます。"
      crumbs={[{ to: href("ordinance"), label: "条例案" }]}
    >
      {whole && (
        <p>
          <a href={href("provision", { provision: whole.number })}>{whole.name}の全体の経緯</a>
        </p>
      )}
      <HistoryTable name={name} versions={versions} />
      <section aria-labelledby="evidence">
        <h2 id="evidence">根拠となった発言と調査</h2>
        {links.length === 0 ? (
          <p>関連付けられた発言や調査はありません。</p>
        ) : (
          <EvidenceQuotes links={links} />
        )}
      </section>
      <section aria-labelledby="texts">
        <h2 id="texts">版ごとの本文</h2>
        <p className="soft">
          前の版から<ins>加えた部分</ins>と<del>削った部分</del>を示しています。
        </p>
        <HistorySections versions={versions} />
      </section>
    </Page>
  );
}
