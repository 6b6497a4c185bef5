/** Names of the controls of a form. All begin with `q.`; a panel's hold its place, from 0. */

/** Where the controls of a questionnaire's own questions begin. */
export const topPrefix = "q.";

/** Where the controls of one panel of a dynamic panel begin: `q.subs.0.` */
export function panelPrefix(control: string, index: number): string {
  return `${control}.${index}.`;
}

/** The text to "other" of a question. */
export function otherControl(control: string): string {
  return `${control}.other`;
}

/** The comment area beside a question. */
export function commentControl(control: string): string {
  return `${control}-Comment`;
}

/** One row of a matrix, item of a multipletext, or choice of a ranking (its place). */
export function partControl(control: string, part: string | number): string {
  return `${control}.${part}`;
}

/** What a button of the form asks for, besides turning the page. */
export type PanelIntent = { panel: string; change: "add" } | { panel: string; change: number };

/** The value of the button that adds an entry to a dynamic panel. */
export const addIntent = (panel: string) => `add:${panel}`;
/** The value of the button that takes an entry away; `index` counts from 0. */
export const removeIntent = (panel: string, index: number) => `remove:${panel}.${index}`;

/** Reads the value of a button that adds a panel or takes one away; undefined for any other. */
export function panelIntentOf(intent: string): PanelIntent | undefined {
  if (intent.startsWith("add:")) return { panel: intent.slice(4), change: "add" };
  const [, panel, index] = /^remove:(.+)\.(\d{1,3})$/.exec(intent) ?? [];
  return panel === undefined ? undefined : { panel, change: Number(index) };
}
