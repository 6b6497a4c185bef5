import type { Checked } from "../../problem.ts";
import { alignVersions } from "../align.ts";
import { type Alignment, isSame } from "../alignment.ts";
import { formatArticle, formatOrdinance, formatPreamble, formatToc } from "../format.ts";
import type { Article, Item, Ordinance, Paragraph } from "../structure.ts";
import { appendixClauses } from "./appendix-clauses.ts";
import { applyAmendingText } from "./apply.ts";
import { articleClauses, type Writing } from "./article-clauses.ts";
import { type Clause, clause, sentences } from "./clauses.ts";
import { mergeLists } from "./entries.ts";
import { type ListEntry, listClauses } from "./list-edits.ts";
import { articleCite, articlesOf, blockOf, divisions, headOf, skeleton } from "./main-provision.ts";
import { count } from "./numbers.ts";
import { partsByPath } from "./parts-by-path.ts";
import { supplClauses } from "./suppl-clauses.ts";

export interface AmendingSettings {
  /** 「の次に」 (default) or the national 「の下に」 for words put in. */
  wordPlace?: "次" | "下";
  alignment?: Alignment;
}

const unsound =
  "修正後案に条例として読み取れないところがあるため、改め文を作れません。題名と条（第1条　…）を確かめ、本文を直してから、もう一度お試しください。";

/** How finely the text is amended: word by word, article by article, part by part, all at once. */
type Grain = "words" | "articles" | "parts" | "whole";

/**
 * The 改め文 that turns one version into the other. It is applied to the
 * old version before it is handed out; where fine sentences would not give exactly the new
 * version, coarser ones are written, so `applyAmendingText` of the result always does. Where the new
 * version cannot be read back from its own text (one without any 条, say), there is none.
 */
export function amendingText(
  before: Ordinance,
  after: Ordinance,
  settings: AmendingSettings = {},
): Checked<string> {
  const alignment = settings.alignment ?? alignVersions(before, after);
  const wanted = formatOrdinance(unnumbered(after));
  if (formatOrdinance(unnumbered(before)) === wanted) return { ok: true, value: "" };
  // Between 第1条 and 第一条 nothing can be cited: all is written anew.
  const grains: readonly Grain[] =
    before.style === after.style ? ["words", "articles", "parts", "whole"] : ["whole"];
  for (const grain of grains) {
    const text = new AmendingWriter(before, after, alignment, settings, grain).write();
    const { ordinance, problems } = applyAmendingText(text, before);
    if (problems.length === 0 && formatOrdinance(unnumbered(ordinance)) === wanted)
      return { ok: true, value: text };
  }
  return { ok: false, problems: [{ message: unsound }] };
}

/** Without source lines, which only order 附則 and 別表. */
function unnumbered(ordinance: Ordinance): Ordinance {
  const zero = <T extends { line: number }>(parts: readonly T[]) =>
    parts.map((part) => ({ ...part, line: 0 }));
  return {
    ...ordinance,
    supplProvisions: zero(ordinance.supplProvisions),
    appdxTables: zero(ordinance.appdxTables),
    appdxStyles: zero(ordinance.appdxStyles),
  };
}

class AmendingWriter {
  private readonly lines: string[] = [];
  private readonly writing: Writing;
  private readonly articleOf: (old: Article) => Article | undefined;

  constructor(
    private readonly before: Ordinance,
    private readonly after: Ordinance,
    alignment: Alignment,
    settings: AmendingSettings,
    private readonly grain: Grain,
  ) {
    const olds = partsByPath(before);
    const news = partsByPath(after);
    const partner = new Map<unknown, unknown>();
    for (const pair of alignment.pairs.filter(isSame)) {
      partner.set(olds.get(pair.before), news.get(pair.after));
    }
    const sameAs = <T extends Paragraph | Item | Article>(old: T): T | undefined => {
      const other = partner.get(old) as T | undefined;
      return other?.type === old.type ? other : undefined;
    };
    this.writing = { style: before.style, wordPlace: settings.wordPlace ?? "次", sameAs };
    this.articleOf = sameAs;
  }

  write(): string {
    const { before, after } = this;
    if (this.grain === "whole") {
      this.add([clause("題名以下の全部を次のように", "amend", formatOrdinance(after).split("\n"))]);
      return this.text();
    }
    if (before.lawTitle !== after.lawTitle) {
      this.add([clause("題名を次のように", "amend", [after.lawTitle])]);
    }
    this.part("目次", before.toc && formatToc(before.toc), after.toc && formatToc(after.toc));
    this.part(
      "前文",
      before.preamble && formatPreamble(before.preamble),
      after.preamble && formatPreamble(after.preamble),
    );
    this.main();
    const grains = { finely: this.grain === "words", whole: this.grain === "parts" };
    for (const each of supplClauses(before, after, this.writing, grains)) this.add(each);
    for (const each of appendixClauses(before, after, this.grain === "parts")) this.add([each]);
    return this.text();
  }

  private text(): string {
    return `${this.lines.join("\n")}\n`;
  }

  private add(clauses: readonly Clause[]): void {
    this.lines.push(...sentences(clauses));
  }

  private part(name: string, old: string[] | undefined, now: string[] | undefined): void {
    if (JSON.stringify(old) === JSON.stringify(now)) return;
    if (now === undefined) this.add([clause(`${name}を`, "remove")]);
    else if (old === undefined) this.add([clause(`次の${name}を`, "attach", now)]);
    else this.add([clause(`${name}を次のように`, "amend", now)]);
  }

  private main(): void {
    const { before, after, grain } = this;
    const [old, now] = [before.mainProvision, after.mainProvision];
    if (JSON.stringify(blockOf(before)) === JSON.stringify(blockOf(after))) return;
    const counted = old.paragraphs.length + now.paragraphs.length === 0;
    if (grain === "parts" || !counted || skeleton(old.children) !== skeleton(now.children)) {
      this.add([clause("本則を次のように", "amend", blockOf(after))]);
      return;
    }
    for (const [index, division] of divisions(old.children).entries()) {
      const other = divisions(now.children)[index];
      if (!other || other.title === division.title) continue;
      const place = divisions(old.children).filter(
        (d) => d.type === division.type && d.num === division.num,
      );
      if (place.length > 1) {
        this.add([clause("本則を次のように", "amend", blockOf(after))]);
        return;
      }
      this.add([clause(`${headOf(division)}の章名を「${other.title}」に`, "amend")]);
    }
    this.articles();
  }

  private articles(): void {
    const { style } = this.before;
    const olds = articlesOf(this.before.mainProvision.children, "");
    const news = articlesOf(this.after.mainProvision.children, "");
    const groupOf = new Map([...olds, ...news].map(({ article, group }) => [article, group]));
    const sameAs = (old: Article) => {
      const other = this.articleOf(old);
      const movable = other && (other.num === old.num || !(other.num + old.num).includes(":"));
      return movable && groupOf.get(other) === groupOf.get(old) ? other : undefined;
    };
    const merged = mergeLists(
      olds.map((o) => o.article),
      news.map((n) => n.article),
      sameAs,
    );
    const entries = merged.flatMap(({ before, after }): ListEntry[] => {
      if (before && after) return this.keptArticle(before, after, groupOf.get(after) ?? "");
      if (before) {
        return [{ kind: "removed", from: before.num, group: groupOf.get(before) ?? "" }];
      }
      if (!after) return [];
      return [
        {
          kind: "added",
          to: after.num,
          block: formatArticle(after),
          group: groupOf.get(after) ?? "",
        },
      ];
    });
    const numbersOf = new Map(news.map(({ article, group }) => [article.num, group]));
    const cite = (num: string) => articleCite(num, style);
    const groups = listClauses(entries, {
      cite,
      again: cite,
      unit: "条",
      count: (value) => count(value, style),
      placeOf: (block, previous, next) => {
        const group = block[0]?.group ?? "";
        if (previous !== undefined && numbersOf.get(previous) === group)
          return `${cite(previous)}の次に`;
        if (next !== undefined && numbersOf.get(next) === group) return `${cite(next)}の前に`;
        return group === "" ? "本則に" : `${group}に`;
      },
    });
    for (const group of groups) this.add(group);
  }

  private keptArticle(before: Article, after: Article, group: string): ListEntry[] {
    const same =
      formatArticle(before).join("\n") ===
      formatArticle({ ...after, num: before.num, articleTitle: before.articleTitle }).join("\n");
    const [from, to] = [before.num, after.num];
    if (same) return [{ kind: "kept", from, to, edits: [] }];
    const block = formatArticle(after);
    const edits = this.grain === "words" ? articleClauses(before, after, this.writing) : undefined;
    if (edits) return [{ kind: "kept", from, to, edits }];
    if (from !== to)
      return [
        { kind: "removed", from, group },
        { kind: "added", to, block, group },
      ];
    const whole = clause(`${articleCite(from, this.before.style)}を次のように`, "amend", block);
    return [{ kind: "kept", from, to, edits: [whole] }];
  }
}
