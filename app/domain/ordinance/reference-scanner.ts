import { closingOf, quotedRanges } from "./brackets.ts";
import { lawBefore, lawCitations } from "./external-laws.ts";
import type { PointerResolver } from "./pointer-resolver.ts";
import { type Pointer, readPointer } from "./pointers.ts";
import { type ProvisionNode, referringText } from "./provisions.ts";
import type { Reference } from "./reference.ts";

const heads =
  /[第前次同こ本各当附別様]|(?<![ァ-ヶー])[ア-ヶ](?=に(?:掲げる|規定|定める|該当)|の規定|から[ア-ヶ]まで|(?:及び|又は|、)[ア-ヶ](?![ァ-ヶー]))/g;
const joints = [
  "及び",
  "又は",
  "並びに",
  "若しくは",
  "、",
  "から",
  "まで、",
  "まで及び",
  "まで又は",
  "まで並びに",
  "まで若しくは",
  "・",
  "（",
];

/** A reference to which others can be joined (「第5条及び第7条」, 「第4項（第4号を除く。）」). */
interface Joinable {
  reference: Reference;
  /** Where it ends, with and without a bracket after it. */
  ends: number[];
  /** Whether it was counted in the 附則 (「附則第2条から第5条まで」). */
  suppl: boolean;
}

/** Finds the references in one provision, from left to right. */
export class ReferenceScanner {
  private readonly found: Reference[] = [];
  /** The last references and where something joined to them may begin. */
  private recent: Joinable[] = [];

  private readonly text: string;

  constructor(
    private readonly node: ProvisionNode,
    private readonly resolver: PointerResolver,
  ) {
    this.text = referringText(node);
  }

  /** The references in the order of the text. */
  scan(): Reference[] {
    const { text } = this;
    this.resolver.enter(this.node);
    const quoted = quotedRanges(text);
    let next = 0;
    heads.lastIndex = 0;
    for (let match = heads.exec(text); match; match = heads.exec(text)) {
      const start = match.index;
      while ((quoted[next]?.[1] ?? Number.POSITIVE_INFINITY) <= start) next += 1;
      const quote = quoted[next];
      if (quote && quote[0] <= start) heads.lastIndex = quote[1];
      else heads.lastIndex = Math.max(this.readAt(start), start + 1);
    }
    this.addCitations(text);
    this.resolver.leave(this.node);
    return this.found.sort((a, b) => a.start - b.start);
  }

  /** Reads a reference at `start`; answers where to go on. */
  private readAt(start: number): number {
    const { text } = this;
    const own = ["この条例", "本条例", "この法律", "この政令"].find((word) =>
      text.startsWith(word, start),
    );
    if (own) return this.readOwn(start, start + own.length);
    if (/[ア-ヶ]/.test(text.charAt(start))) return this.readSign(start);
    if (text.startsWith("の各項", start - 1) && this.readRows(start)) return start + 2;
    const pointer = readPointer(text, start);
    if (!pointer || isLawNumber(text, pointer)) return start + 1;
    const joined = this.joinedTo(start);
    const law = this.lawOf(pointer, joined);
    if (joined?.suppl && this.isBareArticle(pointer)) pointer.head = "suppl";
    let first = this.resolver.resolve(pointer, joined?.reference, law);
    if (text.startsWith("当該各号", start)) first = this.named(first);
    let reference: Reference = { ...this.place(start, pointer.end), ...first };
    if (pointer.part) reference.part = pointer.part;
    const suppl = pointer.head === "suppl";
    const range = this.rangeFrom(reference, law, suppl);
    if (range) reference = range;
    this.remember(reference, suppl);
    return reference.end;
  }

  /** 当該各号 where the provision has no list of its own: the 号 that it has named. */
  private named<T extends Pick<Reference, "kind" | "targets">>(found: T): T {
    if (found.targets[0]?.startsWith(`${this.node.path}/`)) return found;
    const items = this.found.flatMap(({ kind, targets }) =>
      kind === "internal" ? targets.filter((path) => /\/i[^/]{1,20}$/.test(path)) : [],
    );
    return items.length > 1 ? { ...found, kind: "internal", targets: [...new Set(items)] } : found;
  }

  /** 「別表第3の各項」: rows of the 別表. */
  private readRows(start: number): boolean {
    const table = this.recent[0]?.reference;
    if (table?.end !== start - 1 || !table.text.startsWith("別表")) return false;
    const { kind, targets, law } = table;
    const rows = { kind, targets: [...targets], ...(law === undefined ? {} : { law }) };
    this.remember({ ...this.place(start, start + 2), ...rows }, false);
    return true;
  }

  /** A 細分 by its sign alone (「アに掲げる者」, 「ア又はイ」): of the same 号, or joined to another. */
  private readSign(start: number): number {
    const { text } = this;
    const joined = this.joinedTo(start)?.reference;
    const end = start + 1;
    if (joined?.kind === "external") {
      this.remember({ ...joined, ...this.place(start, end) }, false);
      return end;
    }
    const sign = this.resolver.signed(text.charAt(start), joined?.targets.at(-1));
    if (sign === undefined) return end;
    const last = text.startsWith("から", end) ? text.charAt(end + 2) : "";
    const to = last === "" ? undefined : this.resolver.signed(last, sign);
    const targets = to === undefined ? [sign] : this.resolver.between(sign, to);
    const whole = this.place(start, to === undefined ? end : end + 5);
    this.remember({ kind: "internal", ...whole, targets }, false);
    return whole.end;
  }

  private isBareArticle(pointer: Pointer): boolean {
    const first = pointer.steps[0];
    return pointer.head === undefined && first?.level === "article" && first.relation === "number";
  }

  private place(start: number, end: number) {
    const text = this.text.slice(start, end);
    return { path: this.node.path, start, end, text, identities: [] };
  }

  private readOwn(start: number, end: number): number {
    const { text } = this;
    if (text.charAt(end) === "第" || text.startsWith("附則", end)) {
      const next = this.readAt(end);
      return next;
    }
    this.found.push({ kind: "self", ...this.place(start, end), targets: [] });
    return end;
  }

  /** 「AからBまで」 as one reference to all from A to B. */
  private rangeFrom(
    from: Reference,
    law: string | undefined,
    suppl: boolean,
  ): Reference | undefined {
    const { text } = this;
    if (!text.startsWith("から", from.end)) return undefined;
    const pointer = readPointer(text, from.end + 2);
    if (!pointer || !text.startsWith("まで", pointer.end)) return undefined;
    if (suppl && this.isBareArticle(pointer)) pointer.head = "suppl";
    const to = this.resolver.resolve(pointer, from, law);
    const whole = { ...this.place(from.start, pointer.end + 2) };
    if (from.kind === "external") return { ...from, ...whole };
    if (to.kind === "external") return { ...to, ...whole };
    if (to.kind !== "internal" || from.kind !== "internal") {
      const problem = from.problem ?? to.problem;
      return { kind: "unresolved", ...whole, targets: [], ...(problem ? { problem } : {}) };
    }
    const targets = this.resolver.between(from.targets[0], to.targets.at(-1));
    if (targets.length > 0) return { kind: "internal", ...whole, targets };
    const problem = `「${whole.text}」の順序が逆か、同じ段の規定ではありません。範囲を確かめてください。`;
    return { kind: "unresolved", ...whole, targets: [], problem };
  }

  private remember(reference: Reference, suppl: boolean): void {
    this.found.push(reference);
    const { text } = this;
    const ends = [reference.end];
    if (text.charAt(reference.end) === "（") {
      const close = closingOf(text, reference.end);
      if (close > 0) ends.push(close + 1);
    }
    this.recent = [{ reference, ends, suppl }, ...this.recent.slice(0, 7)];
  }

  /** The reference to which one at `start` is joined by 及び, 、 or an opening bracket. */
  private joinedTo(start: number): Joinable | undefined {
    const { text } = this;
    return this.recent.find(({ ends }) =>
      ends.some(
        (end) => end <= start && start - end < 8 && joints.includes(text.slice(end, start)),
      ),
    );
  }

  private lawOf(pointer: Pointer, joined: Joinable | undefined): string | undefined {
    const first = pointer.steps[0];
    const absolute =
      pointer.head !== undefined
        ? pointer.tableRelation === undefined
        : first?.relation === "number";
    if (!absolute) return undefined;
    const before = this.resolver.lawNamed(lawBefore(this.text, pointer.start));
    if (before) return before;
    return joined?.reference.kind === "external" ? joined.reference.law : undefined;
  }

  private addCitations(text: string): void {
    const starts = new Set(this.found.map((reference) => reference.start));
    for (const { name, start, end } of lawCitations(text)) {
      if (starts.has(end)) continue;
      if (name === "") continue;
      this.found.push({ kind: "external", ...this.place(start, end), targets: [], law: name });
    }
  }
}

/** 「法律第49号」「告示第5号」: the number of a law, not a 号 of a provision. */
function isLawNumber(text: string, pointer: Pointer): boolean {
  const first = pointer.steps[0];
  if (first?.level !== "item" || first.relation !== "number") return false;
  return /(?:法律|政令|勅令|条例|規則|省令|府令|告示|訓令|規程|条約|様式)$/.test(
    text.slice(Math.max(0, pointer.start - 4), pointer.start),
  );
}
