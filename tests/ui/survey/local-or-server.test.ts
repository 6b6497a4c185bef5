import { describe, expect, it } from "vitest";
import { beginningOf, carriedOver } from "#app/ui/survey/script/local-or-server.ts";

const server = { revision: 3, answers: { a: "市の下書き", b: 1 }, page: 1, locale: "ja" };
const local = { revision: 3, answers: { a: "この画面", b: 1 }, page: 0 };

describe("the draft that a form begins with", () => {
  it("is the tab's where it continues the server's", () => {
    expect(beginningOf(server, local)).toEqual({ answers: local.answers });
    expect(beginningOf(server, undefined)).toEqual({ answers: server.answers });
  });

  it("is the tab's where the server's is one that the tab had posted", () => {
    const posted = [JSON.stringify(server.answers)];
    expect(beginningOf(server, { ...local, revision: 2, posted })).toEqual({
      answers: local.answers,
    });
  });

  it("is the server's where it moved on elsewhere, and what the tab alone holds is left to choose", () => {
    expect(beginningOf(server, { ...local, revision: 2 })).toEqual({
      answers: server.answers,
      leftBehind: local.answers,
    });
    expect(beginningOf(server, { revision: 2, answers: { b: 1 }, page: 0 })).toEqual({
      answers: server.answers,
    });
  });
});

describe("what is carried over from the plain form", () => {
  it("is what was typed there, and elsewhere what the tab had kept", () => {
    const kept = { a: "この画面", c: "先のページ" };
    expect(carriedOver(server.answers, kept, { a: "市の下書き", b: 2 })).toEqual({
      a: "この画面",
      b: 2,
      c: "先のページ",
    });
  });

  it("leaves out what was emptied there", () => {
    expect(carriedOver(server.answers, { a: "市の下書き", b: 1 }, { b: 1 })).toEqual({ b: 1 });
  });
});
