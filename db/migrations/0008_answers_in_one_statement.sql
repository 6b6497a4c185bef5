ALTER TABLE "survey_progress" ADD COLUMN "changes" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "survey_progress" ADD COLUMN "wipe_due" boolean DEFAULT false NOT NULL;--> statement-breakpoint

-- Bitmaps as app/domain/survey/participation/bitmap.ts counts them; a bit beyond the end is not set.
CREATE FUNCTION with_bits(bitmap bytea, ordinals integer[]) RETURNS bytea LANGUAGE plpgsql IMMUTABLE AS $$
DECLARE
  n integer;
BEGIN
  FOREACH n IN ARRAY ordinals LOOP
    WHILE length(bitmap) <= n / 8 LOOP
      bitmap := bitmap || '\x00'::bytea;
    END LOOP;
    bitmap := set_bit(bitmap, n, 1);
  END LOOP;
  RETURN bitmap;
END $$;
--> statement-breakpoint
CREATE FUNCTION has_any_bit(bitmap bytea, ordinals integer[]) RETURNS boolean LANGUAGE plpgsql IMMUTABLE AS $$
DECLARE
  n integer;
BEGIN
  FOREACH n IN ARRAY ordinals LOOP
    IF n < length(bitmap) * 8 AND get_bit(bitmap, n) = 1 THEN
      RETURN true;
    END IF;
  END LOOP;
  RETURN false;
END $$;
