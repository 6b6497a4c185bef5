import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import {
  checkDefinition,
  type Leanings,
  type Questionnaire,
  type RosterFirm,
  readRoster,
} from "#app/domain/survey/index.ts";

/** The bytes of a file of the sample survey. */
export function sampleFile(name: string): Buffer {
  return readFileSync(resolve(import.meta.dirname, "../../../content/survey", name));
}

export function sampleQuestionnaire(name = "questionnaire.json"): Questionnaire {
  return questionnaireOf(sampleFile(name).toString("utf8"));
}

export function sampleFirms(): RosterFirm[] {
  const roster = readRoster(sampleFile("roster.csv"));
  if (!roster.ok) throw new Error(JSON.stringify(roster.problems.slice(0, 5)));
  return roster.value.firms;
}

export function sampleLeanings(): Leanings {
  return JSON.parse(sampleFile("leanings.json").toString("utf8"));
}

/** A questionnaire from a definition that must be right. */
export function questionnaireOf(definition: unknown): Questionnaire {
  const checked = checkDefinition(definition);
  if (!checked.ok) throw new Error(checked.problems.map(({ message }) => message).join("\n"));
  return checked.value;
}
