import type { Checked } from "#app/domain/problem.ts";

/**
 * A 改め文 to be read and copied, or why there is none. What is put in as a block stands as it
 * will read.
 */
export function AmendingText({ text }: { text: Checked<string> }) {
  return (
    <section aria-labelledby="amending">
      <h2 id="amending">改め文</h2>
      <p className="soft">
        修正前案が条例として施行されているものと仮定して、修正後案に改める文を自動で作っています。案どうしを比べるための資料で、議案ではありません。
      </p>
      {!text.ok ? (
        text.problems.map(({ message }) => <p key={message}>{message}</p>)
      ) : text.value === "" ? (
        <p>二つの案の本文は同じです。改め文はありません。</p>
      ) : (
        <div className="amending-text">
          {paragraphsOf(text.value).map(({ key, line, isSentence }) => (
            <p key={key} className={isSentence ? "sentence" : "block"}>
              {line}
            </p>
          ))}
        </div>
      )}
    </section>
  );
}

/** A sentence that amends ends with one of these; other lines are put in by the sentence above. */
const amends = /^　.*(改める|加える|削る|とする|繰り下げる|繰り上げる|移す|付する)。$/;

function paragraphsOf(text: string): { key: string; line: string; isSentence: boolean }[] {
  return text
    .trimEnd()
    .split("\n")
    .map((line, index) => ({
      key: `${index}`,
      line: line.replaceAll("\t", "　"),
      isSentence: amends.test(line),
    }));
}
