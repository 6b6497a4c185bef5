import type { ChangeGroup, ChangeReport } from "#app/domain/comparison/index.ts";

/** 「追加3条、削る1条、…」, and under it the articles of each kind by name. */
export function ChangeSummary({ report }: { report: ChangeReport }) {
  const { articles, groups, others } = report;
  const named = groups.filter(({ name }) => name !== "変更なし");
  return (
    <section aria-labelledby="summary" className="change-summary">
      <h2 id="summary">変更のまとめ</h2>
      <p>
        <strong>条の変更：</strong>
        {groups.length === 0
          ? "ありません"
          : groups.map(({ name, count }) => `${name}${count}条`).join("、")}
        。{countWords(articles)}
      </p>
      {others.length > 0 && (
        <p>
          <strong>条のほかの変更：</strong>
          {others.join("、")}。
        </p>
      )}
      {named.length > 0 && (
        <details>
          <summary>変更した条の一覧</summary>
          <dl>
            {named.map((group) => (
              <Group key={group.name} group={group} />
            ))}
          </dl>
        </details>
      )}
    </section>
  );
}

/** So many articles are named; of the others the number is told. */
const mostNamed = 60;

function Group({ group: { name, count, entries } }: { group: ChangeGroup }) {
  return (
    <div>
      <dt>
        {name}（{count}条）
      </dt>
      <dd>
        {entries
          .slice(0, mostNamed)
          .map(({ words }) => words)
          .join("、")}
        {count > mostNamed && `、ほか${count - mostNamed}条`}
      </dd>
    </div>
  );
}

function countWords({ before, after }: ChangeReport["articles"]): string {
  return before === after
    ? `条の数は${after}条のままです。`
    : `条の数は${before}条から${after}条になりました。`;
}
