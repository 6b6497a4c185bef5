import { escapeText, quote } from "./xml-elements.ts";

/** Writes XML line by line, each element indented by its depth. */
export class XmlLines {
  protected readonly lines: string[] = [];
  private depth = 0;

  protected element(
    name: string,
    attributes: Readonly<Record<string, string>>,
    inner: () => void,
  ): void {
    this.lines.push(`${"  ".repeat(this.depth)}<${name}${written(attributes)}>`);
    this.depth += 1;
    inner();
    this.depth -= 1;
    this.lines.push(`${"  ".repeat(this.depth)}</${name}>`);
  }

  protected leaf(
    name: string,
    text: string,
    attributes: Readonly<Record<string, string>> = {},
  ): void {
    const head = `${"  ".repeat(this.depth)}<${name}${written(attributes)}`;
    this.lines.push(text === "" ? `${head}/>` : `${head}>${escapeText(text)}</${name}>`);
  }
}

function written(attributes: Readonly<Record<string, string>>): string {
  return Object.entries(attributes)
    .map(([name, value]) => ` ${name}=${quote(value)}`)
    .join("");
}
