import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { threadFilterIn } from "#app/domain/discussion/index.ts";
import { requireCouncil } from "#app/http/guards.ts";
import { href } from "#app/routes.ts";
import { FilteredList } from "#app/ui/discussion/filtered-list.tsx";
import { Page, pageTitle } from "#app/ui/page.tsx";
import { filteredThreads } from "#db/queries/filtered-threads.ts";

export const meta = () => pageTitle("条例案への意見");

export async function loader({ request, context }: LoaderFunctionArgs) {
  const viewer = requireCouncil(request, context);
  const filter = threadFilterIn(new URL(request.url).searchParams);
  return { filter, found: await filteredThreads(context.db, viewer, filter) };
}

export default function CouncilComments() {
  const { filter, found } = useLoaderData<typeof loader>();
  return (
    <Page
      title="条例案への意見"
      sample={found.threads.some(({ version }) => version.isSample)}
      lead="委員の意見と、事務局の対応です。意見を書くには、条例案の版を開いてください。"
      crumbs={[{ to: href("council"), label: "委員のページ" }]}
    >
      <FilteredList
        action={href("councilComments")}
        filter={filter}
        found={found}
        mine
        to={(comment) => href("councilComment", { comment })}
      />
    </Page>
  );
}
