import iconv from "iconv-lite";
import { expect, test } from "vitest";
import { decodeTextFile } from "#app/domain/draft-version/index.ts";

const text = "公契約条例\n（目的）\n第１条　この条例は、㈱等に関し⑴必要な事項を定める。\n";
const bytes = (encoding: string, addBOM = false) =>
  new Uint8Array(iconv.encode(text, encoding, { addBOM }));

test.each([
  ["UTF-8", bytes("utf8")],
  ["UTF-8 with a byte order mark", bytes("utf8", true)],
  ["UTF-16 as the Notepad of old saves it", bytes("utf-16le", true)],
])("a text file in %s is read as it was written", (_, file) => {
  expect(decodeTextFile(file)).toEqual({ ok: true, value: text });
});

test("a text file in CP932 is read with the characters that Shift_JIS lacks", () => {
  const line = "第①条　㈱サンプル～";
  const file = new Uint8Array(iconv.encode(line, "cp932"));
  expect(decodeTextFile(file)).toEqual({ ok: true, value: line });
});

test.each([
  [
    "old or encrypted Word",
    [0xd0, 0xcf, 0x11, 0xe0],
    "古い形式（.doc）か、パスワードの付いた文書です。",
  ],
  ["PDF", [0x25, 0x50, 0x44, 0x46, 0x2d], "PDFファイルです。"],
  ["neither encoding", [0xff, 0x81, 0x20, 0xff], "文字を読めないファイルです。"],
])("a file of %s is refused with what to do instead", (_, head, message) => {
  const read = decodeTextFile(new Uint8Array(head));
  expect(read.ok).toBe(false);
  expect(read.ok ? "" : read.problems[0]?.message).toContain(message);
});
