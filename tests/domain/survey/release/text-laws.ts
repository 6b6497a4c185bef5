import type { PublishedQuestion, PublishedRelease } from "#app/domain/survey/release/published.ts";
import { less, type Reading, sum } from "./reader.ts";

/**
 * What the texts of a release tell: each that is shown was written by one firm at least, by no more
 * than could write it, and a firm that can write but one text wrote but one of them.
 */
export function readTexts(reading: Reading, release: PublishedRelease): void {
  // Laws have no constants: 1 is that part of what everybody knows.
  const one = [1 / release.responses, "responses"] as const;
  for (const question of release.questions) {
    const { name, variables, texts } = question;
    if (!texts || variables.length === 0) continue;
    const cells = texts.published.map(({ text, firms }) => {
      const cell = `${name}#text=${text}`;
      reading.cells.set(cell, firms);
      reading.own.push({ sense: "<=", terms: [one, ...less(cell)] });
      return { text, cell };
    });
    const writers = writersOf(question);
    for (const { cell } of cells) {
      reading.own.push({ sense: "<=", terms: [...sum(cell), ...less(...writers.cells)] });
    }
    if (writers.once) {
      const all = cells.map(({ cell }) => cell);
      reading.own.push({ sense: "<=", terms: [...sum(...all), ...less(...writers.cells)] });
    }
    if (texts.written !== null) {
      reading.cells.set(`${name}#written`, texts.written);
      reading.own.push({
        sense: writers.once ? "=" : "<=",
        terms: [...sum(`${name}#written`), ...less(...writers.cells)],
      });
    }
    for (const { word, firms } of texts.keywords) {
      const cell = `${name}#word=${word}`;
      reading.cells.set(cell, firms);
      // A word is found in the texts as they would be typed.
      const within = cells.filter(({ text }) => text.normalize("NFKC").includes(word));
      const used = within.map(({ cell }) => cell);
      reading.own.push({ sense: "<=", terms: [...sum(cell), ...less(...used)] });
    }
  }
}

/** The cells that hold all who can have written, and whether each of these wrote one text at most. */
function writersOf({ type, name, variables }: PublishedQuestion): {
  cells: string[];
  once: boolean;
} {
  if (type === "text" || type === "comment") return { cells: [`${name}#n`], once: true };
  const [variable] = variables;
  const chooses = type === "radiogroup" || type === "dropdown" || type === "checkbox";
  if (chooses && variables.length === 1 && variable?.rows.some(({ key }) => key === "other")) {
    return { cells: [`${name}=other`], once: true };
  }
  // Of a panel the first variable counts the firms; of a matrix any row may be the one answered.
  const firms = variables.filter(({ counts }) => counts === "firms");
  return { cells: firms.map(({ id }) => `${id}#n`), once: false };
}
