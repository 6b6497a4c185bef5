import type { Locator, Page } from "playwright-core";
import type { Answers, Question } from "#app/domain/survey/index.ts";
import { arrive } from "../browser.ts";
import { besideOf, type Hand, listOf, partsOf } from "./hand.ts";

/** A person whose browser runs no script: controls by name, pages by posts. */
export function plainHand(page: Page): Hand {
  const form = page.locator("form[data-plain-form]");
  const named = (name: string) => form.locator(`[name="${name}"]`);

  async function fill(question: Question, answers: Answers, prefix = "q."): Promise<void> {
    const control = prefix + question.name;
    const value = answers[question.name];
    const beside = besideOf(question, answers);
    switch (question.type) {
      case "text":
      case "number":
      case "date":
      case "comment":
        if (value !== undefined) await named(control).fill(String(value));
        break;
      case "boolean":
        await tickNamed(control, value === question.whenTrue.value);
        break;
      case "radiogroup":
      case "rating":
        await tickNamed(control, value);
        break;
      case "checkbox":
        for (const each of listOf(value)) await tickNamed(control, each);
        break;
      case "dropdown":
        await named(control).selectOption(String(value));
        break;
      case "ranking":
        for (const [at, each] of listOf(value).entries()) {
          await named(`${control}.${String(each)}`).selectOption(String(at + 1));
        }
        break;
      case "matrix":
        for (const [row, column] of Object.entries(partsOf(value))) {
          await tickNamed(`${control}.${row}`, column);
        }
        break;
      case "multipletext":
        for (const [item, text] of Object.entries(partsOf(value))) {
          await named(`${control}.${item}`).fill(String(text));
        }
        break;
      case "paneldynamic":
        await fillPanels(question, listOf(value).map(partsOf), control);
        break;
      case "html":
        break;
    }
    if (beside === undefined) return;
    const other = named(`${control}.other`);
    await ((await other.count()) > 0 ? other : named(`${control}-Comment`)).fill(beside);
  }

  async function tickNamed(control: string, value: unknown): Promise<void> {
    await form.locator(`input[name="${control}"][value="${String(value)}"]`).check();
  }

  async function fillPanels(
    question: Extract<Question, { type: "paneldynamic" }>,
    entries: Answers[],
    control: string,
  ): Promise<void> {
    for (;;) {
      const count = Number(await named(control).inputValue());
      if (count >= entries.length) break;
      await arrive(page, () => form.locator(`button[value="add:${question.name}"]`).click());
    }
    for (const [index, entry] of entries.entries()) {
      const prefix = `${control}.${index}.`;
      for (const inner of question.questions) {
        if (entry[inner.name] === undefined || !(await present(prefix + inner.name))) continue;
        await fill(inner, entry, prefix);
      }
    }
  }

  async function present(control: string): Promise<boolean> {
    const found: Locator = form.locator(`[name="${control}"], [name^="${control}."]`);
    return (await found.count()) > 0 && (await found.first().isEnabled());
  }

  return {
    sees: (question) => present(`q.${question.name}`),
    fill,
    next: () => arrive(page, () => form.locator('.buttons button[value="next"]').click()),
    pageName: async () =>
      (await form.count()) > 0 ? ((await form.getAttribute("data-plain-form")) ?? "") : "",
  };
}
