import type { ShownMinutes } from "#app/domain/minutes/index.ts";
import { UtteranceItem } from "./utterance.tsx";

type Section = ShownMinutes["sections"][number];
type Block = Section["blocks"][number];

/** The record of a meeting: sections, utterances, and notices where a passage is closed. */
export function MinutesRecord({
  meeting,
  sections,
}: {
  /** The number of the meeting; absent where the pages of the utterances do not exist yet. */
  meeting?: number;
  sections: readonly Section[];
}) {
  return sections.map((section, at) => {
    // A heading may not go deeper than one level below the last.
    const isSub = section.level === 4 && sections.slice(0, at).some(({ level }) => level === 3);
    const Heading = isSub ? "h4" : "h3";
    return (
      <section className="record-section" key={section.line}>
        <Heading id={sectionId(at)}>{section.heading}</Heading>
        {keyed(section.blocks).map(({ key, block }) => (
          <RecordBlock key={key} meeting={meeting} block={block} />
        ))}
      </section>
    );
  });
}

/** A record beside (on narrow screens below) the links to its sections. */
export function RecordWithContents(props: { meeting?: number; sections: readonly Section[] }) {
  return (
    <div className="record-layout">
      <RecordContents sections={props.sections} />
      <div className="record">
        <MinutesRecord {...props} />
      </div>
    </div>
  );
}

function RecordContents({ sections }: { sections: readonly Section[] }) {
  if (sections.length < 3) return null;
  return (
    <nav className="record-contents no-print" aria-label="会議録の目次">
      <ul className="plain-list">
        {sections.map(({ heading, line }, at) => (
          <li key={line}>
            <a href={`#${sectionId(at)}`}>{heading}</a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

const sectionId = (at: number) => `section-${at + 1}`;

function RecordBlock({ meeting, block }: { meeting?: number; block: Block }) {
  if (block.kind === "withheld") return <p className="closed">{block.notice}</p>;
  const items = block.utterances.map((utterance) => (
    <UtteranceItem key={utterance.line} meeting={meeting} utterance={utterance} />
  ));
  if (block.kind === "open") return items;
  return (
    <div className="closed">
      <p className="closed-note">
        <span className="tag warning">非公開</span>{" "}
        この部分は、委員と事務局だけに表示しています（理由：{block.reason}）。
      </p>
      {items}
    </div>
  );
}

/** Withheld blocks have no line of their own (it would tell how much was withheld). */
function keyed(blocks: readonly Block[]): { key: string; block: Block }[] {
  const withheld = blocks.filter(({ kind }) => kind === "withheld");
  return blocks.map((block) => ({
    key:
      block.kind === "withheld"
        ? `withheld-${withheld.indexOf(block)}`
        : `from-${block.utterances[0]?.line}`,
    block,
  }));
}
