import { href } from "#app/routes.ts";

const forms = [
  ["csv", "CSV（UTF-8）"],
  ["xlsx", "Excel"],
  ["jsonl", "JSON Lines"],
] as const;

/** Where the raw answers of a closed survey are taken from, and that each taking is recorded. */
export function DeskRawAnswers({ slug }: { slug: string }) {
  const raw = href("deskRawAnswers", { survey: slug });
  return (
    <>
      <h3>個票（一件ごとの回答）</h3>
      <p>
        個票は事務局だけが保存できます。保存すると、だれがいつ保存したかが記録に残ります。個票や、個票から作った集計を、そのまま外に出さないでください。少ない数から事業者が推測されます。
      </p>
      <ul>
        {forms.map(([format, label]) => (
          <li key={format}>
            <a href={`${raw}?format=${format}`}>個票を保存する（{label}）</a>
          </li>
        ))}
        <li>
          <a href={`${raw}?format=dictionary`}>列の説明を保存する（CSV）</a>
        </li>
      </ul>
    </>
  );
}
