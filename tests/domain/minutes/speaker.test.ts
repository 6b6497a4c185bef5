import { expect, test } from "vitest";
import { speakerRole } from "#app/domain/minutes/index.ts";

test.each([
  ["会長", "会長"],
  ["副会長", "副会長"],
  ["会長職務代理者", "副会長"],
  ["職務代理", "副会長"],
  ["委員A", "委員"],
  ["Ａ委員", "委員"],
  ["委員", "委員"],
  ["各委員", "委員"],
  ["会長（議長）", "会長"],
  ["事務局", "事務局"],
  ["事務局（総務部）", "事務局"],
  ["事務局 A", "事務局"],
  ["オブザーバー", "その他"],
  ["市長", "その他"],
  ["審議会長期計画担当", "その他"],
] as const)("%s is %s", (speaker, role) => {
  expect(speakerRole(speaker)).toBe(role);
});
