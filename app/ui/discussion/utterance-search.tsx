import type { Link } from "#app/domain/evidence/index.ts";
import { href } from "#app/routes.ts";
import { Button } from "#app/ui/button.tsx";
import { Day } from "#app/ui/date.tsx";
import { LinkForm, type RefusedLink } from "./link-note.tsx";

/** An utterance that the search found. */
interface Found {
  meeting: { number: number; title: string; heldOn: string };
  number: number;
  speaker: string;
  section: string;
  text: string;
}

/** How many results one page shows. */
const shownAtMost = 20;

/** Search for utterances by words; each result can be linked. */
export function UtteranceSearch({
  action,
  words,
  found,
  links,
  refused,
}: {
  /** The page itself, without its query. */
  action: string;
  words: string;
  found: readonly Found[];
  /** The links there are, so that none is offered twice. */
  links: readonly Link[];
  refused: RefusedLink | undefined;
}) {
  const linked = new Set(
    links.flatMap((link) =>
      link.kind === "utterance" ? `${link.utterance.meeting.number}-${link.utterance.number}` : [],
    ),
  );
  return (
    <>
      <form method="get" action={`${action}#utterances`} className="filters">
        <label>
          <span>探す言葉</span>
          <input type="search" name="q" defaultValue={words} required maxLength={200} />
        </label>
        <Button look="secondary">発言を探す</Button>
      </form>
      <p className="soft">
        言葉を空白で区切ると、すべてを含む発言を探します。公表した会議録の、公開されている発言だけが出ます。
      </p>
      {words !== "" && (
        <p>
          {found.length === 0
            ? `「${words}」を含む発言はありません。言葉を短くするか、減らしてください。`
            : `「${words}」を含む発言 ${found.length}件${found.length > shownAtMost ? `のうち新しい${shownAtMost}件。言葉を足すと絞れます。` : ""}`}
        </p>
      )}
      <ul className="entries desk-entries">
        {found.slice(0, shownAtMost).map(({ meeting, number, speaker, section, text }) => {
          const suffix = `${meeting.number}-${number}`;
          const name = `第${meeting.number}回会議の発言${number}`;
          return (
            <li key={suffix}>
              <p>
                <a href={href("utterance", { meeting: meeting.number, utterance: number })}>
                  {name}
                </a>
                {"　"}
                {speaker}　<Day date={meeting.heldOn} />
              </p>
              <p className="soft">{section}</p>
              <p className="lines quote">{text}</p>
              {linked.has(suffix) ? (
                <p>
                  <span className="tag success">関連付け済み</span>
                </p>
              ) : (
                <LinkForm
                  suffix={suffix}
                  intent="utterance"
                  fields={{ meeting: meeting.number, utterance: number }}
                  target={name}
                  refused={refused}
                />
              )}
            </li>
          );
        })}
      </ul>
    </>
  );
}
