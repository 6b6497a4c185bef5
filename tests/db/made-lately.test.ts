import { describe, expect, it } from "vitest";
import { responseRate } from "#app/domain/survey/tabulation/response-rate.ts";
import { madeLately } from "#db/queries/surveys/made-lately.ts";
import {
  ReleaseMaker,
  type ReleaseOrder,
} from "#db/queries/surveys/release-thread/release-maker.ts";
import { sampleQuestionnaire } from "#tests/domain/survey/sample.ts";

const questionnaire = sampleQuestionnaire();
const strata = { sector: "土木", size: "小", region: "市内", grade: "A", tier: "元請" };
const order: ReleaseOrder = {
  survey: { slug: "kinsaku", mode: "named", threshold: 3, edition: 1, questionnaire },
  number: 1,
  label: "速報",
  cutOff: "2026-11-20",
  roster: [],
  responseRate: responseRate([]),
  earlier: [],
};

/** Asks for a release of counts that end with some byte; tells how often one was made for it. */
async function timesMade(lastByte: number, asked: ReleaseOrder): Promise<number> {
  let made = 0;
  const maker = new ReleaseMaker({ questionnaire, base: undefined });
  const result = await madeLately(Uint8Array.of(7, lastByte), asked, () => {
    made++;
    return maker.make(asked);
  });
  expect(result.making).toMatchObject({ made: false, why: "too-few" });
  return made;
}

describe("a release that was made of the very same before", () => {
  it("is not made again", async () => {
    expect(await timesMade(1, order)).toBe(1);
    expect(await timesMade(1, structuredClone(order))).toBe(0);
  });

  it("is made again when one byte of the counts is another", async () => {
    await timesMade(1, order);
    expect(await timesMade(2, order)).toBe(1);
  });

  it.each<[string, Partial<ReleaseOrder>]>([
    ["label", { label: "確報" }],
    ["cut-off", { cutOff: "2026-11-21" }],
    ["threshold", { survey: { ...order.survey, threshold: 4 } }],
    ["roster", { roster: [{ strata, firms: 1 }] }],
    ["texts", { texts: { q1: { written: 4, published: [], keywords: [] } } }],
  ])("is made again under another %s", async (_, other) => {
    await timesMade(1, order);
    expect(await timesMade(1, { ...order, ...other })).toBe(1);
  });
});
