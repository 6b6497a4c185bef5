import { createContext, type Dispatch, useContext } from "react";
import type { OutlineEntry, Place } from "#app/domain/survey/editor/index.ts";
import { objectAt, withValueAt } from "#app/domain/survey/editor/index.ts";
import type { JsonObject } from "#app/domain/survey/json.ts";
import type { EditorAct, EditorState } from "./state.ts";

/** A fault in the editor's words; `field` is the name of its question. */
export interface EditorProblem {
  message: string;
  field?: string;
}

/** What every part of the editor needs. */
export interface EditorContext {
  state: EditorState;
  dispatch: Dispatch<EditorAct>;
  outline: OutlineEntry[];
  problems: readonly EditorProblem[];
  /** The languages that texts are written in, Japanese first. */
  locales: readonly string[];
  /** Names that answers may hang on: they can no longer be changed. */
  fixed: readonly string[];
  /** Values that choices of a question have had in other editions, by its name. */
  takenValues: Readonly<Record<string, string[]>>;
  articles: readonly { label: string; caption: string | null }[];
  readOnly: boolean;
}

const Context = createContext<EditorContext | undefined>(undefined);

export const EditorProvider = Context.Provider;

/** @throws Error outside the editor */
export function useEditor(): EditorContext {
  const context = useContext(Context);
  if (!context) throw new Error("This stands in an editor alone.");
  return context;
}

/** The chosen thing, and how to put a changed one in its place. */
export function useChosen(): {
  place: Place;
  json: JsonObject;
  change: (json: JsonObject, about: string) => void;
} {
  const { state, dispatch } = useEditor();
  const { definition, place } = state;
  return {
    place,
    json: objectAt(definition, place),
    change: (json, about) =>
      dispatch({ act: "edit", definition: withValueAt(definition, place, json), about }),
  };
}
