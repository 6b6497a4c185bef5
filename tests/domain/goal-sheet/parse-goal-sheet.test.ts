import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parseGoalSheet } from "#app/domain/goal-sheet/index.ts";

const sheet = `---
年度: 令和8年度
部署: 総務部
---
# 令和8年度 総務部の目標

部の目標です。

## 目標3　働く人や地元事業者を豊かにするとともに、地域経済の活性化を図ります

### 現状や課題
公契約条例の庁内検討会議を置いています。

#### 課題
事業者から反対の声が出ることも考えられます。

### 達成水準
- 令和9年2月に、条例中間案を議員全員協議会に示した状態

### 手段
審議会での議論と、事業者へのアンケート
`;

describe("a goal sheet", () => {
  test("is read with its columns as Markdown; what is not judged yet is null", () => {
    expect(parseGoalSheet(sheet)).toEqual({
      problems: [],
      sheet: {
        title: "令和8年度 総務部の目標",
        fiscalYear: "令和8年度",
        department: "総務部",
        source: null,
        introduction: "部の目標です。",
        goals: [
          {
            number: 3,
            title: "働く人や地元事業者を豊かにするとともに、地域経済の活性化を図ります",
            situation:
              "公契約条例の庁内検討会議を置いています。\n\n#### 課題\n事業者から反対の声が出ることも考えられます。",
            target: "- 令和9年2月に、条例中間案を議員全員協議会に示した状態",
            means: "審議会での議論と、事業者へのアンケート",
            progress: null,
            reason: null,
          },
        ],
      },
    });
  });

  test("of the platform has the four goals", () => {
    const source = readFileSync(new URL("../../../content/manifesto.md", import.meta.url), "utf8");
    const { sheet, problems } = parseGoalSheet(source);
    expect(problems).toEqual([]);
    expect(sheet?.goals.map(({ number }) => number)).toEqual([1, 2, 3, 4]);
    expect(sheet?.goals[2]?.target).toContain("議員全員協議会");
  });

  test.each([
    ["# 令和8年度 総務部の目標\n", "", 5, "題名を「# 部局の目標」"],
    ["## 目標3　働く人", "## 働く人", 9, "「## 目標3　題名」の形"],
    ["### 手段", "### やり方", 20, "「やり方」という欄はありません"],
    ["### 手段", "### 達成水準", 20, "「達成水準」が2つ"],
    ["### 現状や課題\n", "", 11, "「### 現状や課題」などの見出しの下"],
    ["審議会での議論と、事業者へのアンケート", "", 9, "目標3の「### 手段」がないか、空です"],
    ["部署: 総務部", "課: 総務課", 3, "「課」という項目はありません"],
    ["審議会での", "審議会<script>alert(1)</script>での", 21, "<script> は使えません"],
    ["部の目標です。", "### 手段", 7, "「## 目標1　題名」の下に"],
  ])("%j as %j is told at line %i", (text, replacement, line, message) => {
    expect(sheet).toContain(text);
    const { sheet: read, problems } = parseGoalSheet(sheet.replace(text, replacement));
    expect(read).toBeUndefined();
    expect(problems).toContainEqual({
      line,
      ...(text.startsWith("部署") ? { field: "課" } : {}),
      ...(message.includes("script") ? { column: 4 } : {}),
      message: expect.stringContaining(message),
    });
  });

  test("what a goal without a number lacks is told by its title, not as 目標0", () => {
    const messages = parseGoalSheet("# 目標\n## 働く人\n").problems.map(({ message }) => message);
    expect(messages).toContain("「働く人」の「### 手段」がないか、空です。書いてください。");
    expect(messages.join()).not.toContain("目標0");
  });

  test("a goal's number twice, and no goal at all", () => {
    const twice = `${sheet}\n## 目標３　同じ番号\n`;
    expect(parseGoalSheet(twice).problems.map(({ message }) => message)).toContain(
      "目標3が2つあります。番号を直してください。",
    );
    expect(parseGoalSheet("# 目標\n").problems[0]?.message).toContain("目標がありません");
  });
});
