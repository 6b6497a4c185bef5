import { BodyLister } from "./body-lister.ts";
import { articleLabel, numeralOf } from "./labels.ts";
import { NumberCount, type PathBase, type ProvisionDraft } from "./provision-collector.ts";
import { isDeleted, type ProvisionKind, type ProvisionNode, textOf } from "./provisions.ts";
import type {
  AppdxTable,
  Article,
  Division,
  Ordinance,
  Paragraph,
  SupplProvision,
} from "./structure.ts";

/** Every provision of an ordinance, flat, in reading order, parents before children. */
export function provisionsOf(ordinance: Ordinance): ProvisionNode[] {
  const list = new ProvisionLister();
  list.addOrdinance(ordinance);
  return list.nodes;
}

const divisionKinds = {
  Part: "part",
  Chapter: "chapter",
  Section: "section",
  Subsection: "subsection",
  Division: "division",
} as const;

function plain(kind: ProvisionKind, label: string, text: string, line: number): ProvisionDraft {
  return { kind, label, fullLabel: label, numeral: "", text, line };
}

/** The main provision, or one 附則: where an article is named by its number alone. */
interface Scope {
  /** What the paths of its articles and chapters begin with; absent in the main provision. */
  base?: PathBase;
  labelPrefix: string;
  articles: NumberCount;
  divisions: Map<string, NumberCount>;
}

class ProvisionLister extends BodyLister {
  addOrdinance(ordinance: Ordinance): void {
    const { lawTitle, lawTitleLine, toc, preamble, mainProvision } = ordinance;
    this.add(undefined, "title", 0, undefined, plain("title", "題名", lawTitle, lawTitleLine));
    ordinance.enactStatements.forEach((text, index) => {
      const draft = plain("enactStatement", "制定文", text, 0);
      this.add(undefined, `enact-${index + 1}`, 0, undefined, draft);
    });
    if (toc) {
      const text = toc.entries.map((e) => e.title + (e.articleRange ?? "")).join("\n");
      this.add(undefined, "toc", 0, undefined, plain("toc", "目次", text, toc.line));
    }
    if (preamble) this.addPreamble(preamble.paragraphs, preamble.line);
    this.addParagraphs(mainProvision.paragraphs, { path: "main", anchor: "main" }, undefined, "");
    const scope = { labelPrefix: "", articles: new NumberCount(), divisions: new Map() };
    this.addChildren(mainProvision.children, scope, undefined);
    ordinance.supplProvisions.forEach((suppl, index) => {
      this.addSuppl(suppl, `suppl-${index + 1}`);
    });
    const [tables, styles] = [new NumberCount(), new NumberCount()];
    for (const table of ordinance.appdxTables) this.addAppdxTable(table, tables);
    for (const style of ordinance.appdxStyles) {
      const label = style.appdxStyleTitle;
      const num = style.num || "1";
      this.add(undefined, `style-${num}`, styles.timesBefore(num), undefined, {
        ...plain("style", label, style.lines.join("\n"), style.line),
        ...(style.relatedArticleNum ? { caption: style.relatedArticleNum } : {}),
      });
    }
  }

  private addPreamble(paragraphs: readonly Paragraph[], line: number): void {
    const preamble = this.add(undefined, "preamble", 0, undefined, {
      ...plain("preamble", "前文", "", line),
    });
    paragraphs.forEach((paragraph, index) => {
      const label = paragraphs.length > 1 ? `前文第${index + 1}段落` : "前文";
      this.add(preamble, `p${index + 1}`, 0, preamble, {
        ...plain("paragraph", label, textOf(paragraph.sentences), paragraph.line),
      });
    });
  }

  private addChildren(
    children: readonly (Division | Article)[],
    scope: Scope,
    parent: ProvisionNode | undefined,
  ): void {
    let shared: string | undefined;
    for (const child of children) {
      if (child.type === "Article") {
        // 共通見出し covers the articles after it that have none, within the same chapter.
        const deleted = isDeleted(child);
        shared = deleted ? undefined : (child.articleCaption ?? shared);
        const inherited = !deleted && child.articleCaption === undefined ? shared : undefined;
        this.addArticle(child, scope, parent, inherited);
        continue;
      }
      shared = undefined;
      this.addChildren(child.children, scope, this.addDivision(child, scope, parent));
    }
  }

  private addDivision(
    division: Division,
    { base = undefined, labelPrefix, divisions }: Scope,
    parent: ProvisionNode | undefined,
  ): ProvisionNode {
    const label = numeralOf(division.title);
    const from = base ?? parent;
    const level = division.type.toLowerCase();
    const key = `${from?.path} ${level}`;
    let count = divisions.get(key);
    if (!count) {
      count = new NumberCount();
      divisions.set(key, count);
    }
    return this.add(from, `${level}-${division.num}`, count.timesBefore(division.num), parent, {
      kind: divisionKinds[division.type],
      label,
      fullLabel: (labelPrefix || (parent ? parent.fullLabel : "")) + label,
      numeral: label,
      text: division.title.slice(label.length).trim(),
      line: division.line,
    });
  }

  private addArticle(
    article: Article,
    { base, labelPrefix, articles }: Scope,
    parent: ProvisionNode | undefined,
    inherited: string | undefined,
  ): void {
    const label = articleLabel(article);
    const num = article.num.replace(":", "to");
    const node = this.add(base, `art-${num}`, articles.timesBefore(num), parent, {
      kind: "article",
      label,
      fullLabel: labelPrefix + label,
      numeral: article.articleTitle,
      caption: article.articleCaption ?? inherited,
      captionShared: inherited === undefined ? undefined : true,
      text: "",
      line: article.line,
    });
    this.addParagraphs(article.paragraphs, node, node, node.fullLabel);
  }

  private addSuppl(suppl: SupplProvision, step: string): void {
    const node = this.add(undefined, step, 0, undefined, {
      kind: "supplementary",
      label: "附則",
      fullLabel: "附則",
      numeral: suppl.label,
      text: `${suppl.amendLawNum ?? ""}${suppl.extract ? "抄" : ""}`,
      line: suppl.line,
    });
    this.addParagraphs(suppl.paragraphs, node, node, "附則");
    const articles = new NumberCount();
    const scope = { base: node, labelPrefix: "附則", articles, divisions: new Map() };
    this.addChildren(suppl.articles, scope, node);
  }

  private addAppdxTable(table: AppdxTable, count: NumberCount): void {
    const num = table.num || "0";
    const node = this.add(undefined, `table-${num}`, count.timesBefore(num), undefined, {
      kind: "table",
      label: table.appdxTableTitle,
      fullLabel: table.appdxTableTitle,
      numeral: table.appdxTableTitle,
      caption: table.relatedArticleNum,
      text: "",
      line: table.line,
    });
    const items = new NumberCount();
    let rows = 0;
    let notes = 0;
    for (const part of table.content) {
      if (part.type === "Table") rows = this.addRows(part, node, rows);
      else if (part.type === "Item") this.addItem(part, node, items);
      else {
        notes += 1;
        const label = `注記${notes}`;
        this.add(node, `n${notes}`, 0, node, {
          ...plain("note", label, part.text, part.line),
          fullLabel: `${node.fullLabel}の${label}`,
        });
      }
    }
  }
}
