import { numberLabel } from "./chart-data.ts";

/** One line of a figure's table; `cells` stand under the table's columns. */
export interface FigureTableRow {
  label: string;
  cells: string[];
}

/**
 * The table that stands beside a chart and holds all its numbers, with n and 無回答 at its foot.
 * It can be scrolled by keyboard where it is wider than the screen.
 */
export function FigureTable({
  caption,
  rowHeading,
  columns,
  rows,
  n,
  noAnswer,
}: {
  caption: string;
  rowHeading: string;
  columns: string[];
  rows: FigureTableRow[];
  n: number;
  noAnswer: number;
}) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to take the focus
    <section className="table-scroll" aria-label={caption} tabIndex={0}>
      <table className="figure-table">
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{rowHeading}</th>
            {columns.map((column) => (
              <th key={column} scope="col" className="number">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ label, cells }) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              {cells.map((cell, index) => (
                <td key={columns[index]} className="number">
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <FootRow label="n（回答した事業者）" value={n} columns={columns.length} />
          <FootRow label="無回答" value={noAnswer} columns={columns.length} />
        </tfoot>
      </table>
    </section>
  );
}

/** In a wide table the number stands at the row's start, where it is seen without scrolling. */
function FootRow({ label, value, columns }: { label: string; value: number; columns: number }) {
  return (
    <tr>
      <th scope="row">{label}</th>
      <td className={columns > 2 ? undefined : "number"} colSpan={columns}>
        {numberLabel(value)}
      </td>
    </tr>
  );
}
