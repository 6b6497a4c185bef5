import { canonicalJson } from "#app/domain/interim-draft/canonical-json.ts";
import { provisionsOf } from "#app/domain/ordinance/index.ts";
import { definitionText } from "#app/domain/survey/definition/definition-text.ts";
import { emptyDefinition, namesIn } from "#app/domain/survey/editor/index.ts";
import { checkDefinition, type Questionnaire } from "#app/domain/survey/index.ts";
import type { Viewer } from "#app/domain/viewer.ts";
import { earlierQuestionnaires } from "#db/queries/surveys/editions.ts";
import { currentSource, findSurvey, listSurveys, type Survey } from "#db/queries/surveys/index.ts";
import { newestVersion } from "#db/queries/versions.ts";
import type { RequestContext } from "../context.ts";
import { textHash } from "./text-hash.ts";

type Context = Pick<RequestContext, "db">;

/** What stands for an empty questionnaire where a survey to copy is asked for. */
export const emptyChoice = "empty";

/** The definition's text of a survey: as it was given, where it is known and says the same. */
export async function sourceOf({ db }: Context, viewer: Viewer, survey: Survey): Promise<string> {
  const { slug, questionnaire } = survey;
  const source = (await currentSource(db, viewer, slug)) ?? "";
  return saysTheSame(source, questionnaire) ? source : definitionText(questionnaire.definition);
}

function saysTheSame(source: string, { definition }: Questionnaire): boolean {
  const checked = checkDefinition(source);
  return checked.ok && canonicalJson(checked.value.definition) === canonicalJson(definition);
}

/**
 * The text that a questionnaire may begin from: of another survey by its slug, or of an empty
 * questionnaire; null where the choice names neither.
 */
export async function sourceToCopy(
  context: Context,
  viewer: Viewer,
  choice: string | null,
): Promise<string | null> {
  if (choice === null || choice === "") return null;
  if (choice === emptyChoice) return definitionText(emptyDefinition);
  const survey = await findSurvey(context.db, viewer, choice);
  return survey ? sourceOf(context, viewer, survey) : null;
}

/** What the editor needs to begin. */
export async function editorStart(context: Context, viewer: Viewer, survey: Survey) {
  const { db } = context;
  const [source, earlier, surveys, version] = await Promise.all([
    sourceOf(context, viewer, survey),
    earlierQuestionnaires(db, survey.id),
    listSurveys(db, viewer),
    newestVersion(db, viewer),
  ]);
  const before = survey.state === "preparing" ? earlier : [survey.questionnaire, ...earlier];
  const provisions = version ? provisionsOf(version.parsed) : [];
  return {
    held: { source, base: textHash(source) },
    taken: [...new Set(earlier.flatMap(({ definition }) => namesIn(definition)))],
    takenValues: valuesIn(before),
    others: surveys
      .filter(({ slug }) => slug !== survey.slug)
      .map(({ slug, title }) => ({ slug, title })),
    articles: provisions
      .filter(({ kind, path }) => kind === "article" && !path.startsWith("suppl"))
      .map(({ label, caption = null }) => ({ label, caption })),
  };
}

/** The values of choices, rows and columns of editions, by the question's name. */
function valuesIn(editions: readonly Questionnaire[]): Record<string, string[]> {
  const found: Record<string, string[]> = {};
  const questions = editions.flatMap(({ pages }) => pages.flatMap((page) => page.questions));
  for (const question of questions) {
    const lists = [
      "choices" in question ? question.choices : [],
      question.type === "matrix" ? [...question.rows, ...question.columns] : [],
    ];
    const values = lists.flat().map(({ value }) => String(value));
    found[question.name] = [...new Set([...(found[question.name] ?? []), ...values])];
  }
  return found;
}
