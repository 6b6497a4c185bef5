import iconv from "iconv-lite";
import { expect, test } from "vitest";
import { encodeCp932, missingInCp932 } from "#app/files/cp932.ts";

const read = (text: string) => iconv.decode(Buffer.from(encodeCp932(text)), "cp932");

test("keeps what CP932 can hold, also the kanji of NEC and IBM", () => {
  const text = '株式会社髙橋・山﨑㈱①ﾊﾞｽ\r\n"A,B"';
  expect(read(text)).toBe(text);
  expect(missingInCp932(text)).toEqual([]);
});

test("writes dashes and tildes as CP932 knows them", () => {
  expect(read("1〜3番地−2")).toBe("1～3番地－2");
  expect(missingInCp932("〜−")).toEqual([]);
});

test("puts 〓 for what it cannot hold, and names it once", () => {
  expect(read("𠮷野家한𠮷")).toBe("〓野家〓〓");
  expect(missingInCp932("𠮷野家한𠮷")).toEqual(["𠮷", "한"]);
});
