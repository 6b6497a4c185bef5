import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import type { Figure } from "#app/domain/interim-draft/document.ts";
import { FigureEvidence } from "#app/ui/interim-draft/evidence.tsx";

const figure: Figure = {
  ...{ surveyTitle: "働き方のアンケート", releaseLabel: "確報", releaseId: "r", release: 2 },
  ...{ question: "raised", questionNumber: 1, questionTitle: "賃金を引き上げましたか。" },
  ...{ count: 40, n: 40, percent: null, simulated: false, path: "/surveys/a/releases/2" },
  sentence: "40者が答えました。",
  releaseSha256: "c0".repeat(32),
  sha256: "ab".repeat(32),
  rows: [
    { cell: "yes", label: "引き上げた", count: 38, percent: 95 },
    { cell: "no", label: "変えていない", count: null, percent: null },
  ],
  hiddenReason: "x は伏せた数です（3者に満たない数と、そこから計算できてしまう数）。",
};
const shown = (figure: Figure) =>
  renderToStaticMarkup(<FigureEvidence figure={figure} label="第3条" />);

it("shows the digests of a figure and of its release, and why a row is hidden", () => {
  const html = shown(figure);
  expect(html).toContain(`この数値のSHA-256 <code>${"ab".repeat(32)}</code>`);
  expect(html).toContain(`集計版2のSHA-256 <code>${"c0".repeat(32)}</code>`);
  expect(html).toContain("x は伏せた数です（3者に満たない数と、そこから計算できてしまう数）。");
});

it("shows what drafts of before hold, which have neither digests nor the reason", () => {
  const { sha256, releaseSha256, hiddenReason, ...before } = figure;
  const html = shown(before);
  expect(html).not.toContain("SHA-256");
  expect(html).toContain("x は、回答した事業者が推測されないように伏せた数です。");
});
