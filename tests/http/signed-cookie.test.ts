import { createCookie } from "@remix-run/node";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { signedCookie } from "#app/http/signed-cookie.ts";

const options = { secrets: ["new secret", "old secret"], secure: true, maxAge: 60 } as const;
const ours = signedCookie("__Host-x", { ...options, sameSite: "lax" });
const remix = createCookie("__Host-x", {
  ...options,
  secrets: [...options.secrets],
  sameSite: "lax",
  path: "/",
  httpOnly: true,
});
const sentBack = (setCookie: string) => setCookie.split(";")[0] ?? "";

describe("a signed cookie", () => {
  it("reads what Remix's cookie wrote, and Remix reads ours, attribute by attribute", async () => {
    await fc.assert(
      fc.asyncProperty(fc.jsonValue(), async (json) => {
        const value: unknown = JSON.parse(JSON.stringify(json));
        const [own, theirs] = [await ours.serialize(value), await remix.serialize(value)];
        expect(own).toBe(theirs);
        const header = `a=b; ${sentBack(own)}; __Host-x=later`;
        expect(await ours.parse(header)).toEqual(value);
        expect(await remix.parse(header)).toEqual(value);
      }),
    );
    expect(await ours.serialize("", { maxAge: 0 })).toBe(await remix.serialize("", { maxAge: 0 }));
  });

  it("reads what an earlier secret signed, and nothing that was changed or never signed", async () => {
    const old = signedCookie("__Host-x", { ...options, secrets: ["old secret"], sameSite: "lax" });
    const header = sentBack(await old.serialize({ who: "サンプル" }));
    expect(await ours.parse(header)).toEqual({ who: "サンプル" });
    const stranger = signedCookie("__Host-x", { ...options, secrets: ["x"], sameSite: "lax" });
    const forged = sentBack(await stranger.serialize({ who: "サンプル" }));
    const changed = [...Array(header.length - "__Host-x=".length).keys()].map((index) => {
      const at = index + "__Host-x=".length;
      return header.slice(0, at) + (header[at] === "A" ? "B" : "A") + header.slice(at + 1);
    });
    const plain = `__Host-x=${encodeURIComponent(Buffer.from('{"who":1}').toString("base64"))}`;
    for (const wrong of [forged, plain, `${plain}.`, "__Host-x=%", "__Host-x=.", "x=1", "", null]) {
      expect(await ours.parse(wrong)).toBe(null);
      if (wrong !== null) expect(await remix.parse(wrong)).toBe(null);
    }
    for (const wrong of changed) {
      // The last character of a signature may have bits that say nothing; texts are compared, not bytes.
      expect(await ours.parse(wrong)).toBe(null);
    }
    expect(await ours.parse("__Host-x=")).toBe("");
  });
});
