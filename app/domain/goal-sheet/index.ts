export type * from "./goal-sheet.ts";
export { type Grade, gradeOf } from "./grade.ts";
export { parseGoalSheet } from "./parse-goal-sheet.ts";
export {
  deriveProgress,
  type Progress,
  type ProgressFacts,
  type ProgressStep,
  targetMonth,
} from "./progress.ts";
