import { expect, test } from "vitest";
import { letterText, letterTo } from "#app/domain/survey/letters/index.ts";
import { missingGlyphs } from "#app/files/letters/glyphs.ts";
import { lettersPdf, wordsPdf } from "#app/files/letters/letters-pdf.ts";
import { printLetters } from "#app/files/letters/print-letters.ts";
import {
  invitationText,
  letterOrigin,
  letterSurvey,
  madeUpCode,
  madeUpLetters,
} from "#tests/support/letters.ts";
import { pagePictures } from "#tests/support/pdf-picture.ts";
import { readPdf, squeezed } from "#tests/support/pdf-text.ts";

const printed = async (...order: Parameters<typeof printLetters>) => {
  const printing = await printLetters(...order);
  if (!printing.printed) throw new Error(printing.why);
  return printing.pdf;
};

test("every page has its own firm, code and QR code, in the order given, also across parts", async () => {
  const text = invitationText();
  // More than are set in one go, so that parts are joined.
  const letters = madeUpLetters(260);
  const told: number[] = [];
  const pdf = await printed({ text, letters }, (done) => told.push(done));
  expect(told).toEqual([250, 260]);

  const { pages, title } = await readPdf(pdf);
  expect(title).toBe("「公契約に関する事業者アンケート」への御協力のお願い");
  expect(pages).toHaveLength(260);
  const groups = pages.map((page) => page.match(/[2-9A-HJ-NP-Z]{4}(?:-[2-9A-HJ-NP-Z]{4}){3}/)?.[0]);
  expect(groups).toEqual(letters.map(({ code }) => code.join("-")));
  expect(new Set(groups).size).toBe(260);
  for (const [place, page] of pages.entries()) {
    expect(page).toContain(`株式会社サンプル建設${place + 1}御中`);
    expect(page).toContain(`三重県伊賀市サンプル町${place + 1}番地`);
    expect(page).toContain("令和8年12月18日（金曜日）");
  }
  const shown = [1, 2, 250, 251, 260];
  const pictures = await pagePictures(pdf, shown);
  expect(pictures.map(({ qr }) => qr)).toEqual(shown.map((page) => letters[page - 1]?.opens));
});

test("the server goes on while letters are set", async () => {
  let turns = 0;
  const watch = setInterval(() => turns++, 10);
  await printed({ text: invitationText(), letters: madeUpLetters(500) }, () => {});
  clearInterval(watch);
  // Set in this thread, letters leave it no turn at all; how long others wait is for the bench.
  expect(turns).toBeGreaterThan(20);
});

test("letters being set can be given up", async () => {
  const signal = AbortSignal.timeout(50);
  const order = { text: invitationText(), letters: madeUpLetters(2_000) };
  await expect(printLetters(order, () => {}, signal)).rejects.toThrow("ended early");
});

test("says what happens to the answers, whom to ask, and what kind of letter it is", async () => {
  const opened = letterText(
    { ...letterSurvey, mode: "named", opensOn: "2026-12-01", locales: ["ja", "en", "vi"] },
    { kind: "reissue", withCodes: true, day: "2026-11-22", address: `${letterOrigin}/answer` },
  );
  const code = madeUpCode(7);
  const [firm] = madeUpLetters(1);
  if (!firm) throw new Error("no letter");
  const { text } = await readPdf(await printed({ text: opened, letters: [firm] }, () => {}));
  for (const words of [
    "前のコードは使えなくなりました。",
    "この調査は記名です。",
    "伊賀市 総務部 契約監理課",
    "電話 0595-00-0000",
    "令和8年12月1日（火曜日）から",
    "https://jukugi.city.iga.lg.jp/answer",
    "English",
    "サンプル",
  ]) {
    expect(text).toContain(squeezed(words));
  }
  expect(text).not.toContain(code);
});

test("a reminder without codes leads to the place to type the code at hand", async () => {
  const address = `${letterOrigin}/answer`;
  const text = letterText(letterSurvey, {
    kind: "reminder",
    withCodes: false,
    day: "2026-12-08",
    address,
  });
  const firm = {
    number: "T1",
    name: "有限会社サンプル",
    postalCode: "518-0000",
    address: "伊賀市",
  };
  const pdf = await printed({ text, letters: [letterTo(firm, undefined, address)] }, () => {});
  const { text: words } = await readPdf(pdf);
  expect(words).toContain("お手元の依頼状にある回答コード");
  expect(words).not.toMatch(/[2-9A-Z]{4}-[2-9A-Z]{4}-/);
  expect((await pagePictures(pdf, [1]))[0]?.qr).toBe(address);
});

test("rare kanji of names are printed; what no font has is found beforehand", async () => {
  expect(missingGlyphs("株式会社𠮷野・髙橋・山﨑・德濵㈱ ﾊﾞｽ葛\u{e0100}城")).toEqual([]);
  expect(missingGlyphs("𱁬商店한국")).toEqual(["𱁬", "한", "국"]);
  const firm = { number: "T1", name: "𠮷野髙﨑", postalCode: "518-0000", address: "伊賀市" };
  const text = invitationText();
  const words = wordsPdf(text);
  if (!words) throw new Error("too long");
  const letter = letterTo(firm, madeUpCode(1), `${letterOrigin}/a/${madeUpCode(1)}`);
  const { pages } = await readPdf(lettersPdf(text, words, [letter]));
  expect(pages[0]).toContain("𠮷野髙﨑御中");
});

test("the longest address stays inside the envelope's window", async () => {
  const long = {
    number: "T00001",
    name: "特定非営利活動法人サンプル・伊賀建設業協同組合連絡協議会伊賀中央支部",
    postalCode: "518-0000",
    address:
      "三重県伊賀市サンプル町大字上野丸之内字東之丸500番地の1　ザ・サンプルビルディングANNEX 12階1203号室",
  };
  const letter = letterTo(long, madeUpCode(1), `${letterOrigin}/a/${madeUpCode(1)}`);
  expect(letter.block.fits).toBe(true);
  const pdf = await printed(
    { text: invitationText({ isSample: false }), letters: [letter] },
    () => {},
  );
  const [page] = await pagePictures(pdf, [1]);
  // Ink inside the window's part of the page, and none between it and the text below.
  expect(page?.shades({ left: 20, top: 13, width: 66, height: 24 })[0]).toBeLessThan(100);
  expect(page?.shades({ left: 0, top: 38, width: 110, height: 8 })[0]).toBe(255);
  expect(page?.shades({ left: 86.5, top: 0, width: 8, height: 40 })[0]).toBe(255);
});

test("words that do not fit one page are refused, not cut", async () => {
  const letters = madeUpLetters(1);
  const long = invitationText({ letterText: "長い依頼文です。".repeat(600) });
  expect(await printLetters({ text: long, letters }, () => {})).toEqual({
    printed: false,
    why: "too-long",
  });
  const full = invitationText({ letterText: "趣旨の説明です。".repeat(90) });
  const { pages } = await readPdf(await printed({ text: full, letters }, () => {}));
  expect(pages).toHaveLength(1);
});

test("no text of a letter is taken for markup", async () => {
  const text = invitationText({ letterText: '#panic("x") $a$ \\ *太字* `code` "引用"' });
  const { text: read } = await readPdf(
    await printed({ text, letters: madeUpLetters(1) }, () => {}),
  );
  expect(read).toContain(squeezed('#panic("x") $a$ \\ *太字* `code` "引用"'));
});
