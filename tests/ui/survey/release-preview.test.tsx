import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { countAnswers } from "#app/domain/survey/release/count-answers.ts";
import { ReleasePreview } from "#app/ui/survey/release/release-preview.tsx";
import { firms, made, releaseOf, surveyOf } from "#tests/domain/survey/release/small-release.ts";

const survey = surveyOf({ type: "comment", name: "wishes", title: "要望を書いてください。" });
const given = firms(12, { wishes: "書類を減らしてください。" });
const { release } = made(releaseOf(survey, countAnswers(survey, given)));

const shown = (decided: number) =>
  renderToStaticMarkup(
    <ReleasePreview
      preview={{
        releasable: true,
        published: release,
        ...{ tables: 1, cells: 4, hidden: 0, newAnswers: 12 },
        decidedTexts: { wishes: decided },
      }}
    />,
  );

it("tells how many of the texts that were to be published a release leaves out", () => {
  expect(shown(0)).toContain("公表する記述は0件です。");
  expect(shown(0)).not.toContain("載せません");
  expect(shown(2)).toContain("公表すると決めたほかの2件は、載せると");
});
