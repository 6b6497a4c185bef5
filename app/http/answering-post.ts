import { answeringNotes } from "#app/domain/survey/answering-notes.ts";
import { type FormPage, panelIntentOf } from "#app/domain/survey/form/index.ts";
import type { Answers } from "#app/domain/survey/index.ts";
import { saveDraft } from "#db/queries/surveys/index.ts";
import { sealDraft } from "./answering-draft.ts";
import { answersOnPage, markOf, pageAddress, pageAt } from "./answering-page.ts";
import { type AnsweringState, answeringState, backToCode } from "./answering-state.ts";
import { type AnswerView, addedNote, elsewhereOf, viewOf } from "./answering-view.ts";
import type { RequestContext } from "./context.ts";

/** Where a posted page leads: elsewhere, or back to itself with something to tell. */
export type PageOutcome = { to: string } | { view: AnswerView; status: number };

/** A page is read and saved anew when another window saved in between; so often at most. */
const attempts = 4;

/**
 * Takes a posted page of the questionnaire: keeps all that was typed in the draft, whichever
 * button was pressed; goes on only when the page is complete. Throws redirects (see
 * `answeringState`).
 */
export async function takePage(
  request: Request,
  context: RequestContext,
  fields: FormData,
): Promise<PageOutcome> {
  const intent = text(fields, "intent") || "next";
  const lang = intent.startsWith("lang:") ? intent.slice(5) : text(fields, "lang");
  for (let attempt = 0; attempt < attempts; attempt++) {
    const state = await answeringState(request, context, lang, text(fields, "invitation"));
    const outcome = await takeOnce(state, context, fields, intent);
    if (outcome !== undefined) return outcome;
  }
  throw new Error("the draft changed again and again while a page was taken");
}

/** Undefined: another window saved in this very moment. */
async function takeOnce(
  state: AnsweringState,
  context: RequestContext,
  fields: FormData,
  intent: string,
): Promise<PageOutcome | undefined> {
  const { form, draft } = state;
  const said = answeringNotes(state.locale);
  const name = text(fields, "page");
  const reading = form.read(name, draft.answers, fields);
  if (reading === undefined) return unknownPage(state);
  const show = (answers: Answers) => pageNamed(form.pages(answers), name);
  const typed = show(reading.answers).page;
  if (state.shut) {
    return typed ? { view: viewOf(state, typed), status: 409 } : backToCode(state.shut.why);
  }
  if (typed && isConflict(state, name, fields, reading.answers)) {
    const elsewhere = elsewhereOf(state, name, reading.answers);
    const note = { tone: "warning" as const, text: said.elsewhere };
    return { view: viewOf(state, typed, { notes: [note], elsewhere }), status: 409 };
  }

  const answers = form.change(intent, reading.answers);
  const { pages, number, page } = show(answers);
  const corrected = text(fields, "edition") !== String(draft.edition);
  const complete = reading.problems.length === 0 && reading.added.length === 0 && !corrected;
  const goesOn = intent === "next" && complete;
  // A page that its own answers take away leaves its place to the next one.
  const place = page ? number : show(draft.answers).number;
  const target = intent === "back" ? place - 1 : goesOn && page ? place + 1 : place;
  const saved = await save(state, context, answers, Math.max(1, Math.min(target, pages.length)));
  if (saved === undefined) return undefined;

  if (page === undefined || intent === "back" || goesOn) {
    return { to: pageAddress(target, pages.length) };
  }
  if (answers !== reading.answers) {
    return { to: pageAddress(number, pages.length, placeOf(intent, page)) };
  }
  if (intent.startsWith("lang:") || panelIntentOf(intent) !== undefined) {
    return { to: pageAddress(number, pages.length) };
  }
  const view = viewOf({ ...state, draft: { ...draft, answers }, revision: saved }, page, {
    problems: reading.problems,
    notes: [
      ...(corrected ? [{ tone: "warning" as const, text: said.correctedNow }] : []),
      ...(reading.added.length > 0 ? [addedNote(state, reading.added)] : []),
    ],
  });
  return { view, status: corrected ? 409 : reading.problems.length > 0 ? 400 : 200 };
}

/** A page that a correction of the questionnaire has taken away. */
function unknownPage(state: AnsweringState): PageOutcome {
  const pages = state.form.pages(state.draft.answers);
  const page = pageAt(pages, state.draft.page);
  if (page === undefined) return { to: pageAddress(1, 0) };
  const note = { tone: "warning" as const, text: answeringNotes(state.locale).corrected };
  return { view: viewOf(state, page, { notes: [note] }), status: 409 };
}

/** Whether another window changed this page since it was given out, to something else than typed. */
function isConflict(
  { form, draft, revision }: AnsweringState,
  pageName: string,
  fields: FormData,
  typed: Answers,
): boolean {
  if (text(fields, "revision") === String(revision)) return false;
  const here = (answers: Answers) => markOf(answersOnPage(form.questionnaire, pageName, answers));
  const now = here(draft.answers);
  return now !== text(fields, "mark") && now !== here(typed);
}

async function save(
  { answering, draft, revision, locale }: AnsweringState,
  { db }: RequestContext,
  answers: Answers,
  page: number,
): Promise<number | undefined> {
  const { invitationId, key } = answering;
  const sealed = sealDraft(key, invitationId, { ...draft, answers, page, locale });
  const saving = await saveDraft(db, { invitationId, revision, sealed });
  return saving.saved ? saving.revision : undefined;
}

function pageNamed(pages: FormPage[], name: string) {
  const index = pages.findIndex((page) => page.name === name);
  return { pages, number: index + 1, page: pages[index] };
}

/** The panel that was just added, or the question of the one that was taken away. */
function placeOf(intent: string, { fields }: FormPage): string | undefined {
  const asked = panelIntentOf(intent);
  const field = fields.find(({ name }) => name === asked?.panel);
  if (field?.type !== "paneldynamic" || asked?.change !== "add") return field?.control;
  return `${field.control}.${field.panels.length - 1}`;
}

function text(fields: FormData, name: string): string {
  const value = fields.get(name);
  return typeof value === "string" ? value : "";
}
