export * from "./admission.ts";
export * from "./answers.ts";
export type * from "./json.ts";
export * from "./questionnaire.ts";
export * from "./roster/firm.ts";
export * from "./tabulation/percent.ts";
export * from "./tabulation/response-rate.ts";
export type * from "./tabulation/tables.ts";
