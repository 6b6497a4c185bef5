/** For browsers that run no script. */
export function WithoutScript() {
  return (
    <noscript>
      <div className="notice warning">
        <p>
          この画面で回答するには、ブラウザーでJavaScriptを使えるようにしてください。使えない場合は、紙の調査票をお送りします。依頼文に書かれた連絡先に知らせてください。
        </p>
      </div>
    </noscript>
  );
}
