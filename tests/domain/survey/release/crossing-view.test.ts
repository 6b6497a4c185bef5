import { describe, expect, it } from "vitest";
import {
  crossingView,
  storedPair,
  usualPair,
  variableOf,
  whyNoCrossing,
} from "#app/domain/survey/release/crossing-view.ts";
import { question, release, variable } from "#tests/support/hand-made-release.ts";

const size = variable("q1", 40, [
  ["s", "小", 25],
  ["l", "大", 15],
]);
const burden = variable("q2", 40, [
  ["y", "重い", 20],
  ["n", "軽い", 20],
]);
const reasons = variable(
  "q3",
  30,
  [
    ["a", "書類", 20],
    ["b", "賃金", 25],
  ],
  { answers: "several" },
);
const written = variable("q4", 9, [["written", "記入あり", 9]], { kind: "written" });
const published = release(
  [
    question(1, "規模", [size]),
    question(2, "負担", [burden]),
    question(3, "理由", [reasons]),
    question(4, "意見", [written]),
  ],
  { crossings: [{ rows: "q2", columns: "q1" }] },
);
const stored = {
  rows: "q2",
  columns: "q1",
  n: [25, 15],
  cells: [
    [15, 5],
    [10, 10],
  ],
};

describe("a crossing", () => {
  it("has percentages of the base of each column", () => {
    const view = crossingView(stored, burden, size);
    expect(view.columns.map(({ text, n }) => [text, n])).toEqual([
      ["小", 25],
      ["大", 15],
    ]);
    expect(view.cells[0]).toEqual([
      { count: 15, percent: 60 },
      { count: 5, percent: 33.3 },
    ]);
  });

  it("is turned where it is stored the other way round, with bases of its own", () => {
    const view = crossingView(stored, size, burden);
    expect(view.rows.map(({ text }) => text)).toEqual(["小", "大"]);
    expect(view.columns.map(({ text, n }) => [text, n])).toEqual([
      ["重い", 20],
      ["軽い", 20],
    ]);
    expect(view.cells).toEqual([
      [
        { count: 15, percent: 75 },
        { count: 10, percent: 50 },
      ],
      [
        { count: 5, percent: 25 },
        { count: 10, percent: 50 },
      ],
    ]);
  });

  it("has no base and no percentage where a hidden cell or several answers forbid the sum", () => {
    const hidden = { ...stored, n: [22, 15], cells: [[15, null], stored.cells[1] ?? []] };
    const some = { ...size, n: 37, noAnswer: 3 };
    const turned = crossingView(hidden, some, burden);
    expect(turned.columns.map(({ n }) => n)).toEqual([null, 20]);
    expect(turned.cells[0]?.[0]).toEqual({ count: 15, percent: null });
    const several = { ...stored, rows: "q1", columns: "q3", n: [20, 25] };
    const partly = { ...reasons, noAnswer: 10 };
    expect(crossingView(several, partly, size).columns.map(({ n }) => n)).toEqual([null, null]);
  });

  it("has the counts of the single table for bases where all answered the other question too", () => {
    const hidden = { ...stored, cells: [[15, null], stored.cells[1] ?? []] };
    const turned = crossingView(hidden, size, burden);
    expect(turned.columns.map(({ n }) => n)).toEqual([20, 20]);
    expect(turned.cells[0]?.[0]).toEqual({ count: 15, percent: 75 });
    // Not all answered the question of size, but all who answered that of the burden did.
    const some = { ...size, n: 40, noAnswer: 3 };
    expect(crossingView(hidden, some, burden).columns.map(({ n }) => n)).toEqual([20, 20]);
  });

  it("is found whichever way round it is asked for", () => {
    expect(storedPair(published, "q2", "q1")).toEqual({ rows: "q2", columns: "q1" });
    expect(storedPair(published, "q1", "q2")).toEqual({ rows: "q2", columns: "q1" });
    expect(storedPair(published, "q1", "q3")).toBeUndefined();
  });

  it("is offered with a partner that the release has a table for", () => {
    expect(usualPair(published, undefined, undefined)).toEqual({ rows: "q2", columns: "q1" });
    expect(usualPair(published, undefined, "q2")).toEqual({ rows: "q1", columns: "q2" });
    expect(usualPair(published, "q1", undefined)).toEqual({ rows: "q1", columns: "q2" });
    expect(usualPair(published, undefined, "q3")).toEqual({ rows: undefined, columns: "q3" });
  });

  it("that does not exist is explained", () => {
    const why = (a: string, b: string) => {
      const [rows, columns] = [variableOf(published, a), variableOf(published, b)];
      return rows && columns ? whyNoCrossing(published, rows, columns) : undefined;
    };
    expect(why("q1", "q1")).toContain("違う二つの問を選んでください");
    expect(why("q4", "q1")).toContain("自由に書く問");
    expect(why("q3", "q1")).toContain("3者に満たない組み合わせ");
  });
});
