import type { Problem } from "../problem.ts";
import { trimSpaces } from "./glyphs.ts";
import { readAppendixHeading } from "./headings.ts";
import { readMarker } from "./markers.ts";
import { emptyOrdinance } from "./parse.ts";
import { readColumns, readSentences } from "./sentences.ts";
import type {
  AppdxContent,
  Article,
  Division,
  DivisionLevel,
  Item,
  Ordinance,
  Paragraph,
  Subitem,
  SupplProvision,
  Table,
  TocEntry,
} from "./structure.ts";
import { readXml, type XmlElement, XmlFault } from "./xml-elements.ts";

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

function child(element: XmlElement, name: string): XmlElement | undefined {
  return element.children.find((each) => each.name === name);
}

function textIn(element: XmlElement, name: string): string | undefined {
  const text = child(element, name)?.text;
  return text === undefined ? undefined : trimSpaces(text);
}

function all(element: XmlElement, name: string): XmlElement[] {
  return element.children.flatMap((each) => (each.name === name ? [each] : all(each, name)));
}

function related(element: XmlElement): { relatedArticleNum?: string } {
  const text = textIn(element, "RelatedArticleNum");
  return text ? { relatedArticleNum: text } : {};
}

function isDivisionLevel(name: string): name is DivisionLevel {
  return ["Part", "Chapter", "Section", "Subsection", "Division"].includes(name);
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

function childrenOf(element: XmlElement): (Division | Article)[] {
  return element.children.flatMap((each): (Division | Article)[] => {
    if (each.name === "Article") return [readArticle(each)];
    if (!isDivisionLevel(each.name)) return [];
    return [
      {
        type: each.name,
        num: each.attributes.Num ?? "",
        title: textIn(each, `${each.name}Title`) ?? "",
        children: childrenOf(each),
        line: each.line,
      },
    ];
  });
}

function readArticle(element: XmlElement): Article {
  const caption = textIn(element, "ArticleCaption");
  return {
    type: "Article",
    num: element.attributes.Num ?? "",
    articleTitle: textIn(element, "ArticleTitle") ?? "",
    ...(caption ? { articleCaption: caption } : {}),
    paragraphs: paragraphsIn(element),
    line: element.line,
  };
}

function paragraphsIn(element: XmlElement): Paragraph[] {
  return element.children.flatMap((each): Paragraph[] => {
    if (each.name !== "Paragraph") return [];
    const caption = textIn(each, "ParagraphCaption");
    return [
      {
        type: "Paragraph",
        num: Number(each.attributes.Num ?? "1"),
        paragraphNum: textIn(each, "ParagraphNum") ?? "",
        ...(caption ? { paragraphCaption: caption } : {}),
        sentences: readSentences(sentenceText(each, "ParagraphSentence")),
        items: each.children.flatMap((inner) => (inner.name === "Item" ? [readItem(inner)] : [])),
        tables: tablesIn(each),
        line: each.line,
      },
    ];
  });
}

function readItem(element: XmlElement): Item {
  return {
    type: "Item",
    num: element.attributes.Num ?? "",
    itemTitle: textIn(element, "ItemTitle") ?? "",
    sentences: readColumns(sentenceText(element, "ItemSentence")),
    subitems: subitemsIn(element),
    tables: tablesIn(element),
    line: element.line,
  };
}

function subitemsIn(element: XmlElement): Subitem[] {
  return element.children.flatMap((each): Subitem[] => {
    const { name } = each;
    if (name !== "Subitem1" && name !== "Subitem2" && name !== "Subitem3") return [];
    return [
      {
        type: name,
        num: each.attributes.Num ?? "",
        subitemTitle: textIn(each, `${name}Title`) ?? "",
        sentences: readColumns(sentenceText(each, `${name}Sentence`)),
        subitems: subitemsIn(each),
        tables: tablesIn(each),
        line: each.line,
      },
    ];
  });
}

/** Sentences joined; columns parted by 「　」, as in the text. */
function sentenceText(element: XmlElement, name: string): string {
  const holder = child(element, name);
  if (!holder) return "";
  const join = (inner: XmlElement) =>
    all(inner, "Sentence")
      .map((each) => each.text)
      .join("");
  const columns = holder.children.filter((each) => each.name === "Column");
  return columns.length > 0 ? columns.map(join).join("　") : join(holder);
}

function tablesIn(element: XmlElement): Table[] {
  return element.children.flatMap((each) => (each.name === "TableStruct" ? readTables(each) : []));
}

function readTables(element: XmlElement): Table[] {
  return all(element, "Table").map((table) => {
    const rows = all(table, "TableRow").map((row) => ({
      type: "TableRow" as const,
      columns: row.children.map((column) =>
        all(column, "Sentence")
          .map((sentence) => sentence.text)
          .join("\n"),
      ),
      line: row.line,
    }));
    const several = rows.some((row) => row.columns.some((column) => column.includes("\n")));
    return { type: "Table", separator: several ? "lawtext" : "tab", rows, line: table.line };
  });
}

function readAppdxContent(element: XmlElement): AppdxContent[] {
  if (element.name === "TableStruct") return readTables(element);
  if (element.name === "Item") return [readItem(element)];
  if (element.name !== "Remarks") return [];
  return all(element, "Sentence").map(({ text, line }) => ({ type: "Text", text, line }));
}

function readSuppl(element: XmlElement): SupplProvision {
  const amending = element.attributes.AmendLawNum;
  return {
    type: "SupplProvision",
    label: textIn(element, "SupplProvisionLabel") ?? "附　則",
    ...(amending ? { amendLawNum: `（${amending}）` } : {}),
    extract: element.attributes.Extract === "true",
    articles: childrenOf(element),
    paragraphs: paragraphsIn(element),
    line: element.line,
  };
}
