import type { Answers, Questionnaire, RosterFirm, SurveyMode } from "#app/domain/survey/index.ts";
import { anyone } from "#app/domain/viewer.ts";
import type { Database } from "#db/database.ts";
import { createSurvey, issueCodes, openSurvey, replaceRoster } from "#db/queries/surveys/index.ts";
import { questionnaireOf } from "#tests/domain/survey/sample.ts";

/** Far enough that no test of today meets it: 令和12年12月18日. */
const sampleDeadline = "2030-12-18";

/** A small questionnaire with a branch, "other", a number and a free text. */
export const smallDefinition = {
  title: "働き方のアンケート",
  description: "3分ほどで終わります。",
  pages: [
    {
      name: "p1",
      title: "賃金について",
      elements: [
        {
          type: "radiogroup",
          name: "raised",
          title: "賃金を引き上げましたか。",
          isRequired: true,
          articles: ["第12条"],
          choices: [
            { value: "yes", text: "引き上げた" },
            { value: "no", text: "変えていない" },
          ],
        },
        {
          type: "checkbox",
          name: "reasons",
          title: "引き上げなかった理由は何ですか。",
          visibleIf: "{raised} = 'no'",
          choices: [
            { value: "costs", text: "材料費が上がった" },
            { value: "orders", text: "受注が減った" },
          ],
          showOtherItem: true,
          otherText: "その他",
        },
        {
          type: "text",
          name: "employees",
          title: "従業員は何人ですか。",
          inputType: "number",
          min: 0,
          max: 5000,
          step: 1,
        },
        { type: "comment", name: "wishes", title: "ご意見", maxLength: 200 },
      ],
    },
  ],
};

/** The small definition as a questionnaire, read anew each time. */
export function smallQuestionnaire(): Questionnaire {
  return questionnaireOf(smallDefinition);
}

export const raised: Answers = { raised: "yes", employees: 12 };
export const notRaised: Answers = {
  raised: "no",
  reasons: ["costs", "other"],
  "reasons-Comment": "先が見通せない",
  wishes: "書類を減らしてください。",
};

/** Made-up firms; every third is in construction, one in four is large. */
export function madeUpFirms(count: number): RosterFirm[] {
  return Array.from({ length: count }, (_, index) => ({
    number: `T${String(index + 1).padStart(5, "0")}`,
    name: `サンプル建設${index + 1}`,
    corporateNumber: null,
    postalCode: "518-0000",
    address: `三重県伊賀市サンプル町${index + 1}番地`,
    sector: index % 3 === 0 ? "工事" : "委託",
    size: index % 4 === 0 ? "大" : "小",
    region: "市内",
    grade: "なし",
    tier: "元請",
  }));
}

/** A survey of a questionnaire (the small one), open or with all that it needs to open, and its codes. */
export async function makeSurvey(
  db: Database,
  slug: string,
  hashCode: (code: string) => string,
  {
    firms = 4,
    open = true,
    definition = smallDefinition,
    ...settings
  }: {
    firms?: number;
    open?: boolean;
    definition?: unknown;
    mode?: SurveyMode;
    threshold?: number;
  } = {},
): Promise<{ surveyId: string; slug: string; codes: string[] }> {
  const questionnaire = questionnaireOf(definition);
  const { title } = questionnaire;
  const entry = { slug, title, closesOn: sampleDeadline, questionnaire, ...settings };
  const surveyId = await createSurvey(db, anyone, entry);
  if (surveyId === undefined) throw new Error(`${slug} is taken`);
  await replaceRoster(db, anyone, surveyId, madeUpFirms(firms));
  const issuing = await issueCodes(db, anyone, surveyId, "missing", hashCode);
  if (!issuing.issued) throw new Error(issuing.why);
  const opening = open ? await openSurvey(db, anyone, surveyId) : "opened";
  if (opening !== "opened") throw new Error(opening);
  return { surveyId, slug, codes: issuing.codes.map(({ code }) => code) };
}
