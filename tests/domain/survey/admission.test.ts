import { describe, expect, it } from "vitest";
import { admit, type SurveyState } from "#app/domain/survey/index.ts";

const ask = (state: SurveyState, invitation: { answered: boolean } | null) =>
  admit({ survey: { state }, invitation });

describe("admission to a survey", () => {
  it("lets an invited firm answer while the survey is open", () => {
    expect(ask("open", { answered: false })).toEqual({ may: true });
  });

  it("tells the four refusals apart in four plain messages", () => {
    const refusals = [
      ask("open", null),
      ask("open", { answered: true }),
      ask("preparing", { answered: false }),
      ask("closed", { answered: false }),
    ];
    expect(refusals.map((refusal) => (refusal.may ? "" : refusal.why))).toEqual([
      "unknown-code",
      "already-answered",
      "not-open",
      "closed",
    ]);
    const messages = refusals.map((refusal) => (refusal.may ? "" : refusal.message));
    expect(new Set(messages).size).toBe(4);
    for (const message of messages) expect(message).toMatch(/ください。$/);
  });

  it("tells a firm that has answered so, also after the close", () => {
    expect(ask("closed", { answered: true })).toMatchObject({ why: "already-answered" });
    expect(ask("closed", null)).toMatchObject({ why: "unknown-code" });
  });
});
