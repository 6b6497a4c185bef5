-- A release made before small cells were hidden cannot be made into one of today: it would vanish from
-- the pages. Such a database is from a trial; this is to be settled by hand.
DO $$
DECLARE
  old integer;
BEGIN
  SELECT count(*) INTO old FROM releases WHERE published IS NULL;
  IF old > 0 THEN
    RAISE EXCEPTION '% releases (集計版) are of the form before hidden cells and would be lost: keep this database as it is, and begin a new one', old;
  END IF;
END $$;
--> statement-breakpoint
ALTER TABLE "release_counts" ALTER COLUMN "protection" SET DATA TYPE json USING protection::json;--> statement-breakpoint
ALTER TABLE "releases" ALTER COLUMN "cut_off" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "releases" ALTER COLUMN "edition" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "releases" ALTER COLUMN "responses" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "releases" ALTER COLUMN "invited" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "releases" ALTER COLUMN "published" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "releases" ALTER COLUMN "crossings" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "releases" DROP COLUMN "tabulation";--> statement-breakpoint
ALTER TABLE "releases" DROP COLUMN "response_rate";--> statement-breakpoint
ALTER TABLE "responses" ADD CONSTRAINT "responses_placed" CHECK (firm_id is null or place is not null);