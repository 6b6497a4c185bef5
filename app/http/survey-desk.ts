export { surveyOf } from "./survey-desk/survey-of.ts";
