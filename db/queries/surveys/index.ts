export * from "./invitations.ts";
export { closeSurvey, type Opening, openSurvey } from "./opening.ts";
export { type LinkedProvision, provisionsByQuestion } from "./question-links.ts";
export type { ReleaseHead } from "./release-heads.ts";
export * from "./releases.ts";
export {
  answersOf,
  findReceipt,
  type Receipt,
  type Reception,
  receiveAnswers,
} from "./responses.ts";
export { currentResponseRate, type RosterCounts, replaceRoster, rosterCounts } from "./roster.ts";
export * from "./surveys.ts";
