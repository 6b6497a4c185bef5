import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  answerableQuestions,
  compileQuestionnaire,
  simulateAnswers,
} from "#app/domain/survey/index.ts";
import { everyType } from "./every-type.ts";
import { questionnaireOf, sampleFirms, sampleLeanings, sampleQuestionnaire } from "./sample.ts";

const firms = sampleFirms();

describe("simulated answers", () => {
  it("of 400 firms come from 228 at 57 %, each accepted by the checker", () => {
    const questionnaire = sampleQuestionnaire();
    const check = compileQuestionnaire(questionnaire);
    const simulated = simulateAnswers(questionnaire, firms, 1, 0.57, sampleLeanings());
    expect(simulated).toHaveLength(228);
    expect(new Set(simulated.map(({ firmNumber }) => firmNumber)).size).toBe(228);
    for (const { answers } of simulated)
      expect(check(answers)).toEqual({ ok: true, value: answers });
  });

  it("are the same for the same seed and other for another", () => {
    const questionnaire = sampleQuestionnaire();
    const simulate = (seed: number) =>
      JSON.stringify(simulateAnswers(questionnaire, firms.slice(0, 60), seed, 0.57));
    expect(simulate(4)).toBe(simulate(4));
    expect(simulate(4)).not.toBe(simulate(5));
  });

  it("pass for every question type, any seed and rate", () => {
    const questionnaire = questionnaireOf(everyType);
    const check = compileQuestionnaire(questionnaire);
    fc.assert(
      fc.property(fc.integer(), fc.double({ min: 0, max: 1, noNaN: true }), (seed, rate) => {
        const simulated = simulateAnswers(questionnaire, firms.slice(0, 20), seed, rate);
        expect(simulated).toHaveLength(Math.round(rate * 20));
        for (const { answers } of simulated) expect(check(answers).ok).toBe(true);
      }),
      { numRuns: 30 },
    );
  });

  it("lean with sector and size: works contractors answer works, large firms have more staff", () => {
    const simulated = simulateAnswers(sampleQuestionnaire(), firms, 2, 1, sampleLeanings());
    const byNumber = new Map(firms.map((firm) => [firm.number, firm]));
    const of = (sector: string) =>
      simulated.filter(({ firmNumber }) => byNumber.get(firmNumber)?.sector === sector);
    const shareOf = (sector: string, value: string) =>
      of(sector).filter(({ answers }) => answers.q1 === value).length / of(sector).length;
    expect(shareOf("工事", "a1")).toBeGreaterThan(0.7);
    expect(shareOf("物品", "a1")).toBeLessThan(0.1);
    const staff = (size: string) =>
      simulated
        .filter(({ firmNumber }) => byNumber.get(firmNumber)?.size === size)
        .map(({ answers }) => Number(answers.q2));
    expect(Math.max(...staff("小"))).toBeLessThan(Math.min(...staff("大")));
  });

  it("come with leanings that name only questions and choices of the sample", () => {
    const questions = new Map(
      answerableQuestions(sampleQuestionnaire()).map((question) => [question.name, question]),
    );
    for (const [name, { weights = {} }] of Object.entries(sampleLeanings())) {
      const question = questions.get(name);
      expect(question, name).toBeDefined();
      if (question !== undefined && "choices" in question) {
        const offered = question.choices.map(({ value }) => String(value));
        for (const value of Object.keys(weights)) expect(offered).toContain(value);
      }
    }
  });
});
