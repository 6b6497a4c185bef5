import { formWords } from "#app/domain/survey/form/index.ts";
import { href } from "#app/routes.ts";
import { Button } from "../../button.tsx";

/** For who answers on a device of others: takes the code off it. */
export function Leaving({ locale }: { locale: string }) {
  const { leaving } = formWords(locale);
  return (
    <section className="leaving no-print" aria-labelledby="leaving" lang={locale}>
      <h2 id="leaving">{leaving.title}</h2>
      <p>{leaving.text}</p>
      <form method="post" action={href("answerLeaving")}>
        <Button look="secondary" size="small">
          {leaving.button}
        </Button>
      </form>
    </section>
  );
}
