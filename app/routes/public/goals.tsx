import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { deriveProgress } from "#app/domain/goal-sheet/index.ts";
import { Moment } from "#app/ui/date.tsx";
import { GoalSection } from "#app/ui/goal-sheet.tsx";
import { Markdown } from "#app/ui/markdown.tsx";
import { Page, pageTitle } from "#app/ui/page.tsx";
import { listGoalSheets, newestGoalSheet } from "#db/queries/goal-sheets.ts";
import { publishedFacts } from "#db/queries/progress.ts";

export const meta = () => pageTitle("目標シート");

/** The goal whose progress the platform can tell from what it holds: 公共調達のあり方の検討. */
const derivedGoal = 3;

export async function loader({ context }: LoaderFunctionArgs) {
  const [row, versions, facts] = await Promise.all([
    newestGoalSheet(context.db),
    listGoalSheets(context.db),
    publishedFacts(context.db),
  ]);
  return { sheet: row?.parsed, versions, progress: deriveProgress(facts) };
}

export default function Goals() {
  const { sheet, versions, progress } = useLoaderData<typeof loader>();
  if (!sheet) {
    return (
      <Page title="目標シート">
        <p>まだ公表していません。</p>
      </Page>
    );
  }
  const lead = [sheet.fiscalYear, sheet.department].filter(Boolean).join("　");
  return (
    <Page title={sheet.title || "目標シート"} lead={lead}>
      <Markdown source={sheet.introduction} />
      <nav aria-label="このページの目標" className="no-print">
        <ul>
          {sheet.goals.map(({ number, title }) => (
            <li key={number}>
              <a href={`#goal-${number}`}>
                目標{number}　{title}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {sheet.goals.map((goal) => (
        <GoalSection
          key={goal.number}
          goal={goal}
          derived={goal.number === derivedGoal ? progress : undefined}
        />
      ))}
      <h2>公表の記録</h2>
      <ul>
        {versions.map(({ version, reason, createdAt }) => (
          <li key={version}>
            第{version}版（
            <Moment at={createdAt} />
            ）　{reason}
          </li>
        ))}
      </ul>
      {sheet.source && <p className="soft">出典　{sheet.source}</p>}
    </Page>
  );
}
