import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { BarChart } from "#app/ui/charts/BarChart.tsx";
import { numberLabel, percentLabel } from "#app/ui/charts/chart-data.ts";
import { fillKind } from "#app/ui/charts/fills.tsx";
import { readXml, type XmlNode } from "#tests/support/xml.ts";
import { barRows, bins, columns, SampleFigures, stackedRows } from "./sample-figures.tsx";

const html = renderToStaticMarkup(<SampleFigures />);

/** Every element of the markup, which is well-formed XML too: it holds no void elements. */
function tagsOf(markup: string): XmlNode[] {
  const below = (node: XmlNode): XmlNode[] => [node, ...node.children.flatMap(below)];
  return below(readXml(markup));
}

const tags = tagsOf(html);
const named = (name: string) => tags.filter((tag) => tag.name === name);

/** The rows of a figure's table as they read. */
function tableOf(id: string): string[][] {
  const figure = html.split(`id="${id}-figure"`)[1]?.split("</figure>")[0] ?? "";
  return (figure.match(/<tr>.*?<\/tr>/gs) ?? []).map((row) =>
    (row.match(/<t[hd].*?<\/t[hd]>/gs) ?? []).map((cell) => cell.replace(/<[^>]*>/g, "")),
  );
}

describe("every chart", () => {
  it("needs neither script nor inline style, and takes labels for words", () => {
    expect(tags.filter(({ attributes }) => "style" in attributes)).toEqual([]);
    expect(named("style")).toEqual([]);
    expect(named("script")).toEqual([]);
    expect(html).toContain("&lt;script&gt;");
  });

  it("is a picture with a name and a description that hold its numbers", () => {
    const pictures = tags.filter(({ attributes }) => attributes.role === "img");
    expect(pictures).toHaveLength(3);
    const ids = new Set(tags.map(({ attributes }) => attributes.id).filter(Boolean));
    for (const { attributes } of pictures) {
      const names = (attributes["aria-labelledby"] ?? "").split(" ");
      expect(names).toHaveLength(2);
      for (const name of names) expect(ids).toContain(name);
    }
    expect(html).toMatch(/<desc id="q1-description">とても重い 41（18\.6%）、/);
  });

  it("gives each id once, and refers only to patterns that are there", () => {
    const ids = tags.map(({ attributes }) => attributes.id).filter(Boolean);
    expect(new Set(ids).size).toBe(ids.length);
    const patterns = tags.flatMap(
      ({ attributes }) => /^url\(#(.*)\)$/.exec(attributes.fill ?? "")?.[1] ?? [],
    );
    expect(patterns.length).toBeGreaterThan(0);
    for (const pattern of patterns) expect(ids).toContain(pattern);
  });

  it("stands in a figure with its question, n, 無回答 and what else there is to know", () => {
    expect(named("figure")).toHaveLength(4);
    expect(named("figcaption")).toHaveLength(4);
    expect(html).toContain("n=221　無回答 7　非該当 12　複数回答　模擬回答");
  });

  it("has its table beside it, with every number, n and 無回答", () => {
    expect(named("table")).toHaveLength(4);
    expect(named("caption")).toHaveLength(4);
    expect(
      named("th").every(({ attributes }) => ["col", "row"].includes(attributes.scope ?? "")),
    ).toBe(true);
    expect(tableOf("q1")).toEqual([
      ["選択肢", "回答数", "割合"],
      ...barRows.map(({ label, count, percent }) => [
        label.replaceAll("<", "&lt;").replaceAll(">", "&gt;"),
        numberLabel(count),
        percentLabel(percent),
      ]),
      ["n（回答した事業者）", "221"],
      ["無回答", "7"],
    ]);
    expect(tableOf("q2").slice(0, 3)).toEqual([
      ["項目", ...columns, "n"],
      [
        "労働報酬の下限額を定めること",
        "75（34.2%）",
        "60（27.4%）",
        "40（18.3%）",
        "30（13.7%）",
        "14（6.4%）",
        "219",
      ],
      ["誰も答えなかった項目", ...columns.map(() => "0（－）"), "0"],
    ]);
    expect(tableOf("q3")[1]).toEqual(["0万円以上20,000万円未満", "120", "8.3%"]);
    expect(tableOf("q3").at(-3)?.[0]).toBe("140,000万円以上160,000万円以下");
  });

  it("says in words that nobody answered, instead of an empty picture", () => {
    const markup = renderToStaticMarkup(
      <BarChart id="q9" title="問9" n={0} noAnswer={3} rows={[]} />,
    );
    expect(markup).toContain("この問に答えた事業者はありません。");
    expect(markup).not.toContain("<svg");
  });
});

describe("what the shapes show", () => {
  const shapes = (className: string) =>
    named("rect").filter(({ attributes }) => attributes.class?.split(" ").includes(className));

  it("is a bar as long as its percentage, never beyond the whole", () => {
    const widths = shapes("chart-bar")
      .slice(0, barRows.length)
      .map(({ attributes }) => attributes.width);
    expect(widths).toEqual(["18.6%", "36.2%", "100%", "0%"]);
    const beyond = renderToStaticMarkup(
      <BarChart
        id="q9"
        title="問9"
        n={1}
        noAnswer={0}
        rows={[{ label: "a", count: 1, percent: 130 }]}
      />,
    );
    expect(beyond).toContain('class="chart-bar" x="0" y="23" width="100%"');
  });

  it("is a full bar without gaps for a row of a matrix, and none where nobody answered", () => {
    const parts = shapes("chart-part").filter(({ attributes }) => attributes.height === "30");
    const first = parts.slice(0, columns.length).map(({ attributes }) => ({
      x: Number.parseFloat(attributes.x ?? ""),
      width: Number.parseFloat(attributes.width ?? ""),
    }));
    const ends = first.map(({ x, width }) => x + width);
    expect(ends.at(-1)).toBeCloseTo(100, 1);
    for (const [place, { x }] of first.slice(1).entries())
      expect(x).toBeCloseTo(ends[place] ?? 0, 1);
    expect(
      parts.slice(columns.length).every(({ attributes }) => attributes.width === "0.00%"),
    ).toBe(true);
  });

  it("tells neighbouring parts apart by texture, not by colour alone", () => {
    const kinds = stackedRows[0]?.parts.map((_, place) => fillKind(place)) ?? [];
    expect(new Set(kinds).size).toBe(columns.length);
  });

  it("is a histogram whose tallest bin fills the plot and whose heights follow the counts", () => {
    const heights = shapes("edged").map(({ attributes }) => Number(attributes.height));
    expect(Math.max(...heights)).toBe(180);
    const most = Math.max(...bins.map(({ count }) => count));
    for (const [place, { count }] of bins.entries()) {
      expect(heights[place]).toBeCloseTo((count / most) * 180, 6);
    }
  });
});
