/** Labels of articles as people type them, 「第8条、9条の2」, as a definition holds them. */
export function articlesFrom(text: string): string[] {
  const found = text
    .normalize("NFKC")
    .split(/[、,\s]+/)
    .filter(Boolean);
  return found.map((label) => {
    const [, number = ""] = /^第?(\d+(?:条(?:の\d+)*)?)$/.exec(label) ?? [];
    if (number === "") return label;
    return number.includes("条") ? `第${number}` : `第${number}条`;
  });
}
