import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { civilDate } from "#app/domain/japan/index.ts";
import { stateForFirms } from "#app/domain/survey/calendar.ts";
import { anyone } from "#app/domain/viewer.ts";
import { href } from "#app/routes.ts";
import { Page, pageTitle } from "#app/ui/page.tsx";
import { SurveyEntries } from "#app/ui/survey/survey-entries.tsx";
import { listSurveys } from "#db/queries/surveys/index.ts";

export const meta = () => pageTitle("調査結果");

// The public list is the same for everybody, signed in or not.
export async function loader({ context }: LoaderFunctionArgs) {
  const today = civilDate(new Date());
  const surveys = (await listSurveys(context.db, anyone)).map((survey) => ({
    ...survey,
    state: stateForFirms(survey, today),
  }));
  return {
    open: surveys.filter(({ state }) => state === "open"),
    released: surveys.filter(({ state, newestRelease }) => state !== "open" && newestRelease),
    counting: surveys.filter(({ state, newestRelease }) => state !== "open" && !newestRelease),
  };
}

export default function Surveys() {
  const { open, released, counting } = useLoaderData<typeof loader>();
  return (
    <Page
      title="調査結果"
      lead="条例案のもとになる、事業者へのアンケート調査です。結果は、集計版として公表し、公表した後は変えません。"
    >
      <h2>回答を受け付けている調査</h2>
      {open.length === 0 ? (
        <p>今、回答を受け付けている調査はありません。</p>
      ) : (
        <>
          <SurveyEntries surveys={open} />
          <p>
            依頼文が届いた事業者の方は、<a href={href("codeEntry")}>回答コードを入力する画面</a>
            から回答できます。
          </p>
        </>
      )}
      <h2>結果を公表した調査</h2>
      {released.length === 0 ? (
        <p>公表した結果はまだありません。</p>
      ) : (
        <SurveyEntries surveys={released} />
      )}
      {counting.length > 0 && (
        <>
          <h2>集計中の調査</h2>
          <SurveyEntries surveys={counting} />
        </>
      )}
    </Page>
  );
}
