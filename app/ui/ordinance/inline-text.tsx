import type { InlineProvision } from "#app/domain/ordinance/index.ts";
import { isDivision } from "./outline.ts";
import { isChanged, Segments } from "./segments.tsx";

/** One text of two versions: insertions underlined, deletions struck through. */
export function InlineText({ provisions }: { provisions: readonly InlineProvision[] }) {
  return (
    <div className="ordinance-text inline-comparison">
      {wholes(provisions).map(([head, ...parts]) =>
        head === undefined ? null : (
          <section key={keyOf(head)} className={head.kind === "article" ? "article" : undefined}>
            <Whole head={head} parts={parts} />
          </section>
        ),
      )}
    </div>
  );
}

/** The provisions cut into wholes: each article, chapter heading, 前文, 附則 and 別表 with its parts. */
export function wholes(provisions: readonly InlineProvision[]): InlineProvision[][] {
  const groups: InlineProvision[][] = [];
  for (const provision of provisions) {
    const last = groups.at(-1);
    const begins = isDivision(provision) || standAlone.has(provision.kind) || !last;
    if (begins) groups.push([provision]);
    else last.push(provision);
  }
  return groups;
}

/** Whether anything in a whole is new, gone, moved, renumbered or reworded. */
export function isTouched(whole: readonly InlineProvision[]): boolean {
  return whole.some(
    ({ status, label, caption, segments }) =>
      status !== "kept" || isChanged(label) || isChanged(caption) || isChanged(segments),
  );
}

const standAlone = new Set([
  "title",
  "enactStatement",
  "toc",
  "preamble",
  "article",
  "supplementary",
  "table",
  "style",
]);

function Whole({ head, parts }: { head: InlineProvision; parts: readonly InlineProvision[] }) {
  if (!isDivision(head) && !standAlone.has(head.kind)) {
    // A 項 or 号 by itself, on its own page.
    return [head, ...parts].map((part) => (
      <Line key={keyOf(part)} provision={part} base={head.depth} />
    ));
  }
  const [first, ...rest] = parts;
  const isArticle = head.kind === "article";
  const opens = isArticle && first?.kind === "paragraph" && isBare(first);
  const captioned = isArticle && head.caption.length > 0;
  return (
    <>
      <h3 className={isDivision(head) ? "division-heading" : "caption"}>
        {captioned ? <Segments segments={head.caption} /> : <HeadLabel head={head} />}
        <Fate provision={head} />
      </h3>
      {!isDivision(head) && head.segments.length > 0 && (
        <p className="provision lines">
          <Segments segments={head.segments} />
        </p>
      )}
      {captioned && !opens && (
        <p className="provision">
          <Segments segments={head.label} />
        </p>
      )}
      {opens && <Line provision={first} numeral={head} base={head.depth + 1} />}
      {(opens ? rest : parts).map((part) => (
        <Line key={keyOf(part)} provision={part} base={head.depth + 1} />
      ))}
    </>
  );
}

function HeadLabel({ head }: { head: InlineProvision }) {
  if (head.label.length > 0) {
    return (
      <>
        <Segments segments={head.label} />
        {isDivision(head) && head.segments.length > 0 && "　"}
        {isDivision(head) && <Segments segments={head.segments} />}
      </>
    );
  }
  const names: Partial<Record<InlineProvision["kind"], string>> = {
    title: "題名",
    toc: "目次",
    preamble: "前文",
    enactStatement: "制定文",
  };
  return <>{names[head.kind] ?? ""}</>;
}

function Line({
  provision,
  numeral = provision,
  base,
}: {
  provision: InlineProvision;
  numeral?: InlineProvision;
  base: number;
}) {
  const indent = Math.max(0, Math.min(provision.depth - base, 4));
  const strong = numeral !== provision;
  const label = <Segments segments={numeral.label} />;
  return (
    <>
      {provision.caption.length > 0 && (
        <p className="caption">
          <Segments segments={provision.caption} />
        </p>
      )}
      <p className={`provision indent-${indent}${provision.kind === "row" ? " row" : ""}`}>
        {numeral.label.length > 0 && (
          <>
            {strong ? <b>{label}</b> : label}
            {"　"}
          </>
        )}
        <Segments segments={provision.segments} />
        {!strong && <Fate provision={provision} />}
      </p>
    </>
  );
}

/** What happened to a provision as a whole, in words. */
function Fate({ provision: { status, other } }: { provision: InlineProvision }) {
  const words = {
    kept: "",
    reworded: "",
    added: "新設",
    removed: "削る",
    moved: other ? `${other}から移動` : "移動",
    "moved-and-reworded": other ? `${other}から移動` : "移動",
    split: other ? `${other}から分割` : "分割",
    merged: other ? `${other}に統合` : "統合",
  }[status];
  return words === "" ? null : <span className="fate">{`［${words}］`}</span>;
}

const isBare = ({ label }: InlineProvision) => label.every(({ text }) => text === "");
const keyOf = ({ before, after }: InlineProvision) => `${before ?? ""}-${after ?? ""}`;
