import type { ReactNode } from "react";

/** A table of results that can be scrolled by keyboard where it is wider than the screen. */
export function ResultTable({
  caption,
  rowHeading,
  columns,
  children,
}: {
  caption: string;
  rowHeading: string;
  columns: { key: string; heading: ReactNode }[];
  /** tbody and tfoot. */
  children: ReactNode;
}) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to take the focus
    <section className="table-scroll" aria-label={caption} tabIndex={0}>
      <table className="figure-table">
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{rowHeading}</th>
            {columns.map(({ key, heading }) => (
              <th key={key} scope="col" className="number">
                {heading}
              </th>
            ))}
          </tr>
        </thead>
        {children}
      </table>
    </section>
  );
}

/** A line of the table: its heading and its cells, in the order of the columns. */
export function ResultRow({
  heading,
  cells,
}: {
  heading: ReactNode;
  cells: { key: string; content: ReactNode }[];
}) {
  return (
    <tr>
      <th scope="row">{heading}</th>
      {cells.map(({ key, content }) => (
        <td key={key} className="number">
          {content}
        </td>
      ))}
    </tr>
  );
}
