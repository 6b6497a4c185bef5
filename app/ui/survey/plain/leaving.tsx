import { href } from "#app/routes.ts";
import { Button } from "../../button.tsx";

/** For who answers on a device of others: takes the code off it. */
export function Leaving() {
  return (
    <section className="leaving no-print" aria-labelledby="leaving">
      <h2 id="leaving">途中でやめるとき</h2>
      <p>
        そのまま画面を閉じてかまいません。この端末をほかの人も使うときは、次のボタンを押すと、この端末から回答コードの記録を消せます。「次へ」を押したところまでの内容は、消えずに残ります。
      </p>
      <form method="post" action={href("answerLeaving")}>
        <Button look="secondary" size="small">
          この端末での回答をやめる
        </Button>
      </form>
    </section>
  );
}
