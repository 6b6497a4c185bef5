import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireSecretariat } from "#app/http/guards.ts";
import { Moment } from "#app/ui/date.tsx";
import { Page, pageTitle } from "#app/ui/page.tsx";
import { listRecord } from "#db/queries/record.ts";

export const meta = () => pageTitle("記録");

const shown = 500;

export async function loader({ request, context }: LoaderFunctionArgs) {
  requireSecretariat(request, context);
  return { entries: await listRecord(context.db, shown) };
}

export default function RecordPage() {
  const { entries } = useLoaderData<typeof loader>();
  return (
    <Page
      title="記録"
      lead={`だれが、いつ、何を公表し、変えたかの記録です。書き足されるだけで、消せません。新しい${shown}件を表示します。`}
    >
      <section className="table-scroll" aria-label="記録">
        <table>
          <caption>記録（新しい順）</caption>
          <thead>
            <tr>
              <th scope="col">日時</th>
              <th scope="col">だれが</th>
              <th scope="col">何を</th>
              <th scope="col">対象</th>
            </tr>
          </thead>
          <tbody>
            {entries.map(({ id, at, actorName, action, subject }) => (
              <tr key={id}>
                <td>
                  <Moment at={at} time />
                </td>
                <td>{actorName}</td>
                <td>{action}</td>
                <td>{subject}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </Page>
  );
}
