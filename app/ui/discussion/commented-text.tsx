import { href } from "#app/routes.ts";

interface ProvisionText {
  name: string;
  caption: string;
  anchor: string;
  lines: readonly { path: string; label: string; text: string }[];
}

/** What a comment is on: the text it was written on, and how the provision reads now. */
export function CommentedText({
  page: { thread, commented, now, isNewest },
}: {
  page: {
    thread: { version: { number: number; label: string }; provision: { number: number } };
    commented: ProvisionText | undefined;
    now: (ProvisionText & { version: { number: number; label: string } }) | undefined;
    isNewest: boolean;
  };
}) {
  return (
    <section aria-labelledby="text">
      <h2 id="text">意見の付いた条項</h2>
      {commented && <Quoted version={thread.version} text={commented} />}
      {!isNewest && now && <Quoted version={now.version} text={now} />}
      {!isNewest && !now && <p>最新の版に、この条項はありません。</p>}
      <p>
        <a href={href("provision", { provision: thread.provision.number })}>この条項の経緯</a>
      </p>
    </section>
  );
}

function Quoted({
  version,
  text: { name, caption, anchor, lines },
}: {
  version: { number: number; label: string };
  text: ProvisionText;
}) {
  return (
    <div className="quote">
      <p>
        <a href={`${href("councilVersion", { version: version.number })}#${anchor}`}>
          {version.label}の{name}
          {caption}
        </a>
      </p>
      {lines.map(({ path, label, text }) => (
        <p className="provision" key={path}>
          {`${label}　${text}`}
        </p>
      ))}
    </div>
  );
}
