import { fileLabel } from "#app/domain/japan/index.ts";
import { href } from "#app/routes.ts";
import { Button } from "#app/ui/button.tsx";
import type { PaperFileRow } from "./paper-list.tsx";

/** The papers of a meeting for the secretariat: who may open each, and the button that widens it. */
export function PaperDesk({ papers }: { papers: readonly PaperFileRow[] }) {
  if (papers.length === 0) return <p>資料はまだありません。</p>;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table scrolls by keyboard too.
    <section className="table-scroll" aria-label="資料の一覧" tabIndex={0}>
      <table>
        <caption>資料の一覧</caption>
        <thead>
          <tr>
            <th scope="col">資料</th>
            <th scope="col">形式・大きさ</th>
            <th scope="col">見せる相手</th>
          </tr>
        </thead>
        <tbody>
          {papers.map(({ id, number, title, fileName, size, audience }) => (
            <tr key={id}>
              <th scope="row">
                <a href={href("paper", { paper: id })}>
                  {number}　{title}
                </a>
              </th>
              <td>{fileLabel(fileName, size)}</td>
              <td>
                {audience === "public" ? (
                  "公表"
                ) : (
                  <form method="post">
                    <input type="hidden" name="paper" value={id} />
                    <p>委員のみ</p>
                    <Button
                      look="secondary"
                      size="small"
                      name="intent"
                      value="publish-paper"
                      aria-label={`${number} ${title}を公表する`}
                    >
                      公表する
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
