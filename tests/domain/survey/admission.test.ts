import { describe, expect, it } from "vitest";
import { admit, type SurveyState } from "#app/domain/survey/index.ts";

const today = "2026-12-18";
const ask = (
  state: SurveyState,
  invitation: { answered: boolean } | null,
  closesOn: string | null = "2026-12-18",
) => admit({ survey: { state, closesOn }, invitation, today });

describe("admission to a survey", () => {
  it("lets an invited firm answer while the survey is open", () => {
    expect(ask("open", { answered: false })).toEqual({ may: true });
  });

  it("lets a firm answer on the deadline's own day and not after, whoever has closed it or not", () => {
    expect(ask("open", { answered: false }, "2026-12-18")).toEqual({ may: true });
    expect(ask("open", { answered: false }, "2026-12-17")).toMatchObject({ why: "closed" });
    expect(ask("open", { answered: true }, "2026-12-17")).toMatchObject({
      why: "already-answered",
    });
    expect(ask("open", { answered: false }, null)).toEqual({ may: true });
  });

  it("takes paper that came in time until the survey is closed", () => {
    const paper = (state: SurveyState, answered = false) =>
      admit({
        survey: { state, closesOn: "2026-12-10" },
        invitation: { answered },
        today,
        channel: "paper",
      });
    expect(paper("open")).toEqual({ may: true });
    expect(paper("closed")).toMatchObject({ why: "closed" });
    expect(paper("open", true)).toMatchObject({ why: "already-answered" });
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
