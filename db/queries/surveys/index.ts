export { conductOf, type SurveyConduct } from "./conduct.ts";
export { extendDeadline } from "./deadline.ts";
export * from "./drafts.ts";
export {
  currentSource,
  type EditionHead,
  type EditionStored,
  listEditions,
  newEdition,
} from "./editions.ts";
export * from "./invitations.ts";
export {
  type CalendarKept,
  closeSurvey,
  keepCalendar,
  type Opening,
  openSurvey,
} from "./opening.ts";
export {
  type Clerk,
  type KeyingSaved,
  type KeyingsWaiting,
  keyingsWaiting,
  type PaperCode,
  type PaperState,
  paperState,
  saveKeying,
} from "./paper.ts";
export * from "./paper-counting.ts";
export * from "./preparing.ts";
export { type LinkedProvision, provisionsByQuestion } from "./question-links.ts";
export { rawAnswers } from "./raw-answers.ts";
export { receiveAnswers } from "./receive-answers.ts";
export type * from "./reception.ts";
export type { ReleaseHead } from "./release-heads.ts";
export * from "./releases.ts";
export * from "./releasing.ts";
export { findReceipt, type Receipt } from "./responses.ts";
export { currentResponsesByDay } from "./responses-by-day.ts";
export { currentResponseRate, type RosterCounts, replaceRoster, rosterCounts } from "./roster.ts";
export { hasAnswered, spentOf } from "./spent.ts";
export * from "./surveys.ts";
export * from "./text-pages.ts";
export * from "./texts.ts";
