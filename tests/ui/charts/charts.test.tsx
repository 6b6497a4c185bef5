import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { BarChart } from "#app/ui/charts/BarChart.tsx";
import { fillKind } from "#app/ui/charts/fills.tsx";
import { stackedParts } from "#app/ui/charts/stacked-parts.ts";
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

describe("every chart", () => {
  it("needs neither script nor inline style, and takes labels for words", () => {
    expect(tags.filter(({ attributes }) => "style" in attributes)).toEqual([]);
    expect(named("style")).toEqual([]);
    expect(named("script")).toEqual([]);
    expect(html).toContain("&lt;script&gt;");
  });

  it("is a picture with a name and a description that hold its numbers", () => {
    const pictures = tags.filter(({ attributes }) => attributes.role === "img");
    expect(pictures).toHaveLength(4);
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

  it("stands in a figure with its title, n and what else there is to know", () => {
    expect(named("figure")).toHaveLength(5);
    expect(named("figcaption")).toHaveLength(5);
    expect(html).toContain("n=221　複数回答　模擬回答");
    expect(html).toContain("n=x");
  });

  it("says in words that nobody answered, instead of an empty picture", () => {
    const markup = renderToStaticMarkup(<BarChart id="q9" title="問9" n={0} rows={[]} />);
    expect(markup).toContain("この問に答えた事業者はありません。");
    expect(markup).not.toContain("<svg");
  });
});

describe("what the shapes show", () => {
  const shapes = (className: string) =>
    named("rect").filter(({ attributes }) => attributes.class?.split(" ").includes(className));

  it("is a bar as long as its percentage, never beyond the whole", () => {
    const widths = shapes("chart-bar")
      .slice(0, barRows.length - 1)
      .map(({ attributes }) => attributes.width);
    expect(widths).toEqual(["18.6%", "36.2%", "100%", "0%"]);
    const beyond = renderToStaticMarkup(
      <BarChart id="q9" title="問9" n={1} rows={[{ label: "a", count: 1, percent: 130 }]} />,
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
    const drawing = html.split("帯グラフ：")[1] ?? "";
    expect(drawing).toContain(">回答なし<");
  });

  it("tells neighbouring parts apart by texture, not by colour alone", () => {
    const kinds = stackedRows[0]?.parts.map((_, place) => fillKind(place)) ?? [];
    expect(new Set(kinds).size).toBe(columns.length);
  });

  it("is a histogram whose tallest bin fills the plot and whose heights follow the counts", () => {
    const heights = shapes("edged").map(({ attributes }) => Number(attributes.height));
    const counts = bins.flatMap(({ count }) => count ?? []);
    expect(Math.max(...heights)).toBe(180);
    expect(heights).toHaveLength(counts.length);
    for (const [place, count] of counts.entries()) {
      expect(heights[place]).toBeCloseTo((count / Math.max(...counts)) * 180, 6);
    }
  });
});

describe("what is hidden", () => {
  const hidden = named("rect").filter(({ attributes }) => attributes.class === "chart-hidden");

  it("is a bar as wide as the whole in a fill of its own: no length is told", () => {
    expect(hidden[0]?.attributes).toMatchObject({ x: "0", width: "100%", fill: "url(#q1-hidden)" });
    expect(html).toContain(">x（伏せた数）</text>");
    expect(html).toContain("分からない 伏せた数");
  });

  it("stands together at the end of a parted bar: what everybody can reckon, and no more", () => {
    const parts = stackedParts(stackedRows[2] ?? { label: "", n: 0, parts: [] });
    expect(parts?.map(({ place, share }) => [place, share])).toEqual([
      [0, 50],
      [2, 10],
      [null, 40],
    ]);
    expect(html).toContain("x（伏せた数を合わせたもの）");
  });

  it("leaves a bar undrawn where its whole is hidden too", () => {
    expect(stackedParts(stackedRows[3] ?? { label: "", n: 0, parts: [] })).toBeNull();
    expect(html).toContain("x（伏せた数があり、図にできません）");
  });

  it("is a mark without a bar in a histogram and in groups of bars", () => {
    const histogram = html.split('id="q3-figure"')[1]?.split("</figure>")[0] ?? "";
    expect(histogram).toContain(">x</text>");
    expect(histogram).toContain("6番目の範囲 伏せた数");
    const grouped = html.split('id="q5-figure"')[1]?.split("</figure>")[0] ?? "";
    expect(grouped.match(/class="chart-bar"/g)).toHaveLength(5);
    expect(grouped).toContain("物品・役務 伏せた数");
  });
});
