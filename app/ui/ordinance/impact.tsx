import { type FateKind, fateWords } from "#app/domain/draft-version/fates.ts";
import type { ReferenceImpact } from "#app/domain/draft-version/reference-impacts.ts";
import { Button } from "#app/ui/button.tsx";
import { Moment } from "#app/ui/date.tsx";
import { Notice } from "#app/ui/notice.tsx";

/** A comment or a link that hangs on a provision which the version changed. */
export interface ImpactEntry {
  hangs: { on: "comment" | "link"; id: string };
  name: string;
  words: string;
  fate: FateKind;
  before: string;
  after: string | undefined;
  wording: string;
  confirmed: { by: string; at: Date } | undefined;
}

/** What a version does to references, and to the comments and evidence of its provisions. */
export function ImpactSection({
  impact: { references, items, unconfirmed },
}: {
  impact: {
    references: readonly ReferenceImpact[];
    items: readonly ImpactEntry[];
    unconfirmed: number;
  };
}) {
  return (
    <section aria-labelledby="impact">
      <h2 id="impact">影響</h2>
      <h3>ほかの規定を指す言葉</h3>
      {references.length === 0 ? (
        <p>指す先が変わった言葉はありません。</p>
      ) : (
        <References references={references} />
      )}
      <h3>意見・根拠の引継ぎ</h3>
      {items.length === 0 ? (
        <p>変わった規定に付いた意見や根拠はありません。</p>
      ) : (
        <>
          {unconfirmed > 0 ? (
            <Notice tone="warning">
              <p>まだ確かめていないものが{unconfirmed}件あります。</p>
            </Notice>
          ) : (
            <p>{items.length}件すべてを確かめました。</p>
          )}
          <p>消えるものはありません。規定がなくなっても、意見と根拠は経緯のページに残ります。</p>
          <Items items={items} />
        </>
      )}
    </section>
  );
}

function References({ references }: { references: readonly ReferenceImpact[] }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must take the keyboard.
    <section className="table-scroll" tabIndex={0} aria-label="指す先が変わった言葉">
      <table>
        <caption>指す先が変わった言葉</caption>
        <thead>
          <tr>
            <th scope="col">規定</th>
            <th scope="col">言葉</th>
            <th scope="col">確かめること</th>
          </tr>
        </thead>
        <tbody>
          {references.map(({ severity, label, line, text, message }, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: one provision may say the same twice.
            <tr key={`${line}-${text}-${index}`}>
              <th scope="row">{label}</th>
              <td>{text}</td>
              <td>
                <strong className={severity === "誤り" ? "tag error" : "tag warning"}>
                  {severity}
                </strong>{" "}
                {message}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

const shown = 60;

function Items({ items }: { items: readonly ImpactEntry[] }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must take the keyboard.
    <section className="table-scroll" tabIndex={0} aria-label="確かめる意見と根拠">
      <table>
        <caption>変わった規定に付いた意見と根拠</caption>
        <thead>
          <tr>
            <th scope="col">意見・根拠</th>
            <th scope="col">前の案の規定</th>
            <th scope="col">どうなったか</th>
            <th scope="col">確認</th>
          </tr>
        </thead>
        <tbody>
          {items.map((item) => (
            <tr key={item.hangs.id}>
              <th scope="row">
                {item.name}
                <span className="soft">
                  {" "}
                  {item.words.slice(0, shown)}
                  {item.words.length > shown && "…"}
                </span>
              </th>
              <td>{item.before}</td>
              <td>
                {fateWords[item.fate]}
                {item.after && item.after !== item.before && `（今は${item.after}）`}
              </td>
              <td>
                {item.confirmed ? (
                  <>
                    {item.confirmed.by}が確かめました（
                    <Moment at={item.confirmed.at} />）
                  </>
                ) : (
                  <form method="post">
                    <input type="hidden" name="item" value={item.hangs.id} />
                    <input type="hidden" name="kind" value={item.fate} />
                    <input type="hidden" name="wording" value={item.wording} />
                    <Button
                      name="intent"
                      value="confirm"
                      look="secondary"
                      size="small"
                      aria-label={`${item.name}（${item.before}）を確かめた`}
                    >
                      確かめた
                    </Button>
                  </form>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
