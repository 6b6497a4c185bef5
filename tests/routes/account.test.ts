import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { hashPassword } from "#app/http/passwords.ts";
import { createAccount, disableAccount } from "#db/queries/accounts.ts";
import { listRecord } from "#db/queries/record.ts";
import { origin, type TestSite, testSite } from "#tests/support/site.ts";

let site: TestSite;
const password = "たいへん長い合言葉 2026";

async function account(login: string, role: "member" | "secretariat"): Promise<string> {
  const passwordHash = await hashPassword(password);
  const id = await createAccount(site.db, { login, name: login, role, passwordHash });
  if (!id) throw new Error("taken");
  return id;
}

beforeAll(async () => {
  site = await testSite();
});
afterAll(() => site.stop());

describe("signing in", () => {
  it("leads each role to its own desk and keeps a httpOnly, SameSite cookie", async () => {
    await account("iin-x", "member");
    await account("jimu-x", "secretariat");
    for (const [login, desk] of [
      ["iin-x", "/council"],
      ["jimu-x", "/secretariat"],
    ] as const) {
      const person = site.visitor();
      const response = await person.post("/sign-in", { login, password, back: "" });
      expect(response.status).toBe(303);
      expect(response.headers.get("Location")).toBe(desk);
      expect(response.headers.get("Set-Cookie")).toMatch(/HttpOnly.*SameSite=Lax/);
      expect((await person.get(desk)).status).toBe(200);
    }
  });

  it("goes back to the page that asked, but never to another site", async () => {
    await account("iin-back", "member");
    const signIn = (back: string) =>
      site.visitor().post("/sign-in", { login: "iin-back", password, back });
    expect((await signIn("/council/comments")).headers.get("Location")).toBe("/council/comments");
    for (const back of [
      "//evil.example",
      "/\\evil.example",
      "https://evil.example",
      "javascript:alert(1)",
    ]) {
      expect((await signIn(back)).headers.get("Location")).toBe("/council");
    }
  });

  it("says the same of an unknown name and of a wrong password, and keeps the name", async () => {
    await account("iin-y", "member");
    const texts = [];
    for (const login of ["iin-y", "nobody"]) {
      const response = await site
        .visitor()
        .post("/sign-in", { login, password: "違います", back: "" });
      expect(response.status).toBe(400);
      const html = await response.text();
      expect(html).toContain("ログイン名かパスワードが違います");
      expect(html).toContain(`value="${login}"`);
      expect(html).not.toContain('違います"');
      texts.push(html.replaceAll(login, ""));
    }
    expect(texts[0]).toBe(texts[1]);
  });

  it("stops after repeated failures, for the right password too", async () => {
    await account("iin-z", "member");
    const person = site.visitor();
    for (let attempt = 0; attempt < 10; attempt++) {
      await person.post("/sign-in", { login: "iin-z", password: "違います", back: "" });
    }
    const response = await person.post("/sign-in", { login: "iin-z", password, back: "" });
    expect(response.status).toBe(429);
    expect(await response.text()).toContain("15分ほど待ってから");
  });
});

describe("rights", () => {
  it("sends a visitor to sign in and refuses a member at the secretariat's door", async () => {
    const visited = await site.visitor().get("/secretariat/record");
    expect(visited.status).toBe(302);
    expect(visited.headers.get("Location")).toBe("/sign-in?back=%2Fsecretariat%2Frecord");
    const member = await site.signIn("member");
    const refused = await member.get("/secretariat/record");
    expect(refused.status).toBe(403);
    expect(await refused.text()).toContain("このページを見る権限がありません");
    const posted = await member.post("/secretariat/accounts", {
      intent: "create",
      login: "intruder",
      name: "x",
      role: "secretariat",
    });
    expect(posted.status).toBe(403);
  });

  it("are withdrawn at once when an account is disabled", async () => {
    const member = await site.signIn("member");
    expect((await member.get("/council")).status).toBe(200);
    await disableAccount(site.db, member.viewer.accountId);
    expect((await member.get("/council")).status).toBe(302);
  });

  it("end with signing out, also for a copy of the cookie", async () => {
    const member = await site.signIn("member");
    await member.post("/sign-out", {});
    expect((await member.get("/council")).status).toBe(302);
  });
});

describe("accounts, made by the secretariat", () => {
  it("get a password that is shown once and works", async () => {
    const clerk = await site.signIn("secretariat");
    const response = await clerk.post("/secretariat/accounts", {
      intent: "create",
      login: "iin-d",
      name: "委員D",
      role: "member",
    });
    const shown = /<code>([a-z0-9]{16})<\/code>/.exec(await response.text())?.[1] ?? "";
    const signedIn = await site
      .visitor()
      .post("/sign-in", { login: "iin-d", password: shown, back: "" });
    expect(signedIn.status).toBe(303);
    expect(await (await clerk.get("/secretariat/accounts")).text()).not.toContain(shown);
    const [newest] = await listRecord(site.db, 1);
    expect(newest).toMatchObject({ action: "サインイン", actorName: "委員D" });
  });

  it("are refused under a name that is taken, keeping what was typed", async () => {
    const clerk = await site.signIn("secretariat");
    const fields = { intent: "create", login: "iin-e", name: "委員E", role: "member" };
    await clerk.post("/secretariat/accounts", fields);
    const again = await clerk.post("/secretariat/accounts", fields);
    expect(again.status).toBe(409);
    const html = await again.text();
    expect(html).toContain("すでに使われています");
    expect(html).toContain('value="委員E"');
  });

  it("cannot be disabled by their own holder", async () => {
    const clerk = await site.signIn("secretariat");
    const response = await clerk.post("/secretariat/accounts", {
      intent: "disable",
      account: clerk.viewer.accountId,
    });
    expect(response.status).toBe(400);
    expect((await clerk.get("/secretariat")).status).toBe(200);
  });
});

describe("every request", () => {
  it("that changes something is refused from another origin", async () => {
    const clerk = await site.signIn("secretariat");
    const fields = { intent: "create", login: "csrf", name: "x", role: "secretariat" };
    for (const foreign of ["https://evil.example", "null"]) {
      const response = await clerk.post("/secretariat/accounts", fields, { Origin: foreign });
      expect(response.status).toBe(403);
    }
    const silent = await site.handle(
      new Request(`${origin}/sign-out`, { method: "POST", body: new URLSearchParams() }),
      "192.0.2.1",
    );
    expect(silent.status).toBe(403);
  });

  it("carries the security headers and lets no script run on a public page", async () => {
    const { headers } = await site.anyone.get("/about");
    expect(headers.get("Content-Security-Policy")).toMatch(/default-src 'none'.*script-src 'none'/);
    expect(headers.get("X-Content-Type-Options")).toBe("nosniff");
    expect(headers.get("Referrer-Policy")).toBe("same-origin");
  });

  it("is stopped when its body is larger than the form takes", async () => {
    const response = await site.anyone.post("/sign-in", {
      login: "a".repeat(100_000),
      password,
      back: "",
    });
    expect(response.status).toBe(413);
    expect(await response.text()).toContain("送信する内容が大きすぎます");
  });

  it("to an unknown address gets the 404 page", async () => {
    const response = await site.anyone.get("/nowhere/at/all");
    expect(response.status).toBe(404);
    expect(await response.text()).toContain("ページが見つかりません");
  });
});

describe("changing one's password", () => {
  it("needs the old one, ends every session, and works from then on", async () => {
    await account("iin-p", "member");
    const person = site.visitor();
    await person.post("/sign-in", { login: "iin-p", password, back: "" });
    const next = "あたらしい長い合言葉 2027";
    const wrong = await person.post("/account/password", { current: "違う", next, again: next });
    expect(wrong.status).toBe(400);
    const short = await person.post("/account/password", {
      current: password,
      next: "短い",
      again: "短い",
    });
    expect(await short.text()).toContain("文字以上");
    expect(
      (await person.post("/account/password", { current: password, next, again: next })).status,
    ).toBe(303);
    expect((await person.get("/council")).status).toBe(302);
    expect(
      (await person.post("/sign-in", { login: "iin-p", password: next, back: "" })).status,
    ).toBe(303);
  });
});
