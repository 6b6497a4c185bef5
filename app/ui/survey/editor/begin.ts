import { type Place, rewriteJson } from "#app/domain/survey/editor/index.ts";
import { isJsonObject, type JsonObject } from "#app/domain/survey/json.ts";
import { readDraft } from "./kept-draft.ts";
import { type EditorState, startState } from "./state.ts";

/** A definition as the server holds it: its text, and the mark of this very state. */
export interface Held {
  base: string;
  source: string;
}

/** What the editor begins with; `overtaken` when the server's has changed under a draft. */
export interface Beginning {
  state: EditorState;
  overtaken: boolean;
  /** What was not saved and is shown again; `at` is when it was kept, in ms since 1970. */
  restored?: { at: number | undefined };
}

/**
 * Begins with what this browser has not saved, or with what the server holds. `other` is the text of
 * another questionnaire to begin from; the step back leads to what was there before.
 */
export function begin(
  slug: string,
  held: Held,
  other: string | null,
  taken: readonly string[],
  editable: boolean,
): Beginning {
  const draft = editable ? readDraft(slug) : undefined;
  const definition = definitionIn(held.source);
  if (other !== null) {
    const before = { definition: draft ? definitionIn(draft.text) : definition, place: start };
    const state = startState(definitionIn(other), { place: start, taken, past: [before] });
    return { state: { ...state, said: "ほかの調査票の写しから始めます。" }, overtaken: false };
  }
  if (!draft || draft.text === held.source) {
    return {
      state: startState(definition, { place: draft?.place ?? start, taken }),
      overtaken: false,
    };
  }
  const both = [...new Set([...taken, ...draft.taken])];
  const past = [{ definition, place: start }];
  const state = startState(definitionIn(draft.text), { place: draft.place, taken: both, past });
  const said = "保存していない内容を、この画面に戻しました。";
  const overtaken = draft.base !== held.base;
  return { state: { ...state, said }, overtaken, restored: { at: draft.at } };
}

/** Begins with what the server holds; one step back leads to what was thrown away. */
export function thrownAway(held: Held, { definition, place, taken }: EditorState): EditorState {
  const past = [{ definition, place }];
  const state = startState(definitionIn(held.source), { place, taken, past });
  return { ...state, said: "保存していない編集を捨てました。「元に戻す」で戻せます。" };
}

/** No such place: the first question is chosen. */
const start: Place = ["pages", -1];

/** The definition of a text that is JSON; an empty one where it is no object. */
export function definitionIn(text: string): JsonObject {
  const value: unknown = JSON.parse(text.replace(/^\uFEFF/, ""));
  return isJsonObject(value) ? value : {};
}

/** The text of a definition, with all that it has in common with the server's as it stands there. */
export const textOver = (held: Held, definition: JsonObject) =>
  rewriteJson(held.source, definition);
