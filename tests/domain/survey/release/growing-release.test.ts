import { describe, expect, it } from "vitest";
import { type AnswerWithStrata, countAnswers } from "#app/domain/survey/release/count-answers.ts";
import { choice, firms, type Made, made, releaseOf, surveyOf, variable } from "./small-release.ts";

describe("a second release that has grown by little", () => {
  const two = surveyOf(choice("x", ["a", "b"]), choice("y", ["c", "d"]));
  const forty = [
    ...firms(10, { x: "a", y: "c" }),
    ...firms(10, { x: "a", y: "d" }),
    ...firms(10, { x: "b", y: "c" }),
    ...firms(10, { x: "b", y: "d" }),
  ];
  const before = countAnswers(two, forty);
  const first = made(releaseOf(two, before));
  const releasedWith = (...more: AnswerWithStrata[]) =>
    made(releaseOf(two, countAnswers(two, [...forty, ...more]), { earlier: [first] }));
  const growth = ({ release, crossings }: Made) => {
    const cells = [
      ...["x", "y"].flatMap((id) =>
        variable(release, id).rows.map(({ count }, at) => [
          count,
          variable(first.release, id).rows[at]?.count,
        ]),
      ),
      ...(crossings["x|y"]?.cells ?? []).flatMap((row, at) =>
        row.map((count, column) => [count, first.crossings["x|y"]?.cells[at]?.[column]]),
      ),
    ];
    return cells.flatMap(([now, then]) =>
      typeof now === "number" && typeof then === "number" ? [now - then] : [],
    );
  };

  it("tells no count that has grown by one or two", () => {
    const second = releasedWith(...firms(1, { x: "a", y: "c" }), ...firms(2, { x: "b", y: "d" }));
    expect(growth(second).filter((came) => came > 0 && came < 3)).toEqual([]);
  });

  it("tells all where each has grown by three, or not at all", () => {
    const second = releasedWith(...firms(3, { x: "a", y: "c" }), ...firms(3, { x: "b", y: "d" }));
    expect(growth(second)).toEqual([3, 3, 3, 3, 3, 0, 0, 3]);
  });
});
