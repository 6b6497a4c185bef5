import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { compareReleases } from "#app/domain/survey/release/compare-releases.ts";
import { comparisonWords } from "#app/domain/survey/release/comparison-words.ts";
import { hiddenReason } from "#app/domain/survey/release/hidden-words.ts";
import { anyone } from "#app/domain/viewer.ts";
import { notFound, numberParam } from "#app/http/guards.ts";
import { releasedSurvey } from "#app/http/released-survey.ts";
import { href } from "#app/routes.ts";
import { Page, pageTitle } from "#app/ui/page.tsx";
import { ComparedQuestionView } from "#app/ui/survey/release/comparison.tsx";
import { ComparedFacts } from "#app/ui/survey/release/comparison-facts.tsx";
import { ReleaseComparisonForm } from "#app/ui/survey/release/comparison-form.tsx";
import { releaseName } from "#app/ui/survey/release-list.tsx";
import { findRelease, listReleases } from "#db/queries/surveys/index.ts";

export const meta = ({ data }: { data: { title: string } | undefined }) =>
  pageTitle(data?.title ?? "集計版の比較");

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { survey, release } = await releasedSurvey(context, params);
  const all = await listReleases(context.db, anyone, survey.id);
  const others = all.filter(({ number }) => number !== release.number);
  // The one before is what is usually meant; of the first release, the next.
  const usual = others.find(({ number }) => number < release.number) ?? others.at(-1);
  const asked = new URL(request.url).searchParams.get("with");
  const chosen = asked === null ? usual?.number : numberParam(asked, "この集計版");
  const common = {
    slug: survey.slug,
    title: `${survey.title}　集計版の比較`,
    survey: { title: survey.title, isSample: survey.isSample, isSimulated: survey.isSimulated },
    release: { number: release.number, label: release.label },
    others: others.map(({ number, label }) => ({ number, label })),
  };
  if (chosen === undefined || chosen === release.number) return { ...common, compared: undefined };
  const other = await findRelease(context.db, anyone, survey.id, chosen);
  if (!other) return notFound("この集計版");
  const [before, after] = other.number < release.number ? [other, release] : [release, other];
  const questions = compareReleases(before.published, after.published);
  return {
    ...common,
    compared: {
      chosen,
      names: { before: releaseName(before), after: releaseName(after) },
      before: before.published,
      after: after.published,
      reason: hiddenReason(Math.max(before.published.threshold, after.published.threshold)),
      words: comparisonWords(before.published, after.published, questions),
      questions,
    },
  };
}

export default function ReleaseComparisonPage() {
  const { slug, survey, release, others, compared } = useLoaderData<typeof loader>();
  const params = { survey: slug, release: release.number };
  return (
    <Page
      title="集計版の比較"
      lead={
        compared
          ? `「${survey.title}」の${compared.names.before}と${compared.names.after}を、問ごとに並べます。`
          : `「${survey.title}」の集計版を比べるページです。`
      }
      crumbs={[
        { to: href("surveys"), label: "調査結果" },
        { to: href("survey", { survey: slug }), label: survey.title },
        { to: href("release", params), label: releaseName(release) },
      ]}
      sample={survey.isSample}
      simulated={survey.isSimulated}
    >
      {others.length === 0 ? (
        <p>
          集計版が一つだけなので、まだ比べられません。次の集計版が公表されると、ここで比べられます。
        </p>
      ) : (
        <ReleaseComparisonForm
          action={href("releaseComparison", params)}
          others={others}
          chosen={compared?.chosen ?? others[0]?.number ?? release.number}
        />
      )}
      {compared && (
        <>
          <ComparedFacts {...compared} />
          <h2 id="questions">設問ごとの比較</h2>
          <p className="prose">
            割合の後の（　）は回答数です。差は、割合の差（ポイント）です。回答した事業者が違えば割合も動くので、小さな差は、意見が変わったことを意味しません。
          </p>
          {compared.questions.map((question) => (
            <ComparedQuestionView
              key={question.name}
              question={question}
              names={compared.names}
              reason={compared.reason}
            />
          ))}
        </>
      )}
    </Page>
  );
}
