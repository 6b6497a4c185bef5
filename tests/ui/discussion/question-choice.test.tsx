import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { QuestionChoice } from "#app/ui/discussion/question-choice.tsx";

it("tells figures of firms in 者 and those of a panel's entries in 件", () => {
  const choice = (value: string, counts: "firms" | "entries", percent: number | null) => ({
    ...{ value, text: value },
    figure: { count: 78, n: 229, percent, counts },
  });
  const html = renderToStaticMarkup(
    <QuestionChoice
      action="/desk"
      surveys={[{ slug: "a", title: "調査", released: true }]}
      survey={{
        ...{ slug: "a", title: "調査", isSimulated: false, release: undefined, questions: [] },
        chosen: {
          ...{ name: "q1", number: 1, title: "下請の事業者", sentence: undefined },
          choices: [choice("firm", "firms", 34.06), choice("t1/a", "entries", null)],
        },
      }}
      names={[]}
      refused={undefined}
    />,
  );
  expect(html).toContain("34.1%（78者、n=229）");
  expect(html).toContain("78件（n=229）");
});
