import type { Problem } from "../problem.ts";
import { trimSpaces } from "./glyphs.ts";
import { readAppendixHeading } from "./headings.ts";
import { readMarker } from "./markers.ts";
import { emptyOrdinance } from "./parse.ts";
import {
  childrenOf,
  isDivisionLevel,
  paragraphsIn,
  readAppdxContent,
  readSuppl,
  related,
} from "./read-provisions-xml.ts";
import type { Ordinance, TocEntry } from "./structure.ts";
import { all, child, readXml, textIn, type XmlElement, XmlFault } from "./xml-elements.ts";

/**
 * Reads an ordinance from law XML (法令標準XML). Never throws: a text that is not law XML gives an
 * empty ordinance and the problem. What the structure has no place for is told as a problem too.
 */
export function readLawXml(xml: string): { ordinance: Ordinance; problems: Problem[] } {
  const ordinance = emptyOrdinance("horizontal");
  try {
    const law = readXml(xml);
    const body = child(law, "LawBody");
    if (law.name !== "Law" || !body) {
      const message = "法令標準XMLではありません。<Law>の中に<LawBody>のあるXMLを選んでください。";
      return { ordinance, problems: [{ message, line: law.line }] };
    }
    return readBody(law, body, ordinance);
  } catch (error) {
    if (!(error instanceof XmlFault)) throw error;
    return { ordinance, problems: [{ message: error.message, line: error.line }] };
  }
}

function readBody(law: XmlElement, body: XmlElement, ordinance: Ordinance) {
  const problems: Problem[] = [];
  const num = textIn(law, "LawNum");
  if (num) ordinance.lawNum = `（${num}）`;
  for (const part of body.children) {
    switch (part.name) {
      case "LawTitle":
        ordinance.lawTitle = trimSpaces(part.text);
        ordinance.lawTitleLine = part.line;
        break;
      case "EnactStatement":
        ordinance.enactStatements.push(part.text);
        break;
      case "TOC":
        ordinance.toc = {
          type: "TOC",
          label: textIn(part, "TOCLabel") ?? "目次",
          entries: part.children.flatMap(readTocEntry),
          line: part.line,
        };
        break;
      case "Preamble":
        ordinance.preamble = { type: "Preamble", paragraphs: paragraphsIn(part), line: part.line };
        break;
      case "MainProvision":
        ordinance.mainProvision.children = childrenOf(part);
        ordinance.mainProvision.paragraphs = paragraphsIn(part);
        break;
      case "SupplProvision":
        ordinance.supplProvisions.push(readSuppl(part));
        break;
      case "AppdxTable":
        ordinance.appdxTables.push({
          type: "AppdxTable",
          num: readAppendixHeading(textIn(part, "AppdxTableTitle") ?? "")?.num ?? "",
          appdxTableTitle: textIn(part, "AppdxTableTitle") ?? "別表",
          ...related(part),
          content: part.children.flatMap(readAppdxContent),
          line: part.line,
        });
        break;
      case "AppdxStyle":
        ordinance.appdxStyles.push({
          type: "AppdxStyle",
          num: readAppendixHeading(textIn(part, "AppdxStyleTitle") ?? "")?.num ?? "",
          appdxStyleTitle: textIn(part, "AppdxStyleTitle") ?? "様式",
          ...related(part),
          lines: all(part, "Sentence").map((sentence) => sentence.text),
          line: part.line,
        });
        break;
      default: {
        const message = `XMLの<${part.name}>は読み込めませんでした。取り込んだあとで本文を確かめてください。`;
        problems.push({ message, line: part.line });
      }
    }
  }
  const title = all(body, "ArticleTitle")[0]?.text ?? "";
  const marker = readMarker(`${title}　`);
  if (marker?.sign === "article" && marker.kanji) ordinance.style = "vertical";
  return { ordinance, problems };
}

function readTocEntry(element: XmlElement): TocEntry[] {
  const level = element.name.replace(/^TOC/, "");
  const { line } = element;
  if (level === "SupplProvision") {
    return [{ level, title: textIn(element, "SupplProvisionLabel") ?? "附則", line }];
  }
  if (level === "PreambleLabel") return [{ level: "Preamble", title: element.text, line }];
  if (level === "AppdxTableLabel") return [{ level: "AppdxTable", title: element.text, line }];
  if (!isDivisionLevel(level)) return [];
  const range = textIn(element, "ArticleRange");
  const entry: TocEntry = {
    level,
    ...(element.attributes.Num ? { num: element.attributes.Num } : {}),
    title: textIn(element, `${level}Title`) ?? "",
    ...(range ? { articleRange: range } : {}),
    line,
  };
  return [entry, ...element.children.flatMap(readTocEntry)];
}
