import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { percentOf, percentText } from "#app/domain/survey/tabulation/percent.ts";
import { requireSecretariat } from "#app/http/guards.ts";
import { href } from "#app/routes.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { Day } from "#app/ui/date.tsx";
import { Page, pageTitle } from "#app/ui/page.tsx";
import { firmsText } from "#app/ui/survey/desk-firms.ts";
import { StateTag } from "#app/ui/survey/state.tsx";
import { listSurveys, rosterCounts } from "#db/queries/surveys/index.ts";

export const meta = () => pageTitle("調査（事務局）");

export async function loader({ request, context }: LoaderFunctionArgs) {
  const viewer = requireSecretariat(request, context);
  const found = await listSurveys(context.db, viewer);
  const surveys = await Promise.all(
    found.map(async ({ id, slug, title, state, closesOn, isSample, newestRelease }) => {
      const { firms, answered } = await rosterCounts(context.db, id);
      const released = newestRelease?.label ?? null;
      return { slug, title, state, closesOn, isSample, firms, answered, released };
    }),
  );
  return { surveys };
}

export default function DeskSurveys() {
  const { surveys } = useLoaderData<typeof loader>();
  return (
    <Page
      title="調査"
      lead="調査票と名簿を登録し、事業者にコードを渡し、受付をして、集計を公表します。"
      crumbs={[{ to: href("secretariat"), label: "事務局の机" }]}
    >
      <p>
        <ButtonLink href={href("deskSurveyNew")}>調査票を登録する</ButtonLink>
      </p>
      {surveys.length === 0 ? (
        <p>調査はまだありません。</p>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table scrolls by keyboard too.
        <section className="table-scroll" aria-label="調査の一覧" tabIndex={0}>
          <table>
            <caption>調査の一覧（新しい順）</caption>
            <thead>
              <tr>
                <th scope="col">調査</th>
                <th scope="col">状態</th>
                <th scope="col">締切日</th>
                <th scope="col" className="number">
                  名簿
                </th>
                <th scope="col" className="number">
                  回収率（AAPOR RR1）
                </th>
                <th scope="col">集計の公表</th>
              </tr>
            </thead>
            <tbody>
              {surveys.map(({ slug, title, state, closesOn, firms, answered, released }) => (
                <tr key={slug}>
                  <th scope="row">
                    <a href={href("deskSurvey", { survey: slug })}>{title}</a>
                  </th>
                  <td>
                    <StateTag state={state} />
                  </td>
                  <td>{closesOn ? <Day date={closesOn} /> : "未定"}</td>
                  <td className="number">{firms > 0 ? firmsText(firms) : "なし"}</td>
                  <td className="number">
                    {state === "preparing" ? "－" : percentText(percentOf(answered, firms))}
                  </td>
                  <td>{released ?? "まだ"}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
    </Page>
  );
}
