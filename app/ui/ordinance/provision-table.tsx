import type { Outline } from "./outline.ts";

/** The rows of a 別表 (or of a table within a provision); the first row heads the columns. */
export function ProvisionTable({ title, rows }: { title: string; rows: readonly Outline[] }) {
  const [head, ...body] = rows.map(({ node }) => ({
    path: node.path,
    cells: node.columns ?? node.text.split("\t"),
  }));
  if (!head) return null;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must take the keyboard.
    <section className="table-scroll" tabIndex={0} aria-label={`${title}の表`}>
      <table className="appdx-table">
        <caption className="visually-hidden">{title}</caption>
        <thead>
          <tr>
            {head.cells.map((cell, index) => (
              <th key={`${head.path}-${columnName(index)}`} scope="col">
                {cell}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {body.map(({ path, cells }) => (
            <tr key={path}>
              {cells.map((cell, index) => (
                <td key={`${path}-${columnName(index)}`} className="lines">
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

const columnName = (index: number) => `c${index + 1}`;
