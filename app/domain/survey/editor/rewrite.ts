import {
  type ArrayNode,
  type MemberNode,
  type ObjectNode,
  parse,
  type ValueNode,
} from "@humanwhocodes/momoa";
import { isJsonObject, type JsonObject, type JsonValue } from "../json.ts";
import { type JsonStyle, reindented, styleOf, writeJson } from "./json-style.ts";
import { identityOf, matchItems, sameJson } from "./same-json.ts";

/**
 * A JSON text changed so that it says `value`, and in nothing else: what says the same as before
 * keeps its very characters, also where it has moved. The same value gives the same text.
 *
 * @param text JSON as `JSON.parse` takes it, no key twice in one object; a BOM is kept
 */
export function rewriteJson(text: string, value: JsonValue): string {
  const bom = text.startsWith("\uFEFF") ? "\uFEFF" : "";
  const json = text.slice(bom.length);
  const before: JsonValue = JSON.parse(json);
  if (sameJson(before, value)) return text;
  const { body } = parse(json, { mode: "json" });
  const writer = new Rewriter(json, styleOf(json));
  writer.learn(body, before);
  const start = json.slice(0, body.loc.start.offset);
  return bom + start + writer.node(body, before, value) + json.slice(body.loc.end.offset);
}

/** A value of the text before: where it stands and what it says. */
interface Known {
  node: ValueNode;
  value: JsonValue;
}
/** One entry of an object or list as it shall stand; `from` is its place before. */
interface Entry {
  text: (indent: string, onOneLine: boolean) => string;
  from: number | null;
}

class Rewriter {
  /** Named objects of the text before, for those that move to another list. */
  private readonly named = new Map<string, Known>();

  constructor(
    private readonly json: string,
    private readonly style: JsonStyle,
  ) {}

  learn(node: ValueNode, value: JsonValue): void {
    const identity = identityOf(value);
    if (identity?.startsWith("name ")) this.named.set(identity, { node, value });
    if (node.type === "Array" && Array.isArray(value)) {
      for (const [at, item] of node.elements.entries()) this.learn(item.value, value[at] ?? null);
    }
    if (node.type === "Object" && isJsonObject(value)) {
      for (const member of node.members) this.learn(member.value, value[keyOf(member)] ?? null);
    }
  }

  /** The text of a value that stands where `node` stands. */
  node(node: ValueNode, before: JsonValue, after: JsonValue): string {
    if (sameJson(before, after)) return this.slice(node);
    if (node.type === "Object" && isJsonObject(before) && isJsonObject(after)) {
      return this.object(node, before, after);
    }
    if (node.type === "Array" && Array.isArray(before) && Array.isArray(after)) {
      return this.list(node, before, after);
    }
    return writeJson(after, this.style, this.indentOf(node));
  }

  private object(node: ObjectNode, before: JsonObject, after: JsonObject): string {
    const entries: (Entry & { key: string })[] = node.members.flatMap((member, from) => {
      const key = keyOf(member);
      if (!Object.hasOwn(after, key)) return [];
      const head = this.json.slice(member.loc.start.offset, member.value.loc.start.offset);
      const now = after[key] ?? null;
      return [{ key, from, text: () => head + this.node(member.value, before[key] ?? null, now) }];
    });
    let previous: string | undefined;
    for (const [key, value] of Object.entries(after)) {
      if (!Object.hasOwn(before, key)) {
        const head = JSON.stringify(key) + this.style.colon;
        const text = (indent: string, onOneLine: boolean) =>
          head + writeJson(value, this.style, indent, onOneLine);
        const at = entries.findIndex((entry) => entry.key === previous) + 1;
        entries.splice(at, 0, { key, from: null, text });
      }
      previous = key;
    }
    return this.joined(node, node.members, entries);
  }

  private list(node: ArrayNode, before: JsonValue[], after: JsonValue[]): string {
    const entries = matchItems(before, after).map((from, at): Entry => {
      const now = after[at] ?? null;
      const old = from === null ? undefined : node.elements[from];
      if (old !== undefined && from !== null) {
        return { from, text: () => this.node(old.value, before[from] ?? null, now) };
      }
      return { from: null, text: (indent, onOneLine) => this.moved(now, indent, onOneLine) };
    });
    return this.joined(node, node.elements, entries);
  }

  /** An entry that this list did not have: come from another list, or new. */
  private moved(value: JsonValue, indent: string, onOneLine: boolean): string {
    const known = this.named.get(identityOf(value) ?? "");
    if (!known) return writeJson(value, this.style, indent, onOneLine);
    return reindented(this.node(known.node, known.value, value), this.indentOf(known.node), indent);
  }

  /** Entries between the brackets of a container, with the blanks that stood there. */
  private joined(
    node: ObjectNode | ArrayNode,
    old: readonly { loc: ValueNode["loc"] }[],
    entries: readonly Entry[],
  ): string {
    const { json, style } = this;
    const open = node.type === "Array" ? "[" : "{";
    const close = node.type === "Array" ? "]" : "}";
    if (entries.length === 0) return open + close;
    const [start, end] = [node.loc.start.offset + 1, node.loc.end.offset - 1];
    const gap = (at: number) =>
      json.slice(old[at - 1]?.loc.end.offset ?? start, old[at]?.loc.start.offset);
    const wasEmpty = old.length === 0;
    const first = wasEmpty ? `\n${this.indentOf(node)}${style.unit}` : gap(0);
    const onOneLine = wasEmpty ? !style.lines : !first.includes("\n");
    const lead = wasEmpty && onOneLine ? "" : first;
    const between = onOneLine ? style.comma : `,${lead}`;
    const indent = lead.slice(lead.lastIndexOf("\n") + 1);
    const tail = wasEmpty
      ? onOneLine
        ? ""
        : `\n${this.indentOf(node)}`
      : json.slice(old.at(-1)?.loc.end.offset ?? start, end);
    const written = entries.map(({ text, from }, at) => {
      const follows = at > 0 && from !== null && from > 0 && entries[at - 1]?.from === from - 1;
      return (at === 0 ? lead : follows ? gap(from) : between) + text(indent, onOneLine);
    });
    return open + written.join("") + tail + close;
  }

  private slice({ loc }: ValueNode): string {
    return this.json.slice(loc.start.offset, loc.end.offset);
  }

  /** The indentation of the line in which a value begins. */
  private indentOf({ loc }: ValueNode): string {
    const line = this.json.lastIndexOf("\n", loc.start.offset - 1) + 1;
    return /^[ \t]*/.exec(this.json.slice(line, loc.start.offset))?.[0] ?? "";
  }
}

function keyOf({ name }: MemberNode): string {
  return name.type === "String" ? name.value : name.name;
}
