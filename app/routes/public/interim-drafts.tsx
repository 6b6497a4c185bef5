import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { href } from "#app/routes.ts";
import { Moment } from "#app/ui/date.tsx";
import { Page, pageTitle } from "#app/ui/page.tsx";
import { listPublishedDrafts } from "#db/queries/interim-drafts/published.ts";

export const meta = () => pageTitle("条例中間案");

export async function loader({ context }: LoaderFunctionArgs) {
  return { drafts: await listPublishedDrafts(context.db, context.viewer) };
}

export default function InterimDrafts() {
  const { drafts } = useLoaderData<typeof loader>();
  return (
    <Page
      title="条例中間案"
      lead="条例案の全文に、条ごとの解説、根拠とした調査の数値と発言、委員の意見と市の考え方を添えたものです。一度公表したものは変わりません。"
    >
      {drafts.length === 0 ? (
        <p>まだ公表していません。令和9年2月（R9.2）に公表する予定です。</p>
      ) : (
        <ul className="entries">
          {drafts.map(({ number, title, statusText, versionLabel, isSample, publishedAt }) => (
            <li key={number}>
              <h2 className="entry-title">
                <a href={href("interimDraft", { number })}>
                  {title}（第{number}号）
                </a>{" "}
                {isSample && <span className="tag warning">サンプル</span>}
              </h2>
              <p className="soft">
                <Moment at={publishedAt} />
                {`　公表　${versionLabel}をもとにしています`}
              </p>
              <p>{statusText}</p>
            </li>
          ))}
        </ul>
      )}
    </Page>
  );
}
