import { trimSpaces } from "./glyphs.ts";

/**
 * The part of XML that law XML needs: elements, attributes, text and the five named entities.
 * Document types, entity declarations and processing beyond the XML declaration are refused, so a
 * file can neither grow when read nor reach for other files.
 */
export interface XmlElement {
  name: string;
  attributes: Record<string, string>;
  children: XmlElement[];
  /** Text of this element and of the Ruby in it, markup of Ruby included. */
  text: string;
  line: number;
}

/** What is wrong with an XML text, and in which line. */
export class XmlFault extends Error {
  constructor(
    message: string,
    readonly line: number,
  ) {
    super(message);
  }
}

const deepest = 64;
const inline = new Set(["Ruby", "Rt", "Sup", "Sub", "Line"]);

/** Reads an XML text; throws XmlFault with a Japanese message. */
export function readXml(xml: string): XmlElement {
  const root: XmlElement = { name: "", attributes: {}, children: [], text: "", line: 1 };
  const open: XmlElement[] = [root];
  let at = xml.charCodeAt(0) === 0xfeff ? 1 : 0;
  let line = 1;
  const top = () => open[open.length - 1] ?? root;
  while (at < xml.length) {
    const tag = xml.indexOf("<", at);
    const end = tag < 0 ? xml.length : tag;
    if (end > at) {
      const words = xml.slice(at, end);
      // Line breaks and the indentation after them only lay the XML out.
      const joined = words.includes("\n")
        ? words
            .split("\n")
            .map((part) => part.trim())
            .join("")
        : words;
      top().text += decode(joined, line);
      line += linesIn(words);
    }
    if (tag < 0) break;
    const close = xml.startsWith("<!--", tag) ? xml.indexOf("-->", tag) + 2 : xml.indexOf(">", tag);
    if (close < tag + 1) throw new XmlFault("XMLの「<」が閉じられていません。", line);
    const body = xml.slice(tag + 1, close);
    const started = line;
    line += linesIn(body);
    at = close + 1;
    if (body.startsWith("!--")) continue;
    if (body.startsWith("!")) {
      throw new XmlFault(
        "DOCTYPEやENTITYのあるXMLは読み込めません。その部分を消してください。",
        started,
      );
    }
    if (body.startsWith("?")) continue;
    if (body.startsWith("/")) closeElement(body.slice(1).trim(), open, started);
    else openElement(body, open, started);
  }
  const [element] = root.children;
  if (!element || open.length > 1) throw new XmlFault("XMLが途中で終わっています。", line);
  return element;
}

function linesIn(text: string): number {
  let lines = 0;
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) lines += 1;
  return lines;
}

function openElement(body: string, open: XmlElement[], line: number): void {
  const empty = body.endsWith("/");
  const source = empty ? body.slice(0, -1) : body;
  const name = /^[A-Za-z][A-Za-z0-9]{0,40}/.exec(source)?.[0];
  const parent = open[open.length - 1];
  if (!name || !parent) throw new XmlFault("XMLの要素の名前が読めません。", line);
  if (inline.has(name)) {
    parent.text += `<${name}>${empty ? `</${name}>` : ""}`;
    if (!empty) open.push({ ...parent, name, children: [], text: "", line });
    return;
  }
  if (open.length > deepest) throw new XmlFault("XMLの入れ子が深すぎます。", line);
  const element: XmlElement = {
    name,
    attributes: attributesOf(source.slice(name.length), line),
    children: [],
    text: "",
    line,
  };
  parent.children.push(element);
  if (!empty) open.push(element);
}

function closeElement(name: string, open: XmlElement[], line: number): void {
  const element = open.length > 1 ? open.pop() : undefined;
  if (element?.name !== name) {
    throw new XmlFault(`XMLの「</${name.slice(0, 40)}>」に対応する始まりがありません。`, line);
  }
  const parent = open[open.length - 1];
  if (inline.has(name) && parent) parent.text += `${element.text}</${name}>`;
}

function attributesOf(source: string, line: number): Record<string, string> {
  const attributes: Record<string, string> = {};
  for (const match of source.matchAll(/([A-Za-z:]{1,60})\s{0,9}=\s{0,9}(?:"([^"]*)"|'([^']*)')/g)) {
    const [, name = "", double, single] = match;
    attributes[name] = decode(double ?? single ?? "", line);
  }
  return attributes;
}

const entities: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

function decode(text: string, line: number): string {
  if (!text.includes("&")) return text;
  return text.replace(/&([^;&\s]{1,12});/g, (whole, name: string) => {
    const known = entities[name];
    if (known !== undefined) return known;
    const code = /^#(?:x([0-9a-fA-F]{1,6})|([0-9]{1,7}))$/.exec(name);
    const point = code ? Number.parseInt(code[1] ?? code[2] ?? "", code[1] ? 16 : 10) : -1;
    if (point > 0 && point <= 0x10ffff) return String.fromCodePoint(point);
    throw new XmlFault(`XMLの「${whole}」は読めません。文字そのものを書いてください。`, line);
  });
}

/** Text as it stands in XML; the markup of Ruby is kept. */
export function escapeText(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replace(/&lt;(\/?(?:Ruby|Rt|Sup|Sub))&gt;/g, "<$1>");
}

/** An attribute value, quotes included. */
export function quote(value: string): string {
  return `"${escapeText(value).replaceAll('"', "&quot;")}"`;
}

/** The first child of that name. */
export function child(element: XmlElement, name: string): XmlElement | undefined {
  return element.children.find((each) => each.name === name);
}

/** The text of the first child of that name, without spaces around it. */
export function textIn(element: XmlElement, name: string): string | undefined {
  const text = child(element, name)?.text;
  return text === undefined ? undefined : trimSpaces(text);
}

/** What is so named within an element, at any depth, outermost only. */
export function all(element: XmlElement, name: string): XmlElement[] {
  return element.children.flatMap((each) => (each.name === name ? [each] : all(each, name)));
}
