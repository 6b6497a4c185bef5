import {
  type Arranged,
  flattened,
  namesIn,
  objectAt,
  outlineOf,
  type Place,
  samePlace,
  valueAt,
} from "#app/domain/survey/editor/index.ts";
import type { JsonObject } from "#app/domain/survey/json.ts";

/** A definition with what was chosen in it. */
interface Moment {
  definition: JsonObject;
  place: Place;
}

export interface EditorState extends Moment {
  /** Changes whenever something else is chosen: its form begins anew. */
  serial: number;
  /** Changes whenever the form is to be gone to. */
  arrival: number;
  past: Moment[];
  future: Moment[];
  /** What the newest step of `past` was about: typing on in one field is one step. */
  about: string;
  /** Names that have been in use; none comes back. */
  taken: string[];
  /** Languages asked for, before a text is written in them. */
  languages: string[];
  /** What has just happened, to be read aloud. */
  said: string;
}

export type EditorAct =
  | { act: "choose"; place: Place }
  /** Something of the chosen thing was edited; `about` names the field. */
  | { act: "edit"; definition: JsonObject; about: string; said?: string }
  /** Something was added, copied, moved or removed; `arrive` goes to its form. */
  | { act: "arrange"; arranged: Arranged; said: string; arrive: boolean }
  | { act: "undo" }
  | { act: "redo" }
  | { act: "language"; locale: string; said: string }
  | { act: "say"; said: string }
  /** Begins anew with what the server holds. */
  | { act: "restart"; state: EditorState };

const mostSteps = 200;

/** The editor before anything was done; without what stood at `place`, at the first question. */
export function startState(
  definition: JsonObject,
  { place, taken, past = [] }: { place: Place; taken: readonly string[]; past?: Moment[] },
): EditorState {
  const chosen = valueAt(definition, place) === undefined ? firstQuestion(definition) : place;
  return {
    ...{ definition, place: chosen, past, taken: [...taken] },
    ...{ serial: 0, arrival: 0, future: [], about: "", languages: [], said: "" },
  };
}

/** Where one begins: at the first question. */
export function firstQuestion(definition: JsonObject): Place {
  const entries = flattened(outlineOf(definition));
  return (entries.find(({ kind }) => kind === "question") ?? entries[0])?.place ?? [];
}

/**
 * The state after an act. An edit that changes nothing leaves the very state; edits of one field in
 * a row are one step to undo, and as many steps as `mostSteps` says are kept.
 */
export function editorReducer(state: EditorState, act: EditorAct): EditorState {
  switch (act.act) {
    case "choose":
      return { ...state, ...gone(state), place: act.place, about: "", said: "" };
    case "edit": {
      const about = `${state.serial} ${act.about}`;
      const { definition, said = "" } = act;
      if (definition === state.definition) return state;
      if (about === state.about) return { ...state, definition, said, future: [] };
      return { ...state, ...kept(state), about, definition, said };
    }
    case "arrange": {
      const { definition, place } = act.arranged;
      const taken = [...new Set([...state.taken, ...namesIn(state.definition)])];
      const next = {
        ...state,
        ...kept(state),
        definition,
        place,
        taken,
        said: act.said,
        about: "",
      };
      return act.arrive ? { ...next, ...gone(state) } : next;
    }
    case "undo":
    case "redo":
      return stepped(state, act.act);
    case "language": {
      const languages = [...new Set([...state.languages, act.locale])];
      return { ...state, languages, said: act.said };
    }
    case "say":
      // Said twice, it is to be heard twice.
      return { ...state, said: state.said === act.said ? `${act.said}\u00A0` : act.said };
    case "restart":
      return { ...act.state, serial: state.serial + 1, arrival: state.arrival };
  }
}

const gone = ({ serial, arrival }: EditorState) => ({ serial: serial + 1, arrival: arrival + 1 });

function kept({ definition, place, past }: EditorState) {
  return { past: [...past.slice(-mostSteps), { definition, place }], future: [] };
}

function stepped(state: EditorState, way: "undo" | "redo"): EditorState {
  const [from, to] = way === "undo" ? [state.past, state.future] : [state.future, state.past];
  const moment = from.at(-1);
  if (!moment) return state;
  const rest = from.slice(0, -1);
  const other = [...to, { definition: state.definition, place: state.place }];
  const same = samePlace(moment.place, state.place);
  const known = same || Object.keys(objectAt(moment.definition, moment.place)).length > 0;
  return {
    ...state,
    definition: moment.definition,
    place: known ? moment.place : firstQuestion(moment.definition),
    ...(way === "undo" ? { past: rest, future: other } : { past: other, future: rest }),
    serial: state.serial + 1,
    about: "",
    said: way === "undo" ? "1つ前に戻しました。" : "やり直しました。",
  };
}
