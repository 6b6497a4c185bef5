import iconv from "iconv-lite";

// Unicode has several of these where CP932 has one; spreadsheets and IMEs in Japan use either.
const alike: Record<string, string> = {
  "\u301c": "\uff5e",
  "\u2212": "\uff0d",
  "\u2014": "\u2015",
  "\u2016": "\u2225",
  "\u00a2": "\uffe0",
  "\u00a3": "\uffe1",
  "\u00ac": "\uffe2",
};

/** What stands where a character has no place in CP932. */
export const substitute = "〓";

/** A text as CP932 writes it; characters without a place there become 〓. */
export function encodeCp932(text: string): Uint8Array<ArrayBuffer> {
  const written = [...text].map((character) => {
    const same = alike[character] ?? character;
    return hasPlace(same) ? same : substitute;
  });
  return new Uint8Array(iconv.encode(written.join(""), "cp932"));
}

/** The characters of a text that CP932 cannot hold, each once, in order. */
export function missingInCp932(text: string): string[] {
  const missing = [...text].filter((character) => !hasPlace(alike[character] ?? character));
  return [...new Set(missing)];
}

const known = new Map<string, boolean>();

function hasPlace(character: string): boolean {
  if (/^[\t\n\r\u0020-\u007e]$/.test(character)) return true;
  let place = known.get(character);
  if (place === undefined) {
    place = iconv.decode(iconv.encode(character, "cp932"), "cp932") === character;
    known.set(character, place);
  }
  return place;
}
