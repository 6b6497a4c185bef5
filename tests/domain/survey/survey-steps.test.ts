import { describe, expect, it } from "vitest";
import { stepStates, surveySteps } from "#app/domain/survey/survey-steps.ts";

const facts = {
  state: "preparing",
  contact: "",
  firms: 0,
  withCode: 0,
  pastDeadline: false,
  releases: 0,
} as const;
const next = (more: Partial<Parameters<typeof stepStates>[0]>) => {
  const steps = stepStates({ ...facts, ...more });
  return surveySteps.filter((step) => steps[step] === "next");
};

describe("the steps of a survey", () => {
  it("name one thing to do next, from registering to the release", () => {
    const contact = "総務課";
    expect(next({})).toEqual(["settings"]);
    expect(next({ contact })).toEqual(["roster"]);
    expect(next({ contact, firms: 3, withCode: 2 })).toEqual(["letters"]);
    expect(next({ contact, firms: 3, withCode: 3 })).toEqual(["opening"]);
    expect(next({ state: "open", firms: 3, withCode: 3 })).toEqual(["answers"]);
    expect(next({ state: "open", pastDeadline: true })).toEqual(["closing"]);
    expect(next({ state: "closed" })).toEqual(["release"]);
    expect(next({ state: "closed", releases: 1 })).toEqual([]);
  });

  it("put nothing that is fixed by the opening before what is left to do", () => {
    const steps = stepStates({ ...facts, state: "open", firms: 3, withCode: 1 });
    expect(steps.letters).toBe("done");
    expect(steps.release).toBe("later");
  });
});
