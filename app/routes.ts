/**
 * Every URL of the platform and the file that answers it.
 * `npm run build` reads the default export; links are made with `href("name", params)`.
 */
const table = {
  // Anyone
  home: ["/", "public/home.tsx"],
  meetings: ["/meetings", "public/meetings.tsx"],
  meeting: ["/meetings/:meeting", "public/meeting.tsx"],
  minutesVersion: ["/meetings/:meeting/versions/:version", "public/minutes-version.tsx"],
  utterance: ["/meetings/:meeting/utterances/:utterance", "public/utterance.tsx"],
  paper: ["/papers/:paper", "public/paper.ts"],
  ordinance: ["/ordinance", "public/ordinance.tsx"],
  ordinanceVersions: ["/ordinance/versions", "public/ordinance-versions.tsx"],
  ordinanceVersion: ["/ordinance/versions/:version", "public/ordinance-version.tsx"],
  ordinanceXml: ["/ordinance/versions/:version/xml", "public/ordinance-xml.ts"],
  ordinanceText: ["/ordinance/versions/:version/text", "public/ordinance-text.ts"],
  comparison: ["/ordinance/comparison", "public/comparison.tsx"],
  comparisonDocx: ["/ordinance/comparison/docx", "public/comparison-docx.ts"],
  comparisonXlsx: ["/ordinance/comparison/xlsx", "public/comparison-xlsx.ts"],
  comparisonPdf: ["/ordinance/comparison/pdf", "public/comparison-pdf.ts"],
  comparisonAmending: ["/ordinance/comparison/amending", "public/comparison-amending.ts"],
  provision: ["/ordinance/provisions/:provision", "public/provision.tsx"],
  surveys: ["/surveys", "public/surveys.tsx"],
  survey: ["/surveys/:survey", "public/survey.tsx"],
  release: ["/surveys/:survey/releases/:release", "public/release.tsx"],
  releaseCrossing: ["/surveys/:survey/releases/:release/crossing", "public/release-crossing.tsx"],
  releaseComparison: [
    "/surveys/:survey/releases/:release/comparison",
    "public/release-comparison.tsx",
  ],
  releaseCsv: ["/surveys/:survey/releases/:release/csv", "public/release-csv.ts"],
  releaseCp932: ["/surveys/:survey/releases/:release/cp932", "public/release-cp932.tsx"],
  releaseXlsx: ["/surveys/:survey/releases/:release/xlsx", "public/release-xlsx.ts"],
  releaseJson: ["/surveys/:survey/releases/:release/json", "public/release-json.ts"],
  releasePdf: ["/surveys/:survey/releases/:release/pdf", "public/release-pdf.ts"],
  interimDrafts: ["/interim-drafts", "public/interim-drafts.tsx"],
  interimDraft: ["/interim-drafts/:number", "public/interim-draft.tsx"],
  interimDraftPdf: ["/interim-drafts/:number/pdf", "public/interim-draft-pdf.ts"],
  interimDraftJson: ["/interim-drafts/:number/json", "public/interim-draft-json.ts"],
  interimDraftText: ["/interim-drafts/:number/text", "public/interim-draft-text.ts"],
  goals: ["/goals", "public/goals.tsx"],
  about: ["/about", "public/about.tsx"],
  accessibility: ["/accessibility", "public/accessibility.tsx"],
  feed: ["/feed.xml", "public/feed.ts"],
  sitemap: ["/sitemap.xml", "public/sitemap.ts"],
  robots: ["/robots.txt", "public/robots.ts"],

  // Contractors, by the code in their letter
  codeEntry: ["/answer", "contractor/code-entry.tsx"],
  codeLink: ["/a/:code", "contractor/code-link.ts"],
  answer: ["/answer/questionnaire", "contractor/answer.tsx"],
  answerReview: ["/answer/review", "contractor/review.tsx"],
  answerDefinition: ["/answer/definition", "contractor/definition.ts"],
  answerDraft: ["/answer/draft", "contractor/draft.ts"],
  answerSending: ["/answer/sending", "contractor/sending.ts"],
  answerLeaving: ["/answer/leaving", "contractor/leaving.ts"],
  receipt: ["/answer/receipt", "contractor/receipt.tsx"],
  receiptPdf: ["/answer/receipt/pdf", "contractor/receipt-pdf.ts"],

  // Council members
  council: ["/council", "council/desk.tsx"],
  councilVersion: ["/council/versions/:version", "council/version.tsx"],
  councilComments: ["/council/comments", "council/comments.tsx"],
  councilComment: ["/council/comments/:comment", "council/comment.tsx"],
  councilMeeting: ["/council/meetings/:meeting", "council/meeting.tsx"],
  councilFigures: ["/council/figures", "council/figures.tsx"],

  // The secretariat
  secretariat: ["/secretariat", "secretariat/desk.tsx"],
  deskMeetings: ["/secretariat/meetings", "secretariat/meetings.tsx"],
  deskMeetingNew: ["/secretariat/meetings/new", "secretariat/meeting-new.tsx"],
  deskMeeting: ["/secretariat/meetings/:meeting", "secretariat/meeting.tsx"],
  deskMinutes: ["/secretariat/meetings/:meeting/minutes", "secretariat/minutes.tsx"],
  deskVersions: ["/secretariat/versions", "secretariat/versions.tsx"],
  deskVersionNew: ["/secretariat/versions/new", "secretariat/version-new.tsx"],
  deskVersion: ["/secretariat/versions/:version", "secretariat/version.tsx"],
  deskSurveys: ["/secretariat/surveys", "secretariat/surveys.tsx"],
  deskSurveyNew: ["/secretariat/surveys/new", "secretariat/survey-new.tsx"],
  deskSurvey: ["/secretariat/surveys/:survey", "secretariat/survey.tsx"],
  deskSurveyPreview: ["/secretariat/surveys/:survey/preview", "secretariat/survey-preview.tsx"],
  deskQuestionnaire: [
    "/secretariat/surveys/:survey/questionnaire",
    "secretariat/survey-questionnaire.tsx",
  ],
  deskSurveySettings: ["/secretariat/surveys/:survey/settings", "secretariat/survey-settings.tsx"],
  deskRoster: ["/secretariat/surveys/:survey/roster", "secretariat/roster.tsx"],
  deskRosterFaults: [
    "/secretariat/surveys/:survey/roster/faults/:upload",
    "secretariat/roster-faults.ts",
  ],
  deskLetters: ["/secretariat/surveys/:survey/letters", "secretariat/letters.tsx"],
  deskLettersPdf: ["/secretariat/surveys/:survey/letters/:job/pdf", "secretariat/letters-pdf.ts"],
  deskLettersCsv: ["/secretariat/surveys/:survey/letters/:job/csv", "secretariat/letters-csv.ts"],
  deskPaperAnswers: ["/secretariat/surveys/:survey/paper", "secretariat/paper-answers.tsx"],
  deskPaperAnswer: ["/secretariat/surveys/:survey/paper/keying", "secretariat/paper-answer.tsx"],
  deskEditions: ["/secretariat/surveys/:survey/editions", "secretariat/survey-editions.tsx"],
  deskEditor: ["/secretariat/surveys/:survey/editor", "secretariat/survey-editor.tsx"],
  deskEditorSave: ["/secretariat/surveys/:survey/editor/save", "secretariat/survey-editor-save.ts"],
  deskPaperForm: ["/secretariat/surveys/:survey/paper-form", "secretariat/paper-form.ts"],
  deskTexts: ["/secretariat/surveys/:survey/texts", "secretariat/texts.tsx"],
  deskRawAnswers: ["/secretariat/surveys/:survey/raw", "secretariat/raw-answers.ts"],
  deskComments: ["/secretariat/comments", "secretariat/comments.tsx"],
  deskComment: ["/secretariat/comments/:comment", "secretariat/comment.tsx"],
  deskLinks: ["/secretariat/links", "secretariat/links.tsx"],
  deskProvisionLinks: ["/secretariat/links/:provision", "secretariat/provision-links.tsx"],
  deskInterimDrafts: ["/secretariat/interim-drafts", "secretariat/interim-drafts.tsx"],
  deskInterimDraft: ["/secretariat/interim-drafts/:number", "secretariat/interim-draft.tsx"],
  deskInterimDraftPreview: [
    "/secretariat/interim-drafts/:number/preview",
    "secretariat/interim-draft-preview.tsx",
  ],
  deskInterimDraftPdf: [
    "/secretariat/interim-drafts/:number/preview/pdf",
    "secretariat/interim-draft-pdf.ts",
  ],
  deskGoals: ["/secretariat/goals", "secretariat/goals.tsx"],
  deskAccounts: ["/secretariat/accounts", "secretariat/accounts.tsx"],
  deskRecord: ["/secretariat/record", "secretariat/record.tsx"],

  // Accounts
  signIn: ["/sign-in", "account/sign-in.tsx"],
  signOut: ["/sign-out", "account/sign-out.ts"],
  password: ["/account/password", "account/password.tsx"],

  // The system
  healthz: ["/healthz", "system/healthz.ts"],
  readyz: ["/readyz", "system/readyz.ts"],
  notFound: ["/*", "system/not-found.tsx"],
} as const satisfies Record<string, readonly [path: `/${string}`, file: string]>;

type Table = typeof table;
export type RouteName = keyof Table;
type ParamsOf<Path extends string> = Path extends `${string}:${infer Name}/${infer Rest}`
  ? Name | ParamsOf<`/${Rest}`>
  : Path extends `${string}:${infer Name}`
    ? Name
    : never;
type Params<Name extends RouteName> = Record<ParamsOf<Table[Name][0]>, string | number>;
type Arguments<Name extends RouteName> = [ParamsOf<Table[Name][0]>] extends [never]
  ? []
  : [params: Params<Name>];

/** The address of a page: `href("meeting", { meeting: 3 })` is "/meetings/3". */
export function href<Name extends RouteName>(name: Name, ...[params]: Arguments<Name>): string {
  const values: Record<string, string | number> = params ?? {};
  return table[name][0].replace(/:([a-z]+)/g, (_, key: string) =>
    encodeURIComponent(String(values[key])),
  );
}

/** One row of the table: its name, its pattern, and the folder (area) of its file. */
export interface RouteRow {
  name: RouteName;
  path: string;
  file: string;
  area: string;
}

/** The table as rows, in the order above. */
export const routeRows: RouteRow[] = Object.entries(table).map(([name, [path, file]]) => ({
  name: name as RouteName,
  path,
  file,
  area: file.split("/")[0] ?? "",
}));

/** The row that answers a path, as the router would choose it (fixed segments before parameters). */
export function routeOf(pathname: string): RouteRow | undefined {
  const segments = pathname.split("/").filter(Boolean);
  let best: { row: RouteRow; rank: number } | undefined;
  for (const row of routeRows) {
    const pattern = row.path.split("/").filter(Boolean);
    if (pattern.length !== segments.length) continue;
    if (!pattern.every((part, i) => part.startsWith(":") || part === segments[i])) continue;
    const rank = pattern.filter((part) => !part.startsWith(":")).length;
    if (!best || rank > best.rank) best = { row, rank };
  }
  return best?.row;
}

/** What the Remix compiler reads: one entry a row, none nested. */
export default routeRows.map(({ name, path, file }) => ({
  id: name,
  file: `routes/${file}`,
  ...(path === "/" ? { index: true } : { path: path.slice(1) }),
}));
