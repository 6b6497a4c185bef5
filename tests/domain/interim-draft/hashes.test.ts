import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { canonicalJson } from "#app/domain/interim-draft/canonical-json.ts";
import type { Figure, InterimDraftDocument } from "#app/domain/interim-draft/document.ts";
import { freezeInterimDraft, readFrozenDraft } from "#app/domain/interim-draft/freeze.ts";
import { hashesOf } from "#app/domain/interim-draft/hashes.ts";
import { sampleDraft } from "#tests/support/sample-interim-draft.ts";

describe("canonical JSON", () => {
  it("is the same whatever the order in which keys were set", () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.infiniteStream(fc.nat()), (value, dice) => {
        const shuffled = shuffleKeys(value, () => Number(dice.next().value));
        expect(canonicalJson(shuffled)).toBe(canonicalJson(value));
      }),
    );
  });

  it("reads back as the value it was made from", () => {
    fc.assert(
      fc.property(fc.jsonValue({ noUnicodeString: false }), (value) => {
        expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  it("tells different values apart", () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (a, b) => {
        const same = canonicalJson(a) === canonicalJson(b);
        expect(same).toBe(
          JSON.stringify(shuffleKeys(a, () => 0)) === JSON.stringify(shuffleKeys(b, () => 0)),
        );
      }),
    );
  });

  it("sorts keys and leaves out those without a value", () => {
    expect(canonicalJson({ 条: 8, a: undefined, B: [1, null], A: "あ" })).toBe(
      '{"A":"あ","B":[1,null],"条":8}',
    );
  });

  it("refuses what JSON cannot hold", () => {
    expect(() => canonicalJson({ percent: Number.NaN })).toThrow(TypeError);
    expect(() => canonicalJson([undefined])).toThrow(TypeError);
    expect(() => canonicalJson(new Date(0))).toThrow(TypeError);
  });
});

describe("the hashes of an interim draft", () => {
  it("are those anyone computes from the text and the JSON", () => {
    const draft = sampleDraft();
    const hashes = hashesOf(draft);
    const digest = (text: string) => createHash("sha256").update(text, "utf8").digest("hex");
    expect(hashes.text).toBe(digest(draft.text.plain));
    expect(hashes.whole).toBe(digest(freezeInterimDraft(draft).json));
    expect(hashes.figures).toMatch(/^[0-9a-f]{64}$/);
  });

  it("change with any change in a figure", () => {
    const original = hashesOf(sampleDraft());
    const changedField = fc.constantFrom<(figure: Figure) => void>(
      (figure) => {
        figure.count += 1;
      },
      (figure) => {
        figure.n -= 1;
      },
      (figure) => {
        figure.percent = Math.round((figure.percent ?? 0) * 10 + 1) / 10;
      },
      (figure) => {
        figure.simulated = !figure.simulated;
      },
      (figure) => {
        figure.noAnswer = (figure.noAnswer ?? 0) + 1;
      },
      (figure) => {
        figure.releaseId += "′";
      },
      (figure) => {
        figure.sentence += "。";
      },
      (figure) => {
        figure.choiceText = `${figure.choiceText ?? ""}他`;
      },
    );
    fc.assert(
      fc.property(changedField, fc.nat(), (change, pick) => {
        const draft = sampleDraft();
        const figures = draft.articles.flatMap((article) => article.figures);
        const figure = figures[pick % figures.length];
        if (figure === undefined) throw new Error("the sample has no figures");
        change(figure);
        const hashes = hashesOf(draft);
        expect(hashes.figures).not.toBe(original.figures);
        expect(hashes.whole).not.toBe(original.whole);
        expect(hashes.text).toBe(original.text);
      }),
    );
  });

  it("change when a figure moves to another article", () => {
    const draft = sampleDraft();
    const [from, to] = [draft.articles[6], draft.articles[7]];
    const moved = from?.figures.pop();
    if (moved) to?.figures.push(moved);
    expect(hashesOf(draft).figures).not.toBe(hashesOf(sampleDraft()).figures);
  });

  it("change with one character of the text", () => {
    fc.assert(
      fc.property(fc.nat(), fc.string({ minLength: 1, maxLength: 3 }), (place, extra) => {
        const draft = sampleDraft();
        const at = place % draft.text.plain.length;
        draft.text.plain = draft.text.plain.slice(0, at) + extra + draft.text.plain.slice(at);
        expect(hashesOf(draft).text).not.toBe(hashesOf(sampleDraft()).text);
        expect(hashesOf(draft).whole).not.toBe(hashesOf(sampleDraft()).whole);
      }),
      { numRuns: 30 },
    );
  });

  it("do not depend on the order of keys", () => {
    fc.assert(
      fc.property(fc.infiniteStream(fc.nat()), (dice) => {
        const shuffled = shuffleKeys(sampleDraft(), () => Number(dice.next().value));
        expect(hashesOf(shuffled as InterimDraftDocument)).toEqual(hashesOf(sampleDraft()));
      }),
      { numRuns: 20 },
    );
  });
});

describe("a frozen draft", () => {
  it("reads back as the document that was frozen", () => {
    expect(readFrozenDraft(freezeInterimDraft(sampleDraft()))).toEqual({
      ok: true,
      value: sampleDraft(),
    });
  });

  it("is refused when a single character was altered", () => {
    const frozen = freezeInterimDraft(sampleDraft());
    const altered = { ...frozen, json: frozen.json.replace('"count":80', '"count":81') };
    expect(altered.json).not.toBe(frozen.json);
    expect(readFrozenDraft(altered)).toMatchObject({
      ok: false,
      problems: [{ message: expect.stringContaining("SHA-256と一致しません") }],
    });
  });

  it("is refused when its JSON is cut short", () => {
    const frozen = freezeInterimDraft(sampleDraft());
    expect(readFrozenDraft({ ...frozen, json: frozen.json.slice(0, -9) }).ok).toBe(false);
  });
});

/** The same value with the keys of its objects in another order. */
function shuffleKeys(value: unknown, dice: () => number): unknown {
  if (Array.isArray(value)) return value.map((member) => shuffleKeys(member, dice));
  if (typeof value !== "object" || value === null) return value;
  const keyed = Object.entries(value).map(([key, member]) => ({ key, member, at: dice() }));
  keyed.sort((a, b) => a.at - b.at || (a.key < b.key ? -1 : 1));
  const shuffled: Record<string, unknown> = Object.create(null);
  for (const { key, member } of keyed) shuffled[key] = shuffleKeys(member, dice);
  return shuffled;
}
