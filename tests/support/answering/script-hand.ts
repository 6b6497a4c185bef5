import type { Locator, Page } from "playwright-core";
import type { Answers, Question, Questionnaire } from "#app/domain/survey/index.ts";
import { besideOf, type Hand, listOf, partsOf, tick } from "./hand.ts";

/** A person whose browser runs script: SurveyJS has taken the form over. */
export function scriptHand(page: Page, { pages }: Questionnaire): Hand {
  const form = page.locator(".sd-root-modern");
  const questionIn = (scope: Locator, name: string) => scope.locator(`[data-name="${name}"]`);

  async function type(field: Locator, text: unknown): Promise<void> {
    await field.fill(String(text));
    await field.blur();
  }

  async function fill(question: Question, answers: Answers, scope = form): Promise<void> {
    const place = questionIn(scope, question.name);
    const value = answers[question.name];
    const beside = besideOf(question, answers);
    switch (question.type) {
      case "text":
      case "number":
      case "date":
        if (value !== undefined) await type(place.locator("input").first(), value);
        break;
      case "comment":
        await type(place.locator("textarea"), value);
        break;
      case "boolean":
        await tick(place, value);
        break;
      case "radiogroup":
      case "rating":
        await tick(place, value);
        break;
      case "checkbox":
        for (const each of listOf(value)) await tick(place, each);
        break;
      case "dropdown":
        await place.locator("select").selectOption(String(value));
        break;
      case "ranking":
        for (const [at, each] of listOf(value).entries()) {
          const index = question.choices.findIndex((choice) => choice.value === each);
          await place
            .locator("select")
            .nth(index)
            .selectOption(String(at + 1));
        }
        break;
      case "matrix":
        for (const [index, row] of question.rows.entries()) {
          await tick(place.locator("tbody tr").nth(index), partsOf(value)[String(row.value)]);
        }
        break;
      case "multipletext":
        for (const [index, item] of question.items.entries()) {
          const text = partsOf(value)[item.name];
          if (text !== undefined) await type(place.locator("input").nth(index), text);
        }
        break;
      case "paneldynamic":
        await fillPanels(question, listOf(value).map(partsOf), place);
        break;
      case "html":
        break;
    }
    if (beside !== undefined)
      await type(place.locator("textarea, input[type=text]").last(), beside);
  }

  async function fillPanels(
    question: Extract<Question, { type: "paneldynamic" }>,
    entries: Answers[],
    place: Locator,
  ): Promise<void> {
    const panels = place.locator(".sd-paneldynamic__panel-wrapper");
    while ((await panels.count()) < entries.length) {
      await place.locator(".sd-paneldynamic__add-btn, button[id$=addPanel]").first().click();
    }
    for (const [index, entry] of entries.entries()) {
      for (const inner of question.questions) {
        if (entry[inner.name] !== undefined) await fill(inner, entry, panels.nth(index));
      }
    }
  }

  return {
    sees: async ({ name }) => {
      const place = questionIn(form, name);
      return (await place.count()) > 0 && (await place.locator("[disabled]").count()) === 0;
    },
    fill,
    next: async () => {
      const before = await shown();
      await form
        .locator("input[type=button], button")
        .and(form.locator(".sd-navigation__next-btn, .sd-navigation__preview-btn"))
        .click();
      await page.waitForTimeout(50);
      if (before === (await shown())) await page.waitForTimeout(150);
    },
    pageName: async () => pages[(await shown()) - 1]?.name ?? "",
  };

  /** The page's number, from its address; past the last on the last look. */
  async function shown(): Promise<number> {
    if ((await form.locator(".sd-navigation__complete-btn").count()) > 0) return pages.length + 1;
    return Number(new URL(page.url()).searchParams.get("page") ?? 1);
  }
}

/** Waits until SurveyJS stands in the place of the plain form. */
export async function takenOver(page: Page): Promise<void> {
  await page.locator(".sd-root-modern").waitFor();
}
