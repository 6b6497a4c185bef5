// Characters that XML 1.0 cannot hold, not even as references.
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const unfit = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu;

const references: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&apos;",
};

/** A text for an XML element or attribute; characters that XML 1.0 cannot hold are left out. */
export function xmlText(text: string): string {
  return text.replace(unfit, "").replace(/[&<>"']/g, (sign) => references[sign] ?? sign);
}

/** `<name>text</name>` */
export function xmlElement(name: string, text: string): string {
  return `<${name}>${xmlText(text)}</${name}>`;
}
