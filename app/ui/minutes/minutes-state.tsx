/** Where the minutes of a meeting stand, in words. */
export function MinutesState({
  minutes,
  hasDraft,
}: {
  minutes?: { version: number; audience: "members" | "public" };
  hasDraft: boolean;
}) {
  if (!minutes) return hasDraft ? <>下書き（未公表）</> : <>まだありません</>;
  return (
    <>
      第{minutes.version}版を{minutes.audience === "public" ? "公表" : "委員に公開"}
      {hasDraft && "・訂正の下書きあり"}
    </>
  );
}
