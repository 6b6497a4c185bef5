import { describe, expect, test } from "vitest";
import { checkPaperFile, largestPaper } from "#app/domain/papers/paper-file.ts";

const bytes = (text: string) => new TextEncoder().encode(text);
const zip = (...names: string[]) => bytes(`PK\u0003\u0004${names.join("\0")}`);
const messageOf = (name: string, content: Uint8Array) => {
  const checked = checkPaperFile(name, content);
  return checked.ok ? "" : checked.problems.map(({ message }) => message).join();
};

describe("a paper's file", () => {
  test.each([
    ["調査票（案）.pdf", bytes("%PDF-1.7"), "application/pdf"],
    ["比較.CSV", bytes("団体,施行\n津市,2017\n"), "text/csv; charset=utf-8"],
    // 「津」 in CP932
    ["比較.csv", new Uint8Array([0x92, 0xc3, 0x0d, 0x0a]), "text/csv"],
    ["図.jpeg", new Uint8Array([0xff, 0xd8, 0xff, 0xe0]), "image/jpeg"],
    [
      "要領.docx",
      zip("[Content_Types].xml", "word/document.xml"),
      "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ],
  ])("%s has its media type", (name, content, mediaType) => {
    expect(checkPaperFile(name, content)).toMatchObject({ ok: true, value: { mediaType } });
  });

  test("is what its ending says", () => {
    expect(messageOf("a.pdf", bytes("<script>"))).toContain("中身がPDFではありません");
    expect(messageOf("a.xlsx", zip("word/document.xml"))).toContain("中身がExcelではありません");
    expect(messageOf("a.docx", zip("evil.exe"))).toContain("中身がWordではありません");
    expect(messageOf("a.txt", new Uint8Array([0x4d, 0x5a, 0x00, 0x01]))).toContain("テキスト");
    expect(messageOf("a.csv", new Uint8Array([0xff, 0xfe, 0x41]))).toContain("CSV");
    expect(messageOf("a.svg", bytes("<svg/>"))).toContain(".pdf");
    expect(messageOf("資料", bytes("%PDF-1.7"))).toContain(".pdf");
  });

  test("holds no macros and is not too large", () => {
    const macros = zip("word/document.xml", "word/vbaProject.bin");
    expect(messageOf("a.docx", macros)).toContain("マクロ");
    const large = new Uint8Array(largestPaper + 1).fill(0x41);
    expect(messageOf("a.txt", large)).toContain("20 MB");
    expect(messageOf("a.txt", large.subarray(1))).toBe("");
  });

  test("loses folders and marks of direction from its name", () => {
    const name = "C:\\資料\\会議\u202efdp.\u0000exe.pdf";
    expect(checkPaperFile(name, bytes("%PDF-1.7"))).toMatchObject({
      value: { fileName: "会議fdp.exe.pdf" },
    });
  });
});
