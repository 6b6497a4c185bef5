export type * from "./goal-sheet.ts";
