import type { Problem } from "../problem.ts";
import { readAppendixHeading, readSupplHeading, type SupplHeading } from "./headings.ts";
import { readMarker } from "./markers.ts";
import { type AppendixReader, openAppendix } from "./parse-appendix.ts";
import { BodyReader } from "./parse-body.ts";
import { readFront } from "./parse-front.ts";
import { ProblemList, type SourceLine, sourceLines } from "./source-lines.ts";
import type { NumberingStyle, Ordinance, SupplProvision } from "./structure.ts";

/**
 * Reads the text of an ordinance. Never throws: what cannot be read is told as a problem with its
 * line and column and what was expected there, and the sound parts are in `ordinance` all the same.
 * Horizontal (第1条, (1), ア) and vertical (第一条, 一, イ) texts are both read, whatever the width
 * of their digits and brackets.
 */
export function parseOrdinance(text: string): { ordinance: Ordinance; problems: Problem[] } {
  const lines = sourceLines(text);
  const problems = new ProblemList();
  const ordinance = emptyOrdinance(styleOf(lines));
  if (lines.some(isLawtextLine)) ordinance.notation = "lawtext";
  if (lines.length === 0) {
    return {
      ordinance,
      problems: [
        { message: "条例の本文がありません。題名から書いてください。", line: 1, column: 1 },
      ],
    };
  }
  const start = readFront(lines, ordinance, problems);
  readRest(lines.slice(start), ordinance, problems);
  if (ordinance.mainProvision.children.length + ordinance.mainProvision.paragraphs.length === 0) {
    const last = lines[lines.length - 1];
    if (last) problems.at(last, "条が一つもありません。「第1条　…」のように条を書いてください。");
  }
  return { ordinance, problems: problems.problems };
}

/** An ordinance without any text. */
export function emptyOrdinance(style: NumberingStyle): Ordinance {
  return {
    type: "Law",
    style,
    notation: "plain",
    promulgation: [],
    lawTitle: "",
    lawTitleLine: 0,
    enactStatements: [],
    mainProvision: { type: "MainProvision", children: [], paragraphs: [] },
    supplProvisions: [],
    appdxTables: [],
    appdxStyles: [],
  };
}

/** Kanji numerals on the first article or chapter make the text a vertical one. */
function styleOf(lines: readonly SourceLine[]): NumberingStyle {
  for (const { text } of lines) {
    const marker = readMarker(text);
    if (marker?.sign === "article" || marker?.sign === "division") {
      return marker.kanji ? "vertical" : "horizontal";
    }
  }
  return "horizontal";
}

const marks = [":enact-statement:", ":anonym-paragraph:", "# 別表"];

function isLawtextLine({ text }: SourceLine): boolean {
  return marks.some((mark) => text.startsWith(mark));
}

function readRest(lines: readonly SourceLine[], ordinance: Ordinance, problems: ProblemList): void {
  let body = new BodyReader(ordinance.mainProvision, ordinance.style, problems, false);
  let appendix: AppendixReader | undefined;
  for (const line of lines) {
    const suppl = readSupplHeading(line.text);
    const heading = readAppendixHeading(
      line.text.startsWith("# ") ? line.text.slice(2) : line.text,
    );
    if (suppl) {
      body.end();
      appendix = undefined;
      const supplProvision = addSuppl(suppl, line, ordinance);
      const { articles: children, paragraphs } = supplProvision;
      body = new BodyReader({ children, paragraphs }, ordinance.style, problems, true);
    } else if (heading) {
      appendix = openAppendix(heading, line, ordinance);
    } else if (appendix) appendix.accept(line);
    else body.accept(line);
  }
  body.end();
  for (const suppl of ordinance.supplProvisions) {
    if (suppl.articles.length + suppl.paragraphs.length > 0) continue;
    problems.at(
      { text: suppl.label, line: suppl.line, column: 1 },
      "附則に本文がありません。施行期日（例：この条例は、公布の日から施行する。）を書いてください。",
    );
  }
}

function addSuppl(heading: SupplHeading, line: SourceLine, ordinance: Ordinance): SupplProvision {
  const suppl: SupplProvision = {
    type: "SupplProvision",
    label: heading.label,
    ...(heading.amendLawNum === undefined ? {} : { amendLawNum: heading.amendLawNum }),
    extract: heading.extract,
    articles: [],
    paragraphs: [],
    line: line.line,
  };
  ordinance.supplProvisions.push(suppl);
  return suppl;
}
