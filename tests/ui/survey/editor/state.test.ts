import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  copyAt,
  emptyDefinition,
  objectAt,
  type Place,
  removeAt,
  withValueAt,
} from "#app/domain/survey/editor/index.ts";
import {
  type EditorAct,
  type EditorState,
  editorReducer,
  startState,
} from "#app/ui/survey/editor/state.ts";

const first: Place = ["pages", 0, "elements", 0];
const start = startState(emptyDefinition, { place: ["nowhere"], taken: [] });
const title = (text: string): EditorAct => ({
  act: "edit",
  definition: withValueAt(emptyDefinition, [...first, "title"], text),
  about: "title ja",
});
const run = (state: EditorState, ...acts: EditorAct[]) => acts.reduce(editorReducer, state);

describe("the editor's steps", () => {
  it("begin at the first question", () => {
    expect(start.place).toEqual(first);
  });

  it("take typing on in one field for one step", () => {
    const typed = run(start, title("あ"), title("ああ"), title("あああ"));
    expect(objectAt(typed.definition, first).title).toBe("あああ");
    const undone = run(typed, { act: "undo" });
    expect(undone.definition).toBe(emptyDefinition);
    expect(run(undone, { act: "redo" }).definition).toBe(typed.definition);
    const apart = run(start, title("あ"), { act: "choose", place: first }, title("い"));
    expect(objectAt(run(apart, { act: "undo" }).definition, first).title).toBe("あ");
  });

  it("keep the names of what is removed from coming back", () => {
    const arranged = copyAt(emptyDefinition, first, []);
    const copied = run(start, { act: "arrange", arranged, said: "", arrive: true });
    expect(objectAt(copied.definition, copied.place).name).toBe("q2");
    const definition = removeAt(copied.definition, copied.place);
    const removed = run(copied, {
      ...{ act: "arrange", said: "", arrive: true },
      arranged: { definition, place: first },
    });
    const again = copyAt(removed.definition, first, removed.taken);
    expect(objectAt(again.definition, again.place).name).toBe("q3");
  });

  it("say the same thing twice so that it is heard twice", () => {
    const once = run(start, { act: "say", said: "ここまでです。" });
    expect(run(once, { act: "say", said: "ここまでです。" }).said).not.toBe(once.said);
  });

  it("lead back to the beginning, and to the end again, whatever they were", () => {
    const step = fc.nat(3).map((kind) => (state: EditorState): EditorState => {
      const { definition, place, taken } = state;
      if (kind === 0) {
        const arranged = copyAt(definition, place, taken);
        return editorReducer(state, { act: "arrange", arranged, said: "", arrive: true });
      }
      if (kind === 1) return editorReducer(state, { act: "choose", place: first });
      const changed = withValueAt(definition, [...place, "title"], `題${taken.length}${kind}`);
      return editorReducer(state, { act: "edit", definition: changed, about: `title${kind}` });
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 20 }), (steps) => {
        const end = steps.reduce((state, act) => act(state), start);
        const times = Array.from({ length: end.past.length });
        const back = times.reduce<EditorState>((state) => run(state, { act: "undo" }), end);
        expect(back.definition).toBe(emptyDefinition);
        const forth = times.reduce<EditorState>((state) => run(state, { act: "redo" }), back);
        expect(forth.definition).toEqual(end.definition);
      }),
    );
  });
});
