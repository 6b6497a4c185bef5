import type { ReactNode } from "react";
import { isDivision, type Ordinance } from "#app/domain/ordinance/index.ts";
import { type Outline, outlineOf } from "./outline.ts";
import { ProvisionTable } from "./provision-table.tsx";

/** What a page adds to the text. */
interface Additions {
  /** Below an article, 前文, 附則 or 別表. */
  below?: ((whole: Outline) => ReactNode) | undefined;
}

/**
 * The text of an ordinance: chapters and articles under headings, each provision with its anchor
 * and hanging indent, 別表 as tables. The title is the page's own heading, the 目次 its contents.
 */
export function OrdinanceText({ ordinance, below }: { ordinance: Ordinance } & Additions) {
  return (
    <div className="ordinance-text">
      {outlineOf(ordinance).map((branch) => (
        <Provision key={branch.node.path} branch={branch} level={2} below={below} />
      ))}
    </div>
  );
}

/** A heading of the wanted level. */
export function Heading({
  level,
  ...heading
}: {
  level: number;
  children: ReactNode;
  id?: string;
  className?: string;
  "aria-label"?: string;
}) {
  const Tag = `h${Math.min(level, 6)}` as "h2";
  return <Tag {...heading} />;
}

function Provision({ branch, level, below }: { branch: Outline; level: number } & Additions) {
  const { node } = branch;
  if (isDivision(node)) return <Division branch={branch} level={level} below={below} />;
  switch (node.kind) {
    case "title":
    case "toc":
      return null;
    case "enactStatement":
      return (
        <p id={node.anchor} className="enactment">
          {node.text}
        </p>
      );
    case "article":
      return (
        <section className="article" id={node.anchor}>
          <ArticleText branch={branch} level={level} />
          {below?.(branch)}
        </section>
      );
    case "preamble":
      return (
        <section className="preamble" id={node.anchor}>
          <Heading level={level}>前文</Heading>
          {branch.children.map(({ node: { path, anchor, text } }) => (
            <p key={path} id={anchor} className="preamble-paragraph">
              {text}
            </p>
          ))}
          {below?.(branch)}
        </section>
      );
    case "supplementary":
      return (
        <section className="supplementary" id={node.anchor}>
          <Heading level={level}>{`${node.numeral}${node.text}`}</Heading>
          {branch.children.map((child) => (
            <Provision key={child.node.path} branch={child} level={level + 1} below={below} />
          ))}
          {below?.(branch)}
        </section>
      );
    case "table":
      return (
        <section className="appendix" id={node.anchor}>
          <Heading level={level}>{`${node.label}${node.caption ?? ""}`}</Heading>
          <Parts parts={branch.children} title={node.label} />
          {below?.(branch)}
        </section>
      );
    case "style":
      return (
        <section className="appendix" id={node.anchor}>
          <Heading level={level}>{`${node.label}${node.caption ?? ""}`}</Heading>
          <p className="lines">{node.text}</p>
        </section>
      );
    default:
      return <ProvisionLines branch={branch} indent={0} />;
  }
}

function Division({ branch, level, below }: { branch: Outline; level: number } & Additions) {
  const { numeral, text, anchor } = branch.node;
  return (
    <section className="division" id={anchor}>
      <Heading level={level}>{text === "" ? numeral : `${numeral}　${text}`}</Heading>
      {branch.children.map((child) => (
        <Provision key={child.node.path} branch={child} level={level + 1} below={below} />
      ))}
    </section>
  );
}

/** An article as it is printed: its caption above, its number on the line of the first 項. */
function ArticleText({ branch, level }: { branch: Outline; level: number }) {
  const { node, children } = branch;
  const caption = node.captionShared ? "" : (node.caption ?? "");
  const [first, ...rest] = children;
  const opens = first?.node.kind === "paragraph" && first.node.numeral === "";
  return (
    <>
      {caption === "" ? (
        <Heading level={level} className="visually-hidden">
          {node.label}
        </Heading>
      ) : (
        <Heading level={level} aria-label={`${node.label}${caption}`} className="caption">
          {caption}
        </Heading>
      )}
      {opens ? (
        <ProvisionLines branch={first} indent={0} numeral={node.numeral} />
      ) : (
        <p className="provision indent-0">
          <b>{node.numeral}</b>
        </p>
      )}
      {(opens ? rest : children).map((child) => (
        <ProvisionLines key={child.node.path} branch={child} indent={0} />
      ))}
    </>
  );
}

/** A 項, 号 or 細分 and everything in it; `indent` counts the levels below the 項. */
function ProvisionLines({
  branch: { node, children },
  indent,
  numeral,
}: {
  branch: Outline;
  indent: number;
  numeral?: string;
}) {
  const caption = node.captionShared ? undefined : node.caption;
  return (
    <>
      {caption !== undefined && <p className="caption">{caption}</p>}
      <p id={node.anchor} className={`provision indent-${Math.min(indent, 4)}`}>
        {numeral !== undefined && <b>{`${numeral}　`}</b>}
        {numeral === undefined && node.numeral !== "" && `${node.numeral}　`}
        {node.text}
      </p>
      <Parts parts={children} title={node.fullLabel} indent={indent + 1} />
    </>
  );
}

/** What stands in a provision: runs of rows become one table. */
function Parts({
  parts,
  title,
  indent = 0,
}: {
  parts: readonly Outline[];
  title: string;
  indent?: number;
}) {
  const groups: Outline[][] = [];
  for (const part of parts) {
    const last = groups.at(-1);
    if (part.node.kind === "row" && last?.[0]?.node.kind === "row") last.push(part);
    else groups.push([part]);
  }
  return groups.map((group) => {
    const [first] = group;
    if (!first) return null;
    return first.node.kind === "row" ? (
      <ProvisionTable key={first.node.path} title={title} rows={group} />
    ) : (
      <ProvisionLines key={first.node.path} branch={first} indent={indent} />
    );
  });
}
