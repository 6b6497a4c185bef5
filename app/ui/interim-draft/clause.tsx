import type { TextBlock } from "#app/domain/interim-draft/text-block.ts";

/** Blocks of the ordinance as printed: hanging indents, tables, headings in bold. */
export function Clause({
  blocks,
  label,
  idOf = ({ anchor }) => anchor,
}: {
  blocks: readonly TextBlock[];
  /** What the blocks are, for tables that scroll: 「別表第1」. */
  label: string;
  /** The id of a block; a section may have taken it over. */
  idOf?: (block: { anchor?: string | undefined }) => string | undefined;
}) {
  return blocks.map((block) => {
    const id = "anchor" in block ? idOf(block) : undefined;
    return <Block key={JSON.stringify(block)} block={block} id={id} label={label} />;
  });
}

function Block({ block, id, label }: { block: TextBlock; id: string | undefined; label: string }) {
  switch (block.kind) {
    case "lawTitle":
      return <p className="law-title">{block.text}</p>;
    case "toc":
      return (
        <div className="law-contents">
          <p>目次</p>
          <ul>
            {block.entries.map(({ level, text }) => (
              <li key={text} className={`level-${level}`}>
                {text}
              </li>
            ))}
          </ul>
        </div>
      );
    case "enactment":
      return <p className="law-preamble">{block.text}</p>;
    case "preamble":
      return (
        <p id={id} className="law-preamble">
          {block.text}
        </p>
      );
    case "provision":
      return (
        <p id={id} className={`law-provision level-${block.level}`}>
          {block.label !== "" && `${block.label}　`}
          {block.text}
        </p>
      );
    case "table":
      return <ClauseTable rows={block.rows} label={label} />;
    case "appendix":
      return (
        <p id={id} className="law-heading">
          {block.text}
          {block.relatedTo}
        </p>
      );
    case "caption":
    case "heading":
    case "supplementary":
      return (
        <p id={id} className="law-heading">
          {block.text}
        </p>
      );
    case "note":
      return <p>{block.text}</p>;
  }
}

function ClauseTable({ rows, label }: { rows: string[][]; label: string }) {
  const [head = [], ...body] = rows;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reached by keys.
    <section className="table-scroll" tabIndex={0} aria-label={`${label}の表`}>
      <table>
        <caption className="visually-hidden">{label}</caption>
        <thead>
          <tr>
            {head.map((cell) => (
              <th key={cell} scope="col">
                {cell}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {body.map((row) => (
            <tr key={row.join()}>
              {row.map((cell, column) => (
                <td key={head[column] ?? cell}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
