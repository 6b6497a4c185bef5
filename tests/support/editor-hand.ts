import type { Locator, Page } from "playwright-core";

/** A clerk at the questionnaire editor. */
export interface EditorHand {
  /** The heading over the form of what is chosen. */
  heading(name: string): Locator;
  /** Chooses from the list of contents by its label: 問3, ページ2. */
  choose(label: string): Promise<void>;
  press(name: string): Promise<void>;
  fill(label: string, text: string): Promise<void>;
  select(label: string, option: string): Promise<void>;
  tick(label: string): Promise<void>;
  /** Writes the question's words. */
  title(text: string): Promise<void>;
  /** Types the choices, one after the other with Enter. */
  choices(texts: string[]): Promise<void>;
  /** Pastes choices in the place of those there are. */
  paste(cells: string): Promise<void>;
  /** Adds a question behind the one that is chosen and writes its words. */
  add(kind: string, heading: string, title?: string, button?: string): Promise<void>;
  /** Shows the question when another was answered so. */
  condition(question: string, answer: string): Promise<void>;
}

/** The hand of a person at a page that shows the editor. */
export function editorHand(page: Page): EditorHand {
  const pane = page.locator(".editor-pane");
  const hand: EditorHand = {
    heading: (name) => pane.getByRole("heading", { level: 2, name, exact: true }),
    async choose(label) {
      const entry = page.locator(".editor-entry", {
        has: page.locator(".editor-entry-label").getByText(label, { exact: true }),
      });
      await entry.click();
      await hand.heading(label).waitFor();
    },
    press: (name) => page.getByRole("button", { name, exact: true }).click(),
    fill: (label, text) => pane.getByLabel(label, { exact: true }).fill(text),
    async select(label, option) {
      await pane.getByLabel(label, { exact: true }).selectOption({ label: option });
    },
    tick: (label) => pane.getByLabel(label, { exact: true }).check(),
    title: (text) => hand.fill("問の文", text),
    async choices(texts) {
      for (const [index, text] of texts.entries()) {
        const field = pane.getByLabel(`選択肢${index + 1}`, { exact: true });
        await field.fill(text);
        const last = (await pane.getByLabel(`選択肢${index + 2}`, { exact: true }).count()) === 0;
        if (last && index + 1 < texts.length) await field.press("Enter");
      }
    },
    async paste(cells) {
      await pane.getByText("表計算ソフトから選択肢を貼り付ける").click();
      await hand.fill("貼り付ける選択肢", cells);
      await hand.press("今の選択肢と入れ替える");
    },
    async add(kind, heading, title, button = "この後に問を足す") {
      const select = pane.getByLabel(`${button}：種類`);
      await select.focus();
      await select.selectOption({ label: kind });
      await page.keyboard.press("Tab");
      await page.keyboard.press("Enter");
      await hand.heading(heading).waitFor();
      if (title !== undefined) await hand.title(title);
    },
    async condition(question, answer) {
      const group = pane.getByRole("group", { name: "表示する条件", exact: true });
      await group.getByRole("button", { name: "条件を足す" }).click();
      await group.getByLabel("条件1：どの問").selectOption({ label: question });
      await group.getByLabel("条件1：答え").selectOption({ label: answer });
    },
  };
  return hand;
}
