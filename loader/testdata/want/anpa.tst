AP (ANPA 1312, utf-8)
  Title: Storm breaks gates of Averley harbour [ANPA headline line]
  Byline: NELL CARROW, Meridian Writer [ANPA byline]
  Outlet: AP [credit of the item]
  Date: 2025-10-14T18:40:00Z [ANPA end of message]
  Dateline: AVERLEY (Meridian) [dateline of the story]
  Credit: AP [ANPA end of message]
  Slug: BC-Averley-Harbour [ANPA keyword line]
  Revision: 1st Ld-Writethru [ANPA keyword line]
  Note: Eds: Adds quote. [ANPA note]
body| AVERLEY (Meridian) — The harbour was closed on Tuesday after a storm broke two of its gates, the port's master said.
body| “It costs us GBP 40,000 a day,” Ada Onslow told reporters at the quay — forty ships were waiting for the tide.
heading| What comes next
body| The engineers hope to lift the first gate by Friday, and to let the smaller ships pass before the week is out.
body| Fishermen who had moored outside the wall said they would sell their catch in Lowgate until the harbour opens.

